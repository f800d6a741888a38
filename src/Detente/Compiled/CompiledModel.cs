using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>A model made ready for walking paths: places instead of names, steps instead of periods, numbers in slots, purposes hashed.</summary>
/// <remarks>Immutable, safe from any thread; made once per model. What a draw of the judged numbers changes is in <see cref="DrawParameters"/>.</remarks>
internal sealed record CompiledModel(Model Model)
{
    /// <summary>Number of steps.</summary>
    public required int StepCount { get; init; }

    /// <summary>Length of a step in years.</summary>
    public required double StepYears { get; init; }

    /// <summary>Factors.</summary>
    public required ImmutableArray<CompiledFactor> Factors { get; init; }

    /// <summary>Number of states of all factors together.</summary>
    public required int StatesInAll { get; init; }

    /// <summary>Conditions.</summary>
    public required ConditionTable Conditions { get; init; }

    /// <summary>Judged numbers.</summary>
    public required NumberTable Numbers { get; init; }

    /// <summary>Influences.</summary>
    public required ImpactLayout Impacts { get; init; }

    /// <summary>Slot of each number of <see cref="Impacts"/>.</summary>
    public required ImmutableArray<int> ImpactSlots { get; init; }

    /// <summary>By influence: how many steps later its target feels it; 0: at once.</summary>
    public required ImmutableArray<int> Delays { get; init; }

    /// <summary>Tendencies.</summary>
    public required ImmutableArray<CompiledLean> Tendencies { get; init; }

    /// <summary>Events, in declaration order.</summary>
    public required ImmutableArray<CompiledEvent> Events { get; init; }

    /// <summary>Events that are no consequences, in declaration order.</summary>
    public required ImmutableArray<int> RootEvents { get; init; }

    /// <summary>Consequences, causes before effects, otherwise in declaration order.</summary>
    public required ImmutableArray<int> ChainEvents { get; init; }

    /// <summary>Measures.</summary>
    public required ImmutableArray<CompiledMeasure> Measures { get; init; }

    /// <summary>What each strategy pursues.</summary>
    public required ImmutableArray<ImmutableArray<CompiledPursuit>> Strategies { get; init; }

    /// <summary>All effects; owners know their places.</summary>
    public required ImmutableArray<CompiledEffect> Effects { get; init; }

    /// <summary>All pushes among the effects.</summary>
    public required ImmutableArray<CompiledPush> Pushes { get; init; }

    /// <summary>What constraints say must never hold.</summary>
    public required ImmutableArray<int> Constraints { get; init; }

    /// <summary>Conditions asked from outside, in the order in which they were given.</summary>
    public required ImmutableArray<int> Asked { get; init; }

    /// <summary>Slots of the decisivenesses: the model's and those of factors; a factor names its place here.</summary>
    public required ImmutableArray<int> DecisivenessSlots { get; init; }

    /// <summary>The strategies that are followed when some are chosen: the chosen ones, and the baseline's whose actors have no chosen one.</summary>
    /// <param name="chosen">The chosen ones; may be empty.</param>
    public ImmutableArray<int> ActiveStrategies(IEnumerable<StrategyId> chosen)
    {
        var taken = chosen.Select(strategy => strategy.Index).Distinct().ToList();
        var actors = taken.SelectMany(strategy => Model.Strategies[strategy].Of).ToHashSet();
        return [.. taken.Concat(Model.Baseline.Select(strategy => strategy.Index).Where(strategy => !Model.Strategies[strategy].Of.Any(actors.Contains))).Distinct()];
    }
}

/// <summary>A factor.</summary>
/// <param name="Offset">Where its states begin among those of all factors.</param>
/// <param name="States">Number of states.</param>
/// <param name="Initial">State at the start.</param>
internal sealed record CompiledFactor(int Offset, int States, int Initial)
{
    /// <summary>Whether it moves to neighbours; otherwise to any admissible state.</summary>
    public required bool MovesToNeighbours { get; init; }

    /// <summary>Slot of the mean time up in years; -1: never.</summary>
    public required int UpSlot { get; init; }

    /// <summary>Slot of the mean time down in years; -1: never.</summary>
    public required int DownSlot { get; init; }

    /// <summary>Place of its decisiveness.</summary>
    public required int Decisiveness { get; init; }

    /// <summary>Purpose of the direction.</summary>
    public required ulong Direction { get; init; }

    /// <summary>Purpose of the reconsideration.</summary>
    public required ulong Reconsider { get; init; }

    /// <summary>Purpose of the choice.</summary>
    public required ulong Choice { get; init; }

    /// <summary>When which of its states are barred.</summary>
    public required ImmutableArray<CompiledBarrier> Barriers { get; init; }
}

/// <summary>States that are barred while a condition holds.</summary>
/// <param name="While">The condition.</param>
/// <param name="States">By state whether it is barred.</param>
internal sealed record CompiledBarrier(int While, ImmutableArray<bool> States);

/// <summary>Points over the states of a factor: the value of a slot times a numerator over a denominator.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Slot">Slot of the weight.</param>
/// <param name="Numerators">By state.</param>
internal sealed record CompiledLean(int Factor, int Slot, ImmutableArray<long> Numerators);

/// <summary>How an event comes about.</summary>
internal enum EventOrigin
{
    /// <summary>On dates.</summary>
    Scheduled,

    /// <summary>At random, at most once a step.</summary>
    Stochastic,

    /// <summary>At random, a Poisson number a step.</summary>
    Repeating,

    /// <summary>By other events of the step.</summary>
    Consequence,
}

/// <summary>An event.</summary>
/// <param name="Origin">How it comes about.</param>
/// <param name="Slot">Slot of its rate or probability; -1 of a consequence.</param>
internal sealed record CompiledEvent(EventOrigin Origin, int Slot)
{
    /// <summary>By step the number of its dates in it; empty unless scheduled.</summary>
    public required ImmutableArray<int> Dates { get; init; }

    /// <summary>The condition without which it cannot happen.</summary>
    public required int When { get; init; }

    /// <summary>What multiplies its rate or probability.</summary>
    public required ImmutableArray<CompiledMultiplier> Multipliers { get; init; }

    /// <summary>Its causes; empty unless a consequence.</summary>
    public required ImmutableArray<CompiledCause> Causes { get; init; }

    /// <summary>Its outcomes.</summary>
    public required ImmutableArray<CompiledOutcome> Outcomes { get; init; }

    /// <summary>Its pathway when it is a root.</summary>
    public required Pathway Pathway { get; init; }

    /// <summary>Purpose of its happening.</summary>
    public required ulong Happens { get; init; }

    /// <summary>Purpose of its outcome.</summary>
    public required ulong Turns { get; init; }
}

/// <summary>One cause of an event.</summary>
/// <param name="Event">The event that may lead to it.</param>
/// <param name="Outcome">The outcome, or -1 for any.</param>
/// <param name="Slot">Slot of the probability.</param>
internal sealed record CompiledCause(int Event, int Outcome, int Slot)
{
    /// <summary>The condition without which it does not act.</summary>
    public required int When { get; init; }

    /// <summary>Its own pathway, or null.</summary>
    public required Pathway? Pathway { get; init; }

    /// <summary>Its purpose.</summary>
    public required ulong Purpose { get; init; }
}

/// <summary>An outcome.</summary>
/// <param name="Slot">Slot of its weight.</param>
/// <param name="Severity">Its place on the scale; -1: none.</param>
internal sealed record CompiledOutcome(int Slot, int Severity)
{
    /// <summary>What multiplies its weight.</summary>
    public required ImmutableArray<CompiledMultiplier> Multipliers { get; init; }

    /// <summary>Its effects.</summary>
    public required ImmutableArray<int> Effects { get; init; }

    /// <summary>What windows count it.</summary>
    public required ImmutableArray<int> Patterns { get; init; }
}

/// <summary>A multiplier: a rule of the event's own, or an effect of a measure.</summary>
/// <param name="Slot">Slot of the factor.</param>
/// <param name="When">The condition while which it holds.</param>
/// <param name="Effect">The measure's effect; -1 for a rule of its own.</param>
internal readonly record struct CompiledMultiplier(int Slot, int When, int Effect);

/// <summary>A measure.</summary>
/// <param name="UptakeSlot">Slot of the rate of agreement.</param>
internal sealed record CompiledMeasure(int UptakeSlot)
{
    /// <summary>Its preconditions, one by one.</summary>
    public required ImmutableArray<int> Preconditions { get; init; }

    /// <summary>Whether it can be agreed without them.</summary>
    public required bool IsAdvisory { get; init; }

    /// <summary>Steps from agreement until in force; 0: in the same step.</summary>
    public required int Lead { get; init; }

    /// <summary>Steps from its end until it can be agreed again; at least 1.</summary>
    public required int Pause { get; init; }

    /// <summary>The condition without which it ends.</summary>
    public required int SustainedBy { get; init; }

    /// <summary>Its effects while in force.</summary>
    public required ImmutableArray<int> Effects { get; init; }

    /// <summary>Its effects when agreed without the preconditions.</summary>
    public required ImmutableArray<int> Early { get; init; }

    /// <summary>Purpose of agreeing.</summary>
    public required ulong Agree { get; init; }
}

/// <summary>A measure in a strategy.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="When">Pursued only while this holds.</param>
/// <param name="Until">Given up once this has held; <see cref="ConditionTable.Always"/>: never given up.</param>
/// <param name="After">Pursued only once these have been in force.</param>
internal sealed record CompiledPursuit(int Measure, int When, int Until, ImmutableArray<int> After);

/// <summary>What an effect does.</summary>
internal enum EffectKind
{
    /// <summary>Points that fade.</summary>
    Push,

    /// <summary>Moves by states.</summary>
    Move,

    /// <summary>Sets a state.</summary>
    Set,

    /// <summary>Draws a state.</summary>
    DrawState,

    /// <summary>Draws a move.</summary>
    DrawMove,

    /// <summary>Bars moves.</summary>
    Hold,

    /// <summary>Multiplies a rate, a probability or a weight.</summary>
    Multiply,
}

/// <summary>An effect of an event's outcome or of a measure.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Factor">The factor it acts on; -1 for a multiplier.</param>
/// <param name="Name">Qualified name that keys its numbers, see <see cref="KeyNames"/>.</param>
internal sealed record CompiledEffect(EffectKind Kind, int Factor, string Name)
{
    /// <summary>The states to move, the state to set, the place of the push; of a hold 1 for up, 2 for down, 3 for both.</summary>
    public required int Value { get; init; }

    /// <summary>States or moves of a draw.</summary>
    public required ImmutableArray<int> Alternatives { get; init; }

    /// <summary>Slots of the weights of a draw; of a multiplier the one of its factor.</summary>
    public required ImmutableArray<int> Slots { get; init; }

    /// <summary>The condition without which it does not act.</summary>
    public required int When { get; init; }

    /// <summary>Slot of its chance; -1: always acts.</summary>
    public required int ChanceSlot { get; init; }

    /// <summary>Slot of its rate; -1: acts once.</summary>
    public required int RateSlot { get; init; }

    /// <summary>The measure it belongs to; -1 of an event's.</summary>
    public required int Measure { get; init; }

    /// <summary>Purpose of its chance.</summary>
    public required ulong Chance { get; init; }

    /// <summary>Purpose of its rate.</summary>
    public required ulong Rate { get; init; }

    /// <summary>Purpose of its draw.</summary>
    public required ulong Draw { get; init; }
}

/// <summary>A push.</summary>
/// <param name="Lean">The points.</param>
/// <param name="DecayPerStep">What is left of 65,536 parts after a step; 65,536: all.</param>
internal sealed record CompiledPush(CompiledLean Lean, int DecayPerStep)
{
    /// <summary>It ends when this no longer holds.</summary>
    public required int While { get; init; }

    /// <summary>It ends when this measure is neither agreed nor in force; -1: no such bond.</summary>
    public required int EndsWith { get; init; }

    /// <summary>Whether repeats add.</summary>
    public required bool Stacks { get; init; }

    /// <summary>The largest sum in 1/65,536 point; long.MaxValue: none.</summary>
    public required long Cap { get; init; }
}
