using CsCheck;
using Detente.Language;

namespace Detente.Tests.Language;

public sealed class ModelTextFormatTests
{
    private const string Commented = """
        # A model of two powers.
        # Second line.

        # on factors
        factors: # all of them
            trust:   # how much
                # in order
                states: {  # three
                    broken: ,   # the least
                    low: 'it''s low', working: "work\x69ng" } # the end
                title:   {en:   "Trust",   de: Vertrauen}
                # just before inertia

                inertia: 36 months   # slow
                # the last of trust
            channels: {states: [none, regular], # two
              inertia: never}
        id:   'two-powers'     # its name
        detente: 1

        influences:
        - # on the dash
          from: trust
          # to where
          to: channels
          weight: 2     # strong
          because: >-   # folded
            a reason that is folded over
            two lines
        # the second
        - {from: trust, to: channels, weight: 1} # weak
        - {from: trust,
           to: channels,   # inside
           weight: 1}

        # at the very end
        """;

    [Fact]
    public void Comments_and_empty_lines_stay_where_they_belong() => Golden.Match("canonical/commented.yaml", Format(Commented));

    [Fact]
    public void Formatting_twice_changes_nothing_more() => Assert.Equal(Format(Commented), Format(Format(Commented)));

    [Fact]
    public void Line_ends_and_indentation_do_not_matter() =>
        Assert.Equal(Format(Commented), Format(Commented.ReplaceLineEndings("\r\n")));

    [Fact]
    public void A_canonical_text_stays_as_it_is()
    {
        var text = File.ReadAllText(Path.Combine(Golden.Folder, "canonical", "every-element.yaml"));
        Assert.Equal(text, Format(text));
    }

    [Fact]
    public void A_formatted_file_reads_as_the_same_model()
    {
        var text = File.ReadAllText(Path.Combine(Golden.Folder, "every-element.yaml"));
        var formatted = Format(text);
        Assert.Equal(ModelText.Write(ModelText.Parse(text).Model!), ModelText.Write(ModelText.Parse(formatted).Model!));
        Assert.Equal(formatted, Format(formatted));
    }

    public static TheoryData<string> BadModels =>
        [.. Directory.EnumerateFiles(Path.Combine(Golden.Folder, "diagnostics"), "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Golden.Folder, path)).Order(StringComparer.Ordinal)];

    /// <summary>Whatever a file's mistakes: it is left alone, or formatted so that formatting again changes nothing and every mistake stays.</summary>
    [Theory]
    [MemberData(nameof(BadModels))]
    public void A_bad_model_keeps_its_mistakes(string file)
    {
        var text = File.ReadAllText(Path.Combine(Golden.Folder, file));
        var result = ModelText.Format(text);
        if (result.Text is null)
        {
            Assert.Contains(result.Diagnostics, found => found.Code.StartsWith("DT10", StringComparison.Ordinal) && found.Code != "DT1090");
            return;
        }

        Assert.Equal(result.Text, Format(result.Text));
        Assert.Equal(Codes(text), Codes(result.Text));

        static IEnumerable<string> Codes(string text) => ModelText.Parse(text).Diagnostics.Select(found => found.Code).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_file_with_broken_yaml_is_left_alone()
    {
        var result = ModelText.Format("factors: {trust: [}", "m.yaml");
        Assert.Null(result.Text);
        Assert.Contains(result.Diagnostics, found => found.Code == "DT1006");
    }

    [Fact]
    public void Comments_at_random_places_are_neither_lost_nor_moved_again() =>
        Gen.Int[0, 1000].Array[0, 12].Select(Gen.Int[0, 3].Array[12], (places, kinds) => (places, kinds)).Sample(sample =>
        {
            var lines = Commented.Split('\n').ToList();
            foreach (var (place, kind) in sample.places.Zip(sample.kinds))
            {
                var at = place % (lines.Count + 1);
                var comment = $"# {place} {kind}";
                if (kind == 0)
                {
                    lines.Insert(at, "");
                }
                else if (kind < 3 || at == lines.Count || lines[at].Contains('#', StringComparison.Ordinal) || lines[at].Contains("folded over", StringComparison.Ordinal) || lines[at].Contains("two lines", StringComparison.Ordinal))
                {
                    lines.Insert(at, new string(' ', place % 7) + comment);
                }
                else
                {
                    lines[at] += " " + comment;
                }
            }

            var text = string.Join('\n', lines);
            var first = ModelText.Format(text);
            if (first.Text is null)
            {
                Assert.Contains(first.Diagnostics, found => found.Code == "DT1006"); // a comment inside a folded text is part of it, or breaks it
                return;
            }

            Assert.Equal(first.Text, Format(first.Text));
        }, iter: 300, threads: 1);

    private static string Format(string text)
    {
        var result = ModelText.Format(text);
        Assert.True(result.Text is not null, string.Join('\n', result.Diagnostics) + "\n" + text);
        return result.Text;
    }
}
