using System.Globalization;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Which pictures of the futures are asked for: as SVG all of them, in plain text dots and paths.</summary>
internal static class FuturesPictures
{
    private const int FewDots = 20;
    private const int ManyDots = 50;
    private static readonly string[] Names = ["dots", "paths", "bands", "area"];

    private static readonly OptionSyntax Chart = new("--chart", new(
        "One picture: dots (1 of so many model runs each), paths (some 30 real runs), bands (shares with errors and spread) or area (shares stacked). With --format svg, dots and paths unless stated; as text, dots and paths only.",
        "Ein einzelnes Bild: dots (Punkte zu je 1 von so vielen Modellläufen), paths (rund 30 wirkliche Läufe), bands (Anteile mit Fehler und Spanne) oder area (gestapelte Anteile). Mit --format svg ohne Angabe Punkte und Läufe; als Text nur dots und paths."))
    {
        Value = LocalizedText.Same(string.Join('|', Names)),
        Complaint = static value => SharedOptions.OneOf(value, Names),
    };

    private static readonly OptionSyntax Dots = new("--dots", new("Dots in all, 20 or 50; 20 unless stated.", "Zahl der Punkte, 20 oder 50; ohne Angabe 20."))
    {
        Value = LocalizedText.Same("20|50"),
        Complaint = static value => SharedOptions.OneOf(value, "20", "50"),
    };

    public static OptionSyntax[] Options { get; } = [Chart, Dots];

    /// <summary>How many dots are asked for.</summary>
    public static int DotsOf(Invocation invocation) => invocation.Value(Dots) == ManyDots.ToString(CultureInfo.InvariantCulture) ? ManyDots : FewDots;

    /// <summary>Refuses what a form cannot show, before anything is run.</summary>
    /// <exception cref="Refusal">A picture that is SVG only as text, or any as JSON, which holds the figures of all.</exception>
    public static void Check(Invocation invocation)
    {
        if (invocation.Value(Chart) is "bands" or "area" && invocation.Format == AnswerFormat.Text)
        {
            throw new Refusal(new("--chart bands and --chart area need --format svg", "--chart bands und --chart area brauchen --format svg"));
        }

        if (invocation.Has(Chart) && invocation.IsJson)
        {
            throw new Refusal(new("--chart has no meaning with --format json, which holds the figures of all pictures", "--chart hat mit --format json keine Bedeutung; die JSON-Antwort enthält die Zahlen aller Bilder"));
        }
    }

    /// <summary>Writes the picture that is asked for, if one is.</summary>
    /// <returns>Whether that was all: the answer is a picture.</returns>
    public static bool Write(OpenModel open, FuturesResult result)
    {
        var invocation = open.Invocation;
        var chart = invocation.Value(Chart);
        if (invocation.Format == AnswerFormat.Svg)
        {
            var view = chart switch
            {
                "dots" => FuturesView.Dots,
                "paths" => FuturesView.Paths,
                "bands" => FuturesView.Bands,
                "area" => FuturesView.Areas,
                _ => FuturesView.Overview,
            };
            Answer.Write(invocation, writer => new FuturesPicture(result, invocation.Language) { Dots = DotsOf(invocation) }.Write(view, writer));
            return true;
        }

        if (chart is null || invocation.IsJson)
        {
            return false;
        }

        Answer.Write(invocation, writer => new FuturesText(open.Model, result, invocation.Language) { Dots = DotsOf(invocation) }.WritePicture(writer, chart == "paths"));
        return true;
    }
}
