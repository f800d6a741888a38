using System.Text;
using Detente.Language;
using Detente.Language.Exchange;
using Detente.Models;
using Encoding = System.Text.Encoding;

namespace Detente.Tests.Language.Exchange;

public sealed class ScenarioWizardReaderTests
{
    private static byte[] EveryPart { get; } = File.ReadAllBytes(Path.Combine(Golden.Folder, "exchange", "every-part.scw"));

    private static string Plain { get; } = Windows1252.Decode(EveryPart, out _).ReplaceLineEndings("\n");

    [Fact]
    public void Every_part_of_a_file_has_its_place_in_the_model() => Golden.Match("exchange/every-part.yaml", ModelText.Write(Read(EveryPart)));

    [Fact]
    public void What_is_odd_is_said_once_for_each_factor() => Assert.Equal(
        ["8 DT5010 factors/oel-preis", "10 DT5010 ", "32 DT3008 influences/vertrauen -> vertrauen"],
        ModelText.ParseFile(EveryPart, "a.scw").Diagnostics.Select(diagnostic => $"{diagnostic.Span.Line} {diagnostic.Code} {diagnostic.Element}"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_in_any_way_and_the_last_one_need_not(string end)
    {
        var expected = ModelText.Write(Read(EveryPart));
        Assert.Equal(expected, ModelText.Write(Read(Utf8(Plain.ReplaceLineEndings(end)))));
        Assert.Equal(expected, ModelText.Write(Read(Utf8(Plain.TrimEnd('\n').ReplaceLineEndings(end)))));
    }

    [Fact]
    public void The_same_file_is_read_in_Windows_1252_and_in_UTF_8_with_and_without_a_mark()
    {
        var expected = ModelText.Write(Read(EveryPart));
        Assert.Equal(expected, ModelText.Write(Read(Utf8(Plain))));
        Assert.Equal(expected, ModelText.Write(Read([0xEF, 0xBB, 0xBF, .. Utf8(Plain)])));
    }

    [Theory]
    [InlineData(" -> ", "->")]
    [InlineData(" -> ", " ")]
    [InlineData("# V", "#V")]
    public void Marks_of_texts_may_look_otherwise(string usual, string other) =>
        Assert.Equal(ModelText.Write(Read(EveryPart)), ModelText.Write(Read(Utf8(Plain.Replace(usual, other, StringComparison.Ordinal)))));

    [Fact]
    public void Blanks_around_numbers_do_not_count() =>
        Assert.Equal(ModelText.Write(Read(EveryPart)), ModelText.Write(Read(Utf8(Plain.Replace(" 2 ,-2 ", "+2,   -2.0", StringComparison.Ordinal).Replace(",-10 , 10 ", ",\t-010,10", StringComparison.Ordinal)))));

    [Fact]
    public void Quotation_marks_need_not_be_doubled()
    {
        var model = Read(Utf8(Plain.Replace("\"\"Zitat\"\" für 5 €.\"", "\"Zitat\"\"", StringComparison.Ordinal).Replace("spricht.\n\"\"\n# Auch das ist Text\n\"\"\"", "\"spricht\".\"", StringComparison.Ordinal)));
        Assert.Equal("Worum es geht:\n# kein Ende\nEin \"Zitat\"", model.Notes[0].Text.En);
        Assert.Equal("Wer traut,\n\"spricht\".", model.Influences[1].Provenance.Because!.De);
    }

    [Fact]
    public void Short_names_colours_and_texts_may_be_missing()
    {
        var reading = ModelText.ParseFile("$ ScenarioWizard 4.0\r\na.scw\r\n&D1\r\n -a\r\n -b\r\n&D2\r\n -c\r\n#\r\n#\r\n#\r\n#\r\n#\r\n0,0,1\r\n0,0,-1\r\n2,-2,0\r\n"u8, "some file.scw");
        Assert.Equal(["DT5012"], reading.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("some-file", reading.Model!.Id);
        Assert.Equal("a", reading.Model.Title.De);
        Assert.Equal(2, reading.Model.Influences.Length);
    }

    [Fact]
    public void Names_become_ids_and_stay_titles()
    {
        var model = Read(Utf8("$ ScenarioWizard 4.0\n\n&51\n -1_2\n -3_4\n&none\n -  x\n -\n&None\n -Événement d’été\n -ÉVÉNEMENT D'ÉTÉ\n&Вера\n -да\n#\n#\n#\n#\n#\n"
            + string.Concat(Enumerable.Repeat("0,0,0,0,0,0,0\n", 7)) + "#\n#\n#\n"));
        Assert.Equal(["f-51", "f-none", "f-none-2", "f4"], model.Factors.Select(factor => factor.Id));
        Assert.Equal(["s-1-2", "s-3-4", "x", "s2", "evenement-dete", "evenement-dete-2", "s1"], model.Factors.SelectMany(factor => factor.States).Select(state => state.Id));
        Assert.Equal("  x", model.Factors[1].States[0].Title.En);
        Assert.Equal("Вера", model.Factors[3].Title.En);
        Assert.Equal("model", model.Title.En);
        Assert.Equal(model.Factors.Length, ModelText.Parse(ModelText.Write(model)).Model!.Factors.Length);
    }

    [Fact]
    public void A_file_cut_anywhere_is_a_model_or_has_a_diagnostic_with_its_place()
    {
        foreach (var file in new[] { EveryPart, Utf8(Plain) })
        {
            for (var length = 0; length < file.Length; length++)
            {
                CheckSane(ModelText.ParseFile(file.AsSpan(0, length), "cut.scw"));
            }
        }
    }

    [Fact]
    public void A_file_cut_in_its_numbers_is_no_model()
    {
        var (from, to) = (Plain.IndexOf(" 1 ,-1", StringComparison.Ordinal), Plain.IndexOf("#\n# 0-0", StringComparison.Ordinal));
        for (var length = from; length < to - 2; length++)
        {
            Assert.Null(ModelText.ParseFile(Utf8(Plain[..length]), "cut.scw").Model);
        }
    }

    [Theory]
    [InlineData("CIB_global", 1)]
    [InlineData("CIB_nested_simplified_standardized", 7)]
    public void A_shared_file_cut_anywhere_has_a_diagnostic(string name, int step)
    {
        var file = File.ReadAllBytes(SharedCases.Require("cases", "scw", name + ".scw"));
        for (var length = 0; length < file.Length - 1; length += step)
        {
            var reading = ModelText.ParseFile(file.AsSpan(0, length), "cut.scw");
            CheckSane(reading);
            Assert.True(reading.Diagnostics.Any(diagnostic => diagnostic.Code != "DT3008"), $"cut at {length}");
        }
    }

    [Fact]
    public void Ten_thousand_damaged_files_are_models_or_have_diagnostics()
    {
        var random = new Random(4);
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = (i % 2 == 0 ? EveryPart : Utf8(Plain)).ToList();
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                var place = random.Next(bytes.Count);
                var value = random.Next(3) == 0 ? (byte)random.Next(256) : bytes[random.Next(bytes.Count)];
                switch (random.Next(4))
                {
                    case 0:
                        bytes.RemoveAt(place);
                        break;
                    case 1:
                        bytes.Insert(place, value);
                        break;
                    case 2:
                        bytes.RemoveRange(place, Math.Min(random.Next(60), bytes.Count - place));
                        bytes.Add(value);
                        break;
                    default:
                        bytes[place] = value;
                        break;
                }
            }

            CheckSane(ModelText.ParseFile(bytes.ToArray(), "damaged.scw"));
        }
    }

    [Fact]
    public void Five_thousand_factors_are_refused_at_once_at_the_line_of_the_first_that_is_too_much()
    {
        var names = string.Concat(Enumerable.Range(1, 5000).Select(i => $"&F{i}\n -a\n -b\n"));
        var file = Utf8("$ ScenarioWizard 4.0\nlarge.scw\n" + names + "#\n");
        var before = Environment.CpuUsage.TotalTime;
        var reading = ModelText.ParseFile(file, "large.scw");
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 1);
        Assert.Equal(["large.scw:1503 DT5007"], reading.Diagnostics.Select(diagnostic => $"{diagnostic.Span.File}:{diagnostic.Span.Line} {diagnostic.Code}"));
    }

    [Fact]
    public void The_largest_matrix_that_is_read_is_read_soon()
    {
        const int Factors = 500;
        var file = new StringBuilder("$ ScenarioWizard 4.0\nlarge.scw\n");
        file.AppendJoin("", Enumerable.Range(1, Factors).Select(i => $"&F{i}\n -a\n -b\n")).Append("#\n#\n#\n#\n#\n");
        var row = string.Join(',', Enumerable.Range(0, 2 * Factors).Select(i => i % 7 == 0 ? 1 : 0)) + "\n";
        file.AppendJoin("", Enumerable.Repeat(row, 2 * Factors)).Append("#\n#\n");
        var before = Environment.CpuUsage.TotalTime;
        var reading = ModelText.ParseFile(Utf8(file.ToString()), "large.scw");
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 10);
        Assert.Equal(Factors, reading.Model!.Factors.Length);
    }

    [Fact]
    public void A_hundred_states_are_one_too_many()
    {
        var file = "$ ScenarioWizard 4.0\na.scw\n&F\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $" -s{i}\n")) + "#\n";
        Assert.Equal((103, "DT5007"), ModelText.ParseFile(Utf8(file), "a.scw").Diagnostics.Select(diagnostic => (diagnostic.Span.Line, diagnostic.Code)).Single());
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x24, 0x00 }, "DT1005", 0)]
    [InlineData(new byte[] { 0x24, 0x00 }, "DT1005", 1)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x24, 0xE4 }, "DT1005", 1)]
    [InlineData(new byte[] { 0x24, 0x0A, 0xE4, 0x81 }, "DT5008", 2)]
    public void What_is_no_text_is_refused(byte[] file, string code, int line) =>
        Assert.Equal((code, line), ModelText.ParseFile(file, "a.scw").Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Span.Line)).Single());

    [Fact]
    public void A_file_is_read_in_place_of_a_model_whatever_the_case_of_its_ending()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("Every Part.SCW", EveryPart);
        var reading = ModelText.Read(scratch.PathOf("Every Part.SCW"));
        Assert.Equal("every-part", reading.Model!.Id);
        var found = new Diagnostic("DT4003", DiagnosticSeverity.Error, default, LocalizedText.Same("x")) { Element = "influences/vertrauen -> oel-preis" };
        Assert.Equal((32, 10), (reading.Placed(found).Span.Line, reading.Placed(found).Span.Column));
        Assert.Equal(["DT1001"], ModelText.Read(scratch.PathOf("missing.scw")).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static void CheckSane(ModelReading reading)
    {
        Assert.Equal(reading.Model is null, reading.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.All(reading.Diagnostics, diagnostic => Assert.True(diagnostic.Span.Line > 0 && diagnostic.Span.Column > 0));
    }

    private static Model Read(byte[] file)
    {
        var reading = ModelText.ParseFile(file, "model.scw");
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return reading.Model!;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
