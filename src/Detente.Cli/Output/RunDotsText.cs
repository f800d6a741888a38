using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The kinds of future as dots in plain text, each one of so many model runs.</summary>
internal sealed class RunDotsText(Model model, FuturesResult result, ReaderLanguage language)
{
    private const int PerLine = 50;
    private readonly Wording wording = new(language);

    /// <summary>Writes the dots at one date.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="date">Place of the date.</param>
    /// <param name="runs">Dots in all.</param>
    public void Write(TextWriter writer, int date, int runs)
    {
        var dots = QuantileDots.Of([.. result.Scenarios.Select(series => series.Values[date].Mean)], runs);
        writer.WriteLine(Title(date, runs));
        var table = new TextTable().Left(1);
        foreach (var (index, kind) in dots.Kinds.Index().Where(one => one.Item.Share > 0))
        {
            table.Row(wording.Name(model.Scenarios[index].Title, model.Scenarios[index].Id), Dots(kind));
        }

        table.Write(writer);
    }

    private string Title(int date, int runs)
    {
        var last = date == result.Dates.Length - 1;
        var on = wording.Date(last ? model.Horizon!.End : result.Dates[date]);
        return (last, language) switch
        {
            (true, ReaderLanguage.German) => $"Zukunftstypen am Ende des Zeithorizonts ({on}): jeder Punkt 1 von {wording.Whole(runs)} Modellläufen",
            (true, _) => $"Kinds of future at the end of the horizon ({on}): each dot 1 of {wording.Whole(runs)} model runs",
            (_, ReaderLanguage.German) => $"Zukunftstypen am {on}: jeder Punkt 1 von {wording.Whole(runs)} Modellläufen",
            _ => $"Kinds of future on {on}: each dot 1 of {wording.Whole(runs)} model runs",
        };
    }

    private string Dots(DotCount kind) => kind.FewerThanOneOf is { } runs
        ? (language == ReaderLanguage.German ? "weniger als 1 von " : "fewer than 1 of ") + wording.Whole(runs)
        : string.Join(' ', new string('●', kind.Dots).Chunk(PerLine / 5).Select(part => new string(part))) + "  " + wording.Whole(kind.Dots);
}
