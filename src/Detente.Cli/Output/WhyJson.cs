using System.Globalization;
using System.Text.Json;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Why a kind of future comes out, as JSON. Documented in docs/language/json.md.</summary>
internal sealed class WhyJson(Model model, WhyResult result)
{
    private readonly WhyStudy study = (WhyStudy)result.Provenance.Study;

    public void WriteOptions(Utf8JsonWriter json)
    {
        json.WriteNumber("draws", study.Options.Draws);
        json.WriteNumber("paths", study.Options.Paths);
        json.WriteString("kind", study.Kind is { } kind ? Kind(kind) : null);
        json.WriteString("at", study.At?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteTexts("strategies", study.Strategies.Select(strategy => model.Strategies[strategy.Index].Id));
        json.WriteBoolean("noMeasures", study.NoMeasures);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        json.WriteString("kind", Kind(result.Kind));
        json.WriteDate("at", result.At);
        json.WriteStartObject("shares");
        foreach (var (index, share) in result.Shares.Index())
        {
            json.WriteFigure(model.Scenarios[index].Id, share);
        }

        json.WriteEndObject();
        WriteCarriers(json);
        WriteParting(json);
        json.WriteStartArray("paths");
        foreach (var path in result.Paths)
        {
            WritePath(json, path);
        }

        json.WriteEndArray();
    }

    private static string Sort(WhyElementSort sort) => sort switch
    {
        WhyElementSort.Influences => "influences",
        WhyElementSort.OneInfluence => "one-influence",
        WhyElementSort.Tendency => "tendency",
        WhyElementSort.Event => "event",
        WhyElementSort.Measure => "measure",
        _ => "missing-measure",
    };

    private void WriteCarriers(Utf8JsonWriter json)
    {
        var carriers = result.Carriers;
        json.WriteStartObject("carriers");
        json.WriteNumber("tried", carriers.Tried);
        json.WriteNumber("triedMeasures", carriers.TriedMeasures);
        json.WriteNumber("withinNoise", carriers.WithinNoise);
        WriteFindings(json, "confirmed", carriers.Confirmed);
        WriteFindings(json, "unconfirmed", carriers.Unconfirmed);
        WriteFindings(json, "lesser", carriers.Lesser);
        if (carriers.Together is { } together)
        {
            json.WriteStartObject("together");
            json.WriteStartArray("elements");
            foreach (var element in together.Elements)
            {
                json.WriteStartObject();
                WriteElement(json, element);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteFigure("difference", together.Difference);
            json.WriteNumber("sum", together.Sum);
            json.WriteFigure("interplay", together.Interplay);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("together");
        }

        json.WriteEndObject();
    }

    private void WriteFindings(Utf8JsonWriter json, string name, IEnumerable<WhyFinding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            WriteElement(json, finding.Element);
            json.WriteFigure("difference", finding.Difference);
            if (finding.Fresh is { } fresh)
            {
                json.WriteFigure("fresh", fresh);
            }
            else
            {
                json.WriteNull("fresh");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteElement(Utf8JsonWriter json, WhyElement element)
    {
        json.WriteString("sort", Sort(element.Sort));
        switch (element.Sort)
        {
            case WhyElementSort.Influences or WhyElementSort.OneInfluence:
                var influence = model.Influences[element.Place];
                json.WriteString("name", element.Sort == WhyElementSort.OneInfluence ? influence.Name : $"{model.Factors[influence.From.Index].Id} -> {model.Factors[influence.To.Index].Id}");
                break;
            case WhyElementSort.Tendency:
                json.WriteString("name", model.Tendencies[element.Place].Name);
                break;
            case WhyElementSort.Event:
                json.WriteString("name", model.Events[element.Place].Id);
                break;
            default:
                json.WriteString("name", model.Measures[element.Place].Id);
                break;
        }
    }

    private void WriteParting(Utf8JsonWriter json)
    {
        var parting = result.Parting;
        json.WriteStartObject("parting");
        json.WriteNumber("tried", parting.Tried);
        json.WriteNumberOrNull("byJudgements", parting.ByJudgements);
        json.WriteString("half", parting.Half?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumbers("already", parting.Already);
        json.WriteStartArray("points");
        foreach (var point in parting.Points)
        {
            json.WriteStartObject();
            json.WriteString("factor", point.Factor is { } factor ? model.Factors[factor.Index].Id : null);
            json.WriteString("state", point is { Factor: { } of, State: { } state } ? model.Factors[of.Index].States[state].Id : null);
            json.WriteString("event", point.Event is { } e ? model.Events[e.Index].Id : null);
            json.WriteBoolean("inRule", point.IsInRule);
            json.WriteDate("first", point.First);
            json.WriteDate("half", point.Half);
            json.WriteNumber("ending", point.Ending);
            json.WriteNumber("others", point.Others);
            json.WriteNumbers("separation", point.Separation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WritePath(Utf8JsonWriter json, ToldPath path)
    {
        json.WriteStartObject();
        json.WriteString("role", path.Role switch
        {
            ToldRole.Typical => "typical",
            ToldRole.OtherRoute => "other-route",
            ToldRole.Furthest => "furthest",
            _ => "elsewhere",
        });
        json.WriteNumber("draw", path.Draw);
        json.WriteNumber("path", path.Path);
        json.WriteString("start", Kind(path.Start));
        json.WriteString("final", Kind(path.Final));
        json.WriteNumber("agreement", path.Agreement);
        json.WriteNumber("close", path.Close);
        json.WriteString("root", path.Root is { } root ? model.Events[root.Index].Id : null);
        json.WriteNumberOrNull("routeShare", path.RouteShare);
        json.WriteStartArray("entries");
        foreach (var entry in path.Entries)
        {
            json.WriteStartObject();
            json.WriteDate("on", entry.On);
            WriteEntry(json, entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("untold", path.Untold);
        json.WriteEndObject();
    }

    private void WriteEntry(Utf8JsonWriter json, ToldEntry entry)
    {
        switch (entry)
        {
            case ToldEvent happened:
                var happening = model.Events[happened.Event.Index];
                json.WriteString("event", happening.Id);
                json.WriteString("outcome", happening.Outcomes[happened.Outcome].Id);
                json.WriteString("cause", happened.Cause is { } cause ? model.Events[cause.Index].Id : null);
                break;
            case ToldShift shift:
                WriteShift(json, shift);
                break;
            case ToldMeasure measure:
                json.WriteString("measure", model.Measures[measure.Measure.Index].Id);
                json.WriteString("turn", measure.Turn switch
                {
                    MeasureTurn.Agreed => "agreed",
                    MeasureTurn.InForce => "in-force",
                    MeasureTurn.AgreedInForce => "agreed-in-force",
                    _ => "ended",
                });
                json.WriteBoolean("early", measure.IsEarly);
                break;
            case ToldKind kind:
                json.WriteString("kind", Kind(kind.To));
                json.WriteString("before", Kind(kind.From));
                break;
            default:
                throw new ArgumentException("An entry of an unknown kind.", nameof(entry));
        }
    }

    private void WriteShift(Utf8JsonWriter json, ToldShift shift)
    {
        var factor = model.Factors[shift.Factor.Index];
        json.WriteString("factor", factor.Id);
        json.WriteString("from", factor.States[shift.From].Id);
        json.WriteString("to", factor.States[shift.To].Id);
        json.WriteString("reason", shift.Reason switch
        {
            ShiftReason.Balance => "balance",
            ShiftReason.Chance => "chance",
            ShiftReason.Effect => "effect",
            _ => "barred",
        });
        json.WritePoints("lead", shift.LeadHundredths);
        json.WriteStartArray("pulls");
        foreach (var pull in shift.Pulls)
        {
            json.WriteStartObject();
            json.WriteString("source", pull.Source switch
            {
                PullSource.Influence => "influence",
                PullSource.Tendency => "tendency",
                PullSource.Event => "event",
                _ => "measure",
            });
            json.WriteString("name", pull.Source switch
            {
                PullSource.Influence => model.Influences[pull.Place].Name,
                PullSource.Tendency => model.Tendencies[pull.Place].Name,
                PullSource.Event => model.Events[pull.Place].Id,
                _ => model.Measures[pull.Place].Id,
            });
            json.WriteString("state", pull.SourceState is { } state ? model.Factors[model.Influences[pull.Place].From.Index].States[state].Id : null);
            json.WritePoints("points", pull.Hundredths);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private string Kind(ScenarioId kind) => model.Scenarios[kind.Index].Id;
}
