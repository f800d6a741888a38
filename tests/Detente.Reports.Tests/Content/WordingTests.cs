using System.Reflection;
using System.Text.RegularExpressions;
using Detente.Models;
using Detente.Reports.Content;

namespace Detente.Reports.Tests.Content;

/// <summary>Every wording of the program exists in both languages and has the same places to fill.</summary>
public sealed partial class WordingTests
{
    /// <summary>Wordings that are the same in both languages: signs and bare places.</summary>
    private static readonly string[] Alike = ["{0}", "{0} {1}", "{0}: {1}", "{0}{1}.", "{0} ({1})", "{0} → {1}", "{0} → {1}: {2}", "{0} ({1}, {2})"];

    private static IEnumerable<(string Name, LocalizedText Text)> All { get; } =
        [.. from type in typeof(Voice).Assembly.GetTypes()
            where type.Namespace == typeof(Voice).Namespace
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public)
            where field.FieldType == typeof(LocalizedText)
            select (type.Name + "." + field.Name, (LocalizedText)field.GetValue(null)!)];

    [Fact]
    public void All_are_found() => Assert.True(All.Count() > 150, $"{All.Count()} wordings");

    [Fact]
    public void None_is_missing_or_left_untranslated() =>
        Assert.Empty(All.Where(wording => wording.Text.En.Length == 0 || wording.Text.De.Length == 0 || (wording.Text.En == wording.Text.De && !Alike.Contains(wording.Text.En))).Select(wording => wording.Name));

    [Fact]
    public void Both_languages_fill_the_same_places() =>
        Assert.Empty(All.Where(wording => !Places(wording.Text.En).SetEquals(Places(wording.Text.De))).Select(wording => wording.Name));

    [Fact]
    public void Lists_of_words_are_equally_long() =>
        Assert.Empty(All.Where(wording => wording.Text.En.Split('|').Length != wording.Text.De.Split('|').Length).Select(wording => wording.Name));

    [Fact]
    public void Quotation_marks_are_those_of_the_language() =>
        Assert.Empty(All.Where(wording => wording.Text.En.AsSpan().ContainsAny('„', '"') || wording.Text.De.AsSpan().ContainsAny('”', '"')).Select(wording => wording.Name));

    private static HashSet<string> Places(string text) => [.. Place.Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place { get; }
}
