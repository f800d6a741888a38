using System.Text.Json;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>How it could escalate as JSON. Shares are of model runs, from 0 to 1.</summary>
internal sealed class EscalationJson(Model model, EscalationResult result)
{
    public void WriteOptions(Utf8JsonWriter json)
    {
        var study = (EscalationStudy)result.Provenance.Study;
        json.WriteNumber("draws", study.Options.Draws);
        json.WriteNumber("paths", study.Options.Paths);
        json.WriteTexts("strategies", study.Strategies.Select(strategy => model.Strategies[strategy.Index].Id));
        json.WriteBoolean("noMeasures", study.NoMeasures);
        json.WriteTexts("without", study.Without.Select(measure => model.Measures[measure.Index].Id));
        json.WriteString("severity", model.Severities[result.Severity].Id);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        json.WriteDates("dates", result.Dates);
        json.WriteStartObject("severities");
        foreach (var figures in result.Severities)
        {
            json.WriteStartObject(model.Severities[figures.Severity].Id);
            WriteSeverity(json, figures);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("flows");
        foreach (var flow in result.Flows.Flows)
        {
            json.WriteStartObject();
            json.WriteString("from", Name(result.Flows.Nodes[flow.From]));
            json.WriteString("to", Name(result.Flows.Nodes[flow.To]));
            json.WriteString("pathway", PathwayOf(flow.Pathway));
            json.WriteFigure("share", flow.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("severity", model.Severities[result.Severity].Id);
        json.WriteStartArray("changes");
        foreach (var change in result.Changes)
        {
            json.WriteStartObject();
            WriteChange(json, change);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("explanations");
        foreach (var explanation in result.Explanations)
        {
            json.WriteStartObject();
            WriteExplanation(json, explanation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteByPathway(Utf8JsonWriter json, string name, PathwayFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteFigure("all", figures.All);
        json.WriteFigure("inadvertent", figures.Inadvertent);
        json.WriteFigure("deliberate", figures.Deliberate);
        json.WriteFigure("neither", figures.Neither);
        json.WriteEndObject();
    }

    private static void WriteFlow(Utf8JsonWriter json, string name, PathwayFlow flow)
    {
        json.WriteStartObject(name);
        json.WriteFigure("gained", flow.Gained);
        json.WriteFigure("lost", flow.Lost);
        json.WriteFigure("fromOther", flow.FromOther);
        json.WriteFigure("toOther", flow.ToOther);
        json.WriteEndObject();
    }

    private static string PathwayOf(Pathway pathway) => pathway switch
    {
        Pathway.Inadvertent => "inadvertent",
        Pathway.Deliberate => "deliberate",
        _ => "neither",
    };

    private static string RoleOf(EscalationRole role) => role switch
    {
        EscalationRole.Amplifier => "amplifier",
        EscalationRole.Brake => "brake",
        EscalationRole.Shift => "shift",
        _ => "within-noise",
    };

    private void WriteSeverity(Utf8JsonWriter json, SeverityFigures figures)
    {
        json.WriteSeries(figures.ByDate.Values);
        WriteByPathway(json, "first", figures.First);
        WriteByPathway(json, "expected", figures.Expected);
        json.WriteStartObject("roots");
        foreach (var root in figures.Roots)
        {
            WriteByPathway(json, model.Events[root.Root.Index].Id, root.Share);
        }

        json.WriteEndObject();
        WriteRoutes(json, figures.Routes);
        json.WriteFigure("otherRoutes", figures.OtherRoutes);
        json.WriteNumber("otherRouteCount", figures.OtherRouteCount);
        json.WriteStartArray("firstTimes");
        foreach (var time in figures.FirstTimes)
        {
            json.WriteStartObject();
            json.WriteNumber("level", time.Level);
            json.WriteFigure("years", time.Years);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteFigure("none", figures.Without);
        if (figures.Onward is { } onward)
        {
            json.WriteFigure("onward", onward);
        }
        else
        {
            json.WriteNull("onward");
        }
    }

    private void WriteRoutes(Utf8JsonWriter json, IEnumerable<RouteFigures> routes)
    {
        json.WriteStartArray("routes");
        foreach (var route in routes)
        {
            json.WriteStartObject();
            json.WriteTexts("route", route.Links.Select(Name));
            json.WriteString("pathway", PathwayOf(route.Pathway));
            json.WriteFigure("share", route.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteChange(Utf8JsonWriter json, EscalationChange change)
    {
        WriteElement(json, "without", change.Without);
        json.WriteString("role", RoleOf(change.Role));
        WriteByPathway(json, "share", change.Share);
        WriteByPathway(json, "expected", change.Expected);
    }

    private void WriteExplanation(Utf8JsonWriter json, EscalationExplanation explanation)
    {
        WriteChange(json, explanation.Change);
        WriteFlow(json, "inadvertent", explanation.Inadvertent);
        WriteFlow(json, "deliberate", explanation.Deliberate);
        json.WriteStartObject("roots");
        foreach (var root in explanation.Roots)
        {
            WriteByPathway(json, model.Events[root.Root.Index].Id, root.Share);
        }

        json.WriteEndObject();
        json.WriteStartArray("causes");
        foreach (var edge in explanation.Edges)
        {
            json.WriteStartObject();
            json.WriteString("from", Name(edge.From));
            json.WriteString("to", model.Events[edge.To.Index].Id);
            WriteByPathway(json, "share", edge.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteRoutes(json, explanation.Routes);
        json.WriteStartArray("links");
        foreach (var link in explanation.Links)
        {
            json.WriteStartObject();
            json.WriteString("through", link.Through is { } factor ? model.Factors[factor.Index].Id : null);
            WriteElement(json, "target", link.Target);
            WriteByPathway(json, "left", link.Left);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (explanation.WithoutAllLinks is { } left)
        {
            WriteByPathway(json, "withoutAllLinks", left);
        }
        else
        {
            json.WriteNull("withoutAllLinks");
        }
    }

    private void WriteElement(Utf8JsonWriter json, string name, EscalationElement element)
    {
        json.WriteStartObject(name);
        switch (element)
        {
            case RootElement root:
                json.WriteString("kind", "root");
                json.WriteString("event", model.Events[root.Event.Index].Id);
                break;
            case CauseElement cause:
                json.WriteString("kind", "cause");
                json.WriteString("event", model.Events[cause.Event.Index].Id);
                json.WriteString("from", Name(CauseOf(cause.Event, cause.Cause).Of));
                break;
            case MultiplierElement rule:
                var multiplier = EscalationNames.MultiplierOf(model, rule);
                json.WriteString("kind", "multiplier");
                json.WriteString("event", Name(rule.Of));
                json.WriteString("when", ConditionText.Write(multiplier.When, model));
                json.WriteNumber("times", multiplier.Factor.Value);
                break;
            case MeasureEffectElement effect:
                var own = (MultiplyEffect)model.Measures[effect.Measure.Index].Effects[effect.Effect];
                json.WriteString("kind", "measure-multiplier");
                json.WriteString("event", Name(own.Of));
                json.WriteString("measure", model.Measures[effect.Measure.Index].Id);
                json.WriteNumber("times", own.Factor.Value);
                break;
            case ConditionElement condition:
                json.WriteString("kind", "condition");
                json.WriteString("event", model.Events[condition.Event.Index].Id);
                json.WriteString("from", condition.Cause is { } place ? Name(CauseOf(condition.Event, place).Of) : null);
                json.WriteString("when", ConditionText.Write(EscalationNames.ConditionOf(model, condition), model));
                break;
            case MeasuresElement measures:
                json.WriteString("kind", "measures");
                json.WriteTexts("measures", measures.Measures.Select(measure => model.Measures[measure.Index].Id));
                break;
        }

        json.WriteEndObject();
    }

    private string Name(EscalationNode node) => node.Severity is { } severity ? "severity/" + model.Severities[severity].Id : "events/" + model.Events[node.Event!.Value.Index].Id;

    private Cause CauseOf(EventId of, int place) => EscalationNames.CauseOf(model, of, place);

    private string Name(EventReference of) => of.Outcome is { } outcome ? Name(new RouteLink(of.Event, outcome)) : model.Events[of.Event.Index].Id;

    // An event written without outcomes has one, named like the event.
    private string Name(RouteLink link)
    {
        var of = model.Events[link.Event.Index];
        return of.Outcomes.Length == 1 ? of.Id : $"{of.Id}.{of.Outcomes[link.Outcome].Id}";
    }
}
