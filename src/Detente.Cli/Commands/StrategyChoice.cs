using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Syntax;
using Detente.Models;

namespace Detente.Cli.Commands;

/// <summary>Which strategies are followed in place of the baseline.</summary>
internal static class StrategyChoice
{
    public static OptionSyntax Strategy { get; } = new("--strategy", new(
        "A strategy in place of its actors' baseline; may be given several times.",
        "Eine Strategie anstelle der im Basisfall verfolgten ihrer Akteure; mehrmals möglich."))
    {
        Value = new("NAME", "NAME"),
        Repeats = true,
    };

    public static OptionSyntax NoMeasures { get; } = new("--no-measures", new("Nobody pursues any measure.", "Niemand verfolgt eine Maßnahme."));

    /// <summary>The strategies named.</summary>
    /// <exception cref="Refusal">There is no such strategy, two are of one actor, or none are to be followed.</exception>
    public static ImmutableArray<StrategyId> Of(Invocation invocation, Model model)
    {
        var strategies = invocation.Values(Strategy).Select(name => Find(name, model)).Distinct().ToImmutableArray();
        if (strategies.Length > 0 && invocation.Has(NoMeasures))
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

        return strategies;
    }

    private static StrategyId Find(string name, Model model) =>
        new(ElementName.Find(name, [.. model.Strategies.Select(strategy => strategy.Id)], new("the model has no strategy", "das Modell hat keine Strategie")));
}
