using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words in and around the pictures of the futures.</summary>
internal static class ChartWords
{
    public static readonly LocalizedText DotsTitle = new(
        "Kinds of future: each dot is 1 of {0} model runs", "Zukunftstypen: Jeder Punkt steht für 1 von {0} Modellläufen");
    public static readonly LocalizedText FewerThanOne = new("fewer than 1 of {0}", "weniger als 1 von {0}");
    public static readonly LocalizedText AtEnd = new("end: {0}", "Ende: {0}");
    public static readonly LocalizedText DotsConclusion = new("At the end {0} holds {1}, {2} {3}{4}.", "Am Ende liegt {0} {1} vor, {2} {3}{4}.");
    public static readonly LocalizedText DotsConclusionOne = new("At the end {0} holds {1}.", "Am Ende liegt {0} {1} vor.");
    public static readonly LocalizedText LeadWithinNoise = new("; the lead is within noise", "; der Vorsprung liegt im Rahmen des Zufalls");

    public static readonly LocalizedText PathsTitle = new("{0} of {1} model runs, step by step", "{0} von {1} Modellläufen, Schritt für Schritt");
    public static readonly LocalizedText PathsTitleAll = new("All {0} model runs, step by step", "Alle {0} Modellläufe, Schritt für Schritt");
    public static readonly LocalizedText PathsConclusion = new(
        "Of the {0} runs shown {1} end in {2}, and {3} change their kind of future on the way.",
        "Von den {0} gezeigten Läufen enden {1} in {2}, und {3} wechseln unterwegs den Zukunftstyp.");
    public static readonly LocalizedText PathsHead = new("draw/path", "Ziehung/Verlauf");
    public static readonly LocalizedText PathsKey = new(
        "Each row is one real run, named by its draw and its number in the draw (seed {0}); those that end alike stand together.",
        "Jede Zeile ist ein wirklicher Lauf, benannt nach seiner Ziehung und seiner Nummer darin (Startwert {0}); gleich endende stehen beisammen.");
    public static readonly LocalizedText PathsSince = new(
        "Ticks left of the cut-off: a factor enters the state in which it starts.",
        "Striche links vom Stichtag: Ein Faktor nimmt die Ausprägung an, in der er beginnt.");
    public static readonly LocalizedText EndsIn = new("{0}: {1} of {2}", "{0}: {1} von {2}");
    public static readonly LocalizedText SevereMark = new("{0} or graver", "{0} oder schwerer");
    public static readonly LocalizedText WindowGround = new("Grey ground: window of a scheduled event.", "Grauer Grund: Zeitfenster eines Termins.");
    public static readonly LocalizedText WindowBars = new("Grey bars above the rows: windows of scheduled events.", "Graue Balken über den Zeilen: Zeitfenster von Terminen.");

    public static readonly LocalizedText BandsTitle = new(
        "Share of model runs by kind of future, with error and judgement spread", "Anteil der Modellläufe nach Zukunftstyp, mit Fehler und Urteilsspanne");
    public static readonly LocalizedText BandsKey = new(
        "Line: mean. Dark: two standard errors. Light: judgement spread, nine of ten draws.",
        "Linie: Mittel. Dunkel: zwei Standardfehler. Hell: Urteilsspanne, neun von zehn Ziehungen.");
    public static readonly LocalizedText BandsKeyPoint = new("Line: mean. Dark: two standard errors.", "Linie: Mittel. Dunkel: zwei Standardfehler.");
    public static readonly LocalizedText BandsKeyExact = new("Line: exact share.", "Linie: exakter Anteil.");

    public static readonly LocalizedText PathsCaption = new(
        "Model runs shown: kind of future at the start of each year and at the end, grave events",
        "Gezeigte Modellläufe: Zukunftstyp zu Beginn jedes Jahres und am Ende, schwere Ereignisse");
    public static readonly LocalizedText Letters = new("Letters of the table: {0}.", "Buchstaben der Tabelle: {0}.");
    public static readonly LocalizedText PathsTable = new("Model runs shown", "Gezeigte Modellläufe");
    public static readonly LocalizedText Run = new("Draw/path", "Ziehung/Verlauf");
    public static readonly LocalizedText Course = new("Kinds year by year", "Typen Jahr für Jahr");
    public static readonly LocalizedText Longest = new("Holds longest", "Hält am längsten an");
    public static readonly LocalizedText GraveEvents = new("Grave events", "Schwere Ereignisse");
    public static readonly LocalizedText Letter = new("{0} {1}", "{0} {1}");

    public static readonly LocalizedText ShareMeaning = new(
        "A share of model runs follows from the judgements; it describes the model, not the prospects of the world.",
        "Ein Anteil der Modellläufe folgt aus den Urteilen; er beschreibt das Modell, nicht die Aussichten der Welt.");
    public static readonly LocalizedText Sampled = new("Shares of {0} model runs ({1} draws of the judgements, {2} paths each), seed {3}.", "Anteile von {0} Modellläufen ({1} Ziehungen der Urteile, je {2} Verläufe), Startwert {3}.");
    public static readonly LocalizedText SampledOnce = new("Shares of {0} model runs, every judgement at its stated value, seed {1}.", "Anteile von {0} Modellläufen, jedes Urteil an seinem angegebenen Wert, Startwert {1}.");
    public static readonly LocalizedText ExactShares = new("Exact shares over all configurations, every judgement at its stated value.", "Exakte Anteile über alle Konfigurationen, jedes Urteil an seinem angegebenen Wert.");
    public static readonly LocalizedText NoKinds = new("The model names no kinds of future: there is nothing to show.", "Das Modell nennt keine Zukunftstypen: Es gibt nichts zu zeigen.");
    public static readonly LocalizedText NoPaths = new("Exact shares come without paths: there is nothing to show.", "Zu exakten Anteilen gehören keine Verläufe: Es gibt nichts zu zeigen.");
    public static readonly LocalizedText Hypothetical = new("HYPOTHETICAL, with the strategy: {0}.", "HYPOTHETISCH, mit der Strategie: {0}.");
    public static readonly LocalizedText NoMeasures = new("HYPOTHETICAL: no measures are pursued.", "HYPOTHETISCH: Keine Maßnahmen werden verfolgt.");
}
