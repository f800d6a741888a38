using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;

namespace Detente.Cli.Commands;

/// <summary>Says everything that is wrong or doubtful about a model, and reads its rules back.</summary>
internal static class CheckCommand
{
    private static readonly OptionSyntax Verbose = new("--verbose", new(
        "Prints every rule back in full, and the accepted warnings with their reasons.",
        "Gibt jede Regel vollständig wieder, ebenso die angenommenen Warnungen mit ihren Gründen."));

    public static CommandSyntax Syntax { get; } = new(
        "check",
        new("Checks a model: every mistake with its place, and what its rules cover.", "Prüft ein Modell: jeder Fehler mit seinem Ort, und was seine Regeln abdecken."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [Verbose],
        Example = "check my-model.yaml",
    };

    private static int Run(Invocation invocation)
    {
        var report = new CheckReport(invocation, OpenModel.Warned(invocation, OpenModel.Read(invocation)));
        if (invocation.IsJson)
        {
            report.WriteJson();
        }
        else
        {
            Answer.Write(invocation, writer => report.WriteText(writer, invocation.Has(Verbose)));
        }

        return report.Errors > 0 ? ExitCode.Usage : report.Warnings > 0 ? ExitCode.Findings : ExitCode.Fine;
    }
}
