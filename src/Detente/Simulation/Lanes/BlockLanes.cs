using System.Runtime.InteropServices;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Lanes walked together, 64 a word: each part of a step goes over all lanes before the next begins.</summary>
/// <remarks>
/// Conditions, events and measures are sets; numbers come for eight lanes at a time; single lanes are looked at only where something may change.
/// Its twin, <see cref="ScalarLanes"/>, gives the same bits; tests compare all that can be seen, step by step. Cost of a step: a byte of noise per lane
/// and factor, event and measure, and one balance per lane and factor that is reconsidered. Memory: some kilobytes per factor, event and push.
/// </remarks>
internal sealed class BlockLanes : LaneWalk
{
    private readonly LaneState state;
    private readonly LaneMeasures measures;
    private readonly LaneOdds odds;
    private readonly LaneEvents events;
    private readonly LaneBalances balances;
    private readonly LanePushes pushes;
    private readonly LaneRedraw redraw;
    private readonly LaneEffects effects;

    /// <summary>Initialises the lanes.</summary>
    /// <param name="world">The world.</param>
    public BlockLanes(LaneWorld world)
    {
        state = new LaneState(world);
        measures = new LaneMeasures(state);
        odds = new LaneOdds(state);
        events = new LaneEvents(state, odds);
        balances = new LaneBalances(state);
        pushes = new LanePushes(state);
        redraw = new LaneRedraw(state, balances, pushes);
        effects = new LaneEffects(state, events, pushes);
    }

    /// <summary>Whether a model can be walked like this: none with more than 64 multipliers on one event or 32 pushes on one factor, or with too many steps for the ages of pushes.</summary>
    /// <param name="model">The model.</param>
    public static bool Fits(CompiledModel model) => model.StepCount <= LanePushes.MostSteps
        && model.Factors.All(factor => factor.States <= byte.MaxValue)
        && model.Pushes.GroupBy(push => push.Lean.Factor).All(of => of.Count() <= LanePushes.MostOnOneFactor)
        && model.Events.All(of => of.Multipliers.Length <= LaneEvents.MostMultipliers && of.Outcomes.All(outcome => outcome.Multipliers.Length <= LaneEvents.MostMultipliers));

    /// <inheritdoc/>
    public override CompiledModel Model => state.Model;

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> Valid => state.Valid.AsSpan(0, Words);

    /// <inheritdoc/>
    public override ReadOnlySpan<LaneHappening> Happenings => CollectionsMarshal.AsSpan(state.Happenings);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Scenarios => state.Conditions.Scenarios;

    /// <inheritdoc/>
    public override int Overridden => effects.Overridden;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> States(int factor) => state.States.AsSpan(factor * MostLanes, Lanes);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> InState(int factor, int of) => state.InState(Model.Factors[factor].Offset + of);

    /// <inheritdoc/>
    public override void AddStates(Span<long> counts)
    {
        if (Paths.Skipped == 0)
        {
            state.AddCounts(counts);
            return;
        }

        for (var of = 0; of < Model.StatesInAll; of++)
        {
            counts[of] += LaneMask.CountBoth(state.InState(of), Valid); // what a redraw tells counts all lanes from the first on
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> InScenario(int scenario) => state.Conditions.InScenario(scenario);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> OnlyByPastEvents() => state.Conditions.OnlyByPastEvents();

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> Holds(int node) => state.Conditions.Holds(node);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> InForce(int measure) => state.Set(state.Phases.InForce, measure);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> AgreedNow(int measure) => state.Set(state.Phases.AgreedNow, measure);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> AgreedEarly(int measure) => state.Set(state.Phases.AgreedEarly, measure);

    /// <inheritdoc/>
    public override void Start(DrawParameters parameters, LanePaths paths)
    {
        Step = 0;
        Paths = paths;
        Words = (paths.Count + LaneMask.WordLanes - 1) / LaneMask.WordLanes;
        state.Step = 0;
        state.Words = Words;
        state.Paths = paths.Count;
        for (var word = 0; word < state.Valid.Length; word++)
        {
            state.Valid[word] = paths.ValidIn(word);
        }

        if (!ReferenceEquals(parameters, state.Parameters))
        {
            state.Parameters = parameters;
            odds.Reset();
            balances.Prepare();
            pushes.Prepare();
            redraw.Prepare();
        }

        state.Noise.Start(paths);
        state.Noise.Enter(0);
        state.Start();
        state.Phases.Reset();
        measures.Reset();
        pushes.Reset();
        state.Conditions.Reset();
        events.LeaveOut(-1, []);
    }

    /// <inheritdoc/>
    public override void LeaveOut(int e, ReadOnlySpan<short> steps) => events.LeaveOut(e, steps);

    /// <inheritdoc/>
    public override void MoveMeasures() => measures.Run();

    /// <inheritdoc/>
    public override void Happen() => events.Run();

    /// <inheritdoc/>
    public override void Move()
    {
        redraw.Run();
        effects.Run();
        effects.Push();
        Hold();
        state.Conditions.CountHappenings();
        state.Advance();
        Array.Clear(state.Phases.AgreedNow);
        state.Happenings.Clear();
        Step++;
        state.Step = Step;
        state.Noise.Enter(Step);
        state.Conditions.Enter();
    }

    private void Hold()
    {
        foreach (var held in state.Rules.Held)
        {
            if (held.From <= Step + 1)
            {
                state.Next.AsSpan(held.Factor * MostLanes, MostLanes).Fill((byte)held.State);
                state.HasChanged[held.Factor] = true;
            }
        }
    }
}
