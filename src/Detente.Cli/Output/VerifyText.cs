using System.Collections.Immutable;
using System.Globalization;
using Detente.Cli.Input;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The outcomes of claims in plain text: what fails first, what holds as a table.</summary>
internal sealed class VerifyText(OpenModel open, VerifyResult result)
{
    private readonly Model model = open.Model;
    private readonly StudyOptions options = result.Provenance.Study.Options;
    private readonly Wording wording = new(open.Invocation.Language);
    private readonly ClaimWords words = new(open.Model, open.Invocation.Language);

    /// <summary>Whether claims that hold are counted only.</summary>
    public bool HidesHolding { get; init; }

    /// <summary>Whether accepted warnings are printed.</summary>
    public bool ShowsAccepted { get; init; }

    public void Write(TextWriter writer)
    {
        writer.WriteLine(Say($"Claims: {model.Title.En}", $"Behauptungen: {model.Title.De}"));
        Banners.Write(writer, model, wording.Language);
        WriteSummary(writer);
        WriteBlocks(writer, Verdict.Fails, Say("Fails", "Trifft nicht zu"));
        WriteBlocks(writer, Verdict.Undecided, Say("Undecided: too close to the threshold to tell", "Unentschieden: zu nah an der Schwelle"));
        WriteBlocks(writer, Verdict.Vacuous, Say("Vacuous: what the claim speaks of came about too rarely", "Gegenstandslos: wovon die Behauptung spricht, kam zu selten vor"));
        if (!HidesHolding)
        {
            WriteHolding(writer);
        }

        WriteWarnings(writer);
    }

    private void WriteSummary(TextWriter writer)
    {
        var (all, asked) = (wording.Whole(model.Claims.Length), wording.Whole(result.Claims.Length));
        var one = result.Claims.Length == 1;
        var (holds, fails) = (Count(Verdict.Holds), Count(Verdict.Fails));
        var (undecided, vacuous) = (wording.Whole(Count(Verdict.Undecided)), wording.Whole(Count(Verdict.Vacuous)));
        writer.WriteLine(Say(
            $"{(all == asked ? asked : $"{asked} of {all}")} {(one && all == asked ? "claim" : "claims")}: {wording.Whole(holds)} {(holds == 1 ? "holds" : "hold")}, {wording.Whole(fails)} {(fails == 1 ? "fails" : "fail")}, {undecided} undecided, {vacuous} vacuous; {Runs()}",
            $"{(all == asked ? asked : $"{asked} von {all}")} {(one && all == asked ? "Behauptung" : "Behauptungen")}: {wording.Whole(holds)} {(holds == 1 ? "trifft" : "treffen")} zu, {wording.Whole(fails)} {(fails == 1 ? "trifft" : "treffen")} nicht zu, {undecided} unentschieden, {vacuous} gegenstandslos; {Runs()}")
            + " " + Forms());
        writer.WriteLine(Say(
            "A share of model runs says what follows from the judgements; it describes the model, not the prospects of the world.",
            "Ein Anteil der Modellläufe sagt, was aus den Urteilen folgt; er beschreibt das Modell, nicht die Aussichten der Welt."));
        if (!result.Provenance.Completeness.IsComplete)
        {
            writer.WriteLine(Say("Not all runs asked for were made.", "Nicht alle verlangten Läufe wurden gerechnet."));
        }
    }

    private string Runs()
    {
        if (result.Claims.All(outcome => outcome.Paths == 0))
        {
            return Say("no run was needed.", "dafür war kein Lauf nötig.");
        }

        var (draws, paths) = (wording.Whole(options.Draws), wording.Whole(options.Paths));
        var early = result.Claims.Count(outcome => outcome.Paths > 0 && outcome.Paths < (long)options.Draws * options.Paths);
        return Say(
            $"from {draws} × {paths} model runs (draws of the judgements × paths each), seed {options.Seed}{(early == 0 ? "" : $"; {wording.Whole(early)} {(early == 1 ? "was" : "were")} clear after a quarter of them")}.",
            $"aus {draws} × {paths} Modellläufen (Ziehungen der Urteile × Verläufe je Ziehung), Startwert {options.Seed}{(early == 0 ? "" : $"; {wording.Whole(early)} {(early == 1 ? "war" : "waren")} nach einem Viertel davon klar")}.");
    }

    private string Forms()
    {
        var forms = result.Claims.Select(outcome => ClaimForms.Of(model.Claims[outcome.Claim].Statement)).ToList();
        var sampled = forms.Count(form => form.IsSampled());
        var plain = forms.Where(form => !form.IsSampled()).CountBy(form => form).OrderBy(pair => pair.Key)
            .Select(pair => $"{Say(pair.Key.Word(), pair.Key.GermanWord())} {wording.Whole(pair.Value)}");
        return Say("By form: ", "Nach Form: ") + string.Join(", ", plain.Append(Say($"on sampled figures {wording.Whole(sampled)}.", $"über Kennzahlen der Läufe {wording.Whole(sampled)}.")));
    }

    private void WriteBlocks(TextWriter writer, Verdict verdict, string heading)
    {
        var outcomes = result.Claims.Where(outcome => outcome.Verdict == verdict).ToList();
        if (outcomes.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"{heading} ({wording.Whole(outcomes.Count)})");
        foreach (var outcome in outcomes)
        {
            var claim = model.Claims[outcome.Claim];
            writer.WriteLine($"  {claim.Id}: {Title(claim)}");
            writer.WriteLine("    " + ClaimText.Write(claim.Statement, model));
            writer.WriteLine("    " + Finding(outcome));
            writer.WriteLine("    " + Say("Source: ", "Quelle: ") + words.Sources(claim.Provenance));
        }
    }

    private string Finding(ClaimOutcome outcome)
    {
        if (outcome.Verdict == Verdict.Vacuous)
        {
            return Rarity(outcome);
        }

        var text = words.Sentences(outcome);
        return outcome.Verdict == Verdict.Undecided ? text + " " + DecidingRuns(outcome) : text;
    }

    private string Rarity(ClaimOutcome outcome)
    {
        var (met, runs) = (wording.Whole(outcome.Premise ?? 0), wording.Whole(outcome.Paths));
        var least = wording.Whole(VerifyResult.LeastPremise);
        return model.Claims[outcome.Claim].Statement switch
        {
            Invariant => Say($"Met in {met} steps of {runs} runs; {least} are needed.", $"Eingetreten in {met} Schritten von {runs} Läufen; nötig sind {least}."),
            EventResponse => Say(
                $"The event came about early enough for its time to lie within the horizon in {met} of {runs} runs; {least} are needed.",
                $"In {met} von {runs} Läufen trat das Ereignis so früh ein, dass die Frist noch in den Horizont fällt; nötig sind {least}."),
            var statement when ClaimWords.CountsSteps(statement) => Say($"Came about {met} times in {runs} runs; {least} are needed.", $"Vorgekommen {met}-mal in {runs} Läufen; nötig sind {least}."),
            _ => Say($"Came about in {met} of {runs} runs; {least} are needed.", $"Vorgekommen in {met} von {runs} Läufen; nötig sind {least}."),
        };
    }

    // The error shrinks with the root of the number of draws, or with a single draw of paths.
    private string DecidingRuns(ClaimOutcome outcome)
    {
        if (outcome is not { Margin: { } margin, MarginError: { } error })
        {
            return "";
        }

        if (margin == 0)
        {
            return Say("It lies on the threshold: more runs need not decide it.", "Sie liegt auf der Schwelle: Auch mehr Läufe entscheiden nicht unbedingt darüber.");
        }

        var isSampled = options.Draws > 1;
        var (groups, size, most) = isSampled ? (options.Draws, options.Paths, SharedOptions.MostDraws) : (options.Paths, 1, SharedOptions.MostPaths);
        var needed = Math.Max(Math.Ceiling(groups * Math.Pow(3 * error / margin, 2)), isSampled ? VerifyResult.LeastDraws : 0);
        if (needed <= groups)
        {
            return Say("There are too few paths to know the error.", "Für den Fehler gibt es zu wenige Verläufe.");
        }

        if (needed > most)
        {
            return Say("No number of runs within reach would decide it.", "Keine erreichbare Zahl von Läufen würde darüber entscheiden.");
        }

        var more = wording.Whole((System.Numerics.BigInteger)(needed - groups) * size);
        var option = (isSampled ? "--draws " : "--paths ") + needed.ToString("0", CultureInfo.InvariantCulture);
        return Say(
            $"If the margin stays, {more} more runs decide it ({option}).",
            $"Bleibt der Abstand, so entscheiden {more} weitere Läufe darüber ({option}).");
    }

    private void WriteHolding(TextWriter writer)
    {
        var outcomes = result.Claims.Where(outcome => outcome.Verdict == Verdict.Holds).ToList();
        if (outcomes.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(Say("Holds", "Trifft zu") + $" ({wording.Whole(outcomes.Count)})");
        var table = new TextTable().Left(1, 3).Row(
            Say("claim", "Behauptung"),
            Say("figure", "Kennzahl"),
            Say("margin in standard errors", "Abstand in Standardfehlern"),
            Say("what it says", "Aussage"));
        foreach (var outcome in outcomes)
        {
            var claim = model.Claims[outcome.Claim];
            table.Row(claim.Id, words.Short(outcome), words.InErrors(outcome), Title(claim));
        }

        table.Write(writer);
    }

    private void WriteWarnings(TextWriter writer)
    {
        ImmutableArray<Diagnostic> warnings = [.. result.Provenance.Warnings.Union(result.Warnings.Diagnostics)];
        foreach (var warning in warnings.Where(warning => ShowsAccepted || warning.AcceptedBecause is null))
        {
            writer.WriteLine();
            writer.WriteLine(open.Describe(warning));
        }

        var accepted = warnings.Count(warning => warning.AcceptedBecause is not null);
        if (accepted > 0 && !ShowsAccepted)
        {
            var number = wording.Whole(accepted);
            writer.WriteLine();
            writer.WriteLine(Say(
                $"{number} accepted {(accepted == 1 ? "warning" : "warnings")}; --verbose shows more.",
                $"{number} angenommene {(accepted == 1 ? "Warnung" : "Warnungen")}; --verbose zeigt mehr."));
        }
    }

    private string Title(Claim claim) => claim.Title?.In(wording.Language) ?? ClaimText.Explain(claim.Statement, model, wording.Language);

    private int Count(Verdict verdict) => result.Claims.Count(outcome => outcome.Verdict == verdict);

    private string Say(string english, string german) => open.Invocation.Say(english, german);
}
