using System.Collections.Immutable;
using System.Text.Json;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The futures as JSON. Shares are of model runs, from 0 to 1.</summary>
internal sealed class FuturesJson(Model model, FuturesResult result)
{
    public void WriteOptions(Utf8JsonWriter json)
    {
        var study = (FuturesStudy)result.Provenance.Study;
        json.WriteNumber("draws", study.Options.Draws);
        json.WriteNumber("paths", study.Options.Paths);
        json.WriteBoolean("exact", study.Options.Exact);
        json.WriteTexts("strategies", study.Strategies.Select(strategy => model.Strategies[strategy.Index].Id));
        json.WriteBoolean("noMeasures", study.NoMeasures);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
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
                json.WriteFigure("dominant", result.Dominance[index]);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteFactors(json);
        WriteEscalation(json);
        WriteEvents(json);
        WriteMeasures(json);
        WriteConstraints(json);
        WriteImages(json);
        json.WriteNumberOrNull("relaxationShare", result.RelaxationShare);
        json.WriteNumber("overriddenEffects", result.OverriddenEffects);
    }

    private void WriteFactors(Utf8JsonWriter json)
    {
        json.WriteStartObject("factors");
        foreach (var (index, states) in result.Factors.Index())
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
            json.WriteFigure("expected", risk.Expected);
            json.WriteFigure("inadvertent", risk.Inadvertent);
            json.WriteFigure("deliberate", risk.Deliberate);
            json.WriteStartObject("roots");
            foreach (var (index, figure) in risk.Roots.Index().Where(root => root.Item.Mean > 0))
            {
                json.WriteFigure(model.Events[index].Id, figure);
            }

            json.WriteEndObject();
            json.WriteStartObject("perYearByScenario");
            foreach (var (index, rate) in risk.ByScenario.Index())
            {
                json.WriteNumberOrNull(model.Scenarios[index].Id, rate);
            }

            json.WriteEndObject();
            json.WriteStartObject("shareByPastEvents");
            foreach (var (index, share) in risk.ByPastEvents.Index())
            {
                json.WriteNumberOrNull(model.Scenarios[index].Id, share);
            }

            json.WriteEndObject();
            json.WriteNumberOrNull("onward", risk.Onward);
            json.WriteEndObject();
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
            json.WriteStartObject("outcomes");
            foreach (var (index, share) in figures.OutcomeShares.Index())
            {
                json.WriteNumber(item.Outcomes[index].Id, share);
            }

            json.WriteEndObject();
            json.WriteEndObject();
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
            json.WriteStartObject("preconditions");
            foreach (var (index, shares) in figures.Preconditions.Index())
            {
                json.WriteNumbers(measure.Preconditions[index].Id, shares);
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
}
