using System.Collections.Immutable;
using Detente.Cib;

namespace Detente.Tests.Cib;

public sealed class MostDifferentTests
{
    [Fact]
    public void The_first_comes_first_then_what_is_furthest_from_all_taken() =>
        Assert.Equal(["000", "111", "001"], MostDifferent.Of([.. Configurations("000", "001", "011", "111")], 3).Select(x => string.Concat(x)));

    [Fact]
    public void No_more_are_taken_than_there_are() =>
        Assert.Equal(2, MostDifferent.Of([.. Configurations("00", "11")], 5).Length);

    // Gonzalez 1985: at least half of the best smallest difference there is, here by trying all choices that hold the first.
    [Fact]
    public void The_smallest_difference_is_at_least_half_of_the_best()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            ImmutableArray<ImmutableArray<int>> all = [.. Configurations([.. Enumerable.Range(0, 9).Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => random.Next(3)))).Distinct()])];
            var best = (from a in all from b in all from c in all where a != b && b != c && a != c select Smallest([a, b, c])).Max();
            Assert.True(2 * Smallest(MostDifferent.Of(all, 3)) >= best, $"seed {seed}");
        }
    }

    private static int Smallest(ImmutableArray<ImmutableArray<int>> chosen) =>
        (from i in Enumerable.Range(0, chosen.Length) from j in Enumerable.Range(0, i) select chosen[i].Zip(chosen[j]).Count(pair => pair.First != pair.Second)).Min();

    private static IEnumerable<ImmutableArray<int>> Configurations(params string[] written) =>
        written.Select(states => states.Select(state => state - '0').ToImmutableArray());
}
