using Detente.Language;
using Detente.Models;
using Detente.Reports;

namespace Detente.Cli.Output;

/// <summary>The scenario tableau in plain text: a bar stands between neighbours that differ, none between those that are alike.</summary>
/// <remarks>
/// No line is wider than 118 columns. When the scenarios do not fit side by side, blocks of them stand below one another. Further lines
/// of a factor's title are indented.
/// </remarks>
internal sealed class TableauText(Model model, Tableau tableau, ReaderLanguage language)
{
    private const int Widest = 118;
    private const int WidestName = 30;
    private const int LeastColumn = 12;
    private const int WidestColumn = 26;
    private const string Margin = "  ";
    private const int Hanging = 2;
    private const string Bar = "│ ";
    private const int Frame = 3;

    private readonly int nameWidth = Math.Min(
        WidestName,
        model.Factors.Select(factor => Named(factor.Title, factor.Id, language)).Append(Head(language)).Concat(model.Scenarios.IsEmpty ? [] : [KindHead(language)]).Max(DisplayWidth.Of));

    private int Room => Widest - Margin.Length - nameWidth;

    public void Write(TextWriter writer)
    {
        var count = tableau.Columns.Length;
        var blocks = (int)Math.Ceiling(count / (double)Math.Max(1, Room / (LeastColumn + Frame)));
        var perBlock = blocks == 0 ? 1 : (int)Math.Ceiling(count / (double)blocks);
        for (var first = 0; first < count; first += perBlock)
        {
            if (first > 0)
            {
                writer.WriteLine();
            }

            Write(writer, tableau.Part(first, Math.Min(perBlock, count - first)), perBlock);
        }
    }

    private static string Head(ReaderLanguage language) => language == ReaderLanguage.German ? "Faktor" : "Factor";

    // An imported element may have no title.
    private static string Named(LocalizedText title, string id, ReaderLanguage language) => string.IsNullOrWhiteSpace(title.In(language)) ? id : title.In(language);

    private string Named(FactorState state) => Named(state.Title, state.Id, language);

    private static string KindHead(ReaderLanguage language) => language == ReaderLanguage.German ? "Zukunftstyp" : "Kind of future";

    private void Write(TextWriter writer, Tableau part, int perBlock)
    {
        var width = Math.Min(WidestColumn, Math.Min(Longest(), (Room / perBlock) - Frame));
        WriteRow(writer, Head(language), part.Columns.Select((place, column) => (new Wording(language).Whole(place + 1), column, 1)), width);
        if (part.Kinds is { } kinds)
        {
            var none = language == ReaderLanguage.German ? "keiner" : "none";
            WriteRow(
                writer,
                KindHead(language),
                kinds.Cells.Select(cell => (cell.Value is { } kind ? Named(model.Scenarios[kind].Title, model.Scenarios[kind].Id, language) : none, cell.First, cell.Columns)),
                width);
        }

        var line = new string('─', nameWidth + 1);
        writer.WriteLine(Margin + line + string.Concat(part.Columns.Select(_ => "┼" + new string('─', width + Frame - 1))));
        foreach (var (index, factor) in model.Factors.Index())
        {
            WriteRow(
                writer,
                Named(factor.Title, factor.Id, language),
                part.Rows[index].Cells.Select(cell => (Named(factor.States[cell.Value!.Value]), cell.First, cell.Columns)),
                width);
        }
    }

    /// <summary>The widest title: no column need be wider.</summary>
    private int Longest() => Math.Max(LeastColumn, model.Factors.SelectMany(factor => factor.States).Max(state => DisplayWidth.Of(Named(state))));

    private void WriteRow(TextWriter writer, string name, IEnumerable<(string Text, int First, int Columns)> cells, int width)
    {
        var columns = cells.Select(cell =>
        {
            var room = (cell.Columns * (width + Frame)) - Frame;
            return (Lines: TextColumns.Wrapped(cell.Text, room), Room: room);
        }).Prepend((Lines: TextColumns.Wrapped(name, nameWidth, Hanging), Room: nameWidth)).ToList();
        for (var line = 0; line < columns.Max(column => column.Lines.Count); line++)
        {
            var texts = columns.Select(column => TextColumns.Padded(line < column.Lines.Count ? column.Lines[line] : "", column.Room) + " ").ToList();
            writer.WriteLine((Margin + string.Join(Bar, texts)).TrimEnd());
        }
    }
}
