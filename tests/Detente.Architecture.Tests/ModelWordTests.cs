using Detente.Architecture.Tests.Rules;

namespace Detente.Architecture.Tests;

/// <summary>The program knows no model: no name of models/ occurs in src/, so that it serves any rivalry alike.</summary>
public sealed class ModelWordTests
{
    /// <summary>Names that must not occur whichever models are here.</summary>
    private static readonly string[] Always =
    [
        "nato", "russia", "russian", "ukraine", "minsk", "warsaw", "kremlin", "moscow", "putin",
        "euromissile", "euromissiles", "pershing", "ss20", "ss-20", "soviet", "geneva", "stockholm", "madrid", "brezhnev", "reagan", "gorbachev", "afghanistan",
    ];

    [Fact]
    public void No_word_of_a_model_occurs_in_the_program()
    {
        var allowed = Exceptions.Read("allowed-words.txt");
        var words = SourceFile.Below("models", ".yaml", ".yml").SelectMany(Words.OfModel).Where(word => !allowed.ContainsKey(word)).Concat(Always);
        Violations.None(Words.Occurrences(SourceFile.Below("src", ".cs"), words.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public void Ids_and_names_are_taken_from_a_model()
    {
        const string Model = """
            id: north-south-1999
            title: {en: The South and its WTO, de: Der Süden}
            actors: {borduria: {positions: {dialogue: -3}}}
            factors:
              trust: {title: {en: Trust in Klow}, states: {low: {title: {en: Low}}, half-open: {}}}
            influences:
              - {from: trust, because: {en: Zeta}}
            """;
        Assert.Equal(
            ["north-south-1999", "south", "wto", "borduria", "trust", "klow", "half-open"],
            Words.OfModel(new SourceFile("models/a/model.yaml", Model)));
    }

    [Theory]
    [InlineData("var NatoPosture = 1;", "nato")]
    [InlineData("// as NATO sees it", "nato")]
    [InlineData("\"half-open\"", "half-open")]
    [InlineData("enum State { HalfOpen }", "half-open")]
    [InlineData("half_open", "half-open")]
    public void A_planted_word_is_found(string line, string word) =>
        Assert.Equal(["src/A.cs:1 says " + word], Words.Occurrences([new SourceFile("src/A.cs", line)], [word]));

    [Theory]
    [InlineData("combinatorial", "nato")]
    [InlineData("half is open", "half-open")]
    public void A_part_of_another_word_is_not(string line, string word) =>
        Assert.Empty(Words.Occurrences([new SourceFile("src/A.cs", line)], [word]));
}
