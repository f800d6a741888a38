using Detente.Models;
using Detente.Reports.Tests.Samples;

namespace Detente.Reports.Tests;

public sealed class BriefDocumentTests
{
    [Theory]
    [InlineData(ReaderLanguage.English, "brief.en.html")]
    [InlineData(ReaderLanguage.German, "brief.de.html")]
    public void The_brief_reads_as_agreed(ReaderLanguage language, string golden) =>
        Golden.Match(golden, Written.Html(SampleBrief.Full, language));

    [Theory]
    [InlineData(ReaderLanguage.English, "large.en.html")]
    [InlineData(ReaderLanguage.German, "large.de.html")]
    public void Dump(ReaderLanguage language, string golden) =>
        File.WriteAllText("/tmp/" + golden, Written.Html(LargeBrief.Result, language));
}
