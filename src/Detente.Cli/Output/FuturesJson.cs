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
            json.WriteSeries(series.Values);
            if (result.Dominance.IsEmpty)
            {
                json.WriteNull("dominant");
            }
            else
            {
                json.WriteFigure("dominant", result.Dominance[index]);
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
            json.WriteSeries(risk.ByDate.Values);
            json.WriteFigure("expected", risk.Expected);
            json.WriteFigure("inadvertent", risk.Inadvertent);
            json.WriteFigure("deliberate", risk.Deliberate);
            json.WriteStartObject("roots");
            foreach (var (index, figure) in risk.Roots.Index().Where(root => root.Item.Mean > 0))
            {
                json.WriteFigure(model.Events[index].Id, figure);
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
            json.WriteFigure("atLeastOnce", figures.AtLeastOnce);
            json.WriteFigure("expected", figures.Expected);
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
            json.WriteFigure("agreed", figures.Agreed);
            json.WriteFigure("agreedEarly", figures.AgreedEarly);
            json.WriteFigure("allPreconditionsEver", figures.AllPreconditionsEver);
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
            json.WriteFigure(model.Constraints[index].Id, broken);
        }

        json.WriteEndObject();
    }

    private void WriteImages(Utf8JsonWriter json)
    {
        json.WriteStartObject("images");
        foreach (var image in result.Images)
        {
            json.WriteStartObject(model.Factors[image.Image.Index].Id);
            json.WriteFigure("seenWorse", image.SeenWorse);
            json.WriteNumbers("meanDistance", image.MeanDistance);
            json.WriteNumbersOrNull("meanDistanceSe", image.MeanDistanceErrors);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
