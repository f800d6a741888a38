using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Detente.Models;
using Detente.Reports.Tree;

namespace Detente.Reports.Tests.Linting;

/// <summary>Checks a brief as it was written, not as it was meant. The program's own words are judged; the model's, which stand in elements of class <c>a</c>, are the analyst's.</summary>
internal static partial class BriefLinter
{
    private static readonly HashSet<string> Reaching = ["src", "href", "srcset", "action", "data", "poster", "formaction", "background"];

    private static readonly HashSet<string> Loading = ["script", "link", "iframe", "img", "image", "object", "embed", "base", "form", "audio", "video", "use"];

    /// <summary>All faults of a written report.</summary>
    /// <param name="report">The report it was written from: language, mode, hindsight.</param>
    /// <param name="html">What was written.</param>
    public static IReadOnlyList<LintFinding> Check(Report report, string html)
    {
        XDocument document;
        try
        {
            document = XDocument.Parse(html, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException broken)
        {
            return [new(LintRule.Form, broken.Message)];
        }

        return
        [
            .. report.Mode == ModelMode.Plausibility ? Words(document) : [],
            .. report.IsHindsight ? Hindsight(document) : [],
            .. document.Descendants().Where(element => Name(element) == "figure").SelectMany(Chart),
            .. Language(document, report.Language),
            .. document.Descendants().SelectMany(References),
            .. Labels(document),
            .. Structure(document),
            .. Style(document, report.Language),
        ];
    }

    /// <summary>Faults of sentences outside a document, in plausibility mode: words of chance, percentages, words of the other language, style.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="language">Their language.</param>
    public static IEnumerable<LintFinding> CheckSentences(IEnumerable<Phrase> sentences, ReaderLanguage language)
    {
        foreach (var sentence in sentences)
        {
            var own = string.Join(' ', sentence.Parts.OfType<OwnText>().Select(part => part.Text));
            foreach (var (pattern, rule) in new[] { (Forbidden, LintRule.ForbiddenWord), (Percent, LintRule.Percentage), (language == ReaderLanguage.German ? EnglishWords : GermanWords, LintRule.Language) })
            {
                if (pattern.Match(own) is { Success: true } match)
                {
                    yield return new(rule, match.Value + ": " + sentence.Plain);
                }
            }

            var flat = string.Concat(sentence.Parts.Select(part => part switch { OwnText text => text.Text, AnalystText => "X", PlaceLink link => link.Words.Plain, _ => "" }));
            foreach (var finding in Style(flat, sentence.Plain, language))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<LintFinding> Words(XDocument document)
    {
        foreach (var text in OwnTexts(document))
        {
            foreach (Match match in Forbidden.Matches(text))
            {
                yield return new(LintRule.ForbiddenWord, match.Value + ": " + text.Trim());
            }

            if (Percent.IsMatch(text))
            {
                yield return new(LintRule.Percentage, text.Trim());
            }
        }
    }

    private static IEnumerable<LintFinding> Hindsight(XDocument document)
    {
        var banner = document.Descendants().FirstOrDefault(element => HasClass(element, "banner"));
        var firstResult = document.Descendants().FirstOrDefault(element => Name(element) == "section");
        if (banner is null || banner.Value.Trim().Length == 0 || (firstResult is not null && firstResult.IsBefore(banner)))
        {
            yield return new(LintRule.Hindsight, "no banner before the first section");
        }
    }

    private static IEnumerable<LintFinding> Chart(XElement figure)
    {
        var id = (string?)figure.Attribute("id") ?? "figure";
        var drawing = figure.Elements().FirstOrDefault(element => Name(element) == "svg");
        bool IsSaid(string part) => drawing?.Elements().FirstOrDefault(element => Name(element) == part)?.Value.Trim().Length > 0;
        if ((string?)drawing?.Attribute("role") != "img" || !IsSaid("title") || !IsSaid("desc"))
        {
            yield return new(LintRule.Chart, id + " has no description");
        }

        var caption = figure.Elements().FirstOrDefault(element => Name(element) == "figcaption");
        if (caption is null || !caption.Elements().Any(element => HasClass(element, "s") && element.Value.Trim().Length > 0))
        {
            yield return new(LintRule.Chart, id + " has no conclusion");
        }

        var targets = figure.Descendants().Attributes("href").Select(link => link.Value.TrimStart('#')).ToHashSet(StringComparer.Ordinal);
        var isTabled = figure.Document!.Descendants().Any(element => Name(element) is "table" or "li" && targets.Contains((string?)element.Attribute("id") ?? ""));
        if (!isTabled)
        {
            yield return new(LintRule.Chart, id + " has no table");
        }
    }

    private static IEnumerable<LintFinding> Language(XDocument document, ReaderLanguage language)
    {
        var isGerman = language == ReaderLanguage.German;
        if ((string?)document.Root!.Attribute("lang") != (isGerman ? "de" : "en"))
        {
            yield return new(LintRule.Language, "the lang attribute is missing or wrong");
        }

        foreach (var text in OwnTexts(document))
        {
            if ((isGerman ? EnglishWords : GermanWords).Match(text) is { Success: true } match)
            {
                yield return new(LintRule.Language, match.Value + ": " + text.Trim());
            }
        }
    }

    private static IEnumerable<LintFinding> References(XElement element)
    {
        if (Loading.Contains(Name(element)))
        {
            yield return new(LintRule.ExternalReference, "<" + Name(element) + ">");
        }

        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var name = attribute.Name.LocalName;
            if ((Reaching.Contains(name) && !attribute.Value.StartsWith('#')) || name.StartsWith("on", StringComparison.Ordinal) || OutsideStyle.IsMatch(attribute.Value))
            {
                yield return new(LintRule.ExternalReference, $"{name}=\"{attribute.Value}\"");
            }
        }

        if (Name(element) == "style" && OutsideStyle.Match(element.Value) is { Success: true } match)
        {
            yield return new(LintRule.ExternalReference, match.Value);
        }
    }

    private static IEnumerable<LintFinding> Labels(XDocument document)
    {
        foreach (var element in document.Descendants().Where(element => Name(element) is "p" or "li" && !HasClass(element, "remark")))
        {
            var bare = element.DescendantNodes().OfType<XText>()
                .Where(text => text.Value.Trim().Length > 0)
                .FirstOrDefault(text => !text.Ancestors().Any(above => HasClass(above, "s") || HasClass(above, "lead")));
            if (bare is not null)
            {
                yield return new(LintRule.Unlabelled, bare.Value.Trim());
            }
        }

        foreach (var passage in document.Descendants().Where(element => HasClass(element, "s") && !IsMark(element.LastNode)))
        {
            yield return new(LintRule.Unlabelled, passage.Value.Trim());
        }

        foreach (var table in document.Descendants().Where(element => Name(element) == "table"))
        {
            bool IsMarked(XElement part) => part.Descendants().Any(IsMark);
            var isMarked = table.Elements().Where(part => Name(part) == "caption").Any(IsMarked)
                || table.Descendants().Where(part => Name(part) == "tbody").Elements().All(IsMarked);
            if (!isMarked)
            {
                yield return new(LintRule.Unlabelled, "table " + (string?)table.Attribute("id"));
            }
        }
    }

    private static IEnumerable<LintFinding> Structure(XDocument document)
    {
        foreach (var text in OwnTexts(document).Where(text => text.AsSpan().ContainsAny('{', '}')))
        {
            yield return new(LintRule.Structure, "a place was not filled: " + text.Trim());
        }

        var level = 0;
        foreach (var heading in document.Descendants().Where(element => Heading.IsMatch(Name(element))))
        {
            var next = Name(heading)[1] - '0';
            if (next > level + 1 || (next == 1 && level > 0))
            {
                yield return new(LintRule.Structure, $"{Name(heading)} skips a level: {heading.Value}");
            }

            level = next;
        }

        var ids = document.Descendants().Attributes("id").Select(id => id.Value).ToList();
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return new(LintRule.Structure, "the id " + twice.Key + " occurs twice");
        }

        foreach (var link in document.Descendants().Attributes("href").Where(link => link.Value.StartsWith('#') && !ids.Contains(link.Value[1..], StringComparer.Ordinal)))
        {
            yield return new(LintRule.Structure, link.Value + " leads nowhere");
        }

        foreach (var header in document.Descendants().Where(element => Name(element) == "th" && element.Attribute("scope") is null))
        {
            yield return new(LintRule.Structure, "a header without scope: " + header.Value);
        }
    }

    /// <summary>The program's own texts, attributes for readers included. A description repeats the conclusion with the model's words in it and is checked there.</summary>
    private static IEnumerable<string> OwnTexts(XDocument document) => document.DescendantNodes().OfType<XText>()
        .Where(text => !text.Ancestors().Any(above => HasClass(above, "a") || Name(above) is "style" or "desc"))
        .Select(text => text.Value)
        .Concat(document.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "title" or "alt" or "aria-label").Select(attribute => attribute.Value));

    private static string Name(XElement element) => element.Name.LocalName;

    private static bool HasClass(XElement element, string name) => ((string?)element.Attribute("class"))?.Split(' ').Contains(name, StringComparer.Ordinal) == true;

    private static bool IsMark(XNode? node) => node is XElement { Name.LocalName: "abbr" } element && HasClass(element, "mark");

    [GeneratedRegex(@"\b(?:im)?probab\w*|\b(?:un)?likel\w*|\b(?:un)?wahrscheinlich\w*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Forbidden { get; }

    [GeneratedRegex(@"[%‰]|\bper ?cent\b|\bProzent", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percent { get; }

    [GeneratedRegex(@"\b(?:the|of|and|with|which|are|runs|share|from|kind|kinds|none|by)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishWords { get; }

    [GeneratedRegex(@"\b(?:der|das|und|von|nicht|ist|mit|wird|Modellläufe|Anteil|keine)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GermanWords { get; }

    [GeneratedRegex(@"@import|url\((?!#)[^)]*\)?|javascript:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutsideStyle { get; }

    [GeneratedRegex("^h[1-6]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading { get; }
}
