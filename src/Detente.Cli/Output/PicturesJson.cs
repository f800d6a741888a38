using System.Text.Json;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What the pictures of the futures show, as JSON: dots by kind and date, and the sampled paths.</summary>
internal static class PicturesJson
{
    /// <summary>By kind the dots at each date.</summary>
    public static void WriteDots(Utf8JsonWriter json, Model model, FuturesResult result, int runs)
    {
        var dates = result.Scenarios.IsEmpty ? [] : Enumerable.Range(0, result.Dates.Length)
            .Select(t => QuantileDots.Of([.. result.Scenarios.Select(series => series.Values[t].Mean)], runs)).ToList();
        json.WriteStartObject("dots");
        foreach (var (index, _) in result.Scenarios.Index())
        {
            json.WriteWholes(model.Scenarios[index].Id, dates.Select(dots => dots.Kinds[index].Dots));
        }

        json.WriteEndObject();
    }

    /// <summary>The sampled paths: places of kinds by date, and grave events.</summary>
    public static void WritePaths(Utf8JsonWriter json, Model model, FuturesResult result)
    {
        json.WriteStartArray("sampledPaths");
        foreach (var path in result.SampledPaths)
        {
            json.WriteStartObject();
            json.WriteNumber("draw", path.Draw);
            json.WriteNumber("path", path.Path);
            json.WriteString("dominant", model.Scenarios[path.DominantKind].Id);
            json.WriteWholes("kinds", path.Kinds);
            json.WriteStartArray("severe");
            foreach (var one in path.Severe)
            {
                var happened = model.Events[one.Event.Index];
                json.WriteStartObject();
                json.WriteNumber("step", one.Step);
                json.WriteDate("date", result.Dates[one.Step]);
                json.WriteString("event", happened.Id);
                json.WriteString("outcome", happened.Outcomes[one.Outcome].Id);
                json.WriteString("severity", model.Severities[one.Severity].Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
