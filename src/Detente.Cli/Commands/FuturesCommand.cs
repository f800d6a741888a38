using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>How the relationship evolves over the horizon.</summary>
internal static class FuturesCommand
{
    private static readonly OptionSyntax Strategy = new("--strategy", new(
        "A strategy in place of its actors' baseline; may be given several times.",
        "Eine Strategie anstelle der im Basisfall verfolgten ihrer Akteure; mehrmals möglich."))
    {
        Value = new("NAME", "NAME"),
        Repeats = true,
    };

    private static readonly OptionSyntax NoMeasures = new("--no-measures", new("Nobody pursues any measure.", "Niemand verfolgt eine Maßnahme."));

    private static readonly OptionSyntax Exact = new("--exact", new(
        "Exact chances over all configurations in place of sampling, every judgement at its point; small models without memory only.",
        "Exakte Anteile über alle Konfigurationen statt Stichproben, jedes Urteil an seinem Punkt; nur für kleine Modelle ohne Gedächtnis."));

    public static CommandSyntax Syntax { get; } = new(
        "futures",
        new("How the relationship evolves, and which kind of future dominates.", "Wie sich das Verhältnis entwickelt und welcher Zukunftstyp vorherrscht."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [Strategy, NoMeasures, SharedOptions.Draws, SharedOptions.Paths, PreciseFutures.Option, Exact, .. FuturesPictures.Options],
        Formats = [.. AnswerFormat.OfEveryCommand, AnswerFormat.Svg],
        Example = "futures my-model.yaml --draws 20 --paths 100",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        FuturesPictures.Check(invocation);
        var result = open.Run<FuturesResult>(PreciseFutures.Asked(invocation, Study(invocation, open.Model)));
        if (invocation.IsJson)
        {
            var json = new FuturesJson(open.Model, result) { Dots = FuturesPictures.DotsOf(invocation) };
            (open.Answer(result.Provenance) with
            {
                Options = json.WriteOptions,
                Result = json.WriteResult,
            }).Write();
        }
        else if (!FuturesPictures.Write(open, result))
        {
            Answer.Write(invocation, new FuturesText(open.Model, result, invocation.Language) { Dots = FuturesPictures.DotsOf(invocation) }.Write);
        }

        PreciseFutures.Mention(invocation, result);
        return ExitCode.Fine;
    });

    private static FuturesStudy Study(Invocation invocation, Model model)
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

        return new FuturesStudy(model, invocation.StudyOptions with { Exact = invocation.Has(Exact) })
        {
            Strategies = strategies,
            NoMeasures = invocation.Has(NoMeasures),
        };
    }

    private static StrategyId Find(string name, Model model) =>
        new(ElementName.Find(name, [.. model.Strategies.Select(strategy => strategy.Id)], new("the model has no strategy", "das Modell hat keine Strategie")));
}
