using System.Collections.Immutable;
using System.Text.Json;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Figures as JSON.</summary>
internal static class FigureJson
{
    /// <summary>A figure as an object.</summary>
    public static void WriteFigure(this Utf8JsonWriter json, string name, Figure figure)
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

    /// <summary>Figures by date, as arrays; bands are null as a whole when no judgements were drawn.</summary>
    public static void WriteSeries(this Utf8JsonWriter json, FigureSeries series)
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
