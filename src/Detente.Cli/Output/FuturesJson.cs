using System.Collections.Immutable;
using System.Text.Json;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The futures as JSON. Shares are of model runs, from 0 to 1.</summary>
internal sealed class FuturesJson(Model model, FuturesResult result)
{
    /// <summary>Dots in all.</summary>
    public int Dots { get; init; } = 20;

    public void WriteOptions(Utf8JsonWriter json)
    {
        var study = (FuturesStudy)result.Provenance.Study;
        json.WriteNumber("draws", study.Options.Draws);
        json.WriteNumber("paths", study.Options.Paths);
        json.WriteBoolean("exact", study.Options.Exact);
        json.WriteTexts("strategies", study.Strategies.Select(strategy => model.Strategies[strategy.Index].Id));
        json.WriteBoolean("noMeasures", study.NoMeasures);
        json.WriteNumber("dots", Dots);
        json.WriteNumberOrNull("precision", study.Precision);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        WritePrecision(json);
        json.WriteBoolean("exact", result.IsExact);
        json.WriteDates("dates", result.Dates);
        json.WriteStartObject("scenarios");
        foreach (var (index, series) in result.Scenarios.Index())
        {
            json.WriteStartObject(model.Scenarios[index].Id);
            WriteSeries(json, series);
            if (result.Dominance.IsEmpty)
            {
                json.WriteNull("dominant");
            }
            else
            {
                WriteFigure(json, "dominant", result.Dominance[index]);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        PicturesJson.WriteDots(json, model, result, Dots);
        PicturesJson.WritePaths(json, model, result);
        WriteFactors(json);
        WriteEscalation(json);
        WriteEvents(json);
        WriteMeasures(json);
        WriteConstraints(json);
        WriteImages(json);
        json.WriteNumberOrNull("relaxationShare", result.RelaxationShare);
        json.WriteNumber("overriddenEffects", result.OverriddenEffects);
    }

    private void WritePrecision(Utf8JsonWriter json)
    {
        json.WriteNumberOrNull("precisionReached", result.Precision?.Reached);
        if (result.Precision is { } precision)
        {
            json.WriteBoolean("precisionMet", precision.IsMet);
        }
        else
        {
            json.WriteNull("precisionMet");
        }
    }

    private void WriteFactors(Utf8JsonWriter json)
    {
        WriteFactors(json, "factors", result.Factors);
        if (result.FactorErrors.IsEmpty)
        {
            json.WriteNull("factorsSe");
        }
        else
        {
            WriteFactors(json, "factorsSe", result.FactorErrors);
        }
    }

    private void WriteFactors(Utf8JsonWriter json, string name, ImmutableArray<ImmutableArray<ImmutableArray<double>>> byFactor)
    {
        json.WriteStartObject(name);
        foreach (var (index, states) in byFactor.Index())
        {
            var factor = model.Factors[index];
            json.WriteStartObject(factor.Id);
            foreach (var (state, shares) in states.Index())
            {
                json.WriteNumbers(factor.States[state].Id, shares);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteEscalation(Utf8JsonWriter json)
    {
        json.WriteStartObject("escalation");
        foreach (var risk in result.Escalation)
        {
            json.WriteStartObject(model.Severities[risk.Severity].Id);
            WriteSeries(json, risk.ByDate);
            WriteFigure(json, "expected", risk.Expected);
            WriteFigure(json, "inadvertent", risk.Inadvertent);
            WriteFigure(json, "deliberate", risk.Deliberate);
            json.WriteStartObject("roots");
            foreach (var (index, figure) in risk.Roots.Index().Where(root => root.Item.Mean > 0))
            {
                WriteFigure(json, model.Events[index].Id, figure);
            }

            json.WriteEndObject();
            WriteByScenario(json, "perYearByScenario", risk.ByScenario);
            WriteByScenario(json, "perYearByScenarioSe", risk.ByScenarioErrors);
            WriteByScenario(json, "shareByPastEvents", risk.ByPastEvents);
            json.WriteNumberOrNull("onward", risk.Onward);
            json.WriteNumberOrNull("onwardSe", risk.OnwardError);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteByScenario(Utf8JsonWriter json, string name, ImmutableArray<double?> values)
    {
        if (values.IsEmpty)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (index, value) in values.Index())
        {
            json.WriteNumberOrNull(model.Scenarios[index].Id, value);
        }

        json.WriteEndObject();
    }

    private void WriteEvents(Utf8JsonWriter json)
    {
        json.WriteStartObject("events");
        foreach (var figures in result.Events)
        {
            var item = model.Events[figures.Event.Index];
            json.WriteStartObject(item.Id);
            WriteFigure(json, "atLeastOnce", figures.AtLeastOnce);
            WriteFigure(json, "expected", figures.Expected);
            WriteOutcomes(json, "outcomes", item, figures.OutcomeShares);
            WriteOutcomes(json, "outcomesSe", item, figures.OutcomeErrors);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteOutcomes(Utf8JsonWriter json, string name, ModelEvent of, ImmutableArray<double> values)
    {
        if (values.IsEmpty)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var (index, value) in values.Index())
        {
            json.WriteNumber(of.Outcomes[index].Id, value);
        }

        json.WriteEndObject();
    }

    private void WriteMeasures(Utf8JsonWriter json)
    {
        json.WriteStartObject("measures");
        foreach (var figures in result.Measures)
        {
            var measure = model.Measures[figures.Measure.Index];
            json.WriteStartObject(measure.Id);
            WriteFigure(json, "agreed", figures.Agreed);
            WriteFigure(json, "agreedEarly", figures.AgreedEarly);
            WriteFigure(json, "allPreconditionsEver", figures.AllPreconditionsEver);
            json.WriteNumbers("inForce", figures.InForce);
            json.WriteNumbersOrNull("inForceSe", figures.InForceErrors);
            json.WriteStartObject("preconditions");
            foreach (var (index, shares) in figures.Preconditions.Index())
            {
                json.WriteNumbers(measure.Preconditions[index].Id, shares);
            }

            json.WriteEndObject();
            json.WriteStartObject("preconditionsSe");
            foreach (var (index, errors) in figures.PreconditionErrors.Index())
            {
                json.WriteNumbers(measure.Preconditions[index].Id, errors);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteConstraints(Utf8JsonWriter json)
    {
        json.WriteStartObject("constraints");
        foreach (var (index, broken) in result.ConstraintsBroken.Index())
        {
            WriteFigure(json, model.Constraints[index].Id, broken);
        }

        json.WriteEndObject();
    }

    private void WriteImages(Utf8JsonWriter json)
    {
        json.WriteStartObject("images");
        foreach (var image in result.Images)
        {
            json.WriteStartObject(model.Factors[image.Image.Index].Id);
            WriteFigure(json, "seenWorse", image.SeenWorse);
            json.WriteNumbers("meanDistance", image.MeanDistance);
            json.WriteNumbersOrNull("meanDistanceSe", image.MeanDistanceErrors);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Bands are null as a whole when no judgements were drawn.
    private static void WriteSeries(Utf8JsonWriter json, FigureSeries series)
    {
        json.WriteNumbers("share", series.Values.Select(figure => figure.Mean));
        json.WriteNumbers("se", series.Values.Select(figure => figure.StandardError));
        WriteEnds(json, "lower", [.. series.Values.Select(figure => figure.Lower)]);
        WriteEnds(json, "upper", [.. series.Values.Select(figure => figure.Upper)]);
    }

    private static void WriteEnds(Utf8JsonWriter json, string name, ImmutableArray<double?> ends)
    {
        if (ends.Any(end => end is null))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumbers(name, ends.Select(end => end!.Value));
        }
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, Figure figure)
    {
        json.WriteStartObject(name);
        json.WriteNumber("mean", figure.Mean);
        json.WriteNumber("se", figure.StandardError);
        json.WriteNumberOrNull("lower", figure.Lower);
        json.WriteNumberOrNull("upper", figure.Upper);
        json.WriteString("spread", figure.Spread.Kind switch
        {
            SpreadKind.NoneFound => "none-found",
            SpreadKind.MorePathsNeeded => "more-paths-needed",
            _ => "plain",
        });
        json.WriteNumber("pathsNeeded", figure.Spread.PathsNeeded);
        json.WriteEndObject();
    }
}
