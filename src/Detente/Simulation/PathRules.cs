using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Under which rules paths are walked; never part of the key of a random number.</summary>
/// <param name="Strategies">The strategies that are followed; empty: nobody pursues a measure.</param>
/// <param name="EventsOff">Whether no event happens.</param>
internal sealed record PathRules(ImmutableArray<int> Strategies, bool EventsOff = false)
{
    /// <summary>Factors held in a state, each from its step on; of several for one factor the last that has begun.</summary>
    public ImmutableArray<HeldFactor> Held { get; init; } = [];

    /// <summary>Events that are made to happen, or kept from it.</summary>
    public ImmutableArray<StagedEvent> Staged { get; init; } = [];

    /// <summary>Strategies that take the place of the others at a step, or null: what is agreed or in force by then stays, what is not is pursued no more.</summary>
    public LaterStrategies? Later { get; init; }

    /// <summary>Measures that nobody pursues; what comes <c>after</c> one of them waits for it in vain.</summary>
    public ImmutableArray<int> Dropped { get; init; } = [];

    /// <summary>What strategies pursue under these rules.</summary>
    /// <param name="model">The model.</param>
    /// <param name="strategies">The strategies.</param>
    public IEnumerable<CompiledPursuit> Pursuits(CompiledModel model, ImmutableArray<int> strategies) =>
        strategies.SelectMany(strategy => model.Strategies[strategy]).Where(pursuit => !Dropped.Contains(pursuit.Measure));
}

/// <summary>Strategies that are followed from a step on, in place of those before.</summary>
/// <param name="From">From which step on.</param>
/// <param name="Strategies">The strategies; empty: nobody pursues a measure.</param>
internal sealed record LaterStrategies(int From, ImmutableArray<int> Strategies);

/// <summary>A factor held in a state, whatever redraws, effects, bars and holds say. What was before the start stays as stated.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="State">The state.</param>
/// <param name="From">From which step on; 0 or less: from the start.</param>
internal readonly record struct HeldFactor(int Factor, int State, int From);

/// <summary>An event that happens for certain, once, or not at all, whatever its rate, condition and multipliers; how it turns out is drawn as usual.</summary>
/// <param name="Event">The event.</param>
/// <param name="Happens">Whether it happens.</param>
/// <param name="Step">In which step; -1: in every step for which nothing else is said.</param>
internal readonly record struct StagedEvent(int Event, bool Happens, int Step);
