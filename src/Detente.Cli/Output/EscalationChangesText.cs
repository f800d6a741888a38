using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What taking out causes, amplifiers and brakes changes, and why, in plain text.</summary>
internal sealed class EscalationChangesText(Model model, EscalationResult result, ReaderLanguage language)
{
    private const int MostListed = 20;
    private const int MostParts = 6;
    private readonly Wording wording = new(language);
    private readonly EscalationWording figures = new(language);
    private readonly EscalationNames names = new(model, language);

    public void Write(TextWriter writer)
    {
        WriteChanges(writer);
        foreach (var explanation in result.Explanations)
        {
            WriteExplanation(writer, explanation);
        }
    }

    private void WriteChanges(TextWriter writer)
    {
        var severity = names.OfSeverity(result.Severity);
        var told = result.Changes.Where(change => change.Role != EscalationRole.WithinNoise).ToList();
        writer.WriteLine();
        writer.WriteLine(Say(
            $"What changes without it: runs of 100 that reach “{severity}” or graver, the same runs with and without; in brackets what is within noise",
            $"Was sich ändert, wenn etwas fehlt: Läufe von 100, die „{severity}“ oder mehr erreichen, dieselben Läufe mit und ohne; in Klammern, was im Rauschen liegt"));
        var table = new TextTable().Left(1).Row(
            Say("Without", "Ohne"), "", Say("in all", "insgesamt"), Say("inadvertent", "ungewollt"), Say("deliberate", "gewollt"));
        foreach (var change in told.Take(MostListed))
        {
            table.Wrapped([names.Of(change.Without), $"{names.SortOf(change.Without)}, {RoleOf(change.Role)}", .. Cells(change.Share)]);
        }

        if (told.Count > 0)
        {
            table.Write(writer);
        }

        if (told.Count > MostListed)
        {
            writer.WriteLine(Say(
                $"  {wording.Whole(told.Count - MostListed)} more change something beyond noise; --format json lists all.",
                $"  {wording.Whole(told.Count - MostListed)} weitere verändern etwas über das Rauschen hinaus; --format json führt alle auf."));
        }

        WriteNoise(writer, told.Count);
    }

    private void WriteNoise(TextWriter writer, int told)
    {
        var noise = result.Changes.Where(change => change.Role == EscalationRole.WithinNoise).ToList();
        if (noise.Count > 0)
        {
            var named = noise.Where(change => change.Without is RootElement or MeasuresElement).Select(change => names.Of(change.Without)).ToList();
            var others = noise.Count - named.Count;
            var rest = (named.Count > 0, others) switch
            {
                (_, 0) => "",
                (true, 1) => Say("; and one cause or multiplier", "; dazu eine Ursache oder ein Multiplikator"),
                (true, _) => Say($"; and {wording.Whole(others)} causes and multipliers", $"; dazu {wording.Whole(others)} Ursachen und Multiplikatoren"),
                (false, 1) => Say("one cause or multiplier", "eine Ursache oder ein Multiplikator"),
                _ => Say($"{wording.Whole(others)} causes and multipliers", $"{wording.Whole(others)} Ursachen und Multiplikatoren"),
            };
            writer.WriteLine(Say("  Within noise, at most two standard errors: ", "  Im Rauschen, höchstens zwei Standardfehler: ") + string.Join("; ", named) + rest + ".");
        }

        if (told > 0)
        {
            var all = wording.Whole(result.Changes.Length);
            writer.WriteLine(Say(
                $"  {all} were taken out, one by one; of so many about 1 in 20 passes two standard errors by chance alone. Influences are not among them.",
                $"  {all} wurden einzeln herausgenommen; von so vielen überschreitet etwa 1 von 20 zwei Standardfehler durch bloßen Zufall. Einflüsse sind nicht darunter."));
        }
    }

    private void WriteExplanation(TextWriter writer, EscalationExplanation explanation)
    {
        var change = explanation.Change;
        var measures = names.Of(change.Without);
        writer.WriteLine();
        writer.WriteLine(Say($"Why, taken out: {measures}", $"Warum, herausgenommen: {measures}"));
        foreach (var sentence in Sentences(explanation))
        {
            writer.WriteLine("  " + sentence);
        }

        WriteFlows(writer, explanation);
        WriteParts(writer, Say("By root of the first event", "Nach dem Auslöser des ersten Ereignisses"), explanation.Roots.Select(root => (names.Of(root.Root), root.Share)));
        WriteParts(writer, Say("By the causes over which it came", "Nach den Ursachen, über die es kam"), explanation.Edges.Select(edge => ($"{names.Of(edge.From)} → {names.Of(edge.To)}", edge.Share)));
        WriteRoutes(writer, explanation);
        WriteLinks(writer, explanation);
    }

    private IEnumerable<string> Sentences(EscalationExplanation explanation)
    {
        var share = explanation.Change.Share;
        yield return Verdict(share.Inadvertent, "inadvertent", "ungewollte");
        yield return Verdict(share.Deliberate, "deliberate", "gewollte");
        if (EscalationChange.IsNoise(share.Deliberate))
        {
            yield break;
        }

        if (explanation.Roots.OrderByDescending(root => Math.Abs(root.Share.Deliberate.Mean)).FirstOrDefault() is { Share.Deliberate.StandardError: > 0 } root)
        {
            yield return Say(
                $"Most of the deliberate change begins with “{names.Of(root.Root)}”: {figures.Change(root.Share.Deliberate)}.",
                $"Das meiste der gewollten Veränderung beginnt mit „{names.Of(root.Root)}“: {figures.Change(root.Share.Deliberate)}.");
        }

        if (explanation.Links.OrderByDescending(link => Math.Abs(link.Left.Deliberate.Mean - share.Deliberate.Mean)).FirstOrDefault() is { } strongest)
        {
            var target = names.Of(strongest.Target);
            var through = strongest.Through is { } factor ? Say($", read from “{names.Of(factor)}”", $", gelesen an „{names.Of(factor)}“") : "";
            yield return Say(
                $"They act on it above all through {target}{through}, which stands in deliberate chains too; with this cut they change the deliberate share by {figures.Change(strongest.Left.Deliberate)}.",
                $"Sie wirken darauf vor allem über {target}{through}; das steht auch in gewollten Ketten. Ist es durchtrennt, verändern sie den gewollten Anteil um {figures.Change(strongest.Left.Deliberate)}.");
        }

        if (explanation is { Links.Length: > 1, WithoutAllLinks.Deliberate: var left })
        {
            yield return EscalationChange.IsNoise(left)
                ? Say(
                    $"With all links below cut the deliberate share no longer changes beyond noise: {figures.Change(left)}.",
                    $"Sind alle Verbindungen unten durchtrennt, verändert sich der gewollte Anteil nicht mehr über das Rauschen hinaus: {figures.Change(left)}.")
                : Say(
                    $"With all links below cut the deliberate share still changes by {figures.Change(left)}: the rest comes by way of states that change over time.",
                    $"Sind alle Verbindungen unten durchtrennt, verändert sich der gewollte Anteil noch um {figures.Change(left)}: Der Rest kommt über Zustände, die sich mit der Zeit verändern.");
        }
    }

    private string Verdict(Figure change, string english, string german) => EscalationChange.IsNoise(change)
        ? Say(
            $"The {english} share does not change beyond noise: {figures.ChangeWithin(change)} runs of 100.",
            $"Der {german} Anteil verändert sich nicht über das Rauschen hinaus: {figures.ChangeWithin(change)} Läufe von 100.")
        : Say(
            $"The {english} share {(change.Mean > 0 ? "rises" : "falls")}: {figures.ChangeWithin(change)} runs of 100.",
            $"Der {german} Anteil {(change.Mean > 0 ? "steigt" : "sinkt")}: {figures.ChangeWithin(change)} Läufe von 100.");

    private void WriteFlows(TextWriter writer, EscalationExplanation explanation)
    {
        new TextTable()
            .Row(
                Say("Run by run, in runs of 100", "Lauf für Lauf, in Läufen von 100"),
                Say("newly escalate", "eskalieren neu"),
                Say("no longer escalate", "eskalieren nicht mehr"),
                Say("from the other pathway", "vom anderen Weg"),
                Say("to the other pathway", "zum anderen Weg"))
            .Row([Say("first inadvertent", "zuerst ungewollt"), .. Cells(explanation.Inadvertent)])
            .Row([Say("first deliberate", "zuerst gewollt"), .. Cells(explanation.Deliberate)])
            .Write(writer);
    }

    private void WriteParts(TextWriter writer, string title, IEnumerable<(string Name, PathwayFigures Share)> parts)
    {
        var listed = parts.Take(MostParts).ToList();
        if (listed.Count == 0)
        {
            return;
        }

        var table = new TextTable().Row(title, Say("in all", "insgesamt"), Say("inadvertent", "ungewollt"), Say("deliberate", "gewollt"));
        foreach (var (name, share) in listed)
        {
            table.Wrapped([name, .. Cells(share)]);
        }

        table.Write(writer);
    }

    private void WriteRoutes(TextWriter writer, EscalationExplanation explanation)
    {
        if (explanation.Routes.IsEmpty)
        {
            return;
        }

        var table = new TextTable().Row(Say("By route", "Nach der Ereignisfolge"), Say("change", "Veränderung"));
        foreach (var route in explanation.Routes)
        {
            table.Wrapped(names.Of(route.Links), figures.MarkedChange(route.Share));
        }

        table.Write(writer);
    }

    private void WriteLinks(TextWriter writer, EscalationExplanation explanation)
    {
        if (explanation.WithoutAllLinks is not { } without)
        {
            return;
        }

        var table = new TextTable().Left(1).Wrapped(
            Say("Through what they act: what they still change with it cut", "Worüber sie wirken: was sie noch verändern, wenn es durchtrennt ist"),
            Say("read from", "gelesen an"),
            Say("in all", "insgesamt"),
            Say("inadvertent", "ungewollt"),
            Say("deliberate", "gewollt"));
        foreach (var link in explanation.Links)
        {
            table.Wrapped([names.Of(link.Target), link.Through is { } factor ? names.Of(factor) : "", .. Cells(link.Left)]);
        }

        table.Row([Say("with all of these cut", "wenn all dies durchtrennt ist"), "", .. Cells(without)]);
        table.Write(writer);
    }

    private IEnumerable<string> Cells(PathwayFigures change) => [figures.MarkedChange(change.All), figures.MarkedChange(change.Inadvertent), figures.MarkedChange(change.Deliberate)];

    private IEnumerable<string> Cells(PathwayFlow flow) => [figures.Share(flow.Gained), figures.Share(flow.Lost), figures.Share(flow.FromOther), figures.Share(flow.ToOther)];

    private string RoleOf(EscalationRole role) => role switch
    {
        EscalationRole.Amplifier => Say("feeds it", "nährt"),
        EscalationRole.Brake => Say("curbs it", "bremst"),
        _ => Say("shifts the pathways", "verschiebt die Wege"),
    };

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
