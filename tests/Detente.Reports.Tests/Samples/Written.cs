using System.Globalization;
using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Tests.Samples;

/// <summary>What the writer makes of a result.</summary>
internal static class Written
{
    public static string Html(BriefResult result, ReaderLanguage language)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        HtmlWriter.Write(BriefDocument.From(result, language), writer);
        return writer.ToString();
    }
}
