using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Why a kind of future comes out, in plain text: a paragraph to read aloud, what carries it, when paths part, paths told.</summary>
internal sealed class WhyText(Model model, WhyResult result, ReaderLanguage language)
{
    private const int PointsShown = 12;
    private readonly Wording wording = new(language);
    private readonly WhyNarrative narrative = new(model, result, language);

    private string Kind => wording.Name(model.Scenarios[result.Kind.Index].Title, model.Scenarios[result.Kind.Index].Id);

    public void Write(TextWriter writer)
    {
        writer.WriteLine(Say($"Why “{Kind}”? {model.Title.En}", $"Warum „{Kind}“? {model.Title.De}"));
        Banners.Write(writer, model, language);
        writer.WriteLine();
        WriteParagraph(writer, narrative.Summary());
        writer.WriteLine();
        WriteRuns(writer);
        WriteCarriers(writer);
        WriteParting(writer);
        WriteChapters(writer);
        Banners.WriteNotes(writer, result.Provenance, language);
    }

    private static void WriteParagraph(TextWriter writer, string text) => ExplanationsText.WriteParagraph(writer, text);

    private void WriteRuns(TextWriter writer)
    {
        var (study, runs) = ((WhyStudy)result.Provenance.Study, new RunWords(model, language));
        writer.WriteLine(runs.Sampled(study.Options));
        writer.WriteLine(runs.Meaning);
        writer.WriteLine(runs.Strategies(study.Strategies, study.NoMeasures));
    }

    private void WriteCarriers(TextWriter writer)
    {
        var (carriers, share) = (result.Carriers, result.Shares[result.Kind.Index]);
        writer.WriteLine();
        writer.WriteLine(Say(
            $"What carries it, and what stands against it: share of model runs in per cent; as modelled {wording.Percent(share.Mean)} ±{wording.Percent(share.StandardError)}",
            $"Was ihn trägt und was ihm entgegensteht: Anteil der Modellläufe in Prozent; wie modelliert {wording.Percent(share.Mean)} ±{wording.Percent(share.StandardError)}"));
        if (!carriers.Confirmed.IsEmpty)
        {
            var table = new TextTable().Row("", Say("then", "dann"), Say("difference", "Differenz"), "");
            foreach (var finding in carriers.Confirmed)
            {
                var difference = finding.Fresh!.Value;
                table.Row(
                    (finding.Element.IsAdded ? Say("with ", "mit: ") : Say("without ", "ohne: ")) + narrative.Element(finding.Element),
                    wording.Percent(Math.Clamp(share.Mean + difference.Mean, 0, 1)),
                    Signed(difference.Mean),
                    "±" + wording.Percent(difference.StandardError));
            }

            table.Write(writer);
        }

        WriteParagraph(writer, Tried(carriers));
        if (carriers.Together is { } together)
        {
            WriteParagraph(writer, Together(together));
        }
    }

    private string Tried(WhyCarriers carriers)
    {
        var text = Say(
            $"Tried: {Count(carriers.Tried, "element", "elements")}, each taken out or added on its own, on the same random numbers. Within noise (two standard errors): {wording.Whole(carriers.WithinNoise)}.",
            $"Geprüft: {Count(carriers.Tried, "Element", "Elemente")}, jedes für sich weggelassen oder hinzugefügt, mit denselben Zufallszahlen. Vom Rauschen nicht zu unterscheiden (zwei Standardfehler): {wording.Whole(carriers.WithinNoise)}.");
        if (carriers.Confirmed.Length + carriers.Unconfirmed.Length > 0)
        {
            text += Say(
                $" The largest of many looks larger than it is; the first {wording.Whole(carriers.Confirmed.Length + carriers.Unconfirmed.Length)} were therefore run again on fresh random numbers, which give the figures above; not confirmed: {wording.Whole(carriers.Unconfirmed.Length)}.",
                $" Der größte von vielen Unterschieden wirkt größer, als er ist; die ersten {wording.Whole(carriers.Confirmed.Length + carriers.Unconfirmed.Length)} wurden daher mit frischen Zufallszahlen noch einmal gerechnet, von denen die Zahlen oben stammen; nicht bestätigt: {wording.Whole(carriers.Unconfirmed.Length)}.");
        }

        return carriers.Lesser.IsEmpty ? text : text + Say(
            $" Smaller, not run again: {wording.Whole(carriers.Lesser.Length)} (--format json names them).",
            $" Kleiner und nicht noch einmal gerechnet: {wording.Whole(carriers.Lesser.Length)} (--format json nennt sie).");
    }

    private string Together(WhyTogether together)
    {
        var (all, sum, rest) = (Signed(together.Difference.Mean), Signed(together.Sum), together.Interplay);
        var error = wording.Percent(together.Difference.StandardError);
        var addsUp = Math.Abs(rest.Mean) <= 2 * rest.StandardError;
        var ending = addsUp
            ? Say("within noise, their contributions add up.", "die Beiträge summieren sich also, soweit das Rauschen es erkennen lässt.")
            : Say("their contributions do not add up.", "die Beiträge summieren sich also nicht.");
        var count = wording.Whole(together.Elements.Length);
        return Say(
            $"The {count} elements among them without which the share is smaller, all taken out at once: {all} ±{error} per cent of the model runs; one by one they come to {sum}, a gap of {Signed(rest.Mean)} ±{wording.Percent(rest.StandardError)}: {ending}",
            $"Die {count} Elemente darunter, ohne die der Anteil kleiner ist, alle zugleich weggelassen: {all} ±{error} Prozent der Modellläufe; einzeln ergeben sie zusammen {sum}, ein Abstand von {Signed(rest.Mean)} ±{wording.Percent(rest.StandardError)}: {ending}");
    }

    private void WriteParting(TextWriter writer)
    {
        var parting = result.Parting;
        if (parting.Already.IsEmpty)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(Say(
            "When paths part: state or event, and its share of the model runs that end so and of the others, in per cent",
            "Wann sich Verläufe trennen: Zustand oder Ereignis, mit dem Anteil an den so endenden und den übrigen Modellläufen in Prozent"));
        if (!parting.Points.IsEmpty)
        {
            WritePoints(writer, parting.Points);
        }

        WriteParagraph(writer, PartingNote(parting));
    }

    private void WritePoints(TextWriter writer, ImmutableArray<TurningPoint> points)
    {
        var table = new TextTable().Left(1).Row(
            "",
            Say("state", "Zustand"),
            Say("apart from", "getrennt ab"),
            Say("half from", "zur Hälfte ab"),
            Say("ending so", "so endende"),
            Say("others", "übrige"));
        foreach (var point in points.Take(PointsShown))
        {
            table.Row(
                narrative.Point(point) + (point.IsInRule ? " *" : ""),
                point is { Factor: { } factor, State: { } state } ? StateOf(factor, state) : Say("(event)", "(Ereignis)"),
                wording.Month(point.First),
                wording.Month(point.Half),
                wording.Percent(point.Ending),
                wording.Percent(point.Others));
        }

        table.Write(writer);
    }

    private string StateOf(FactorId factor, int state)
    {
        var named = model.Factors[factor.Index].States[state];
        return wording.Name(named.Title, named.Id);
    }

    private string PartingNote(WhyParting parting)
    {
        var sentences = new List<string>();
        if (parting.Points.Any(point => point.IsInRule))
        {
            sentences.Add(Say("* The rules of the kinds read it themselves.", "* Die Regeln der Zukunftstypen fragen selbst danach."));
        }

        if (parting.Points.Length > PointsShown)
        {
            sentences.Add(Say($"Further ones: {wording.Whole(parting.Points.Length - PointsShown)}.", $"Weitere: {wording.Whole(parting.Points.Length - PointsShown)}."));
        }

        sentences.Add(Say(
            $"Looked at: {Count(parting.Tried, "state or event", "states and events")}, path by path within the same draw of the judgements; the bar for noise is set so that all together name one where there is none in fewer than one run out of twenty.",
            $"Betrachtet: {Count(parting.Tried, "Zustand oder Ereignis", "Zustände und Ereignisse")}, jeweils Verläufe derselben Ziehung der Urteile; die Schwelle gegen das Rauschen liegt so, dass alle zusammen in weniger als einer von zwanzig Rechnungen eines nennen, wo keines ist."));
        if (parting.ByJudgements is { } judged)
        {
            sentences.Add(Say(
                $"A part of {wording.Number(judged, 2)} of what decides about the kind is settled by the draw of the judgements before the first step; the rest is settled on the way.",
                $"Ein Anteil von {wording.Number(judged, 2)} dessen, was über den Zukunftstyp entscheidet, liegt mit der Ziehung der Urteile vor dem ersten Schritt fest; der Rest entscheidet sich unterwegs."));
        }

        return string.Join(' ', sentences);
    }

    private void WriteChapters(TextWriter writer)
    {
        foreach (var chapter in narrative.Chapters())
        {
            writer.WriteLine();
            writer.WriteLine(chapter.Heading);
            WriteParagraph(writer, chapter.Introduction);
            foreach (var (when, what) in chapter.Entries)
            {
                var lines = TextColumns.Wrapped(when + ": " + what, ExplanationsText.Width - 6).ToList();
                writer.WriteLine("  - " + lines[0]);
                foreach (var line in lines.Skip(1))
                {
                    writer.WriteLine("    " + line);
                }
            }

            if (chapter.Close.Length > 0)
            {
                WriteParagraph(writer, chapter.Close);
            }
        }
    }

    private string Signed(double share) => (share > 0 ? "+" : "") + wording.Percent(share);

    private string Count(int count, string one, string many) => $"{wording.Whole(count)} {(count == 1 ? one : many)}";

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
