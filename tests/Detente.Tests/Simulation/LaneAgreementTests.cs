using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Compiled;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>Paths walked side by side against the exact chain, all deviations taken together, and against formulae.</summary>
public sealed class LaneAgreementTests
{
    private const int Models = 60;
    private const int Paths = 20_000;

    /// <summary>
    /// One share per factor and kind at the end of each of 60 models, in standard errors: their mean, their sum of squares, and their distribution
    /// (A. N. Kolmogorov 1933) must be those of standard normal numbers. A bias far below what each cell alone would show adds up here.
    /// </summary>
    [Fact]
    public void Deviations_from_the_exact_chain_are_those_of_chance()
    {
        var z = Enumerable.Range(200, Models).SelectMany(Deviations).Order().ToList();
        var n = z.Count;
        Assert.True(n > 150, $"{n} shares");
        Assert.InRange(z.Sum() / Math.Sqrt(n), -3.5, 3.5);
        Assert.InRange(z.Sum(one => one * one), n - (4 * Math.Sqrt(2 * n)), n + (4 * Math.Sqrt(2 * n))); // shares of one model depend on each other a little
        var distance = z.Select((one, i) => Math.Max(Math.Abs(Normal(one) - ((double)i / n)), Math.Abs(Normal(one) - ((i + 1.0) / n)))).Max();
        Assert.InRange(distance * Math.Sqrt(n), 0, 1.95); // exceeded once in a thousand
    }

    /// <summary>What the test above would find: a share that is off by four thousandths everywhere.</summary>
    [Fact]
    public void A_small_bias_would_be_found()
    {
        var z = Enumerable.Range(200, Models).SelectMany(seed => Deviations(seed).Select(one => one + (0.004 / 0.0035))).ToList();
        Assert.NotInRange(z.Sum() / Math.Sqrt(z.Count), -3.5, 3.5);
    }

    private static IEnumerable<double> Deviations(int seed)
    {
        var study = new FuturesStudy(RandomTimedModel.Of(seed), new StudyOptions { Draws = 1, Paths = Paths, Seed = (ulong)seed, Threads = 1 });
        var walked = (FuturesResult)new StudyRunner().Run(study, null, CancellationToken.None);
        var exact = (FuturesResult)new StudyRunner().Run(study with { Options = study.Options with { Exact = true } }, null, CancellationToken.None);
        var pairs = walked.Factors.Zip(exact.Factors, (own, twin) => (Share: own[0][^1], Chance: twin[0][^1]))
            .Append((Share: walked.Scenarios[0].Values[^1].Mean, Chance: exact.Scenarios[0].Values[^1].Mean));
        return pairs.Where(pair => pair.Chance is > 0.02 and < 0.98).Select(pair => (pair.Share - pair.Chance) / Math.Sqrt(pair.Chance * (1 - pair.Chance) / Paths));
    }

    // Abramowitz and Stegun 26.2.17; error below 1e-7.
    private static double Normal(double x)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        var tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x > 0 ? 1 - tail : tail;
    }

    /// <summary>A factor of two states that leans by w to the upper one: up a = r q, down b = r (1 - q); after t steps q + (s - q)(1 - r)^t from s.</summary>
    [Theory]
    [InlineData(0, 1.5)]
    [InlineData(1, -0.5)]
    public void A_chain_of_two_states_follows_its_formula(int initial, double points)
    {
        var model = Model(24, [Factor("f", 2, initial, 6)]) with { Tendencies = [Lean(0, points)] };
        var r = Thresholds.Of(1 - Math.Exp(-1 / 6.0), 16) / 65_536.0;
        var q = new ChoiceTable(Elementary.LogOf2).Neighbour((int)(200 * points)) / 65_536.0;
        var shares = Shares(model, 0, 1, 200_000);
        for (var t = 0; t < shares.Length; t++)
        {
            IsClose(q + ((initial - q) * Math.Pow(1 - r, t)), shares[t], 200_000);
        }
    }

    /// <summary>A push halves with every half-life: the share of moves in each step after it is that of its strength at that age.</summary>
    [Fact]
    public void A_push_decays_by_its_half_life()
    {
        // The event comes once, at step 0. A factor that is redrawn in each step (moves: any) shows the strength of the push in the step before.
        var factor = Factor("f", 2, 0, 0) with { Moves = MoveRule.Any };
        var model = Model(13, [factor]) with { Events = [Event("e", On(0), Push(0, 3, 4))] };
        var shares = Shares(model, 0, 1, 200_000);
        IsClose(0.5, shares[1], 200_000); // not yet
        for (var t = 2; t < shares.Length; t++)
        {
            var odds = Math.Pow(2, 2 * 3 * Math.Pow(2, -(t - 2) / 4.0)); // a point doubles the odds; the lead is twice the push
            Assert.InRange(shares[t] - (odds / (1 + odds)), -0.005, 0.005);
        }
    }

    /// <summary>Happenings of an event that repeats in a step are Poisson; of one that does not, at most one a step.</summary>
    [Fact]
    public void Events_come_as_often_as_their_rate_says()
    {
        var repeating = Event("r", new Stochastic(Estimate.Point(9))) with { Repeats = true };
        var model = Model(24, [Fixed("f", 2, 0)]) with { Events = [repeating, Event("s", new Stochastic(Estimate.Point(9)))] };
        const int paths = 50_000;
        var compiled = ModelCompiler.Compile(model);
        var counts = PathRun.Walk(new PathPlan(compiled, [new PathRules([])]) { Seed = 3, Draws = 1, Paths = paths, IsSampled = false }, null, CancellationToken.None)[0];
        var (sums, squares) = (counts.Draws[0].Sums, counts.Draws[0].Squares);
        var (mean, variance) = Moments(sums[counts.Layout.EventCount], squares[counts.Layout.EventCount], paths);
        Assert.InRange((mean - 18) / Math.Sqrt(18.0 / paths), -4.5, 4.5); // 24 months at 9 a year
        Assert.InRange((variance - 18) / (18 * Math.Sqrt((2 + (1 / 18.0)) / paths)), -4.5, 4.5); // variance of a sample variance of Poisson numbers
        var p = 1 - Math.Exp(-9 / 12.0);
        (mean, variance) = Moments(sums[counts.Layout.EventCount + 1], squares[counts.Layout.EventCount + 1], paths);
        Assert.InRange((mean - (24 * p)) / Math.Sqrt(24 * p * (1 - p) / paths), -4.5, 4.5);
        Assert.Equal(24 * p * (1 - p), variance, 0.1);
    }

    /// <summary>A chain that goes on with 0.5, then 0.4 or 0.2 by two ways: shares are products, and what one cause leaves the next may take.</summary>
    [Fact]
    public void A_branching_chain_multiplies_out()
    {
        var model = Model(1, [Fixed("f", 2, 0)]) with
        {
            Events = [Event("root", On(0)), Event("a", By((0, 0.5, null))), Event("b", By((0, 0.25, null))), Event("end", By((1, 0.4, null), (2, 0.2, null)))],
        };
        const int paths = 200_000;
        var compiled = ModelCompiler.Compile(model);
        var counts = PathRun.Walk(new PathPlan(compiled, [new PathRules([])]) { Seed = 9, Draws = 1, Paths = paths, IsSampled = false }, null, CancellationToken.None)[0];
        double Share(int e) => (double)counts.Draws[0].Shares[counts.Layout.EventOnce + e] / paths;
        Assert.Equal(1, Share(0));
        IsClose(0.5, Share(1), paths);
        IsClose(0.25, Share(2), paths);
        IsClose(1 - ((1 - (0.5 * 0.4)) * (1 - (0.25 * 0.2))), Share(3), paths); // a and b come independently
    }

    private static (double Mean, double Variance) Moments(long sum, long squares, int paths)
    {
        var mean = (double)sum / paths;
        return (mean, ((double)squares / paths) - (mean * mean));
    }

    private static double[] Shares(Model model, int factor, int state, int paths)
    {
        var compiled = ModelCompiler.Compile(model);
        var counts = PathRun.Walk(new PathPlan(compiled, [new PathRules([])]) { Seed = 5, Draws = 1, Paths = paths, IsSampled = false }, null, CancellationToken.None)[0];
        return [.. Enumerable.Range(0, counts.Layout.Dates).Select(date =>
            (double)counts.Totals[counts.Layout.StateAt + (date * compiled.StatesInAll) + compiled.Factors[factor].Offset + state] / paths)];
    }
}
