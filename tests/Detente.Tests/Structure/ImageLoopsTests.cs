using Detente.Compiled;
using Detente.Models;
using Detente.Structure;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Structure;

public sealed class ImageLoopsTests
{
    // Two postures (0, 1), each seen by the other side (2 sees 0, 3 sees 1): seen posture answers with posture.
    private static readonly Influence[] Dilemma = [Weight(0, 2, 1), Weight(2, 1, 2), Weight(1, 3, 2), Weight(3, 0, 4)];

    [Fact]
    public void The_dilemma_is_found_and_begins_with_its_first_image()
    {
        var loops = Find(4, [2, 3], 10, Dilemma);
        var loop = Assert.Single(loops.Strongest);
        Assert.Equal([2, 1, 3, 0], loop.Factors);
        Assert.Equal(2, loop.Strength, 1e-12); // fourth root of 1 * 2 * 2 * 4, by exp and log
        Assert.Equal(8, loops.SearchedLength);
    }

    [Fact]
    public void One_answer_that_calms_makes_it_balancing_and_two_make_it_reinforcing()
    {
        Assert.Empty(Find(4, [2, 3], 10, [Dilemma[0], Dilemma[1], Dilemma[2], Weight(3, 0, -4)]).Strongest);
        Assert.Single(Find(4, [2, 3], 10, [Dilemma[0], Weight(2, 1, -2), Dilemma[2], Weight(3, 0, -4)]).Strongest);
    }

    [Fact]
    public void A_link_that_depends_makes_it_neither() =>
        Assert.Empty(Find(4, [2, 3], 10, [Dilemma[0], Dilemma[1], Dilemma[2], Cells(3, 0, (0, 0, 1), (0, 2, 1))]).Strongest);

    [Fact]
    public void One_image_is_not_enough() => Assert.Empty(Find(4, [2], 10, Dilemma).Strongest);

    // Every closed path without repetition of a random graph, found by trying every order of every subset of factors.
    [Fact]
    public void The_loops_are_those_that_trying_every_order_finds()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var weights = new double[5, 5];
            var influences = new List<Influence>();
            for (var link = 0; link < 12; link++)
            {
                var (source, target) = (random.Next(5), random.Next(5));
                if (source != target && weights[source, target] == 0)
                {
                    weights[source, target] = random.Next(2) == 0 ? 1 : -1;
                    influences.Add(Weight(source, target, weights[source, target]));
                }
            }

            int[] images = [0, 2, 3];
            var expected = Paths([]).Where(path => path.Length > 1 && path[0] == path.Intersect(images).DefaultIfEmpty(-1).Min()
                && path.Intersect(images).Count() >= 2
                && Enumerable.Range(0, path.Length).Aggregate(1.0, (product, i) => product * weights[path[i], path[(i + 1) % path.Length]]) > 0);
            Assert.Equal(
                expected.Select(path => string.Join(' ', path)).Order(StringComparer.Ordinal),
                Find(5, images, int.MaxValue, influences).Strongest.Select(loop => string.Join(' ', loop.Factors)).Order(StringComparer.Ordinal));
        }

        static IEnumerable<int[]> Paths(int[] begun) =>
            Enumerable.Range(0, 5).Except(begun).SelectMany(next => Paths([.. begun, next])).Prepend(begun);
    }

    [Fact]
    public void The_strongest_come_first_and_no_more_than_asked()
    {
        var loops = Find(4, [0, 1, 2], 2, [Weight(0, 1, 1), Weight(1, 0, 1), Weight(1, 2, 3), Weight(2, 1, 3), Weight(0, 2, 2), Weight(2, 0, 2)]);
        // 1-2 with 3 a link, 0-2 with 2, both three-link rings with the third root of 6, 0-1 with 1.
        Assert.Equal(["1 2", "0 2"], loops.Strongest.Select(loop => string.Join(' ', loop.Factors)));
    }

    // A ring of nine factors with two images is one link too long.
    [Fact]
    public void Loops_of_more_than_eight_links_are_not_looked_for()
    {
        Assert.Single(Find(8, [0, 4], 10, Enumerable.Range(0, 8).Select(f => Weight(f, (f + 1) % 8, 1))).Strongest);
        Assert.Empty(Find(9, [0, 4], 10, Enumerable.Range(0, 9).Select(f => Weight(f, (f + 1) % 9, 1))).Strongest);
    }

    [Fact]
    public void A_graph_too_dense_says_how_far_it_was_searched()
    {
        var dense = from f in Enumerable.Range(0, 30) from g in Enumerable.Range(0, 30) where f != g select Weight(f, g, 1);
        Assert.InRange(Find(30, [0, 1], 10, dense).SearchedLength, 3, 7);
    }

    private static ImageLoops Find(int factors, int[] images, int most, params IEnumerable<Influence> influences)
    {
        var model = Model(Enumerable.Range(0, factors).Select(f => Factor($"f{f}", 3)), influences);
        return ImageLoops.Find(
            InfluenceGraph.Of(model, ImpactTables.Of(model)),
            [.. Enumerable.Range(0, factors).Select(f => images.Contains(f))],
            most,
            CancellationToken.None);
    }
}
