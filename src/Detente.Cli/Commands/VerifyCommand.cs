using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Whether the model behaves as its sources say.</summary>
internal static class VerifyCommand
{
    private static readonly OptionSyntax OneClaim = new("--claim", new(
        "Runs this claim only; may be given several times.",
        "Prüft nur diese Behauptung; mehrmals möglich."))
    {
        Value = new("ID", "ID"),
        Repeats = true,
    };

    private static readonly OptionSyntax Failed = new("--failed", new(
        "Prints only the claims that do not hold.",
        "Gibt nur die Behauptungen aus, die nicht zutreffen."));

    private static readonly OptionSyntax Thorough = new("--thorough", new(
        "Gives every claim all runs; otherwise one that is clear after a quarter of them stops there.",
        "Gibt jeder Behauptung alle Läufe; sonst endet dort, was nach einem Viertel klar ist."));

    private static readonly OptionSyntax Verbose = new("--verbose", new(
        "Prints the accepted warnings too, with their reasons.",
        "Gibt auch die angenommenen Warnungen aus, mit ihren Gründen."));

    public static CommandSyntax Syntax { get; } = new(
        "verify",
        new("Runs the claims: whether the model behaves as its sources say.", "Prüft die Behauptungen: ob sich das Modell verhält, wie seine Quellen sagen."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [OneClaim, Failed, SharedOptions.Draws, SharedOptions.Paths, Thorough, Verbose],
        Example = "verify my-model.yaml --failed",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var study = new VerifyStudy(open.Model, invocation.StudyOptions)
        {
            Claims = [.. invocation.Values(OneClaim).Select(name => Find(name, open.Model)).Distinct().Order()],
            IsThorough = invocation.Has(Thorough),
        };
        if (open.Model.Claims.IsEmpty)
        {
            SayNone(open, study);
            return ExitCode.Fine;
        }

        var result = open.Run<VerifyResult>(study);
        if (invocation.IsJson)
        {
            var json = new VerifyJson(study, result.Claims, result.Warnings) { HidesHolding = invocation.Has(Failed) };
            (open.Answer(result.Provenance) with
            {
                Options = json.WriteOptions,
                Result = json.WriteResult,
            }).Write();
        }
        else
        {
            var text = new VerifyText(open, result) { HidesHolding = invocation.Has(Failed), ShowsAccepted = invocation.Has(Verbose) };
            Answer.Write(invocation, text.Write);
        }

        return result.Claims.Any(outcome => outcome.Verdict == Verdict.Fails) ? ExitCode.Findings : ExitCode.Fine;
    });

    private static int Find(string name, Model model) =>
        ElementName.Find(name, [.. model.Claims.Select(claim => claim.Id)], new("the model has no claim", "das Modell hat keine Behauptung"));

    private static void SayNone(OpenModel open, VerifyStudy study)
    {
        if (open.Invocation.IsJson)
        {
            var json = new VerifyJson(study, [], null);
            (open.Answer() with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else
        {
            Answer.Write(open.Invocation, writer => writer.WriteLine(open.Invocation.Say(
                $"{open.Model.Id} states no claims (section claims); nothing was run.",
                $"{open.Model.Id} stellt keine Behauptungen auf (Abschnitt claims); nichts wurde gerechnet.")));
        }
    }
}
