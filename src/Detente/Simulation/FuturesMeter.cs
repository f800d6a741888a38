using System.Numerics;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Counts what happens on the paths of one world: what <see cref="TallyLayout"/> lists.</summary>
/// <remarks>Sums and squares of numbers per path grow with each count: the square of c + 1 is that of c and 2c + 1.</remarks>
internal sealed class FuturesMeter : LaneMeter
{
    private readonly TallyLayout layout;
    private readonly CompiledModel model;
    private readonly (int Image, int Of, bool HigherIsWorse)[] images;
    private readonly ulong[] escalated; // by severity
    private readonly ulong[] happened; // by event
    private readonly ulong[] agreed;
    private readonly ulong[] agreedEarly;
    private readonly ulong[] allPreconditions;
    private readonly ulong[] broken;
    private readonly int[] numbers; // by number and lane
    private readonly ushort[] datesIn; // by scenario and lane
    private readonly short[] lastIn;
    private readonly byte[] scenarios = new byte[LaneWalk.MostLanes]; // at the start of the step
    private readonly byte[] final = new byte[LaneWalk.MostLanes];
    private readonly ulong[] byPast = new ulong[LaneState.Stride];
    private readonly bool readsMeasures;
    private readonly int[] inScenario; // paths at the snapshot
    private readonly StepChains chains;
    private bool knowsPast;

    /// <summary>Initialises a meter.</summary>
    /// <param name="layout">Where the counts stand.</param>
    /// <param name="model">The model.</param>
    public FuturesMeter(TallyLayout layout, CompiledModel model)
    {
        this.layout = layout;
        this.model = model;
        chains = new StepChains(model);
        images = [.. layout.Images.Select(factor => (factor, model.Model.Factors[factor].Image!.Of.Index, model.Model.Factors[factor].Image!.HigherIsWorse))];
        escalated = Sets(layout.Severities);
        happened = Sets(layout.Events);
        agreed = Sets(layout.Measures);
        agreedEarly = Sets(layout.Measures);
        allPreconditions = Sets(layout.Measures);
        broken = Sets(model.Constraints.Length);
        numbers = new int[layout.Numbers * LaneWalk.MostLanes];
        datesIn = new ushort[layout.Scenarios * LaneWalk.MostLanes];
        lastIn = new short[layout.Scenarios * LaneWalk.MostLanes];
        inScenario = new int[layout.Scenarios];
        readsMeasures = model.Conditions.ScenariosReadMeasures; // then it must be asked before they move
    }

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        foreach (var sets in (ReadOnlySpan<ulong[]>)[escalated, happened, agreed, agreedEarly, allPreconditions, broken])
        {
            Array.Clear(sets);
        }

        Array.Clear(numbers);
        Array.Clear(datesIn);
        Array.Clear(lastIn);
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        var date = lanes.Step;
        lanes.AddStates(counts.Slice(layout.FirstTotal + layout.StateAt + (date * model.StatesInAll), model.StatesInAll));
        for (var scenario = 0; scenario < layout.Scenarios; scenario++)
        {
            var count = Count(lanes, lanes.InScenario(scenario));
            counts[layout.ScenarioAt + (scenario * layout.Dates) + date] += count;
            inScenario[scenario] = count;
        }

        SeeScenarios(lanes);
        for (var severity = 0; severity < layout.Severities; severity++)
        {
            counts[layout.EscalatedBefore + (severity * layout.Dates) + date] += Count(lanes, Set(escalated, severity, lanes));
        }

        for (var image = 0; image < images.Length; image++)
        {
            SeeImage(image, lanes, counts);
        }

        SeePreconditions(lanes, counts);
        knowsPast = false;
        if (readsMeasures)
        {
            FindPast(lanes);
        }
    }

    /// <inheritdoc/>
    public override void SeeMeasures(LaneWalk lanes, Span<long> counts)
    {
        for (var measure = 0; measure < layout.Measures; measure++)
        {
            LaneMask.Add(Set(agreed, measure, lanes), lanes.AgreedNow(measure));
            LaneMask.Add(Set(agreedEarly, measure, lanes), lanes.AgreedEarly(measure));
        }

        for (var scenario = 0; scenario < inScenario.Length; scenario++)
        {
            counts[layout.FirstTotal + layout.StepsIn + scenario] += inScenario[scenario];
        }

        SeeConstraints(lanes);
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        var happenings = lanes.Happenings;
        chains.Enter(happenings);
        for (var i = 0; i < happenings.Length; i++)
        {
            var (lane, happening) = happenings[i];
            Increase(layout.EventCount + happening.Event, lane, counts);
            LaneMask.Set(happened.AsSpan(happening.Event * LaneState.Stride, LaneState.Stride), lane);
            counts[layout.FirstTotal + layout.OutcomeCount + layout.OutcomeOffsets[happening.Event] + happening.Outcome]++;
            var gravest = chains.SeverityOf(happening);
            if (gravest < 0)
            {
                continue;
            }

            FindPast(lanes);
            SeeChain(gravest, chains.ReachedBefore(happenings, i), counts);
            for (var severity = gravest; severity >= 0; severity--)
            {
                SeeSeverity(severity, lane, happening, counts);
            }
        }
    }

    /// <inheritdoc/>
    public override void SeeMove(LaneWalk lanes, Span<long> counts) => counts[layout.FirstTotal + layout.Overridden] += lanes.Overridden;

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        SeeConstraints(lanes);
        lanes.Scenarios.CopyTo(final);
        if (layout.Scenarios > 0)
        {
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                counts[layout.Dominant + Dominant(lane)]++;
            }
        }

        AddSets(layout.Agreed, agreed, lanes, counts);
        AddSets(layout.AgreedEarly, agreedEarly, lanes, counts);
        AddSets(layout.AllPreconditions, allPreconditions, lanes, counts);
        AddSets(layout.Broken, broken, lanes, counts);
        AddSets(layout.EventOnce, happened, lanes, counts);
    }

    /// <inheritdoc/>
    public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
        var other = (FuturesMeter)reference;
        for (var lane = 0; layout.Scenarios > 0 && lane < lanes.Paths.Count; lane++)
        {
            if (final[lane] != other.final[lane])
            {
                Difference(final[lane], 1, counts);
                Difference(other.final[lane], -1, counts);
            }
        }

        for (var severity = 0; severity < layout.Severities; severity++)
        {
            for (var word = 0; word < lanes.Words; word++)
            {
                var (own, its) = (escalated[(severity * LaneState.Stride) + word] & lanes.Valid[word], other.escalated[(severity * LaneState.Stride) + word] & lanes.Valid[word]);
                counts[layout.FirstDifference + layout.Scenarios + severity] += BitOperations.PopCount(own & ~its) - BitOperations.PopCount(its & ~own);
                counts[layout.FirstSquaredDifference + layout.Scenarios + severity] += BitOperations.PopCount(own ^ its);
            }
        }
    }

    private static ulong[] Sets(int count) => new ulong[count * LaneState.Stride];

    private static Span<ulong> Set(ulong[] sets, int index, LaneWalk lanes) => sets.AsSpan(index * LaneState.Stride, lanes.Words);

    private static int Count(LaneWalk lanes, ReadOnlySpan<ulong> set) => LaneMask.CountBoth(lanes.Valid, set);

    private void Difference(int at, int value, Span<long> counts)
    {
        counts[layout.FirstDifference + at] += value;
        counts[layout.FirstSquaredDifference + at]++;
    }

    /// <summary>Adds 1 to a number of a path.</summary>
    private void Increase(int number, int lane, Span<long> counts)
    {
        ref var count = ref numbers[(number * LaneWalk.MostLanes) + lane];
        counts[layout.FirstSum + number]++;
        counts[layout.FirstSquare + number] += (2L * count) + 1;
        count++;
    }

    private void SeeScenarios(LaneWalk lanes)
    {
        if (layout.Scenarios == 0)
        {
            return;
        }

        lanes.Scenarios.CopyTo(scenarios);
        var date = lanes.Step; // the start is the same for all paths; each step counts once, by where it led
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var at = (scenarios[lane] * LaneWalk.MostLanes) + lane;
            datesIn[at] += (ushort)(date > 0 ? 1 : 0);
            lastIn[at] = (short)date;
        }
    }

    private void SeeImage(int image, LaneWalk lanes, Span<long> counts)
    {
        var (factor, of, higherIsWorse) = images[image];
        var worse = (Span<ulong>)stackalloc ulong[lanes.Words];
        var distance = 0L;
        for (var a = 0; a < model.Factors[factor].States; a++)
        {
            var seen = lanes.InState(factor, a);
            for (var b = 0; b < model.Factors[of].States; b++)
            {
                var thing = lanes.InState(of, b);
                for (var word = 0; a != b && word < worse.Length; word++)
                {
                    var both = seen[word] & thing[word] & lanes.Valid[word];
                    distance += Math.Abs(a - b) * BitOperations.PopCount(both);
                    worse[word] |= a > b == higherIsWorse ? both : 0;
                }
            }
        }

        counts[layout.FirstTotal + layout.DistanceAt + (image * layout.Dates) + lanes.Step] += distance;
        for (var word = 0; word < worse.Length; word++)
        {
            for (var bits = worse[word]; bits != 0; bits &= bits - 1)
            {
                Increase(layout.SeenWorse + image, (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits), counts);
            }
        }
    }

    private void SeePreconditions(LaneWalk lanes, Span<long> counts)
    {
        var all = (Span<ulong>)stackalloc ulong[lanes.Words];
        for (var measure = 0; measure < layout.Measures; measure++)
        {
            counts[layout.FirstTotal + layout.InForceAt + (measure * layout.Dates) + lanes.Step] += Count(lanes, lanes.InForce(measure));
            all.Fill(ulong.MaxValue);
            var preconditions = model.Measures[measure].Preconditions;
            for (var i = 0; i < preconditions.Length; i++)
            {
                var holds = lanes.Holds(preconditions[i]);
                LaneMask.Keep(all, holds);
                counts[layout.FirstTotal + layout.PreconditionAt + ((layout.PreconditionOffsets[measure] + i) * layout.Dates) + lanes.Step] += Count(lanes, holds);
            }

            LaneMask.Add(Set(allPreconditions, measure, lanes), all);
        }
    }

    private void SeeConstraints(LaneWalk lanes)
    {
        for (var constraint = 0; constraint < model.Constraints.Length; constraint++)
        {
            LaneMask.Add(Set(broken, constraint, lanes), lanes.Holds(model.Constraints[constraint]));
        }
    }

    /// <summary>Counts the chain of a happening at the severities that it reaches and nothing before it in the chain did.</summary>
    private void SeeChain(int gravest, int before, Span<long> counts)
    {
        for (var severity = gravest; severity > before; severity--)
        {
            counts[layout.FirstTotal + layout.Chains + severity]++;
        }
    }

    private void FindPast(LaneWalk lanes)
    {
        if (!knowsPast)
        {
            knowsPast = true;
            lanes.OnlyByPastEvents().CopyTo(byPast);
        }
    }

    private void SeeSeverity(int severity, int lane, in Happening happening, Span<long> counts)
    {
        Increase(layout.SeverityCount + severity, lane, counts);
        if (layout.Scenarios > 0)
        {
            var at = (severity * layout.Scenarios) + scenarios[lane];
            counts[layout.FirstTotal + layout.RiskIn + at]++;
            counts[layout.FirstTotal + layout.RiskByPastIn + at] += LaneMask.Has(byPast, lane) ? 1 : 0;
        }

        var set = escalated.AsSpan(severity * LaneState.Stride, LaneState.Stride);
        if (LaneMask.Has(set, lane))
        {
            return;
        }

        LaneMask.Set(set, lane);
        counts[layout.FirstRoot + (severity * layout.Events) + happening.Root]++;
        counts[layout.FirstInadvertent + severity] += happening.Pathway == Models.Pathway.Inadvertent ? 1 : 0;
        counts[layout.FirstDeliberate + severity] += happening.Pathway == Models.Pathway.Deliberate ? 1 : 0;
    }

    /// <summary>The scenario of most steps; on a tie the one held last.</summary>
    private int Dominant(int lane)
    {
        var best = 0;
        for (var scenario = 1; scenario < layout.Scenarios; scenario++)
        {
            var (at, most) = ((scenario * LaneWalk.MostLanes) + lane, (best * LaneWalk.MostLanes) + lane);
            best = datesIn[at] > datesIn[most] || (datesIn[at] == datesIn[most] && lastIn[at] > lastIn[most]) ? scenario : best;
        }

        return best;
    }

    private static void AddSets(int at, ulong[] sets, LaneWalk lanes, Span<long> counts)
    {
        for (var i = 0; i < sets.Length / LaneState.Stride; i++)
        {
            counts[at + i] += Count(lanes, Set(sets, i, lanes));
        }
    }
}
