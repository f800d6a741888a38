using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>An event that happened on one lane in the present step.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Happening">What happened.</param>
internal readonly record struct LaneHappening(int Lane, Happening Happening);

/// <summary>Which paths stand in the lanes: those of one draw from <paramref name="First"/> on.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Noise">Number of the draw, from 1.</param>
/// <param name="First">The path in lane 0; a multiple of 64.</param>
/// <param name="Count">How many paths, from that in lane 0; the last lanes may stand empty.</param>
internal readonly record struct LanePaths(ulong Seed, ulong Noise, int First, int Count)
{
    /// <summary>How many lanes at the beginning stand empty, so that paths may begin at any; their paths are walked, but are not valid.</summary>
    public int Skipped { get; init; }

    /// <summary>The valid lanes of a word.</summary>
    /// <param name="word">The word.</param>
    public ulong ValidIn(int word) => Below(Count - (word * LaneMask.WordLanes)) & ~Below(Skipped - (word * LaneMask.WordLanes));

    private static ulong Below(int lane) => lane <= 0 ? 0 : lane >= LaneMask.WordLanes ? ulong.MaxValue : (1UL << lane) - 1;
}

/// <summary>Walks many paths of one world side by side through the steps of the horizon, a path a lane, in the order of docs/methods/futures.md.</summary>
/// <remarks>
/// For each step: the snapshot at its start is shown; <see cref="MoveMeasures"/> does part 1, <see cref="Happen"/> parts 2 and 3, <see cref="Move"/>
/// the rest and shows the snapshot of the next step. Sets have one bit a lane; bits of empty lanes mean nothing, so counts go through
/// <see cref="Valid"/>. One thread. A path depends on model, parameters, key and rules only, never on its lane or its neighbours.
/// </remarks>
internal abstract class LaneWalk
{
    /// <summary>Lanes walked at once, at most.</summary>
    public const int MostLanes = 1024;

    /// <summary>The model.</summary>
    public abstract CompiledModel Model { get; }

    /// <summary>The step, from 0; the step count at the end of the horizon.</summary>
    public int Step { get; protected set; }

    /// <summary>Whether it is the end of the horizon: no step begins here.</summary>
    public bool IsAtEnd => Step == Model.StepCount;

    /// <summary>The paths.</summary>
    public LanePaths Paths { get; protected set; }

    /// <summary>Words of a set.</summary>
    public int Words { get; protected set; }

    /// <summary>Lanes, the empty ones at the end among them: 64 a word.</summary>
    public int Lanes => Words * LaneMask.WordLanes;

    /// <summary>Lanes in which a path stands.</summary>
    public abstract ReadOnlySpan<ulong> Valid { get; }

    /// <summary>What happened in the step so far, of each lane in the order in which it was found; after <see cref="Happen"/>. Of valid lanes only.</summary>
    public abstract ReadOnlySpan<LaneHappening> Happenings { get; }

    /// <summary>By lane the scenario of the snapshot; 255 when there are no scenarios.</summary>
    public abstract ReadOnlySpan<byte> Scenarios { get; }

    /// <summary>Effects overridden in the step just finished, over all valid lanes.</summary>
    public abstract int Overridden { get; }

    /// <summary>Makes an engine for one world.</summary>
    /// <param name="world">The world.</param>
    public static LaneWalk Of(LaneWorld world) => BlockLanes.Fits(world.Model) ? new BlockLanes(world) : new ScalarLanes(world);

    /// <summary>By lane the state of a factor.</summary>
    /// <param name="factor">The factor.</param>
    public abstract ReadOnlySpan<byte> States(int factor);

    /// <summary>The lanes on which a factor is in a state.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="of">The state.</param>
    public abstract ReadOnlySpan<ulong> InState(int factor, int of);

    /// <summary>Adds the number of paths in each state of each factor. Costs next to nothing where the engine keeps count.</summary>
    /// <param name="counts">The numbers they are added to, by <see cref="CompiledFactor.Offset"/> and state.</param>
    public abstract void AddStates(Span<long> counts);

    /// <summary>The lanes that would be in another scenario if nothing had happened before now.</summary>
    public abstract ReadOnlySpan<ulong> OnlyByPastEvents();

    /// <summary>The lanes in a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    public abstract ReadOnlySpan<ulong> InScenario(int scenario);

    /// <summary>The lanes on which a condition holds now. Good until the next call that is not of this kind.</summary>
    /// <param name="node">Its node; <see cref="ConditionTable.Always"/> for none.</param>
    public abstract ReadOnlySpan<ulong> Holds(int node);

    /// <summary>The lanes on which a measure is in force.</summary>
    /// <param name="measure">The measure.</param>
    public abstract ReadOnlySpan<ulong> InForce(int measure);

    /// <summary>The lanes on which a measure is agreed in this very step; after <see cref="MoveMeasures"/>.</summary>
    /// <param name="measure">The measure.</param>
    public abstract ReadOnlySpan<ulong> AgreedNow(int measure);

    /// <summary>The lanes on which a measure is agreed in this step without its preconditions.</summary>
    /// <param name="measure">The measure.</param>
    public abstract ReadOnlySpan<ulong> AgreedEarly(int measure);

    /// <summary>Begins paths.</summary>
    /// <param name="parameters">The draw's parameters; of this thread.</param>
    /// <param name="paths">Which.</param>
    public abstract void Start(DrawParameters parameters, LanePaths paths);

    /// <summary>Leaves an event out of one step on each lane of the paths just begun.</summary>
    /// <param name="e">The event.</param>
    /// <param name="steps">By lane the step; below 0: none.</param>
    public abstract void LeaveOut(int e, ReadOnlySpan<short> steps);

    /// <summary>Part 1 of the step.</summary>
    public abstract void MoveMeasures();

    /// <summary>Parts 2 and 3 of the step.</summary>
    public abstract void Happen();

    /// <summary>Parts 4 to 6; then the snapshot is that of the next step.</summary>
    public abstract void Move();
}
