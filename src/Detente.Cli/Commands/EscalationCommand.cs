using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>How it could escalate, and what it takes.</summary>
internal static class EscalationCommand
{
    private static readonly OptionSyntax Without = new("--without", new(
        "Measures to take out together, separated by commas: says how far they change both pathways, and why.",
        "Maßnahmen, die zusammen herausgenommen werden, durch Kommas getrennt: sagt, wie weit sie beide Eskalationswege verändern und warum."))
    {
        Value = new("M,...", "M,..."),
    };

    private static readonly OptionSyntax Severity = new("--severity", new(
        "The severity for which causes, amplifiers and brakes are taken out; the second gravest unless stated.",
        "Die Schwere, für die Ursachen, Verstärker und Bremsen herausgenommen werden; ohne Angabe die zweitschwerste."))
    {
        Value = new("NAME", "NAME"),
    };

    public static CommandSyntax Syntax { get; } = new(
        "escalation",
        new("How it could escalate, by accident or by intent, and what it takes.", "Wie es eskalieren könnte, durch Zufall oder mit Absicht, und was es dazu braucht."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [StrategyChoice.Strategy, StrategyChoice.NoMeasures, Without, Severity, SharedOptions.Draws, SharedOptions.Paths],
        Formats = [.. AnswerFormat.OfEveryCommand, AnswerFormat.Svg],
        Exclusive = [(Without, StrategyChoice.NoMeasures)],
        Example = "escalation my-model.yaml --strategy talks --without hotline",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var result = open.Run<EscalationResult>(Study(invocation, open.Model));
        if (invocation.IsJson)
        {
            var json = new EscalationJson(open.Model, result);
            (open.Answer(result.Provenance) with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else if (invocation.Format == AnswerFormat.Svg)
        {
            Answer.Write(invocation, writer => EscalationPicture.Write(result, invocation.Language, writer));
        }
        else
        {
            Answer.Write(invocation, new EscalationText(open.Model, result, invocation.Language).Write);
        }

        return ExitCode.Fine;
    });

    private static EscalationStudy Study(Invocation invocation, Model model) => new(model, invocation.StudyOptions)
    {
        Strategies = StrategyChoice.Of(invocation, model),
        NoMeasures = invocation.Has(StrategyChoice.NoMeasures),
        IsPlain = invocation.Format == AnswerFormat.Svg, // the picture shows nothing that is taken out
        Without = Measures(invocation, model),
        Severity = invocation.Value(Severity) is { } name
            ? ElementName.Find(name, [.. model.Severities.Select(severity => severity.Id)], new("the model has no severity", "das Modell hat keine Schwere"))
            : null,
    };

    private static ImmutableArray<MeasureId> Measures(Invocation invocation, Model model) =>
    [
        .. from name in (invocation.Value(Without) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)
           select new MeasureId(ElementName.Find(name, [.. model.Measures.Select(measure => measure.Id)], new("the model has no measure", "das Modell hat keine Maßnahme"))),
    ];
}
