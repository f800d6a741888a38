using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
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

    public static CommandSyntax Syntax { get; } = new(
        "scenarios",
        new("Which futures are consistent in themselves (cross-impact balance).", "Welche Zukünfte in sich konsistent sind (Cross-Impact-Bilanz)."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [Tolerance, Free, .. ScenarioWeighing.Options],
        Example = "scenarios my-model.yaml --tolerance 1",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var study = new ScenariosStudy(open.Model, invocation.StudyOptions)
        {
            Tolerance = invocation.Real(Tolerance, 0),
            Free = invocation.Has(Free),
        };
        var result = open.Run<ScenariosResult>(ScenarioWeighing.Of(invocation, study));
        if (invocation.IsJson)
        {
            var json = new ScenariosJson(open.Model, result);
            (open.Answer(result.Provenance) with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else
        {
            Answer.Write(invocation, new ScenariosText(open.Model, result, invocation.Language).Write);
        }

        return ExitCode.Fine;
    });
}
