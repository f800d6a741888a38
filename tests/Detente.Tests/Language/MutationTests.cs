using CsCheck;
using Detente.Language;
using Detente.Models;

namespace Detente.Tests.Language;

/// <summary>However a valid text is damaged, reading it answers with diagnostics that can be shown.</summary>
public sealed class MutationTests
{
    private const int Times = 300;

    private static readonly string[] Tokens =
        ["[", "]", "{", "}", ":", "-", ",", "\"", "'", "#", "&a", "*a", "!x", "|", ">", "?", "<<:", "\t", "\n", "never", "1e400", ".nan", "-1", "2016-02-30", "a -> b", "otherwise", "(", "=", "~", "é", "😀"];

    private static readonly string[] Lines = ModelTextTests.EveryElement.Split('\n');

    [Fact]
    public void A_line_deleted_doubled_or_moved() => Gen.Select(Gen.Int[0, Lines.Length - 1], Gen.Int[0, Lines.Length - 1], Gen.Int[0, 2]).Sample(
        (from, to, kind) =>
        {
            var lines = Lines.ToList();
            if (kind != 1)
            {
                lines.RemoveAt(from);
            }

            if (kind != 0)
            {
                lines.Insert(Math.Min(to, lines.Count), Lines[from]);
            }

            Survives(string.Join('\n', lines));
        },
        iter: Times);

    [Fact]
    public void Tokens_put_in_or_in_place_of_others() => Gen.Select(Gen.Int[0, ModelTextTests.EveryElement.Length - 1], Gen.Int[0, 12], Gen.Int[0, Tokens.Length - 1].Select(token => Tokens[token])).Array[1, 4].Sample(
        changes =>
        {
            var text = ModelTextTests.EveryElement;
            foreach (var (at, length, token) in changes)
            {
                var start = Math.Min(at, text.Length);
                text = string.Concat(text.AsSpan(0, start), token, text.AsSpan(Math.Min(start + length, text.Length)));
            }

            Survives(text);
        },
        iter: Times);

    [Fact]
    public void Cut_off_anywhere() => Gen.Int[0, ModelTextTests.EveryElement.Length].Sample(length => Survives(ModelTextTests.EveryElement[..length]), iter: Times);

    [Fact]
    public void Words_exchanged() => Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Words.Length - 1]).Array[1, 3].Sample(
        pairs =>
        {
            var words = Words.ToArray();
            foreach (var (left, right) in pairs)
            {
                (words[left], words[right]) = (words[right], words[left]);
            }

            Survives(string.Join(' ', words));
        },
        iter: Times);

    private static string[] Words { get; } = ModelTextTests.EveryElement.Split(' ');

    private static void Survives(string text)
    {
        var reading = ModelText.Parse(text);
        Assert.Equal(reading.Model is null, reading.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        foreach (var diagnostic in reading.Diagnostics)
        {
            Assert.NotEmpty(DiagnosticText.Write(diagnostic, reading, ReaderLanguage.English));
            Assert.NotEmpty(DiagnosticText.Write(diagnostic, reading, ReaderLanguage.German));
            Assert.True(diagnostic.Span.Line == 0 || (diagnostic.Span.Column >= 1 && (diagnostic.Span.EndLine, diagnostic.Span.EndColumn).CompareTo((diagnostic.Span.Line, diagnostic.Span.Column)) >= 0));
        }
    }
}
