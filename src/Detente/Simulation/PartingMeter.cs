using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where the counts of <see cref="PartingMeter"/> stand: of all paths, and of those that end in the kind.</summary>
/// <param name="model">The model.</param>
/// <param name="steps">How many steps are walked.</param>
internal sealed class PartingLayout(CompiledModel model, int steps)
{
    /// <summary>Number of dates.</summary>
    public int Dates { get; } = steps + 1;

    /// <summary>Number of paths that end in the kind.</summary>
    public int Ending => 0;

    /// <summary>Of the paths that end in the kind, those whose first grave event has a root, by event; last those without one.</summary>
    public int Routes => 1;

    /// <summary>Paths in a state, by date and state: of all, then of those that end in the kind.</summary>
    public int States { get; } = 1 + model.Events.Length + 1;

    /// <summary>Paths with an event for the first time, by event and step: of all, then of those that end in the kind.</summary>
    public int Events => States + (2 * Dates * model.StatesInAll);

    /// <summary>Paths in the kind, by date: of all, then of those that end in it.</summary>
    public int Kinds => Events + (2 * model.Events.Length * steps);

    /// <summary>Number of counts.</summary>
    public int Width => Kinds + (2 * Dates);

    /// <summary>Place of the paths in the kind.</summary>
    /// <param name="ending">Whether of those only that end in the kind.</param>
    /// <param name="date">The date.</param>
    public int InKind(bool ending, int date) => Kinds + (ending ? Dates : 0) + date;

    /// <summary>Place of the paths in a state.</summary>
    /// <param name="ending">Whether of those only that end in the kind.</param>
    /// <param name="date">The date.</param>
    /// <param name="state">The state, among those of all factors.</param>
    public int State(bool ending, int date, int state) => States + ((((ending ? Dates : 0) + date) * model.StatesInAll) + state);

    /// <summary>Place of the paths in which an event happens in a step for the first time.</summary>
    /// <param name="ending">Whether of those only that end in the kind.</param>
    /// <param name="e">The event.</param>
    /// <param name="step">The step.</param>
    public int First(bool ending, int e, int step) => Events + ((((ending ? model.Events.Length : 0) + e) * steps) + step);
}

/// <summary>Counts how the paths that end in a kind of future differ on their way from all paths.</summary>
/// <remarks>
/// How a path ends is known at its end only: states by date and first happenings are kept for the paths in the lanes, and counted then.
/// Memory: dates times factors bytes a lane.
/// </remarks>
internal sealed class PartingMeter : LaneMeter
{
    private readonly PartingLayout layout;
    private readonly int kind;
    private readonly FirstHappenings first;
    private readonly byte[][] states;
    private readonly ulong[][] inKind;

    /// <summary>Initialises a meter.</summary>
    /// <param name="model">The model.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="steps">How many steps are walked.</param>
    public PartingMeter(CompiledModel model, int kind, int steps)
    {
        this.kind = kind;
        layout = new PartingLayout(model, steps);
        first = new FirstHappenings(model);
        states = [.. Enumerable.Range(0, layout.Dates * model.Factors.Length).Select(_ => new byte[LaneWalk.MostLanes])];
        inKind = [.. Enumerable.Range(0, layout.Dates).Select(_ => new ulong[LaneWalk.MostLanes / LaneMask.WordLanes])];
    }

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes) => first.Clear();

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        var factors = lanes.Model.Factors.Length;
        for (var factor = 0; factor < factors; factor++)
        {
            lanes.States(factor).CopyTo(states[(lanes.Step * factors) + factor]);
        }

        var now = lanes.InScenario(kind);
        var valid = lanes.Valid;
        for (var word = 0; word < lanes.Words; word++)
        {
            inKind[lanes.Step][word] = now[word] & valid[word];
        }
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts) => first.See(lanes);

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        var isIn = inKind[lanes.Step].AsSpan(0, lanes.Words);
        CountStates(lanes, isIn, counts);
        for (var date = 0; date < layout.Dates; date++)
        {
            var then = inKind[date].AsSpan(0, lanes.Words);
            counts[layout.InKind(false, date)] += LaneMask.Count(then);
            counts[layout.InKind(true, date)] += LaneMask.CountBoth(then, isIn);
        }

        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var ends = LaneMask.Has(isIn, lane);
            if (ends)
            {
                counts[layout.Ending]++;
                counts[layout.Routes + first.Route(lane)]++;
            }

            for (var e = 0; e < lanes.Model.Events.Length; e++)
            {
                if (first.StepOf(e, lane) is >= 0 and var step)
                {
                    counts[layout.First(false, e, step)]++;
                    counts[layout.First(true, e, step)] += ends ? 1 : 0;
                }
            }
        }
    }

    private void CountStates(LaneWalk lanes, ReadOnlySpan<ulong> isIn, Span<long> counts)
    {
        var factors = lanes.Model.Factors;
        for (var date = 0; date < layout.Dates; date++)
        {
            for (var factor = 0; factor < factors.Length; factor++)
            {
                var all = counts[layout.State(false, date, factors[factor].Offset)..];
                var ending = counts[layout.State(true, date, factors[factor].Offset)..];
                var row = states[(date * factors.Length) + factor];
                for (var lane = 0; lane < lanes.Paths.Count; lane++)
                {
                    all[row[lane]]++;
                    ending[row[lane]] += (long)((isIn[lane / LaneMask.WordLanes] >> (lane % LaneMask.WordLanes)) & 1);
                }
            }
        }
    }
}

/// <summary>For the paths in the lanes: in which step each event happened first, and by which root the first grave event came about.</summary>
/// <remarks>Grave is what is above the first step of the scale of severity; with a scale of one step, that one.</remarks>
internal sealed class FirstHappenings
{
    private readonly int grave;
    private readonly int[][] steps;
    private readonly int[] routes = new int[LaneWalk.MostLanes];

    /// <summary>Initialises the notes.</summary>
    /// <param name="model">The model.</param>
    public FirstHappenings(CompiledModel model)
    {
        grave = GraveOf(model);
        steps = [.. model.Events.Select(_ => new int[LaneWalk.MostLanes])];
        Clear();
    }

    /// <summary>The least severity that is grave; beyond the scale when there is none.</summary>
    /// <param name="model">The model.</param>
    public static int GraveOf(CompiledModel model) => model.Model.Severities.Length == 1 ? 0 : 1;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Fill(routes, steps.Length);
        foreach (var row in steps)
        {
            Array.Fill(row, -1);
        }
    }

    /// <summary>Notes what happens in a step.</summary>
    /// <param name="lanes">The paths.</param>
    public void See(LaneWalk lanes)
    {
        foreach (var (lane, happening) in lanes.Happenings)
        {
            if (steps[happening.Event][lane] < 0)
            {
                steps[happening.Event][lane] = lanes.Step;
            }

            if (routes[lane] == steps.Length && lanes.Model.Events[happening.Event].Outcomes[happening.Outcome].Severity >= grave)
            {
                routes[lane] = happening.Root;
            }
        }
    }

    /// <summary>The step in which an event happened first; -1: not yet.</summary>
    /// <param name="e">The event.</param>
    /// <param name="lane">The lane.</param>
    public int StepOf(int e, int lane) => steps[e][lane];

    /// <summary>The root of the first grave event; the number of events: none.</summary>
    /// <param name="lane">The lane.</param>
    public int Route(int lane) => routes[lane];
}
