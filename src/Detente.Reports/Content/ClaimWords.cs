using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Content;

/// <summary>Words on what the sources claim and how the model answers.</summary>
internal static class ClaimWords
{
    public static readonly LocalizedText Heading = new("How the model answers its sources", "Wie das Modell seinen Quellen antwortet");
    public static readonly LocalizedText AnnexHeading = new("What the source claims and how the model answers", "Was die Quelle behauptet und wie das Modell antwortet");
    public static readonly LocalizedText None = new(
        "The model states no claims of its sources: nothing shows whether it behaves as they say.",
        "Das Modell hält keine Aussagen seiner Quellen fest: Ob es sich so verhält, wie sie es beschreiben, ist nicht geprüft.");
    public static readonly LocalizedText All = new(
        "The model was tested against {0} claims of its sources and reproduces all of them.",
        "Das Modell wurde an {0} Aussagen seiner Quellen geprüft und gibt sie alle wieder.");
    public static readonly LocalizedText AllOne = new(
        "The model was tested against one claim of its sources and reproduces it.",
        "Das Modell wurde an einer Aussage seiner Quellen geprüft und gibt sie wieder.");
    public static readonly LocalizedText Holding = new(
        "Of {0} claims of its sources the model reproduces {1}.", "Von {0} Aussagen seiner Quellen gibt das Modell {1} wieder.");
    public static readonly LocalizedText HoldingNone = new(
        "Of {0} claims of its sources the model reproduces none.", "Von {0} Aussagen seiner Quellen gibt das Modell keine wieder.");
    public static readonly LocalizedText NotTheOne = new(
        "The model was tested against one claim of its sources and does not show it.",
        "Das Modell wurde an einer Aussage seiner Quellen geprüft und bestätigt sie nicht.");
    public static readonly LocalizedText Undecided = new(
        "{0} remain undecided because the figure lies too close to the threshold.",
        "{0} bleiben unentschieden, weil die Zahl zu nahe an der Schwelle liegt.");
    public static readonly LocalizedText UndecidedOne = new(
        "One remains undecided because the figure lies too close to the threshold.",
        "Eine bleibt unentschieden, weil die Zahl zu nahe an der Schwelle liegt.");
    public static readonly LocalizedText Vacuous = new(
        "{0} are vacuous because what they speak of hardly ever comes about in the runs.",
        "{0} sind gegenstandslos, weil in den Läufen kaum vorkommt, wovon sie handeln.");
    public static readonly LocalizedText VacuousOne = new(
        "One is vacuous because what it speaks of hardly ever comes about in the runs.",
        "Eine ist gegenstandslos, weil in den Läufen kaum vorkommt, wovon sie handelt.");
    public static readonly LocalizedText Fails = new("It does not reproduce: {0}{1}.", "Nicht wieder gibt es: {0}{1}.");
    public static readonly LocalizedText FailsLead = new(
        "It does not reproduce the following {0}:", "Nicht wieder gibt es die folgenden {0}:");
    public static readonly LocalizedText FailsItem = new("{0}{1}.", "{0}{1}.");
    public static readonly LocalizedText Details = new("The annex has all of them.", "Alle stehen im Anhang.");

    public static readonly LocalizedText Caption = new(
        "{0}: {1} of {2}. Shares of model runs, numbers a year and mean levels from 0 to 1, each ± standard error",
        "{0}: {1} von {2}. Anteile von Modellläufen, Zahlen je Jahr und mittlere Niveaus von 0 bis 1, jeweils ± Standardfehler");
    public static readonly LocalizedText Claim = new("What the source says", "Was die Quelle sagt");
    public static readonly LocalizedText Statement = new("What the model must show", "Was das Modell zeigen muss");
    public static readonly LocalizedText Figures = new("Figures and margin", "Zahlen und Abstand");

    public static readonly LocalizedText GroupHolds = new("Reproduced", "Wiedergegeben");
    public static readonly LocalizedText GroupFails = new("Not reproduced", "Nicht wiedergegeben");
    public static readonly LocalizedText GroupUndecided = new("Undecided", "Unentschieden");
    public static readonly LocalizedText GroupVacuous = new("Vacuous", "Gegenstandslos");
    public static readonly LocalizedText PremiseCount = new("what it speaks of came about {0} times", "wovon sie handelt, trat {0}-mal ein");
    public static readonly LocalizedText PremiseOnce = new("what it speaks of came about once", "wovon sie handelt, trat einmal ein");
    public static readonly LocalizedText PremiseNever = new("what it speaks of never came about", "wovon sie handelt, trat nie ein");

    public static readonly LocalizedText Second = new("against {0}", "gegenüber {0}");
    public static readonly LocalizedText Difference = new("difference {0}", "Unterschied {0}");
    public static readonly LocalizedText WithinNoise = new("{0}, within noise", "{0}, im Rahmen des Zufalls");
    public static readonly LocalizedText AfterFading = new("at the end of the time to fade {0}", "am Ende der Abklingzeit {0}");
    public static readonly LocalizedText Ordered = new("in the order stated {0}", "in der genannten Folge {0}");
    public static readonly LocalizedText Violations = new("violated in a share of {0} of the runs", "verletzt in einem Anteil von {0} der Läufe");
    public static readonly LocalizedText Margin = new("margin {0}", "Abstand {0}");
    public static readonly LocalizedText NoFigures = new("read from the model, no runs needed", "am Modell abgelesen, ohne Läufe");

    /// <summary>The heading of a group of claims.</summary>
    public static LocalizedText GroupOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => GroupHolds,
        Verdict.Fails => GroupFails,
        Verdict.Undecided => GroupUndecided,
        _ => GroupVacuous,
    };
}
