using Detente.Language;
using Detente.Models;

namespace Detente.Tests.Language.Writing;

public sealed class ModelWriterTests
{
    private static string EveryElement { get; } = File.ReadAllText(Path.Combine(Golden.Folder, "every-element.yaml"));

    [Fact]
    public void Text_written_from_a_model_reads_back_as_an_equal_model()
    {
        var model = Read(EveryElement);
        var text = ModelText.Write(model);
        var again = Read(text);
        Assert.Null(Golden.Difference(Structure.Of(model), Structure.Of(again)));
        Assert.Equal(text, ModelText.Write(again));
    }

    [Fact]
    public void The_canonical_text_of_every_element() => Golden.Match("canonical/every-element.yaml", ModelText.Write(Read(EveryElement)));

    internal static Model Read(string text)
    {
        var reading = ModelText.Parse(text);
        var errors = reading.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(found => $"{found.Code} {found.Span} {found.Message.En}")) + "\n" + text);
        return reading.Model!;
    }
}
