using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where a <see cref="DetailMeter"/> counts what: totals of paths by date, then ratios.</summary>
internal sealed class DetailLayout
{
    /// <summary>Counts of a ratio: sums of numerator and denominator over the paths, of their squares and of their product.</summary>
    public const int RatioWidth = 5;

    /// <summary>Lays out the counts of a model's paths.</summary>
    /// <param name="tally">How the totals of the same paths stand.</param>
    /// <param name="statesInAll">States of all factors.</param>
    public DetailLayout(TallyLayout tally, int statesInAll)
    {
        Tally = tally;
        StatesInAll = statesInAll;
        InForceAt = tally.Dates * statesInAll;
        PreconditionAt = InForceAt + (tally.Measures * tally.Dates);
        DistanceAt = PreconditionAt + (tally.PreconditionOffsets[^1] * tally.Dates);
        DistanceSquareAt = DistanceAt + (tally.Images.Length * tally.Dates);
        RatioAt = DistanceSquareAt + (tally.Images.Length * tally.Dates);

        // Numbers of a path, one after the other; ratios are pairs of them.
        var outcomes = tally.OutcomeOffsets[^1];
        EventNumber = outcomes;
        RiskNumber = EventNumber + tally.Events;
        StepsNumber = RiskNumber + (tally.Severities * tally.Scenarios);
        ChainNumber = StepsNumber + tally.Scenarios;
        Numbers = ChainNumber + tally.Severities;
        Ratios =
        [
            .. Enumerable.Range(0, tally.Events).SelectMany(e => Enumerable.Range(tally.OutcomeOffsets[e], tally.OutcomeOffsets[e + 1] - tally.OutcomeOffsets[e]).Select(outcome => (outcome, EventNumber + e))),
            .. Enumerable.Range(0, tally.Severities * tally.Scenarios).Select(risk => (RiskNumber + risk, StepsNumber + (risk % tally.Scenarios))),
            .. Enumerable.Range(0, Math.Max(0, tally.Severities - 1)).Select(severity => (ChainNumber + severity + 1, ChainNumber + severity)),
        ];
        RiskRatio = outcomes;
        OnwardRatio = RiskRatio + (tally.Severities * tally.Scenarios);
        Width = RatioAt + (RatioWidth * Ratios.Length);
    }

    /// <summary>The counts of a draw as they follow from its totals: all but squares and products over single paths, which stay 0.</summary>
    /// <param name="draw">What was counted in the draw.</param>
    public long[] Of(DrawCounts draw)
    {
        var counts = new long[Width];
        void Copy(int from, int length, int to) => Array.Copy(draw.Totals, from, counts, to, length);
        Copy(Tally.StateAt, InForceAt, 0);
        Copy(Tally.InForceAt, PreconditionAt - InForceAt, InForceAt);
        Copy(Tally.PreconditionAt, DistanceAt - PreconditionAt, PreconditionAt);
        Copy(Tally.DistanceAt, DistanceSquareAt - DistanceAt, DistanceAt);
        for (var ratio = 0; ratio < Ratios.Length; ratio++)
        {
            counts[RatioAt + (RatioWidth * ratio)] = Sum(Ratios[ratio].Numerator);
            counts[RatioAt + (RatioWidth * ratio) + 1] = Sum(Ratios[ratio].Denominator);
        }

        return counts;

        long Sum(int number) =>
            number < EventNumber ? draw.Totals[Tally.OutcomeCount + number]
            : number < RiskNumber ? draw.Sums[Tally.EventCount + number - EventNumber]
            : number < StepsNumber ? draw.Totals[Tally.RiskIn + number - RiskNumber]
            : number < ChainNumber ? draw.Totals[Tally.StepsIn + number - StepsNumber]
            : draw.Totals[Tally.Chains + number - ChainNumber];
    }

    /// <summary>How the totals of the same paths stand.</summary>
    public TallyLayout Tally { get; }

    /// <summary>States of all factors: by date and state they come first.</summary>
    public int StatesInAll { get; }

    /// <summary>Paths in which a measure is in force, by measure and date.</summary>
    public int InForceAt { get; }

    /// <summary>Paths in which a precondition holds, by precondition and date.</summary>
    public int PreconditionAt { get; }

    /// <summary>Distance of an image from the thing, by image and date.</summary>
    public int DistanceAt { get; }

    /// <summary>Its square.</summary>
    public int DistanceSquareAt { get; }

    /// <summary>The ratios: outcomes of each event, then <see cref="RiskRatio"/>, then <see cref="OnwardRatio"/>.</summary>
    public int RatioAt { get; }

    /// <summary>Happenings of an event among the numbers of a path; those of outcomes come before.</summary>
    public int EventNumber { get; }

    /// <summary>Events of at least a severity while in a scenario.</summary>
    public int RiskNumber { get; }

    /// <summary>Steps begun in a scenario.</summary>
    public int StepsNumber { get; }

    /// <summary>Chains that reach at least a severity.</summary>
    public int ChainNumber { get; }

    /// <summary>Numbers of a path.</summary>
    public int Numbers { get; }

    /// <summary>Numerator and denominator of each ratio.</summary>
    public ImmutableArray<(int Numerator, int Denominator)> Ratios { get; }

    /// <summary>The first ratio of events to steps, by severity and scenario.</summary>
    public int RiskRatio { get; }

    /// <summary>The first ratio of chains that go on, by severity.</summary>
    public int OnwardRatio { get; }

    /// <summary>Counts in all.</summary>
    public int Width { get; }
}

/// <summary>Counts draw by draw what the totals of a run hold over all draws only, so that it has an error: states, measures in force, preconditions, distances of images, outcomes, rates, chains that go on.</summary>
/// <param name="model">The model.</param>
/// <param name="layout">Where it counts.</param>
internal sealed class DetailMeter(CompiledModel model, DetailLayout layout) : LaneMeter
{
    private readonly int[][] numbers = [.. Enumerable.Range(0, layout.Numbers).Select(_ => new int[LaneWalk.MostLanes])];
    private readonly int[] lastOfLane = new int[LaneWalk.MostLanes];
    private int[] before = [];

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        foreach (var number in numbers)
        {
            Array.Clear(number);
        }
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        var (date, tally) = (lanes.Step, layout.Tally);
        for (var factor = 0; factor < model.Factors.Length; factor++)
        {
            var first = (date * layout.StatesInAll) + model.Factors[factor].Offset;
            foreach (var state in lanes.States(factor)[..lanes.Paths.Count])
            {
                counts[first + state]++;
            }
        }

        for (var measure = 0; measure < model.Measures.Length; measure++)
        {
            counts[layout.InForceAt + (measure * tally.Dates) + date] += LaneMask.CountBoth(lanes.InForce(measure), lanes.Valid);
            var preconditions = model.Measures[measure].Preconditions;
            for (var i = 0; i < preconditions.Length; i++)
            {
                counts[layout.PreconditionAt + ((tally.PreconditionOffsets[measure] + i) * tally.Dates) + date] += LaneMask.CountBoth(lanes.Holds(preconditions[i]), lanes.Valid);
            }
        }

        SeeImages(lanes, counts);
        if (!lanes.IsAtEnd && tally.Scenarios > 0)
        {
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                numbers[layout.StepsNumber + lanes.Scenarios[lane]][lane]++;
            }
        }
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        var happenings = lanes.Happenings;
        var scenarios = lanes.Scenarios;
        before = before.Length < happenings.Length ? new int[happenings.Length] : before;
        for (var i = 0; i < happenings.Length; i++)
        {
            lastOfLane[happenings[i].Lane] = -1;
        }

        for (var i = 0; i < happenings.Length; i++)
        {
            var (lane, happening) = (happenings[i].Lane, happenings[i].Happening);
            (before[i], lastOfLane[lane]) = (lastOfLane[lane], i);
            numbers[layout.Tally.OutcomeOffsets[happening.Event] + happening.Outcome][lane]++;
            numbers[layout.EventNumber + happening.Event][lane]++;
            var gravest = SeverityOf(happening);
            for (var severity = gravest; severity >= 0 && layout.Tally.Scenarios > 0; severity--)
            {
                numbers[layout.RiskNumber + (severity * layout.Tally.Scenarios) + scenarios[lane]][lane]++;
            }

            var reached = GravestBefore(happenings, i);
            for (var severity = gravest; severity > reached; severity--)
            {
                numbers[layout.ChainNumber + severity][lane]++;
            }
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        for (var ratio = 0; ratio < layout.Ratios.Length; ratio++)
        {
            var at = counts.Slice(layout.RatioAt + (DetailLayout.RatioWidth * ratio), DetailLayout.RatioWidth);
            var (above, below) = (numbers[layout.Ratios[ratio].Numerator], numbers[layout.Ratios[ratio].Denominator]);
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                var (a, b) = ((long)above[lane], (long)below[lane]);
                at[0] += a;
                at[1] += b;
                at[2] += a * a;
                at[3] += a * b;
                at[4] += b * b;
            }
        }
    }

    private void SeeImages(LaneWalk lanes, Span<long> counts)
    {
        for (var image = 0; image < layout.Tally.Images.Length; image++)
        {
            var factor = layout.Tally.Images[image];
            var at = (image * layout.Tally.Dates) + lanes.Step;
            var seen = lanes.States(factor);
            var thing = lanes.States(model.Model.Factors[factor].Image!.Of.Index);
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                var distance = Math.Abs(seen[lane] - thing[lane]);
                counts[layout.DistanceAt + at] += distance;
                counts[layout.DistanceSquareAt + at] += distance * distance;
            }
        }
    }

    /// <summary>The gravest event before this one in the same chain, -1 for none: a chain counts once at every severity that it reaches.</summary>
    private int GravestBefore(ReadOnlySpan<LaneHappening> happenings, int place)
    {
        var gravest = -1;
        for (var earlier = before[place]; earlier >= 0; earlier = before[earlier])
        {
            gravest = happenings[earlier].Happening.IsOfChainOf(happenings[place].Happening) ? Math.Max(gravest, SeverityOf(happenings[earlier].Happening)) : gravest;
        }

        return gravest;
    }

    private int SeverityOf(in Happening happening) => model.Events[happening.Event].Outcomes[happening.Outcome].Severity;
}
