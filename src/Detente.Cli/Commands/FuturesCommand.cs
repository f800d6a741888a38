using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>How the relationship evolves over the horizon.</summary>
internal static class FuturesCommand
{
    private static readonly OptionSyntax Exact = new("--exact", new(
        "Exact chances over all configurations in place of sampling, every judgement at its point; small models without memory only.",
        "Exakte Anteile über alle Konfigurationen statt Stichproben, jedes Urteil an seinem Punkt; nur für kleine Modelle ohne Gedächtnis."));

    public static CommandSyntax Syntax { get; } = new(
        "futures",
        new("How the relationship evolves, and which kind of future dominates.", "Wie sich das Verhältnis entwickelt und welcher Zukunftstyp vorherrscht."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [StrategyChoice.Strategy, StrategyChoice.NoMeasures, SharedOptions.Draws, SharedOptions.Paths, PreciseFutures.Option, Exact, .. FuturesPictures.Options, .. FuturesParts.Options],
        Formats = [.. AnswerFormat.OfEveryCommand, AnswerFormat.Svg],
        Exclusive = FuturesParts.Exclusive([PreciseFutures.Option, Exact, .. FuturesPictures.Options]),
        Example = "futures my-model.yaml --draws 20 --paths 100",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var study = Study(invocation, open.Model);
        if (FuturesParts.Run(open, study))
        {
            return ExitCode.Fine;
        }

        FuturesPictures.Check(invocation);
        var result = open.Run<FuturesResult>(PreciseFutures.Asked(invocation, study));
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

    private static FuturesStudy Study(Invocation invocation, Model model) => new(model, invocation.StudyOptions with { Exact = invocation.Has(Exact) })
    {
        Strategies = StrategyChoice.Of(invocation, model),
        NoMeasures = invocation.Has(StrategyChoice.NoMeasures),
    };
}
