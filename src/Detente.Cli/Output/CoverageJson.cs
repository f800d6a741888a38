using System.Collections.Immutable;
using System.Text.Json;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The coverage of a source text as JSON.</summary>
/// <param name="model">The model.</param>
/// <param name="result">Its coverage.</param>
/// <param name="asked">The items asked for, their places in the inventory; empty: all.</param>
internal sealed class CoverageJson(Model model, CoverageResult result, ImmutableArray<int> asked)
{
    public void WriteOptions(Utf8JsonWriter json) => json.WriteTexts("items", asked.Select(place => model.Items[place].Id));

    public void WriteResult(Utf8JsonWriter json)
    {
        json.WriteStartArray("items");
        foreach (var item in asked.IsEmpty ? result.Items : asked.Select(place => result.Items[place]))
        {
            WriteItem(json, item);
        }

        json.WriteEndArray();
        json.WriteTexts("missing", result.Items.Where(item => item.Representing.IsEmpty).Select(item => model.Items[item.Item].Id));
        json.WriteStartArray("crowded");
        foreach (var crowded in result.Crowded)
        {
            json.WriteStartObject();
            json.WriteString("element", crowded.Element);
            json.WriteNumber("items", crowded.Items);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteItem(Utf8JsonWriter json, ItemCoverage coverage)
    {
        var item = model.Items[coverage.Item];
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteTexts("kinds", item.Kinds.Select(ItemKindText.Write));
        json.WriteText("text", item.Text);
        json.WriteString("source", item.Place is { } place ? SourceText.Write(place, model) : null);
        json.WriteTexts("representing", coverage.Representing);
        json.WriteTexts("mentioning", coverage.Mentioning);
        json.WriteEndObject();
    }
}
