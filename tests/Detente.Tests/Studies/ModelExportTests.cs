using Detente.Language;
using Detente.Language.Exchange;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Cib;
using Detente.Tests.Language.Exchange;
using Encoding = System.Text.Encoding;

namespace Detente.Tests.Studies;

public sealed class ModelExportTests
{
    [Theory]
    [InlineData("CIB_global")]
    [InlineData("CIB_nested_simplified_standardized")]
    public void A_shared_file_is_written_back_byte_for_byte_but_for_line_ends(string name)
    {
        var file = SharedCases.Require("cases", "scw", name + ".scw");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\r\n"), Encoding.ASCII.GetString(Wizard(ModelText.Read(file).Model!)));
    }

    [Fact]
    public void Every_part_of_a_file_is_written_back_byte_for_byte()
    {
        var file = File.ReadAllBytes(Path.Combine(Golden.Folder, "exchange", "every-part.scw"));
        var model = ModelText.ParseFile(file, "a.scw").Model!;
        var expected = Windows1252.Decode(file, out _).Replace("ff8000", "FF8000", StringComparison.Ordinal);
        Assert.Equal(expected, Windows1252.Decode(Wizard(model), out _));
        Assert.Equal(expected, Windows1252.Decode(Wizard(ModelText.Parse(ModelText.Write(model)).Model!), out _));
    }

    [Fact]
    public void A_random_matrix_goes_through_file_model_and_text_and_comes_back()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var file = ScenarioWizardWriter.Write(RandomMatrix.Of(seed));
            var reading = ModelText.ParseFile(file, "random.scw");
            Assert.True(reading.Model is not null, $"seed {seed}: {string.Concat(reading.Diagnostics.Select(diagnostic => DiagnosticText.Write(diagnostic, reading, ReaderLanguage.English)))}");
            var text = ModelText.Write(reading.Model);
            var again = ModelText.Parse(text);
            Assert.True(again.Model is not null, $"seed {seed}: {string.Concat(again.Diagnostics.Select(diagnostic => DiagnosticText.Write(diagnostic, again, ReaderLanguage.English)))}");
            Assert.Equal(text, ModelText.Write(again.Model));
            Assert.True(file.AsSpan().SequenceEqual(Wizard(again.Model)), $"seed {seed}");
        }
    }

    [Fact]
    public void A_random_matrix_goes_through_a_table_and_comes_back()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var matrix = RandomMatrix.Of(seed, withTexts: false);
            var model = ModelText.ParseFile(ScenarioWizardWriter.Write(matrix), "random.scw").Model!;
            var table = ModelExport.MatrixTable(model, ReaderLanguage.English).Content!.Value;
            var again = ModelText.ParseFile(table.Span, "random.csv").Model!;
            Assert.True(table.Span.SequenceEqual(ModelExport.MatrixTable(again, ReaderLanguage.English).Content!.Value.Span), $"seed {seed}");
        }
    }

    [Fact]
    public void The_file_has_the_consistent_scenarios_of_the_model()
    {
        var written = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var model = RandomModel.Of(seed);
            var file = ModelExport.MatrixTable(model, ReaderLanguage.English);
            if (file.Content is not { } content)
            {
                Assert.Contains(model.Influences, influence => influence.When is not null);
                continue;
            }

            written++;
            Assert.Equal(Scenarios(model), Scenarios(ModelText.ParseFile(content.Span, "a.csv").Model!));
        }

        Assert.InRange(written, 200, 900);
    }

    [Fact]
    public void Weights_are_written_as_their_impacts_and_influences_of_a_pair_added_up()
    {
        var model = Parsed("""
            detente: 1
            id: sum
            factors:
              a: {states: [low, high], because: {en: Why, de: Warum}}
              b: {states: [low, high]}
            influences:
              - {from: a, to: b, weight: 2, because: first}
              - {from: a, to: b, cells: {low -> high: 3}, because: second, delay: 6 months}
            """);
        var file = ModelExport.ScenarioWizard(model, ReaderLanguage.German);
        var text = Encoding.ASCII.GetString(file.Content!.Value.Span).ReplaceLineEndings("\n");
        Assert.Contains("\n 0 , 0 , 2 , 1 \n 0 , 0 ,-2 , 2 \n", text, StringComparison.Ordinal);
        Assert.Contains("\n#  -> \n\"first\nsecond\"\n", text, StringComparison.Ordinal);
        Assert.Contains("\"Warum\"", text, StringComparison.Ordinal);
        Assert.Equal(
            ["title DT5104", "factors DT5104", "influences DT5104"],
            file.Diagnostics.Select(diagnostic => $"{diagnostic.Element} {diagnostic.Code}"));
    }

    [Theory]
    [InlineData("{low -> low: 0.5}", "a", "influences/a -> b DT5102")]
    [InlineData("{low -> low: 1}", "\"a\\nb\"", "factors/a DT5103")]
    [InlineData("{low -> low: 1}", "Я", "factors/a DT5103")]
    [InlineData("{low -> low: 1}", "Ã¤", "title DT5103")]
    public void What_does_not_fit_is_refused_by_its_element(string cells, string title, string expected)
    {
        var model = Parsed($$"""
            detente: 1
            id: bad
            factors:
              a: {title: {{title}}, scale: nominal, states: [low, high]}
              b: {scale: nominal, states: [low, high]}
            influences:
              - {from: a, to: b, cells: {{cells}}}
            """);
        var file = ModelExport.ScenarioWizard(model, ReaderLanguage.English);
        Assert.Null(file.Content);
        Assert.Equal([expected], file.Diagnostics.Select(diagnostic => $"{diagnostic.Element} {diagnostic.Code}"));
    }

    [Fact]
    public void What_is_left_out_of_the_reference_model_is_said_once_for_each_sort()
    {
        var model = ModelText.Read(RepositoryRoot.Combine("models", "nato-russia-2015")).Model!;
        var warnings = ModelExport.ScenarioWizard(model, ReaderLanguage.English).Diagnostics.Where(diagnostic => diagnostic.Code == "DT5104").Select(diagnostic => diagnostic.Message.En).ToList();
        Assert.Equal(warnings.Distinct(StringComparer.Ordinal), warnings);
        Assert.Contains("Left out of the file: measures and strategies.", warnings);
        Assert.Contains("Left out of the file: inertia.", warnings);
    }

    private static Model Parsed(string text)
    {
        var reading = ModelText.Parse(text);
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return reading.Model!;
    }

    private static IEnumerable<string> Scenarios(Model model)
    {
        var result = (ScenariosResult)new StudyRunner().Run(new ScenariosStudy(model, new StudyOptions()) { Free = true }, null, CancellationToken.None);
        return result.Scenarios.Select(scenario => $"{string.Join(' ', scenario.States)}: {scenario.TotalImpactHundredths} {scenario.ConsistencyHundredths}");
    }

    private static byte[] Wizard(Model model)
    {
        var file = ModelExport.ScenarioWizard(model, ReaderLanguage.English);
        Assert.Empty(file.Diagnostics);
        return file.Content!.Value.ToArray();
    }
}
