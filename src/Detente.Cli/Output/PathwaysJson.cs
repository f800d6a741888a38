using System.Text.Json;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The pathways of kinds as JSON.</summary>
internal sealed class PathwaysJson(Model model, PathwaysResult result)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteDates("dates", result.Dates);
        WriteWindows(json);
        json.WriteStartObject("kinds");
        foreach (var kind in result.Kinds)
        {
            WriteKind(json, kind);
        }

        json.WriteEndObject();
        json.WriteNumber("changes", result.Changes);
        WriteTree(json);
    }

    private void WriteWindows(Utf8JsonWriter json)
    {
        json.WriteStartArray("windows");
        foreach (var window in result.Windows)
        {
            json.WriteStartObject();
            json.WriteDate("from", result.Dates[window.First]);
            json.WriteDate("to", result.Dates[window.Next]);
            json.WriteStartObject("shares");
            foreach (var (kind, share) in window.Shares.Index())
            {
                json.WriteFigure(model.Scenarios[kind].Id, share);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteKind(Utf8JsonWriter json, KindCourse kind)
    {
        json.WriteStartObject(model.Scenarios[kind.Kind.Index].Id);
        json.WriteStartObject("moves");
        foreach (var (to, move) in kind.Moves.Index().Where(move => move.Index != kind.Kind.Index))
        {
            json.WriteStartObject(model.Scenarios[to].Id);
            json.WriteFigure("perRun", move.PerRun);
            json.WriteFigure("perYear", move.PerYear);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("stays");
        json.WriteFigure("perRun", kind.Stays.PerRun);
        json.WriteFigure("years", kind.Stays.Years);
        json.WritePropertyName("median");
        json.WriteQuantile(kind.Stays.Median);
        json.WriteFigure("censored", kind.Stays.Censored);
        json.WriteEndObject();
        json.WriteStartObject("first");
        json.WriteSeries(kind.First.ByDate);
        json.WriteQuantiles("quantiles", kind.First.Quantiles);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteTree(Utf8JsonWriter json)
    {
        json.WriteStartArray("tree");
        foreach (var node in result.Tree)
        {
            json.WriteStartObject();
            json.WriteNumberOrNull("parent", node.Parent < 0 ? null : node.Parent);
            json.WriteNumber("depth", node.Depth);
            json.WriteString("kind", node.Kind is { } kind ? model.Scenarios[kind.Index].Id : null);
            json.WriteFigure("share", node.Share);
            json.WriteFigure("ends", node.Ends);
            json.WriteFigure("enteredAfterYears", node.EnteredAfterYears);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
