using CsCheck;
using Detente.Language;
using Detente.Language.Syntax;
using Detente.Language.Text;

namespace Detente.Tests.Language.Text;

/// <summary>A part of a value is found where it stands in the file, however the value is written.</summary>
public sealed class LocatedTextTests
{
    private static readonly string[] Openings = ["a: ", "a: '", "a: \"", "a: |\n  ", "a: >\n  "];

    [Theory]
    [InlineData("a: one two three", "two", 1, 8, 11)]
    [InlineData("a: 'it''s two'", "two", 1, 11, 14)]
    [InlineData("a: \"x\\ttwo\"", "two", 1, 8, 11)]
    [InlineData("a: \"\\u0041\\x42\\U0001F600two\"", "two", 1, 25, 28)]
    [InlineData("a: \"😀two\"", "two", 1, 7, 10)]
    [InlineData("a: one\n  two\n  three", "two", 2, 3, 6)]
    [InlineData("a: one\n\n\n  two", "two", 4, 3, 6)]
    [InlineData("a: \"one\n   two\"", "two", 2, 4, 7)]
    [InlineData("a: \"one \\\n    two\"", "two", 2, 5, 8)]
    [InlineData("a: \"one\\\n\n    two\"", "two", 3, 5, 8)]
    [InlineData("a: 'one\r\n  two'\r\n", "two", 2, 3, 6)]
    [InlineData("a: |\n  one\n  two\n", "two", 3, 3, 6)]
    [InlineData("a: |\n  one\n    two\n", "two", 3, 5, 8)]
    [InlineData("a: >-\n  one\n  two\n\n  three\n", "three", 5, 3, 8)]
    [InlineData("a: >+ # folded\n\n  one\n  two\n\n", "two", 4, 3, 6)]
    [InlineData("a: |2\n    one\n  two\n", "two", 3, 3, 6)]
    public void A_word_is_found(string yaml, string word, int line, int column, int endColumn)
    {
        var value = ValueOf(yaml);
        var span = value.At(value.Text.IndexOf(word, StringComparison.Ordinal), word.Length);
        Assert.Equal(new TextSpan("test.yaml", line, column, line, endColumn), span);
        Assert.Equal(span, value.Part(value.Text.IndexOf(word, StringComparison.Ordinal), word.Length).Span);
    }

    [Fact]
    public void An_escape_is_marked_whole() => Assert.Equal(new TextSpan("test.yaml", 1, 6, 1, 12), ValueOf("a: \"x\\u0041y\"").At(1, 1));

    [Fact]
    public void The_end_lies_behind_the_last_character() => Assert.Equal(new TextSpan("test.yaml", 1, 7, 1, 7), ValueOf("a: one").At(3, 0));

    [Fact]
    public void A_text_without_a_file_counts_from_its_own_beginning() => Assert.Equal(new TextSpan("text", 1, 5, 1, 8), LocatedText.Of("one two").At(4, 3));

    [Fact]
    public void Every_character_of_every_text_has_a_place_and_places_do_not_go_back() => Gen.String[Gen.Char[" \n\t'\"\\ab#:-é\u3000"], 0, 30]
        .Select(Gen.Int[0, Openings.Length - 1].Select(opening => Openings[opening]))
        .Sample((text, opening) =>
        {
            var yaml = opening + text.Replace("\n", "\n  ", StringComparison.Ordinal) + (opening.EndsWith('\'') ? "'" : opening.EndsWith('"') ? "\"" : "");
            if (Read(yaml) is not { } value)
            {
                return;
            }

            var last = (0, 0);
            for (var i = 0; i < value.Text.Length; i++)
            {
                var span = value.At(i, 1);
                Assert.True((span.Line, span.Column).CompareTo(last) >= 0);
                last = (span.Line, span.Column);
            }
        });

    private static LocatedText ValueOf(string yaml) => Read(yaml)!;

    private static LocatedText? Read(string yaml)
    {
        var (root, _) = YamlReader.Read(new SourceText("test.yaml", yaml), new DiagnosticBag(), CancellationToken.None);
        return root.Entries is [{ Value: ScalarNode scalar }] ? scalar.Value : null;
    }
}
