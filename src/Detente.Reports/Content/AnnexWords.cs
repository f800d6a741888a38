using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words of the annex.</summary>
internal static class AnnexWords
{
    public static readonly LocalizedText Heading = new("Annex", "Anhang");
    public static readonly LocalizedText Results = new("Results in figures", "Ergebnisse in Zahlen");
    public static readonly LocalizedText ModelPart = new("The model", "Das Modell");
    public static readonly LocalizedText Method = new("Method in plain words", "Das Verfahren in einfachen Worten");
    public static readonly LocalizedText Made = new("How these results were made", "Wie die Ergebnisse entstanden sind");
    public static readonly LocalizedText Bibliography = new("Sources", "Quellen");
    public static readonly LocalizedText NoSources = new("The model names no sources.", "Das Modell nennt keine Quellen.");

    public static readonly LocalizedText KindsByYear = new("Kinds of future by year", "Zukunftstypen nach Jahren");
    public static readonly LocalizedText KindsCaption = new(
        "Kinds of future by year: share of model runs; judgement spread in brackets, * not yet firm",
        "Zukunftstypen nach Jahren: Anteil der Modellläufe; Urteilsspanne in Klammern, * noch nicht belastbar");
    public static readonly LocalizedText Date = new("Date", "Datum");
    public static readonly LocalizedText Kind = new("Kind of future", "Zukunftstyp");
    public static readonly LocalizedText DominanceCaption = new(
        "Kinds of future: share of model runs in which each holds longest, and consistent scenarios",
        "Zukunftstypen: Anteil der Modellläufe, in denen jeder am längsten anhält, und konsistente Szenarien");
    public static readonly LocalizedText Longest = new("Holds longest", "Hält am längsten an");
    public static readonly LocalizedText Error = new("Standard error", "Standardfehler");
    public static readonly LocalizedText Consistent = new("Consistent scenarios", "Konsistente Szenarien");
    public static readonly LocalizedText Escalation = new("Escalation by severity", "Eskalation nach Schwere");
    public static readonly LocalizedText EscalationCaption = new(
        "Escalation by severity: shares of model runs until the end of the horizon, mean number per run",
        "Eskalation nach Schwere: Anteile der Modellläufe bis zum Ende des Zeithorizonts, mittlere Zahl je Lauf");
    public static readonly LocalizedText SeverityColumn = new("Severity or graver", "Stufe oder schwerer");
    public static readonly LocalizedText Reached = new("Reached", "Erreicht");
    public static readonly LocalizedText Accident = new("By accident or misreading", "Durch Unfall oder Fehldeutung");
    public static readonly LocalizedText Decision = new("By decision", "Durch Entscheidung");
    public static readonly LocalizedText PerRun = new("Number per run", "Zahl je Lauf");
    public static readonly LocalizedText GoesOn = new("Goes on to the next", "Geht weiter zur nächsten");
    public static readonly LocalizedText DifferencesCaption = new(
        "Strategies against the baseline, all kinds and severities: difference of model runs of 100, with standard error; ≈ 0: within noise",
        "Strategien im Vergleich zum Basisfall, alle Zukunftstypen und Stufen: Unterschied in Modellläufen von 100, mit Standardfehler; ≈ 0: im Rahmen des Zufalls");
    public static readonly LocalizedText Quantity = new("Quantity", "Größe");

    public static readonly LocalizedText Factors = new("Factors", "Faktoren");
    public static readonly LocalizedText FactorsCaption = new(
        "Factors: states from least to most, the initial one marked ●; influence and dependence in points",
        "Faktoren: Ausprägungen von der geringsten zur stärksten, die anfängliche mit ●; Einfluss und Abhängigkeit in Punkten");
    public static readonly LocalizedText Factor = new("Factor", "Faktor");
    public static readonly LocalizedText States = new("States", "Ausprägungen");
    public static readonly LocalizedText Influence = new("Influence", "Einfluss");
    public static readonly LocalizedText Dependence = new("Dependence", "Abhängigkeit");
    public static readonly LocalizedText Source = new("Source", "Quelle");
    public static readonly LocalizedText InfluencesCaption = new("Influences: points with range, reason and source", "Einflüsse: Punkte mit Spanne, Begründung und Quelle");
    public static readonly LocalizedText Weight = new("Points", "Punkte");
    public static readonly LocalizedText Reason = new("Reason", "Begründung");
    public static readonly LocalizedText Cell = new("{0} → {1}: {2}", "{0} → {1}: {2}");
    public static readonly LocalizedText OnlyWhen = new("only when {0}", "nur wenn: {0}");
    public static readonly LocalizedText Delayed = new("delay: {0}", "Verzögerung: {0}");
    public static readonly LocalizedText When = new("when {0}", "wenn: {0}");
    public static readonly LocalizedText Until = new("until {0}", "bis: {0}");
    public static readonly LocalizedText FollowsOn = new("after {0}", "nach {0}");
    public static readonly LocalizedText RulesOfKinds = new("Rules of the kinds of future, tried in this order: the first that holds decides", "Regeln der Zukunftstypen, in dieser Reihenfolge geprüft: Die erste, die gilt, entscheidet");
    public static readonly LocalizedText RulesOfElements = new("Rules of events, measures and barred states", "Regeln zu Ereignissen, Maßnahmen und gesperrten Ausprägungen");
    public static readonly LocalizedText LimitsCaption = new(
        "Limits: what must never hold", "Grenzen: was nie gelten darf");
    public static readonly LocalizedText Limit = new("Limit", "Grenze");
    public static readonly LocalizedText Never = new("Never", "Nie");
    public static readonly LocalizedText Hard = new("hard", "hart");
    public static readonly LocalizedText Soft = new("soft", "weich");
    public static readonly LocalizedText Rule = new("Rule", "Regel");
    public static readonly LocalizedText Otherwise = new("otherwise", "sonst");
    public static readonly LocalizedText Times = new("times {0} when {1}", "mal {0}, wenn: {1}");
    public static readonly LocalizedText WeightTimes = new("outcome {0}: times {1} when {2}", "Ausgang {0}: mal {1}, wenn: {2}");
    public static readonly LocalizedText CauseWhen = new("through {0} only when {1}", "durch {0} nur, wenn: {1}");
    public static readonly LocalizedText Sustained = new("lasts only while {0}", "besteht nur, solange gilt: {0}");
    public static readonly LocalizedText Barred = new("{0} barred while {1}", "{0} gesperrt, solange gilt: {1}");
    public static readonly LocalizedText EventsCaption = new("Events: how they come about, and how often in the model runs", "Ereignisse: wie sie zustande kommen und wie oft in den Modellläufen");
    public static readonly LocalizedText Event = new("Event", "Ereignis");
    public static readonly LocalizedText Trigger = new("Comes about", "Zustandekommen");
    public static readonly LocalizedText OnDates = new("on {0}; takes place with weight {1}", "Termin: {0}; findet statt mit Gewicht {1}");
    public static readonly LocalizedText OnDatesSurely = new("on {0}", "Termin: {0}");
    public static readonly LocalizedText AtRate = new("{0} a year", "{0} im Jahr");
    public static readonly LocalizedText After = new("through {0}: {1}", "durch {0}: {1}");
    public static readonly LocalizedText Occurs = new("At least once", "Mindestens einmal");
    public static readonly LocalizedText Measures = new("Measures", "Maßnahmen");
    public static readonly LocalizedText MeasuresCaption = new(
        "Measures in the baseline and under each strategy that brings them about: shares of model runs",
        "Maßnahmen im Basisfall und unter jeder Strategie, die sie zustande bringt: Anteile der Modellläufe");
    public static readonly LocalizedText Measure = new("Measure", "Maßnahme");
    public static readonly LocalizedText Agreed = new("Agreed", "Vereinbart");
    public static readonly LocalizedText AgreedEarly = new("Agreed early", "Verfrüht vereinbart");
    public static readonly LocalizedText AllMet = new("All preconditions at some time", "Alle Voraussetzungen irgendwann");
    public static readonly LocalizedText InForce = new("In force at the end", "Am Ende in Kraft");
    public static readonly LocalizedText World = new("Under", "Unter");
    public static readonly LocalizedText BaselineWorld = new("baseline", "Basisfall");
    public static readonly LocalizedText PreconditionsCaption = new(
        "Preconditions of the measures: share of model runs in which each holds at the end, in the baseline and where the measure waits for it",
        "Voraussetzungen der Maßnahmen: Anteil der Modellläufe, in denen jede am Ende erfüllt ist, im Basisfall und dort, wo die Maßnahme sie abwartet");
    public static readonly LocalizedText Precondition = new("Precondition", "Voraussetzung");
    public static readonly LocalizedText AtEndBaseline = new("In the baseline", "Im Basisfall");
    public static readonly LocalizedText AtEndWaiting = new("Where it waits", "Wo sie wartet");
    public static readonly LocalizedText StrategiesCaption = new("Strategies: whose they are and what is pursued", "Strategien: wessen sie sind und was verfolgt wird");
    public static readonly LocalizedText Strategy = new("Strategy", "Strategie");
    public static readonly LocalizedText Of = new("Of", "Von");
    public static readonly LocalizedText Pursued = new("Measures pursued", "Verfolgte Maßnahmen");
    public static readonly LocalizedText IsBaseline = new("in the baseline", "im Basisfall");
    public static readonly LocalizedText Empty = new("The model or the result holds nothing for: {0}.", "Modell oder Ergebnis enthalten nichts zu: {0}.");

    public static readonly LocalizedText ProvenanceCaption = new("Origin of the results", "Herkunft der Ergebnisse");
    public static readonly LocalizedText Item = new("Item", "Angabe");
    public static readonly LocalizedText Value = new("Value", "Wert");
    public static readonly LocalizedText ModelId = new("Model", "Modell");
    public static readonly LocalizedText Hash = new("SHA-256 of the model text", "SHA-256 des Modelltextes");
    public static readonly LocalizedText Engine = new("Engine version", "Version der Rechenmaschine");
    public static readonly LocalizedText Seed = new("Seed", "Startwert des Zufalls");
    public static readonly LocalizedText Draws = new("Sets of judgements (draws)", "Urteilssätze (Ziehungen)");
    public static readonly LocalizedText Paths = new("Runs per set (paths)", "Läufe je Urteilssatz (Verläufe)");
    public static readonly LocalizedText Exact = new("Figures computed exactly", "Zahlen exakt berechnet");
    public static readonly LocalizedText Completeness = new("Completeness", "Vollständigkeit");
    public static readonly LocalizedText Complete = new("complete", "vollständig");
    public static readonly LocalizedText Partly = new("{0} of {1}", "{0} von {1}");
    public static readonly LocalizedText WarningsCaption = new("Warnings of the program", "Warnungen des Programms");
    public static readonly LocalizedText Code = new("Code", "Kennung");
    public static readonly LocalizedText Element = new("Element", "Baustein");
    public static readonly LocalizedText Accepted = new("Accepted because", "Hingenommen, weil");
    public static readonly LocalizedText NotAccepted = new("not accepted: {0}", "nicht hingenommen: {0}");
    public static readonly LocalizedText Everywhere = new("everywhere", "überall");
    public static readonly LocalizedText NoWarnings = new("There were no warnings.", "Es gab keine Warnungen.");
}

/// <summary>The method in plain words.</summary>
internal static class MethodWords
{
    public static readonly LocalizedText Balance = new(
        "Consistency. The analyst judges how strongly each state of one factor promotes or restrains each state of another, in points. A combination of states, one per factor, is consistent when no factor would gain by changing alone (cross-impact balance). Consistency says that a future can hold together; it says nothing about how often it comes about.",
        "Konsistenz. Die Analyse beurteilt in Punkten, wie stark jede Ausprägung eines Faktors jede Ausprägung eines anderen fördert oder hemmt. Eine Kombination von Ausprägungen, eine je Faktor, ist konsistent, wenn kein Faktor durch einen Wechsel allein etwas gewönne (Cross-Impact-Bilanzanalyse). Konsistenz besagt, dass eine Zukunft in sich tragen kann; sie sagt nichts darüber, wie oft sie eintritt.");
    public static readonly LocalizedText Runs = new(
        "Model runs. A run follows the relationship step by step: events happen at their dates or by chance, measures are agreed when their preconditions hold, and now and then a factor is reconsidered and tends towards the state that the others support.",
        "Modellläufe. Ein Lauf verfolgt die Beziehung Schritt für Schritt: Ereignisse treten zu ihren Terminen oder zufällig ein, Maßnahmen werden vereinbart, wenn ihre Voraussetzungen erfüllt sind, und von Zeit zu Zeit wird ein Faktor neu entschieden und neigt dann der Ausprägung zu, die die übrigen stützen.");
    public static readonly LocalizedText Share = new(
        "What a share of model runs is. It counts in how many runs of this model something holds. It follows from the stated judgements and is no measurement of the world; a different model of the same relationship would give different shares.",
        "Was ein Anteil von Modellläufen ist. Er zählt, in wie vielen Läufen dieses Modells etwas gilt. Er folgt aus den angegebenen Urteilen und ist keine Messung der Welt; ein anderes Modell derselben Beziehung ergäbe andere Anteile.");
    public static readonly LocalizedText Spread = new(
        "Two uncertainties. {0} sets of judgements were drawn from the ranges the analyst states, and {1} runs made with each. The judgement spread tells how far the answer moves between sets; it holds nine of ten of them and leaves chance out. The standard error tells how far chance would move the mean. No figure shows more digits than its error allows.",
        "Zwei Unsicherheiten. Aus den angegebenen Spannen wurden {0} Urteilssätze gezogen und mit jedem {1} Läufe gerechnet. Die Urteilsspanne zeigt, wie weit sich die Antwort zwischen den Sätzen bewegt; sie umfasst neun von zehn und klammert den Zufall aus. Der Standardfehler zeigt, wie weit der Zufall den Mittelwert bewegt. Keine Zahl zeigt mehr Stellen, als ihr Fehler erlaubt.");
    public static readonly LocalizedText SpreadPoint = new(
        "Chance. Every judgement was taken at its stated value and {0} runs were made. The standard error tells how far chance would move a mean; no spread over judgements was computed. No figure shows more digits than its error allows.",
        "Zufall. Jedes Urteil ging mit seinem angegebenen Wert ein, und {0} Läufe wurden gerechnet. Der Standardfehler zeigt, wie weit der Zufall einen Mittelwert bewegt; eine Spanne über die Urteile wurde nicht berechnet. Keine Zahl zeigt mehr Stellen, als ihr Fehler erlaubt.");
    public static readonly LocalizedText Exact = new(
        "Exact figures. All configurations were followed instead of a sample of runs; a share is the exact share of an endless number of runs, and there is no error of chance.",
        "Exakte Zahlen. Statt einer Stichprobe von Läufen wurden alle Konfigurationen verfolgt; ein Anteil ist der exakte Anteil unendlich vieler Läufe, einen Zufallsfehler gibt es nicht.");
    public static readonly LocalizedText Decisiveness = new(
        "Decisiveness. In this model β = {0}. A reconsidered factor does not always take the best supported state: one point more multiplies the odds of a state by e to the power of β. At β = 0.69 one point doubles them.",
        "Entschiedenheit. In diesem Modell ist β = {0}. Ein neu entschiedener Faktor nimmt nicht immer die am besten gestützte Ausprägung an: Ein Punkt mehr vervielfacht das Gewicht einer Ausprägung um e hoch β. Bei β = 0,69 verdoppelt es ein Punkt.");
    public static readonly LocalizedText Conditional = new(
        "Conditional influences. Some influences hold only under a condition, which goes beyond pairwise cross-impact balance; the set of consistent scenarios is still exact.",
        "Bedingte Einflüsse. Einige Einflüsse gelten nur unter einer Bedingung; das geht über die paarweise Cross-Impact-Bilanzanalyse hinaus, die Menge der konsistenten Szenarien ist dennoch exakt.");
    public static readonly LocalizedText Strategies = new(
        "Options. Each strategy meets the same chance events as the baseline, so that differences are its own. A difference of at most two standard errors is within noise and marked as such.",
        "Optionen. Jede Strategie trifft auf dieselben Zufälle wie der Basisfall; Unterschiede gehen also auf sie zurück. Ein Unterschied von höchstens zwei Standardfehlern liegt im Rahmen des Zufalls und ist so gekennzeichnet.");
    public static readonly LocalizedText Claims = new(
        "Claims. What must be lower, higher or within bounds is decided when it passes or misses its threshold by more than three standard errors. A claim that is clear by more than four after a quarter of the runs stops there.",
        "Behauptungen. Was kleiner, größer oder innerhalb von Grenzen sein muss, gilt als entschieden, wenn es die Schwelle um mehr als drei Standardfehler einhält oder verfehlt. Was nach einem Viertel der Läufe um mehr als vier klar ist, endet dort.");
    public static readonly LocalizedText Overridden = new(
        "Overridden effects. On average {0} effects per run were overridden by another effect on the same factor in the same step.",
        "Überlagerte Wirkungen. Im Mittel wurden je Lauf {0} Wirkungen durch eine andere auf denselben Faktor im selben Schritt überlagert.");
}
