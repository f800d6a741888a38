using Detente.Language;
using Detente.Language.Exchange;

namespace Detente.Tests.Language.Exchange;

public sealed class UniqueIdsTests
{
    [Fact]
    public void Ids_are_unique_whatever_the_names()
    {
        var ids = new UniqueIds('f');
        Assert.Equal(
            ["a", "a-2", "a-2-2", "a-3", "f5", "f6", "f-9", "f-or", "aeoeuess-eclair", "x-y"],
            new[] { "a", "A", "a-2", "a", "", "—", "9", "or", "ÄÖÜß éclair", "-- x & y --" }.Select(ids.For));
    }

    [Fact]
    public void Ids_of_long_names_are_cut_and_stay_unique_and_well_formed()
    {
        var ids = new UniqueIds('s');
        var made = Enumerable.Range(0, 5000).Select(place => ids.For(new string('ß', 100), place)).ToList();
        Assert.Equal(5000, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, id => Assert.InRange(id.Length, 1, 40));
        var states = string.Join(", ", made.Take(99));
        Assert.NotNull(ModelText.Parse($"detente: 1\nid: a\nfactors: {{f: {{scale: nominal, states: [{states}]}}}}\n").Model);
    }
}
