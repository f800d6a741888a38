using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on where the parties and the judgements part.</summary>
internal static class DissentWords
{
    public static readonly LocalizedText Heading = new("Dissent", "Dissens");
    public static readonly LocalizedText AnnexHeading = new("Dissent in full", "Dissens im Einzelnen");
    public static readonly LocalizedText Nothing = new(
        "The model records no dissent: no member of a side takes a position against another, no judgement is contested in its sign, and no expert judges apart.",
        "Das Modell verzeichnet keinen Dissens: Kein Mitglied einer Seite bezieht gegen ein anderes Position, kein Urteil ist im Vorzeichen strittig, und niemand urteilt gesondert.");
    public static readonly LocalizedText Side = new(
        "Within {0} positions range {1}.", "Im Lager {0} reichen die Positionen {1}.");
    public static readonly LocalizedText SideFirst = new(
        "Within {0} positions, on a scale from −3 to +3, range {1}.", "Im Lager {0} reichen die Positionen auf der Skala von −3 bis +3 {1}.");
    public static readonly LocalizedText Issue = new(
        "on {0} from {1} ({2}) to {3} ({4})", "zu {0} von {1} ({2}) bis {3} ({4})");
    public static readonly LocalizedText AndOthers = new("{0} and others", "{0} und andere");
    public static readonly LocalizedText NoSplit = new(
        "On no issue do members of one side stand on opposite sides of the scale.",
        "Bei keinem Thema stehen Mitglieder einer Seite auf entgegengesetzten Seiten der Skala.");
    public static readonly LocalizedText Contested = new(
        "For {0} of {1} influences even the sign is contested, since the range of the judgement crosses zero: {2}.",
        "Bei {0} von {1} Einflüssen ist selbst das Vorzeichen strittig, denn die Urteilsspanne schließt die Null ein: {2}.");
    public static readonly LocalizedText ContestedOne = new(
        "For one of {0} influences even the sign is contested, since the range of the judgement crosses zero: {1}.",
        "Bei einem von {0} Einflüssen ist selbst das Vorzeichen strittig, denn die Urteilsspanne schließt die Null ein: {1}.");
    public static readonly LocalizedText AmongThem = new("among them {0}", "darunter {0}");
    public static readonly LocalizedText Expert = new(
        "{0} judges {1} influences differently from the model, most of all {2}{3}.",
        "{0} beurteilt {1} Einflüsse anders als das Modell, am deutlichsten {2}{3}.");
    public static readonly LocalizedText ExpertOne = new(
        "{0} judges one influence differently from the model: {1}{2}.", "{0} beurteilt einen Einfluss anders als das Modell: {1}{2}.");
    public static readonly LocalizedText Instead = new(" ({0} points instead of {1})", " ({0} statt {1} Punkte)");
    public static readonly LocalizedText New = new(" (which the model does not state)", " (das Modell nennt keinen)");
    public static readonly LocalizedText ExpertAgrees = new(
        "{0} shares the judgements of the model as far as asked.", "{0} teilt die Urteile des Modells, soweit gefragt.");
    public static readonly LocalizedText NoInfluence = new("no influence", "kein Einfluss");
    public static readonly LocalizedText OtherExperts = new("The annex lists the judgements of {0} more experts.", "Die Urteile von {0} weiteren Fachleuten stehen im Anhang.");
    public static readonly LocalizedText OtherExpert = new("The annex lists the judgements of one more expert.", "Die Urteile einer weiteren Fachperson stehen im Anhang.");

    public static readonly LocalizedText PositionsCaption = new(
        "Positions of the actors, from −3 (strongly against) to +3 (strongly in favour)", "Positionen der Akteure, von −3 (strikt dagegen) bis +3 (entschieden dafür)");
    public static readonly LocalizedText Actor = new("Actor", "Akteur");
    public static readonly LocalizedText PartOf = new("{0} (part of {1})", "{0} (gehört zu: {1})");
    public static readonly LocalizedText ContestedCaption = new(
        "Judgements contested in their sign: points with range", "Im Vorzeichen strittige Urteile: Punkte mit Spanne");
    public static readonly LocalizedText Judgement = new("Judgement", "Urteil über");
    public static readonly LocalizedText TendencyOf = new("tendency: {0}", "Neigung: {0}");
    public static readonly LocalizedText ExpertsCaption = new(
        "Judgements of experts that differ from those of the model, in points", "Urteile von Fachleuten, die von denen des Modells abweichen, in Punkten");
    public static readonly LocalizedText ExpertColumn = new("Expert", "Fachperson");
    public static readonly LocalizedText Theirs = new("Expert’s points", "Punkte der Fachperson");
    public static readonly LocalizedText Ours = new("Points in the model", "Punkte im Modell");
    public static readonly LocalizedText Abstains = new("abstains", "enthält sich");
}
