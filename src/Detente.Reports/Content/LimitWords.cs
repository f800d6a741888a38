using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on constraints: what must never hold, and where it does all the same.</summary>
internal static class LimitWords
{
    public static readonly LocalizedText Heading = new("Which limits hold", "Welche Grenzen gewahrt bleiben");
    public static readonly LocalizedText Hard = new(
        "An option that oversteps a hard limit in any run is inadmissible.", "Unzulässig ist jede Option, die auch nur in einem Lauf eine harte Grenze überschreitet.");
    public static readonly LocalizedText Kept = new("Kept throughout are the hard limits {0}.", "Durchweg gewahrt bleiben die harten Grenzen {0}.");
    public static readonly LocalizedText KeptOne = new("Kept throughout is the hard limit {0}.", "Durchweg gewahrt bleibt die harte Grenze {0}.");
    public static readonly LocalizedText OnlySoft = new(
        "All limits in this model are soft: overstepping them is counted and rules nothing out.",
        "Alle Grenzen dieses Modells sind weich: Ihre Überschreitung wird gezählt und schließt nichts aus.");
    public static readonly LocalizedText RuledOut = new("This rules out {0}.", "Damit scheidet {0} aus.");
    public static readonly LocalizedText RuledOutSeveral = new("This rules out {0}.", "Damit scheiden aus: {0}.");
    public static readonly LocalizedText RuledOutMany = new(
        "This rules out {0}; the annex says which limits each of them oversteps, and how often.",
        "Damit scheiden aus: {0}; welche Grenzen sie wie oft überschreiten, steht im Anhang.");
    public static readonly LocalizedText Because = new("{0} because of {1}", "{0} wegen {1}");
    public static readonly LocalizedText BaselineOversteps = new("Even the baseline oversteps {0}.", "Schon der Basisfall überschreitet {0}.");
    public static readonly LocalizedText WithShare = new("{0} ({1})", "{0} ({1})");
    public static readonly LocalizedText Soft = new(
        "The soft limit {0} is overstepped {1} in the baseline{2}.", "Die weiche Grenze {0} wird im Basisfall {1} überschritten{2}.");
    public static readonly LocalizedText SoftNever = new("The soft limit {0} is never overstepped.", "Die weiche Grenze {0} wird nie überschritten.");
    public static readonly LocalizedText Least = new(", least often under {0} ({1})", ", am seltensten unter {0} ({1})");
    public static readonly LocalizedText Most = new(", most often under {0} ({1})", ", am häufigsten unter {0} ({1})");
    public static readonly LocalizedText BreachesCaption = new(
        "Limits: share of model runs in which each is overstepped at some time", "Grenzen: Anteil der Modellläufe, in denen jede irgendwann überschritten wird");
}
