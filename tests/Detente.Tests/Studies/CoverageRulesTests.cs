using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Tests.Studies;

public sealed class CoverageRulesTests
{
    [Fact]
    public void The_table_of_the_documentation_is_the_table_of_the_program()
    {
        var document = File.ReadAllText(RepositoryRoot.Combine("docs", "language", "coverage.md")).ReplaceLineEndings("\n");
        var rows = document.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<ItemKind>().Select(kind => $"| `{ItemKindText.Write(kind)}` | {CoverageRules.Elements(kind).En} |"), rows);
    }

    [Fact]
    public void Every_trait_counts_for_a_kind_and_has_words_of_its_own_in_both_languages()
    {
        foreach (var trait in Enum.GetValues<CarrierTraits>().Where(trait => trait != CarrierTraits.None))
        {
            Assert.Contains(Enum.GetValues<ItemKind>(), kind => CoverageRules.Represents(trait, kind));
        }

        Assert.All(Enum.GetValues<ItemKind>(), kind =>
        {
            var words = CoverageRules.Elements(kind);
            Assert.Equal(words.En.Split(", ").Length, words.En.Split(", ").Distinct().Count());
            Assert.Equal(words.En.Split(", ").Length, words.De.Split(", ").Distinct().Count());
        });
        Assert.All(Enum.GetValues<ItemKind>(), kind => Assert.False(CoverageRules.Represents(CarrierTraits.None, kind)));
    }

    [Fact]
    public void What_is_no_kind_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CoverageRules.Elements((ItemKind)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => ItemKindText.Write((ItemKind)(-1)));
    }
}
