using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>When the paths that end in a kind part from the others; see <see cref="WhyParting"/> for what the figures mean.</summary>
/// <param name="model">The model.</param>
/// <param name="plan">Which paths: of one world.</param>
/// <param name="kind">The kind.</param>
internal sealed class Parting(CompiledModel model, LanePlan plan, int kind)
{
    private const double FalseFindings = 0.05;
    private readonly PartingLayout layout = new(model, plan.Steps);
    private long[][] counts = [];

    /// <summary>Which paths.</summary>
    public LanePlan Plan => plan;

    /// <summary>The kind.</summary>
    public int Kind => kind;

    /// <summary>Number of paths that end in the kind.</summary>
    public long Ending => counts.Sum(draw => draw[layout.Ending]);

    private bool AllEndAlike => Ending == 0 || Ending == (long)plan.Draws * plan.Paths;

    /// <summary>Walks the paths and counts them.</summary>
    /// <param name="walk">Walks a plan with meters.</param>
    public void Count(Func<LanePlan, Func<int, LaneMeter>, long[][][]> walk) => counts = walk(plan, _ => new PartingMeter(model, kind, plan.Steps))[0];

    /// <summary>By root of the first grave event, last none, the number of paths that end in the kind.</summary>
    public long[] Routes() => [.. Enumerable.Range(layout.Routes, model.Events.Length + 1).Select(at => counts.Sum(draw => draw[at]))];

    /// <summary>By date and factor the state most frequent on paths that end in the kind; the first on a tie.</summary>
    public byte[][] UsualStates() => [.. Enumerable.Range(0, layout.Dates).Select(date => model.Factors.Select(factor =>
        (byte)Enumerable.Range(0, factor.States).MaxBy(state => counts.Sum(draw => draw[layout.State(true, date, factor.Offset + state)]))).ToArray())];

    /// <summary>By how much every state speaks for the kind in the end: its final difference of shares; 0 for a factor that does not tell the paths apart.</summary>
    /// <param name="points">What tells them apart.</param>
    /// <returns>By state, among those of all factors.</returns>
    public double[] Leanings(ImmutableArray<TurningPoint> points)
    {
        var leanings = new double[model.StatesInAll];
        foreach (var factor in points.Where(point => point.Factor is not null).Select(point => model.Factors[point.Factor!.Value.Index]))
        {
            for (var state = factor.Offset; state < factor.Offset + factor.States; state++)
            {
                leanings[state] = Contrast(draw => draw[layout.State(false, plan.Steps, state)], draw => draw[layout.State(true, plan.Steps, state)]).Difference;
            }
        }

        return leanings;
    }

    /// <summary>The figures.</summary>
    public WhyParting Figures()
    {
        var tried = model.StatesInAll + model.Events.Length;
        if (AllEndAlike)
        {
            return new WhyParting { Tried = tried };
        }

        var bound = 2 * Elementary.Log(2 * tried / FalseFindings);
        var already = Enumerable.Range(0, layout.Dates).Select(date => Contrast(draw => draw[layout.InKind(false, date)], draw => draw[layout.InKind(true, date)]).Difference).ToImmutableArray();
        var read = new RuleElements(model.Model, kind);
        var points = Enumerable.Range(0, model.Factors.Length).Select(factor => OfFactor(factor, bound, read))
            .Concat(Enumerable.Range(0, model.Events.Length).Select(e => OfEvent(e, bound, read)))
            .OfType<TurningPoint>()
            .OrderByDescending(point => point.Separation[^1]);
        return new WhyParting
        {
            Tried = tried,
            ByJudgements = ByJudgements(),
            Half = model.Model.Horizon!.DateOf(Since(already, date => already[date] >= 0.5) ?? plan.Steps),
            Already = already,
            Points = [.. points],
        };
    }

    /// <summary>The variance of the share between draws, chance taken out, over that of a path's ending.</summary>
    private double? ByJudgements()
    {
        if (plan.Draws < 2)
        {
            return null;
        }

        var shares = counts.Select(draw => (double)draw[layout.Ending] / plan.Paths).ToList();
        var mean = shares.Average();
        var variance = shares.Sum(share => (share - mean) * (share - mean)) / (shares.Count - 1);
        var chance = shares.Average(share => share * (1 - share) / (plan.Paths - 1));
        return Math.Clamp((variance - chance) / (mean * (1 - mean)), 0, 1);
    }

    private TurningPoint? OfFactor(int f, double bound, RuleElements read)
    {
        var factor = model.Factors[f];
        var contrasts = Enumerable.Range(0, layout.Dates).Select(date => Enumerable.Range(factor.Offset, factor.States)
            .Select(state => Contrast(draw => draw[layout.State(false, date, state)], draw => draw[layout.State(true, date, state)])).ToArray()).ToList();
        ImmutableArray<double> separation = [.. contrasts.Select(states => states.Sum(state => Math.Abs(state.Difference)) / 2)];
        if (Since(separation, date => contrasts[date].Any(state => state.IsBeyond(bound))) is not { } first)
        {
            return null;
        }

        var half = Math.Max(first, HalfOf(separation));
        var mark = Enumerable.Range(0, factor.States).MaxBy(state => contrasts[half][state].Difference);
        return Point(new TurningPoint(new FactorId(f), null), (first, half), contrasts[half][mark]) with
        {
            State = mark,
            IsInRule = read.Factors.Contains(f),
            Separation = separation,
        };
    }

    private TurningPoint? OfEvent(int e, double bound, RuleElements read)
    {
        var contrasts = Enumerable.Range(0, layout.Dates).Select(date => Contrast(draw => Had(draw, false, e, date), draw => Had(draw, true, e, date))).ToList();
        ImmutableArray<double> separation = [.. contrasts.Select(contrast => Math.Abs(contrast.Difference))];
        if (Since(separation, date => contrasts[date].IsBeyond(bound)) is not { } first)
        {
            return null;
        }

        var half = Math.Max(first, HalfOf(separation));
        return Point(new TurningPoint(null, new EventId(e)), (first - 1, half - 1), contrasts[half]) with
        {
            IsInRule = read.Events.Contains(e),
            Separation = separation,
        };
    }

    private TurningPoint Point(TurningPoint point, (int First, int Half) dates, PartingContrast half) => point with
    {
        First = model.Model.Horizon!.DateOf(dates.First),
        Half = model.Model.Horizon.DateOf(dates.Half),
        Ending = half.Ending,
        Others = half.Others,
    };

    private long Had(long[] draw, bool ending, int e, int date)
    {
        var had = 0L;
        for (var step = 0; step < date; step++)
        {
            had += draw[layout.First(ending, e, step)];
        }

        return had;
    }

    private static int HalfOf(ImmutableArray<double> separation) => Since(separation, date => separation[date] >= separation[^1] / 2) ?? (separation.Length - 1);

    /// <summary>The first date from which on something holds at all dates; null when it does not hold at the last.</summary>
    private static int? Since(ImmutableArray<double> dates, Func<int, bool> holds)
    {
        var first = dates.Length;
        while (first > 0 && holds(first - 1))
        {
            first--;
        }

        return first == dates.Length ? null : first;
    }

    private PartingContrast Contrast(Func<long[], long> all, Func<long[], long> ending)
    {
        var (above, weight, variance, with, within, count) = (0.0, 0.0, 0.0, 0L, 0L, Ending);
        double n = plan.Paths;
        foreach (var draw in counts)
        {
            double ends = draw[layout.Ending];
            var (total, both) = (all(draw), ending(draw));
            above += both - (total * ends / n);
            weight += ends * (n - ends) / n;
            variance += ends * (n - ends) * total * (n - total) / (n * n * (n - 1));
            with += both;
            within += total;
        }

        var others = ((long)plan.Draws * plan.Paths) - count;
        return new PartingContrast(
            weight > 0 ? above / weight : 0,
            above,
            variance,
            (double)with / count,
            (double)(within - with) / others);
    }

    /// <summary>How paths that end in the kind differ from the others in one respect.</summary>
    /// <param name="Difference">The difference of shares, draw by draw.</param>
    /// <param name="Excess">How many more of the paths that end in the kind there are than if nothing told them apart within a draw.</param>
    /// <param name="Variance">The variance of the excess where nothing does.</param>
    /// <param name="Ending">The share among those that end in the kind.</param>
    /// <param name="Others">The share among the others.</param>
    private readonly record struct PartingContrast(double Difference, double Excess, double Variance, double Ending, double Others)
    {
        // Bernstein's inequality, which needs no large numbers.
        public bool IsBeyond(double bound) => Excess * Excess > bound * (Variance + (Math.Abs(Excess) / 3));
    }
}

/// <summary>The factors and events that the rule of a kind, or of one tried before it, reads by name.</summary>
internal sealed class RuleElements
{
    /// <summary>Reads the rules.</summary>
    /// <param name="model">The model.</param>
    /// <param name="kind">The kind.</param>
    public RuleElements(Model model, int kind)
    {
        var parts = model.Scenarios.Take(kind + 1).SelectMany(scenario => scenario.Rule.Walk()).ToList();
        Factors = parts.OfType<FactorIn>().Select(part => part.Factor.Index).ToHashSet();
        Events = parts.OfType<Occurred>().Select(part => part.Pattern).Concat(parts.OfType<CountCondition>().Select(part => part.Pattern))
            .Where(pattern => pattern.Event is not null).Select(pattern => pattern.Event!.Value.Event.Index).ToHashSet();
    }

    /// <summary>The factors.</summary>
    public HashSet<int> Factors { get; }

    /// <summary>The events.</summary>
    public HashSet<int> Events { get; }
}
