using System.Globalization;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Why a kind of future comes out.</summary>
internal static class WhyCommand
{
    private static readonly OptionSyntax Kind = new("--kind", new(
        "The kind of future; the one with the largest share of model runs at the date unless stated.",
        "Der Zukunftstyp; ohne Angabe der mit dem größten Anteil der Modellläufe am Datum."))
    {
        Value = new("NAME", "NAME"),
    };

    private static readonly OptionSyntax At = new("--at", new(
        "The date, such as 2020-07-01; the end of the horizon unless stated. What counts is the start of the step that holds it.",
        "Das Datum, etwa 2020-07-01; ohne Angabe das Ende des Zeithorizonts. Es zählt der Beginn des Schritts, in den es fällt."))
    {
        Value = new("DATE", "DATUM"),
        Complaint = static value => IsDate(value, out _) ? null : new("a date such as 2020-07-01 is expected", "erwartet wird ein Datum wie 2020-07-01"),
    };

    public static CommandSyntax Syntax { get; } = new(
        "why",
        new("Why a kind of future comes out: what carries it, when paths part, and paths told.", "Warum ein Zukunftstyp herauskommt: was ihn trägt, wann sich Verläufe trennen, und Verläufe erzählt."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [Kind, At, StrategyChoice.Strategy, StrategyChoice.NoMeasures, SharedOptions.Draws, SharedOptions.Paths],
        Example = "why my-model.yaml --draws 20 --paths 100",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        var result = open.Run<WhyResult>(Study(invocation, open.Model));
        if (invocation.IsJson)
        {
            var json = new WhyJson(open.Model, result);
            (open.Answer(result.Provenance) with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else
        {
            Answer.Write(invocation, new WhyText(open.Model, result, invocation.Language).Write);
        }

        return ExitCode.Fine;
    });

    private static WhyStudy Study(Invocation invocation, Model model)
    {
        return new WhyStudy(model, invocation.StudyOptions)
        {
            Kind = invocation.Value(Kind) is { } name ? Find(name, model) : null,
            At = invocation.Value(At) is { } written && IsDate(written, out var date) ? Within(date, model) : null,
            Strategies = StrategyChoice.Of(invocation, model),
            NoMeasures = invocation.Has(StrategyChoice.NoMeasures),
        };
    }

    private static bool IsDate(string written, out DateOnly date) => DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    // Without kinds or a horizon the study itself says what the model lacks.
    private static ScenarioId? Find(string name, Model model) => model.Scenarios.IsEmpty ? null : new(
        ElementName.Find(name, [.. model.Scenarios.Select(scenario => scenario.Id)], new("the model has no kind of future", "das Modell hat keinen Zukunftstyp")));

    private static DateOnly? Within(DateOnly date, Model model)
    {
        if (model.Horizon is not { } horizon)
        {
            return null;
        }

        var (first, last) = (horizon.DateOf(1), horizon.DateOf(horizon.StepCount));
        if (date >= first && date <= last)
        {
            return date;
        }

        string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        throw new Refusal(new(
            $"--at {Written(date)}: the date must lie after the first step and within the horizon, from {Written(first)} to {Written(last)}",
            $"--at {Written(date)}: Das Datum muss nach dem ersten Schritt und im Zeithorizont liegen, von {Written(first)} bis {Written(last)}"));
    }
}
