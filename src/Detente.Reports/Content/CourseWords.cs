using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on the pictures of pathways of kinds and of perception.</summary>
internal static class CourseWords
{
    public static readonly LocalizedText Then = new(", then ", ", dann ");
    public static readonly LocalizedText MostFrequent = new("Most frequent pathway of kinds: {0}, {1}", "Häufigste Abfolge der Zukunftstypen: {0}, {1}");
    public static readonly LocalizedText PathwaysReading = new(
        "From left to right: which kind of future follows which. A bar is as tall as the share of model runs that come this way; where nothing follows, they end there.",
        "Von links nach rechts: welcher Zukunftstyp auf welchen folgt. Ein Balken ist so hoch wie der Anteil der Modellläufe, die diesen Weg nehmen; wo nichts folgt, enden sie.");

    public static readonly LocalizedText LeastStay = new(
        "A kind that holds at fewer than {0} dates in a row belongs to what came before. Shares of {1} model runs; ± is the standard error.",
        "Ein Zukunftstyp, der an weniger als {0} Daten nacheinander gilt, zählt zu dem davor. Anteile von {1} Modellläufen; ± ist der Standardfehler.");

    public static readonly LocalizedText Pathway = new("Pathway, by the numbers of the kinds", "Abfolge, nach den Nummern der Zukunftstypen");
    public static readonly LocalizedText Come = new("come, of 100", "kommen, von 100");
    public static readonly LocalizedText End = new("end, of 100", "enden, von 100");
    public static readonly LocalizedText Others = new("others", "andere");

    public static readonly LocalizedText Misread = new(
        "{0}: read as worse than it is at {1} dates on average", "{0}: im Mittel an {1} Zeitpunkten schlechter gelesen, als die Sache ist");

    public static readonly LocalizedText PerceptionReading = new(
        "Mean distance of image and thing in states, with two standard errors either way; above 0 the holder reads the thing as worse than it is. From {0} model runs.",
        "Mittlerer Abstand von Bild und Sache in Zuständen, mit zwei Standardfehlern nach beiden Seiten; über 0 liest der Betrachter die Sache schlechter, als sie ist. Aus {0} Modellläufen.");

    public static readonly LocalizedText Hypothetical = new("HYPOTHETICAL: other strategies than the baseline.", "HYPOTHETISCH: andere Strategien als im Basisfall.");
    public static readonly LocalizedText NotProspects = new(
        "A share of model runs says what follows from the judgements; it describes the model, not the prospects of the world.",
        "Ein Anteil der Modellläufe sagt, was aus den Urteilen folgt; er beschreibt das Modell, nicht die Aussichten der Welt.");
}
