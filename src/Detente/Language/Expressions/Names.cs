using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>What makes an event happen, as far as an expression must know.</summary>
internal enum EventKind
{
    /// <summary>On stated dates.</summary>
    Scheduled,

    /// <summary>At random.</summary>
    Stochastic,

    /// <summary>As a consequence of other events.</summary>
    Consequence,
}

/// <summary>A factor as expressions see it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Scale">Whether its states are ordered.</param>
/// <param name="States">The names of its states, in order.</param>
internal sealed record FactorName(string Id, FactorScale Scale, ImmutableArray<string> States);

/// <summary>An event as expressions see it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What makes it happen.</param>
/// <param name="Outcomes">The names of its outcomes, in order.</param>
internal sealed record EventName(string Id, EventKind Kind, ImmutableArray<string> Outcomes);

/// <summary>A step of the scale of severity as expressions see it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Level">How grave.</param>
internal sealed record SeverityName(string Id, int Level);

/// <summary>
/// The declared names an expression may use. Filled once, in declaration order, before the first expression is read:
/// the place of a name in its list is the index its id struct carries.
/// </summary>
internal sealed class Names
{
    /// <summary>Factors; the states of an image are those of the thing.</summary>
    public NameList<FactorName> Factors { get; } = new(factor => factor.Id);

    /// <summary>Events.</summary>
    public NameList<EventName> Events { get; } = new(item => item.Id);

    /// <summary>Measures.</summary>
    public NameList<string> Measures { get; } = new(id => id);

    /// <summary>Strategies.</summary>
    public NameList<string> Strategies { get; } = new(id => id);

    /// <summary>Scenarios.</summary>
    public NameList<string> Scenarios { get; } = new(id => id);

    /// <summary>The scale of severity.</summary>
    public NameList<SeverityName> Severities { get; } = new(severity => severity.Id);

    /// <summary>The names of a finished model.</summary>
    public static Names Of(Model model)
    {
        var names = new Names();
        foreach (var factor in model.Factors)
        {
            names.Factors.Add(new FactorName(factor.Id, factor.Scale, [.. factor.States.Select(state => state.Id)]));
        }

        foreach (var item in model.Events)
        {
            var kind = item.Trigger switch
            {
                Scheduled => EventKind.Scheduled,
                Stochastic => EventKind.Stochastic,
                _ => EventKind.Consequence,
            };
            names.Events.Add(new EventName(item.Id, kind, [.. item.Outcomes.Select(outcome => outcome.Id)]));
        }

        names.Measures.AddRange(model.Measures.Select(measure => measure.Id));
        names.Strategies.AddRange(model.Strategies.Select(strategy => strategy.Id));
        names.Scenarios.AddRange(model.Scenarios.Select(scenario => scenario.Id));
        names.Severities.AddRange(model.Severities.Select(severity => new SeverityName(severity.Id, severity.Level)));
        return names;
    }
}
