using System.Globalization;
using Detente.Models;
using Detente.Reports.Tests.Linting;
using Detente.Studies;

namespace Detente.Reports.Tests.Samples;

/// <summary>What the writer makes of a result.</summary>
internal static class Written
{
    public static string Html(BriefResult result, ReaderLanguage language) => Html(BriefDocument.From(result, language));

    public static string Html(Report report)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        HtmlWriter.Write(report, writer);
        return writer.ToString();
    }

    public static IReadOnlyList<LintFinding> Findings(BriefResult result, ReaderLanguage language)
    {
        var report = BriefDocument.From(result, language);
        return BriefLinter.Check(report, Html(report));
    }

    /// <summary>The result of another model: all provenances that name the model are exchanged as well.</summary>
    public static BriefResult With(BriefResult result, Model model)
    {
        var provenance = result.Provenance with { ModelId = model.Id, Study = result.Provenance.Study with { Model = model } };
        return result with
        {
            Provenance = provenance,
            Scenarios = result.Scenarios with { Provenance = provenance },
            Futures = result.Futures with { Provenance = provenance },
            Options = [.. result.Options.Select(option => option with { Futures = option.Futures with { Provenance = provenance } })],
        };
    }
}
