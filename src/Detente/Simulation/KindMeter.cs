using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where the counts of a <see cref="KindMeter"/> stand. Per path and kind: steps begun in it, departures, stays, a stay that the horizon cuts off.</summary>
internal sealed class KindLayout
{
    /// <summary>Sums per pair of kinds: moves from one to the other; their squares; times the steps begun in the first.</summary>
    public const int PerPair = 3;

    /// <summary>Sums per kind, see the fields from <see cref="Steps"/> on.</summary>
    public const int PerKind = 10;

    /// <summary>Steps begun in the kind.</summary>
    public const int Steps = 0;

    /// <summary>Their squares.</summary>
    public const int StepsSquared = 1;

    /// <summary>Departures.</summary>
    public const int Departures = 2;

    /// <summary>Their squares.</summary>
    public const int DeparturesSquared = 3;

    /// <summary>Departures times steps.</summary>
    public const int DeparturesBySteps = 4;

    /// <summary>Stays, begun at the start or by a move.</summary>
    public const int Stays = 5;

    /// <summary>Their squares.</summary>
    public const int StaysSquared = 6;

    /// <summary>Stays that last until the horizon: 1 or 0 of a path, so also their squares.</summary>
    public const int Cut = 7;

    /// <summary>Stays times those that last until the horizon.</summary>
    public const int CutByStays = 8;

    /// <summary>Paths that begin in the kind.</summary>
    public const int Begin = 9;

    private readonly int dates;
    private readonly int dominant;
    private readonly int pairs;
    private readonly int kinds;
    private readonly int ended;
    private readonly int cutOff;
    private readonly int first;

    /// <summary>Initialises the layout.</summary>
    /// <param name="model">The model.</param>
    /// <param name="windowSteps">How many steps a window has; the last one may have fewer.</param>
    public KindLayout(CompiledModel model, int windowSteps)
    {
        WindowSteps = windowSteps;
        Kinds = model.Model.Scenarios.Length;
        Windows = (model.StepCount + windowSteps - 1) / windowSteps;
        dates = model.StepCount + 1;
        dominant = 0;
        pairs = dominant + (Windows * Kinds);
        kinds = pairs + (Kinds * Kinds * PerPair);
        ended = kinds + (Kinds * PerKind);
        cutOff = ended + (Kinds * dates);
        first = cutOff + (Kinds * dates);
        Width = first + (Kinds * dates);
    }

    /// <summary>How many steps a window has.</summary>
    public int WindowSteps { get; }

    /// <summary>Number of kinds.</summary>
    public int Kinds { get; }

    /// <summary>Number of windows.</summary>
    public int Windows { get; }

    /// <summary>Number of counts.</summary>
    public int Width { get; }

    /// <summary>Paths on which a kind dominates a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="kind">The kind.</param>
    public int Dominant(int window, int kind) => dominant + (window * Kinds) + kind;

    /// <summary>Where the sums of a pair begin.</summary>
    /// <param name="from">From.</param>
    /// <param name="to">To.</param>
    public int Pair(int from, int to) => pairs + (((from * Kinds) + to) * PerPair);

    /// <summary>Where the sums of a kind begin.</summary>
    /// <param name="kind">The kind.</param>
    public int Kind(int kind) => kinds + (kind * PerKind);

    /// <summary>Stays in a kind that ended after so many steps.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="steps">Steps, 0 to the number of steps.</param>
    public int Ended(int kind, int steps) => ended + (kind * dates) + steps;

    /// <summary>Stays in a kind that the horizon cut off after so many steps.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="steps">Steps, 0 to the number of steps.</param>
    public int CutOff(int kind, int steps) => cutOff + (kind * dates) + steps;

    /// <summary>Paths that are in a kind for the first time at a date.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="date">The date.</param>
    public int First(int kind, int date) => first + (kind * dates) + date;
}

/// <summary>Counts what becomes of the kinds of future on each path: which dominates each window, moves between kinds, lengths of stays, first times.</summary>
/// <remarks>
/// A stay begun at date s and left in step e lasts e + 1 - s steps; one that lasts until the horizon of n steps is cut off after n - s.
/// Dominant is the kind of most of the dates to which the steps of the window led; on a tie the one held last.
/// </remarks>
/// <param name="layout">Where the counts stand; there is at least one kind.</param>
internal sealed class KindMeter(KindLayout layout) : LaneMeter
{
    private readonly int pairs = layout.Kinds * layout.Kinds;
    private readonly int[] moves = new int[LaneWalk.MostLanes * layout.Kinds * layout.Kinds];
    private readonly int[] stepsIn = new int[LaneWalk.MostLanes * layout.Kinds];
    private readonly int[] inWindow = new int[LaneWalk.MostLanes * layout.Kinds];
    private readonly int[] lastIn = new int[LaneWalk.MostLanes * layout.Kinds];
    private readonly bool[] seen = new bool[LaneWalk.MostLanes * layout.Kinds];
    private readonly byte[] present = new byte[LaneWalk.MostLanes];
    private readonly byte[] initial = new byte[LaneWalk.MostLanes];
    private readonly int[] since = new int[LaneWalk.MostLanes];

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        Array.Clear(moves);
        Array.Clear(stepsIn);
        Array.Clear(inWindow);
        Array.Clear(seen);
        Array.Clear(since);
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        var now = lanes.Scenarios;
        var date = lanes.Step;
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var kind = now[lane];
            var at = (lane * layout.Kinds) + kind;
            if (date == 0)
            {
                present[lane] = initial[lane] = kind;
            }
            else
            {
                stepsIn[(lane * layout.Kinds) + present[lane]]++;
                inWindow[at]++;
                lastIn[at] = date;
                Move(lane, kind, date, counts);
            }

            if (!seen[at])
            {
                seen[at] = true;
                counts[layout.First(kind, date)]++;
            }
        }

        if (date > 0 && (date % layout.WindowSteps == 0 || lanes.IsAtEnd))
        {
            EndWindow((date - 1) / layout.WindowSteps, lanes, counts);
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            counts[layout.CutOff(present[lane], lanes.Step - since[lane])]++;
            for (var kind = 0; kind < layout.Kinds; kind++)
            {
                Sum(lane, kind, counts);
            }
        }
    }

    private void Move(int lane, byte kind, int date, Span<long> counts)
    {
        var before = present[lane];
        if (before != kind)
        {
            moves[(lane * pairs) + (before * layout.Kinds) + kind]++;
            counts[layout.Ended(before, date - since[lane])]++;
            present[lane] = kind;
            since[lane] = date;
        }
    }

    private void EndWindow(int window, LaneWalk lanes, Span<long> counts)
    {
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var (first, best) = (lane * layout.Kinds, 0);
            for (var kind = 1; kind < layout.Kinds; kind++)
            {
                var lead = inWindow[first + kind] - inWindow[first + best];
                best = lead > 0 || (lead == 0 && inWindow[first + kind] > 0 && lastIn[first + kind] > lastIn[first + best]) ? kind : best;
            }

            counts[layout.Dominant(window, best)]++;
        }

        Array.Clear(inWindow);
    }

    private void Sum(int lane, int kind, Span<long> counts)
    {
        long steps = stepsIn[(lane * layout.Kinds) + kind];
        long arrivals = initial[lane] == kind ? 1 : 0, departures = 0;
        for (var other = 0; other < layout.Kinds; other++)
        {
            long moved = moves[(lane * pairs) + (kind * layout.Kinds) + other];
            departures += moved;
            arrivals += moves[(lane * pairs) + (other * layout.Kinds) + kind];
            var pair = counts[layout.Pair(kind, other)..];
            pair[0] += moved;
            pair[1] += moved * moved;
            pair[2] += moved * steps;
        }

        var cut = present[lane] == kind ? 1 : 0;
        var sums = counts[layout.Kind(kind)..];
        sums[KindLayout.Steps] += steps;
        sums[KindLayout.StepsSquared] += steps * steps;
        sums[KindLayout.Departures] += departures;
        sums[KindLayout.DeparturesSquared] += departures * departures;
        sums[KindLayout.DeparturesBySteps] += departures * steps;
        sums[KindLayout.Stays] += arrivals;
        sums[KindLayout.StaysSquared] += arrivals * arrivals;
        sums[KindLayout.Cut] += cut;
        sums[KindLayout.CutByStays] += cut * arrivals;
        sums[KindLayout.Begin] += initial[lane] == kind ? 1 : 0;
    }
}
