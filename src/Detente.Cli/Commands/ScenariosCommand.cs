using System.Globalization;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language.Exchange;
using Detente.Reports;
using Detente.Models;
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
        Complaint = static value => SharedOptions.Real(value, 0, 1000) ?? Finer(value),
    };

    private static readonly OptionSyntax Free = new("--free", new(
        "Frees the factors that nothing influences; otherwise they are held at their initial state.",
        "Gibt die Faktoren frei, auf die nichts wirkt; sonst bleiben sie im Anfangszustand."));

    private static readonly OptionSyntax Explain = new("--explain", new(
        "Says of the first three scenarios why each is consistent, and what would have to change for another state to win.",
        "Sagt zu den ersten drei Szenarien, warum sie konsistent sind und was sich ändern müsste, damit sich ein anderer Zustand durchsetzt."));

    private static readonly OptionSyntax Verbose = new("--verbose", new(
        "With --explain all listed scenarios, with --of all factors.",
        "Mit --explain alle aufgeführten Szenarien, mit --of alle Faktoren."));

    private const int MostExplained = 3;

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
            .. ScenarioWeighing.Options,
            Explain,
            ConfigurationBalance.Of,
            Verbose,
        ],
        Exclusive =
        [
            .. ScenarioChoice.Exclusive,
            (Explain, ScenarioChoice.Count),
            .. ScenarioChoice.Options.Concat(ScenarioWeighing.Options).Append(Explain).Append(Free).Select(option => (ConfigurationBalance.Of, option)),
        ],
        Formats = [.. AnswerFormat.OfEveryCommand, AnswerFormat.Svg, AnswerFormat.Solutions],
        Example = "scenarios my-model.yaml --tolerance 1",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var study = new ScenariosStudy(open.Model, invocation.StudyOptions)
        {
            Tolerance = invocation.Real(Tolerance, 0),
            Free = invocation.Has(Free),
        };
        if (invocation.Has(ConfigurationBalance.Of))
        {
            return ConfigurationBalance.Run(open, study, invocation.Has(Verbose));
        }

        if (invocation.Has(Explain) && (invocation.Format == AnswerFormat.Svg || invocation.Format == AnswerFormat.Solutions))
        {
            throw new Refusal(new("--explain writes text or json, nothing else", "--explain schreibt text oder json, sonst nichts"));
        }

        var result = open.Run<ScenariosResult>(ScenarioWeighing.Of(invocation, ScenarioChoice.Of(open, study)));
        var explanations = invocation.Has(Explain) ? Explained(open, result) : null;
        if (invocation.IsJson)
        {
            var json = new ScenariosJson(open.Model, result) { Explanations = explanations?.Configurations };
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
            Answer.Write(invocation, writer =>
            {
                new ScenariosText(open.Model, result, invocation.Language).Write(writer);
                if (explanations is not null)
                {
                    new ExplanationsText(open.Model, result, invocation.Language).Write(writer, explanations);
                }
            });
        }

        return ExitCode.Fine;
    });

    // Impacts are whole hundredths: a finer tolerance would be another one than it says.
    private static LocalizedText? Finer(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points * 100 % 1 == 0
            ? null
            : new("two decimals at most are expected", "erwartet werden höchstens zwei Nachkommastellen");

    private static ExplainResult Explained(OpenModel open, ScenariosResult result)
    {
        var asked = (ScenariosStudy)result.Provenance.Study;
        var explained = result.Scenarios.Take(open.Invocation.Has(Verbose) ? int.MaxValue : MostExplained);
        return open.Run<ExplainResult>(new ExplainStudy(open.Model, open.Invocation.StudyOptions, [.. explained.Select(scenario => scenario.States)])
        {
            Held = [.. asked.Holds.Select(held => held.Factor)],
        });
    }

    private static void MentionMissing(Invocation invocation, ScenariosResult result)
    {
        if (result.Count > result.Scenarios.Length)
        {
            var missing = result.Count - result.Scenarios.Length;
            var rest = new Wording(invocation.Language).Whole(missing);
            invocation.Surroundings.Error.WriteLine(missing == 1
                ? invocation.Say("detente: one more consistent scenario is not in the file", "detente: ein weiteres konsistentes Szenario steht nicht in der Datei")
                : invocation.Say(
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
