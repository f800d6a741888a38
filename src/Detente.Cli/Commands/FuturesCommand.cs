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
        Options = [StrategyChoice.Strategy, StrategyChoice.None, SharedOptions.Draws, SharedOptions.Paths, PreciseFutures.Option, Exact],
        Example = "futures my-model.yaml --draws 20 --paths 100",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var precise = PreciseFutures.Run(open, Study(invocation, open.Model));
        if (invocation.IsJson)
        {
            var json = new FuturesJson(open.Model, precise.Result);
            (open.Answer(precise.Result.Provenance) with
            {
                Options = writer =>
                {
                    json.WriteOptions(writer);
                    writer.WriteNumberOrNull("precision", precise.Asked);
                },
                Result = writer =>
                {
                    writer.WriteNumberOrNull("precisionReached", precise.Asked is null ? null : precise.LargestError);
                    json.WriteResult(writer);
                },
            }).Write();
        }
        else
        {
            Answer.Write(invocation, new FuturesText(open.Model, precise.Result, invocation.Language).Write);
        }

        precise.Mention(invocation);
        return ExitCode.Fine;
    });

    private static FuturesStudy Study(Invocation invocation, Model model)
    {
        var choice = StrategyChoice.Read(invocation, model);
        return new FuturesStudy(model, invocation.StudyOptions with { Exact = invocation.Has(Exact) })
        {
            Strategies = choice.Strategies,
            NoMeasures = choice.NoMeasures,
        };
    }
}
