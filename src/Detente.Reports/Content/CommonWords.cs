using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words that every part uses. English and German side by side.</summary>
internal static class CommonWords
{
    public static readonly LocalizedText And = new(" and ", " und ");
    public static readonly LocalizedText AsWellAs = new(", as well as ", " sowie ");
    public static readonly LocalizedText To = new(" to ", " bis ");
    public static readonly LocalizedText Days = new("day|days", "Tag|Tage");
    public static readonly LocalizedText Weeks = new("week|weeks", "Woche|Wochen");
    public static readonly LocalizedText Months = new("month|months", "Monat|Monate");
    public static readonly LocalizedText Quarters = new("quarter|quarters", "Quartal|Quartale");
    public static readonly LocalizedText Years = new("year|years", "Jahr|Jahre");
    public static readonly LocalizedText SmallNumbers = new(
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
        "null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf");
    public static readonly LocalizedText OneFeminine = new("one", "eine");
    public static readonly LocalizedText MonthNames = new(
        "January|February|March|April|May|June|July|August|September|October|November|December",
        "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember");

    public static readonly LocalizedText Arrow = new("{0} → {1}", "{0} → {1}");
    public static readonly LocalizedText Kicker = new("Scenario brief", "Szenariopapier");
    public static readonly LocalizedText Page = new("Page", "Seite");
    public static readonly LocalizedText FooterHindsight = new("written with hindsight", "in Kenntnis des Ausgangs verfasst");
    public static readonly LocalizedText PageReference = new("p.\u00a0{0}", "S.\u00a0{0}");
    public static readonly LocalizedText SameSource = new("ibid.", "ebd.");
    public static readonly LocalizedText TableLink = new("Figures: {0}", "Zahlen: {0}");
    public static readonly LocalizedText None = new("none", "keine");
    public static readonly LocalizedText NoReason = new("no reason recorded", "keine Begründung vermerkt");
    public static readonly LocalizedText Judgement = new("judgement", "Urteil");
    public static readonly LocalizedText Yes = new("yes", "ja");
    public static readonly LocalizedText No = new("no", "nein");

    public static readonly LocalizedText QuotedSource = new("quoted source", "zitierte Quelle");
    public static readonly LocalizedText Data = new("data", "Daten");
    public static readonly LocalizedText ExpertJudgement = new("expert judgement", "Expertenurteil");
    public static readonly LocalizedText ModelOutput = new("model output", "Modellergebnis");

    /// <summary>The letters of the marks in the order of <see cref="EvidenceLabel"/>.</summary>
    public static readonly LocalizedText MarkLetters = new("QDJM", "QDUM");

    /// <summary>The name of a label.</summary>
    public static LocalizedText NameOf(EvidenceLabel label) => label switch
    {
        EvidenceLabel.QuotedSource => QuotedSource,
        EvidenceLabel.Data => Data,
        EvidenceLabel.ExpertJudgement => ExpertJudgement,
        _ => ModelOutput,
    };

    /// <summary>The letter of a label's mark.</summary>
    public static string MarkOf(EvidenceLabel label, ReaderLanguage language) => MarkLetters.In(language)[(int)label].ToString();
}

/// <summary>Words around shares of model runs.</summary>
internal static class ShareWords
{
    public static readonly LocalizedText InRuns = new("in {0} of {1} model runs", "in {0} von {1} Modellläufen");
    public static readonly LocalizedText InNone = new("in none of the model runs", "in keinem Modelllauf");
    public static readonly LocalizedText InAll = new("in all model runs", "in allen Modellläufen");
    public static readonly LocalizedText InPerCent = new("in {0} of the model runs", "in {0} der Modellläufe");
    public static readonly LocalizedText Bare = new("{0} of {1}", "{0} von {1}");
    public static readonly LocalizedText BareNone = new("none", "keine");
    public static readonly LocalizedText BareAll = new("all", "alle");
    public static readonly LocalizedText InRunsInstead = new("in {0} instead of {1} of {2} model runs", "in {0} statt {1} von {2} Modellläufen");
    public static readonly LocalizedText InPerCentInstead = new("in {0} instead of {1}\u00a0% of the model runs", "in {0} statt {1}\u00a0% der Modellläufe");
    public static readonly LocalizedText FewerThan = new("fewer than {0}", "weniger als {0}");
    public static readonly LocalizedText MoreThan = new("more than {0}", "mehr als {0}");
    public static readonly LocalizedText Exactly = new("{0}", "{0}");
    public static readonly LocalizedText Spread = new(" (judgement spread {0} to {1})", " (Urteilsspanne {0} bis {1})");
    public static readonly LocalizedText LooseSpread = new(" (judgement spread {0} to {1}, not yet firm)", " (Urteilsspanne {0} bis {1}, noch nicht belastbar)");
    public static readonly LocalizedText NoSpread = new(" (no judgement spread found)", " (keine Urteilsspanne festgestellt)");
}
