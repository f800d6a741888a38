using Detente.Cib;

namespace Detente.Tests.Cib;

public sealed class EndingsTests
{
    // 0 -> 1 -> 2 -> 0 with 3 -> 1 on the side; 4 rests; 5 -> 6 -> 4.
    [Fact]
    public void Every_node_has_its_end()
    {
        var endings = Endings.Follow([1, 2, 0, 1, 4, 6, 4], 4, CancellationToken.None)!;
        Assert.Equal(2, endings.Count);
        Assert.Equal([0, 1, 2], endings.Nodes(0));
        Assert.Equal([4], endings.Nodes(1));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], Enumerable.Range(0, 7).Select(endings.Of));
        Assert.Equal((3, 1), (endings.Length(0), endings.Length(1)));
    }

    [Fact]
    public void More_nodes_on_ends_than_allowed_are_too_many() => Assert.Null(Endings.Follow([1, 2, 0, 1, 4, 6, 4], 3, CancellationToken.None));

    [Fact]
    public void Walking_from_any_node_of_a_random_map_comes_to_its_end()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] successors = [.. Enumerable.Range(0, 60).Select(_ => random.Next(60))];
            var endings = Endings.Follow([.. successors], 60, CancellationToken.None)!;
            for (var node = 0; node < 60; node++)
            {
                var at = node;
                for (var step = 0; step < 60; step++)
                {
                    at = successors[at];
                }

                var end = endings.Nodes(endings.Of(node));
                Assert.Contains(at, end);
                Assert.Equal(end.Skip(1).Append(end[0]), end.Select(member => successors[member]));
            }
        }
    }
}
