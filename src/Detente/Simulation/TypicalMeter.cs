using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>A path that was picked, with its agreement with the usual states.</summary>
/// <param name="Score">What it was picked by.</param>
/// <param name="Draw">Number of its draw, from 1.</param>
/// <param name="Number">Its number in the draw, from 0.</param>
/// <param name="Agreement">Over all dates and factors, how often it is in the usual state.</param>
/// <param name="CloseDates">Number of dates at which three quarters of its factors or more are in the usual state.</param>
internal sealed record PickedPath(long Score, int Draw, int Number, int Agreement, int CloseDates);

/// <summary>Picks paths by their scores: the highest, on a tie the first. Safe from any thread; the same whatever the order of offers.</summary>
/// <param name="routes">Number of routes to the kind, the one without a grave event among them.</param>
internal sealed class PathPicks(int routes)
{
    private readonly Lock gate = new();
    private readonly PickedPath?[] byRoute = new PickedPath?[routes];

    /// <summary>By route the path that ends in the kind and agrees most with the usual states.</summary>
    public IReadOnlyList<PickedPath?> ByRoute => byRoute;

    /// <summary>The path that ends in the kind and agrees least.</summary>
    public PickedPath? Furthest { get; private set; }

    /// <summary>The path that ends elsewhere and is close to the usual states for longest; on a tie the one that agrees most.</summary>
    public PickedPath? Elsewhere { get; private set; }

    /// <summary>Offers paths.</summary>
    /// <param name="other">Picks among other paths.</param>
    public void Take(PathPicks other)
    {
        lock (gate)
        {
            for (var route = 0; route < byRoute.Length; route++)
            {
                byRoute[route] = Better(byRoute[route], other.byRoute[route]);
            }

            Furthest = Better(Furthest, other.Furthest);
            Elsewhere = Better(Elsewhere, other.Elsewhere);
        }
    }

    /// <summary>Offers a path that ends in the kind.</summary>
    /// <param name="path">The path, its score being its agreement.</param>
    /// <param name="route">Its route.</param>
    public void Offer(PickedPath path, int route)
    {
        byRoute[route] = Better(byRoute[route], path);
        Furthest = Better(Furthest, path with { Score = -path.Score });
    }

    /// <summary>Offers a path that ends elsewhere.</summary>
    /// <param name="path">The path.</param>
    public void Offer(PickedPath path) => Elsewhere = Better(Elsewhere, path);

    private static PickedPath? Better(PickedPath? one, PickedPath? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        return (other.Score, -other.Draw, -other.Number).CompareTo((one.Score, -one.Draw, -one.Number)) > 0 ? other : one;
    }
}

/// <summary>Compares every path with the states that are usual among those that end in the kind, and picks the ones to tell. Counts nothing.</summary>
internal sealed class TypicalMeter : LaneMeter
{
    private readonly int kind;
    private readonly byte[][] usual;
    private readonly PathPicks picks;
    private readonly FirstHappenings first;
    private readonly int[] agreement = new int[LaneWalk.MostLanes];
    private readonly int[] close = new int[LaneWalk.MostLanes];
    private readonly int[] now = new int[LaneWalk.MostLanes];

    /// <summary>Initialises a meter.</summary>
    /// <param name="model">The model.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="usual">By date and factor the usual state.</param>
    /// <param name="picks">Takes what is picked.</param>
    public TypicalMeter(CompiledModel model, int kind, byte[][] usual, PathPicks picks)
    {
        this.kind = kind;
        this.usual = usual;
        this.picks = picks;
        first = new FirstHappenings(model);
    }

    /// <inheritdoc/>
    public override int Width => 0;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        first.Clear();
        Array.Clear(agreement);
        Array.Clear(close);
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        Array.Clear(now);
        var factors = usual[lanes.Step];
        for (var factor = 0; factor < factors.Length; factor++)
        {
            var states = lanes.States(factor);
            for (var lane = 0; lane < states.Length; lane++)
            {
                now[lane] += states[lane] == factors[factor] ? 1 : 0;
            }
        }

        for (var lane = 0; lane < lanes.Lanes; lane++)
        {
            agreement[lane] += now[lane];
            close[lane] += 4 * now[lane] >= 3 * factors.Length ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts) => first.See(lanes);

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        var isIn = lanes.InScenario(kind);
        var own = new PathPicks(picks.ByRoute.Count);
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var path = new PickedPath(agreement[lane], (int)lanes.Paths.Noise, lanes.Paths.First + lane, agreement[lane], close[lane]);
            if (LaneMask.Has(isIn, lane))
            {
                own.Offer(path, first.Route(lane));
            }
            else
            {
                own.Offer(path with { Score = ((long)close[lane] << 32) + agreement[lane] });
            }
        }

        picks.Take(own);
    }
}
