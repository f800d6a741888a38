using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The coverage of a source text in plain text: how much of it, what is missing, what is crowded, and the items asked for.</summary>
internal sealed class CoverageText(Model model, CoverageResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);

    /// <summary>Writes the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="shown">Items to show with the elements that carry them, their places in the inventory.</param>
    public void Write(TextWriter writer, ImmutableArray<int> shown)
    {
        writer.WriteLine(Say($"Coverage of the source text: {model.Title.En}", $"Abdeckung des Quellentextes: {model.Title.De}"));
        Banners.Write(writer, model, language);
        if (model.Items.IsEmpty)
        {
            writer.WriteLine(Say(
                "The model has no inventory of its source text (section items).",
                "Das Modell hat kein Inventar seines Quellentextes (Abschnitt items)."));
            return;
        }

        WriteMissing(writer);
        WriteCrowded(writer);
        foreach (var place in shown)
        {
            writer.WriteLine();
            WriteItem(writer, result.Items[place]);
        }
    }

    private void WriteMissing(TextWriter writer)
    {
        var missing = result.Items.Where(item => item.Representing.IsEmpty).ToList();
        var (all, represented) = (wording.Whole(result.Items.Length), wording.Whole(result.Items.Length - missing.Count));
        writer.WriteLine(Say(
            $"{represented} of {all} {(result.Items.Length == 1 ? "item is" : "items are")} represented.",
            result.Items.Length == 1 ? $"{represented} von {all} Eintrag ist abgebildet." : $"{represented} von {all} Einträgen sind abgebildet."));
        if (missing.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(Say("Not represented:", "Nicht abgebildet:"));
        foreach (var coverage in missing)
        {
            WriteHead(writer, model.Items[coverage.Item]);
            Detail(writer, Say("only mentioned by", "nur erwähnt von"), coverage.Mentioning);
        }

        writer.WriteLine();
        writer.WriteLine(Say("What would represent them:", "Was sie abbilden würde:"));
        var table = new TextTable().Left(1);
        foreach (var kind in missing.SelectMany(coverage => model.Items[coverage.Item].Kinds).Distinct().Order())
        {
            table.Row(ItemKindText.Write(kind), CoverageRules.Elements(kind).In(language));
        }

        table.Write(writer);
    }

    private void WriteCrowded(TextWriter writer)
    {
        if (result.Crowded.IsEmpty)
        {
            return;
        }

        var most = wording.Whole(CoverageResult.MostPerElement);
        writer.WriteLine();
        writer.WriteLine(Say($"Crowded, with more than {most} items each:", $"Überladen, mit mehr als {most} Einträgen:"));
        var table = new TextTable();
        foreach (var crowded in result.Crowded)
        {
            table.Row(crowded.Element, wording.Whole(crowded.Items));
        }

        table.Write(writer);
    }

    private void WriteItem(TextWriter writer, ItemCoverage coverage)
    {
        WriteHead(writer, model.Items[coverage.Item]);
        if (coverage.Representing.IsEmpty)
        {
            writer.WriteLine("    " + Say("not represented", "nicht abgebildet"));
        }

        Detail(writer, Say("represented by", "abgebildet durch"), coverage.Representing);
        Detail(writer, Say("only mentioned by", "nur erwähnt von"), coverage.Mentioning);
    }

    private void WriteHead(TextWriter writer, InventoryItem item)
    {
        var source = item.Place is { } place ? "; " + SourceText.Write(place, model) : "";
        writer.WriteLine($"  {item.Id} ({string.Join(", ", item.Kinds.Select(ItemKindText.Write))}{source}): {item.Text.In(language)}");
    }

    private static void Detail(TextWriter writer, string what, ImmutableArray<string> names)
    {
        if (!names.IsEmpty)
        {
            writer.WriteLine($"    {what}: {string.Join(", ", names)}");
        }
    }

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
