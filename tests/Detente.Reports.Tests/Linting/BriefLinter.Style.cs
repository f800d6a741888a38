using System.Text.RegularExpressions;
using System.Xml.Linq;
using Detente.Models;

namespace Detente.Reports.Tests.Linting;

internal static partial class BriefLinter
{
    /// <summary>A title of the model counts as one word, however long.</summary>
    private const int LongestSentence = 45;

    private static IEnumerable<LintFinding> Style(XDocument document, ReaderLanguage language)
    {
        foreach (var element in document.Descendants().Where(element => Name(element) is "p" or "li" or "td" or "th" or "caption" or "figcaption"))
        {
            var words = Flat(element);
            foreach (var finding in Style(words, words, language))
            {
                yield return finding;
            }

            var isBody = !element.Ancestors().Any(above => HasClass(above, "annex")) && Name(element) is "p" or "li" or "figcaption";
            foreach (var sentence in isBody ? SentenceEnd.Split(words) : [])
            {
                var length = sentence.Split((char[])[' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Length;
                if (length > LongestSentence)
                {
                    yield return new(LintRule.Style, $"{length} words in a sentence: {sentence}");
                }
            }
        }
    }

    private static IEnumerable<LintFinding> Style(string words, string shown, ReaderLanguage language)
    {
        var (open, close) = language == ReaderLanguage.German ? ('„', '“') : ('“', '”');
        if (Clumsy.Match(words) is { Success: true } match)
        {
            yield return new(LintRule.Style, $"“{match.Value}”: {shown}");
        }

        if (words.Count(letter => letter == open) != words.Count(letter => letter == close))
        {
            yield return new(LintRule.Style, "quotation marks without their counterpart: " + shown);
        }
    }

    /// <summary>The program's words with an X for each of the model's.</summary>
    private static string Flat(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement inner when HasClass(inner, "a") => "X",
        XElement inner when HasClass(inner, "mark") => "",
        XElement inner => Flat(inner),
        _ => "",
    }));

    [GeneratedRegex(@"  +| [,.;:)](?!\d)|\(\s*\)|\bnull\b|\bNaN\b|∞|\bTrue\b|\bFalse\b|\.\.+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clumsy { get; }

    [GeneratedRegex(@"(?<=[.!?]) +(?=\p{Lu}|„|“)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentenceEnd { get; }
}
