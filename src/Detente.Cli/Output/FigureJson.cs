using System.Collections.Immutable;
using System.Text.Json;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Figures in the JSON answers.</summary>
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

    /// <summary>A figure as an object, or null.</summary>
    public static void WriteFigure(this Utf8JsonWriter json, string name, Figure? figure)
    {
        if (figure is { } known)
        {
            json.WriteFigure(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Figures by date as four arrays in the present object. Bands are null as a whole when no judgements were drawn.</summary>
    public static void WriteSeries(this Utf8JsonWriter json, ImmutableArray<Figure> values)
    {
        json.WriteNumbers("share", values.Select(figure => figure.Mean));
        json.WriteNumbers("se", values.Select(figure => figure.StandardError));
        WriteEnds(json, "lower", [.. values.Select(figure => figure.Lower)]);
        WriteEnds(json, "upper", [.. values.Select(figure => figure.Upper)]);
    }

    /// <summary>Means and standard errors by date as an object.</summary>
    public static void WriteMeans(this Utf8JsonWriter json, string name, ImmutableArray<Figure> values)
    {
        json.WriteStartObject(name);
        json.WriteNumbers("mean", values.Select(figure => figure.Mean));
        json.WriteNumbers("se", values.Select(figure => figure.StandardError));
        json.WriteEndObject();
    }

    /// <summary>A time that a share has come about by.</summary>
    public static void WriteQuantile(this Utf8JsonWriter json, TimeQuantile quantile)
    {
        json.WriteStartObject();
        json.WriteNumber("share", quantile.Share);
        json.WriteNumberOrNull("steps", quantile.Steps);
        json.WriteNumberOrNull("earliest", quantile.Earliest);
        json.WriteNumberOrNull("latest", quantile.Latest);
        json.WriteEndObject();
    }

    /// <summary>Several of them.</summary>
    public static void WriteQuantiles(this Utf8JsonWriter json, string name, ImmutableArray<TimeQuantile> quantiles)
    {
        json.WriteStartArray(name);
        foreach (var quantile in quantiles)
        {
            json.WriteQuantile(quantile);
        }

        json.WriteEndArray();
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
