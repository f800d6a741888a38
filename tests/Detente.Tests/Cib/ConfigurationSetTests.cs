using Detente.Cib;

namespace Detente.Tests.Cib;

public sealed class ConfigurationSetTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 64)]
    [InlineData(1_000, 3)]
    [InlineData(1_000, 900)]
    [InlineData(100_000, 250)]
    public void Members_are_numbered_in_order(int configurations, int members)
    {
        var random = new Random(configurations + members);
        var places = Enumerable.Range(0, configurations).OrderBy(_ => random.Next()).Take(members).Order().ToArray();
        var set = new ConfigurationSet(configurations);
        foreach (var place in places.Concat(places).OrderBy(_ => random.Next()))
        {
            set.Add([place]);
        }

        Assert.True(set.Number(members, CancellationToken.None));
        Assert.Equal(members, set.Count);
        Assert.Equal(places, Enumerable.Range(0, configurations).Where(place => set.Contains(place)));
        Assert.Equal(Enumerable.Range(0, members), places.Select(place => set.NumberOf(place)));
        Assert.Equal(places.Select(place => (long)place), Enumerable.Range(0, members).Select(set.PlaceOf));
    }

    [Fact]
    public void More_members_than_allowed_are_not_numbered()
    {
        var set = new ConfigurationSet(500);
        Parallel.For(100L, 300L, place => set.Add([place]));
        Assert.False(set.Number(199, CancellationToken.None));
        Assert.True(set.Number(200, CancellationToken.None));
    }
}
