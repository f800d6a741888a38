using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language.Exchange;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Which futures are consistent in themselves.</summary>
internal static class ScenariosCommand
{
    private static readonly OptionSyntax Tolerance = new("--tolerance", new(
        "The largest inconsistency allowed, in points, 0 to 1000; 0 unless stated.",
        "Größte erlaubte Inkonsistenz in Punkten, 0 bis 1000; ohne Angabe 0."))
    {
        Value = new("POINTS", "PUNKTE"),
        Complaint = static value => SharedOptions.Real(value, 0, 1000),
    };

    private static readonly OptionSyntax Free = new("--free", new(
        "Frees the factors that nothing influences; otherwise they are held at their initial state.",
        "Gibt die Faktoren frei, auf die nichts wirkt; sonst bleiben sie im Anfangszustand."));

    private static readonly OptionSyntax Weights = new("--weights", new(
        "Counts how many configurations end in each scenario, and finds cycles (global succession).",
        "Zählt, wie viele Konfigurationen in jedem Szenario enden, und findet Zyklen (globale Sukzession)."));

    public static CommandSyntax Syntax { get; } = new(
        "scenarios",
        new("Which futures are consistent in themselves (cross-impact balance).", "Welche Zukünfte in sich konsistent sind (Cross-Impact-Bilanz)."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options =
        [
            Tolerance,
            Free,
            .. ScenarioChoice.Options,
            Weights,
        ],
        Exclusive = ScenarioChoice.Exclusive,
        Formats = [.. AnswerFormat.OfEveryCommand, AnswerFormat.Svg, AnswerFormat.Solutions],
        Example = "scenarios my-model.yaml --tolerance 1",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var study = new ScenariosStudy(open.Model, invocation.StudyOptions)
        {
            Tolerance = invocation.Real(Tolerance, 0),
            Free = invocation.Has(Free),
            Weights = invocation.Has(Weights),
        };
        var result = open.Run<ScenariosResult>(ScenarioChoice.Of(open, study));
        if (invocation.IsJson)
        {
            var json = new ScenariosJson(open.Model, result);
            (open.Answer(result.Provenance) with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else if (invocation.Format == AnswerFormat.Svg)
        {
            Answer.Write(invocation, writer => TableauPicture.Write(result, invocation.Language, writer));
        }
        else if (invocation.Format == AnswerFormat.Solutions)
        {
            Answer.Write(invocation, writer => writer.Write(SolutionFile.Write([.. result.Scenarios.Select(Solution)])));
            MentionMissing(invocation, result);
        }
        else
        {
            Answer.Write(invocation, new ScenariosText(open.Model, result, invocation.Language).Write);
        }

        return ExitCode.Fine;
    });

    private static void MentionMissing(Invocation invocation, ScenariosResult result)
    {
        if (result.Count > result.Scenarios.Length)
        {
            var rest = new Wording(invocation.Language).Whole(result.Count - result.Scenarios.Length);
            invocation.Surroundings.Error.WriteLine(invocation.Say(
                $"detente: {rest} more consistent scenarios are not in the file",
                $"detente: {rest} weitere konsistente Szenarien stehen nicht in der Datei"));
        }
    }

    // A sampled weight is no count of configurations: the file would pass it off as one.
    private static Solution Solution(ConsistentScenario scenario) => new(
        scenario.States,
        scenario.Weight is { StandardError: null } weight ? weight.Configurations : 0,
        scenario.ConsistencyHundredths,
        scenario.TotalImpactHundredths);
}
