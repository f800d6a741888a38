using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Syntax;
using Detente.Models;

namespace Detente.Cli.Commands;

/// <summary>Which strategies a command follows.</summary>
/// <param name="Strategies">Those in place of the baseline's of the same actors; empty: the baseline.</param>
/// <param name="NoMeasures">Whether nobody pursues any measure.</param>
internal sealed record StrategyChoice(ImmutableArray<StrategyId> Strategies, bool NoMeasures)
{
    public static OptionSyntax Strategy { get; } = new("--strategy", new(
        "A strategy in place of its actors' baseline; may be given several times.",
        "Eine Strategie anstelle der im Basisfall verfolgten ihrer Akteure; mehrmals möglich."))
    {
        Value = new("NAME", "NAME"),
        Repeats = true,
    };

    public static OptionSyntax None { get; } = new("--no-measures", new("Nobody pursues any measure.", "Niemand verfolgt eine Maßnahme."));

    /// <summary>Reads the options.</summary>
    /// <exception cref="Refusal">A strategy that the model does not have, two of one actor, or both options.</exception>
    public static StrategyChoice Read(Invocation invocation, Model model)
    {
        var strategies = invocation.Values(Strategy).Select(name => Find(name, model)).Distinct().ToImmutableArray();
        if (strategies.Length > 0 && invocation.Has(None))
        {
            throw new Refusal(new("--strategy and --no-measures exclude each other", "--strategy und --no-measures schließen einander aus"));
        }

        foreach (var (place, strategy) in strategies.Index())
        {
            var of = model.Strategies[strategy.Index];
            if (strategies.Take(place).Select(earlier => model.Strategies[earlier.Index]).FirstOrDefault(earlier => earlier.Of.Intersect(of.Of).Any()) is { } other)
            {
                throw new Refusal(new(
                    $"{other.Id} and {of.Id} are strategies of the same actor; only one of them can be followed",
                    $"{other.Id} und {of.Id} sind Strategien desselben Akteurs; nur eine davon kann verfolgt werden"));
            }
        }

        return new StrategyChoice(strategies, invocation.Has(None));
    }

    private static StrategyId Find(string name, Model model) =>
        new(ElementName.Find(name, [.. model.Strategies.Select(strategy => strategy.Id)], new("the model has no strategy", "das Modell hat keine Strategie")));
}
