using Detente.Simulation;

namespace Detente.Tests.Simulation;

public sealed class LaneSumsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(1000)]
    [InlineData(LaneWalk.MostLanes)]
    public void Sums_are_those_of_a_plain_loop(int lanes)
    {
        var random = new Random(lanes);
        byte[] a = [.. Enumerable.Range(0, lanes).Select(_ => (byte)random.Next(99))], b = [.. Enumerable.Range(0, lanes).Select(_ => (byte)random.Next(99))];
        var differences = a.Zip(b, (one, other) => one - other).ToList();
        Assert.Equal((differences.Sum(), differences.Sum(difference => difference * difference)), LaneSums.OfDifferences(a, b));
    }
}
