using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What the JSON answers write often.</summary>
internal static class JsonParts
{
    /// <summary>A wording in both languages as an object, or null.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, LocalizedText? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        json.WriteString("de", text.De);
        json.WriteEndObject();
    }

    /// <summary>Texts as an array.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>A whole number of any size.</summary>
    public static void WriteBig(this Utf8JsonWriter json, string name, System.Numerics.BigInteger number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    /// <summary>Hundredths of a point as points.</summary>
    public static void WritePoints(this Utf8JsonWriter json, string name, long hundredths) => json.WriteNumber(name, hundredths / 100m);

    /// <summary>A number, or null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>A date as <c>2016-07-08</c>.</summary>
    public static void WriteDate(this Utf8JsonWriter json, string name, DateOnly date) => json.WriteString(name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Numbers on one line, each in the shortest form that reads back as the same number.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WritePropertyName(name);
        json.WriteRawValue("[" + string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + "]");
    }

    /// <summary>Numbers on one line, or null when there are none.</summary>
    public static void WriteNumbersOrNull(this Utf8JsonWriter json, string name, ImmutableArray<double> numbers)
    {
        if (numbers.IsEmpty)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumbers(name, numbers);
        }
    }

    /// <summary>Whole numbers on one line.</summary>
    public static void WriteWholes(this Utf8JsonWriter json, string name, IEnumerable<int> numbers)
    {
        json.WritePropertyName(name);
        json.WriteRawValue("[" + string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))) + "]");
    }

    /// <summary>Dates on one line, each as <c>2016-07-08</c>.</summary>
    public static void WriteDates(this Utf8JsonWriter json, string name, IEnumerable<DateOnly> dates)
    {
        json.WritePropertyName(name);
        json.WriteRawValue("[" + string.Join(", ", dates.Select(date => date.ToString("'\"'yyyy-MM-dd'\"'", CultureInfo.InvariantCulture))) + "]");
    }
}
