using System.Collections.Immutable;
using Detente.Cib;
using Detente.Cli.Syntax;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>The options by which weights of scenarios are asked for.</summary>
internal static class ScenarioWeighing
{
    private static readonly OptionSyntax Weights = new("--weights", new(
        "Counts how many configurations end in each scenario, and finds cycles; by global succession unless stated.",
        "Zählt, wie viele Konfigurationen in jedem Szenario enden, und findet Zyklen; ohne Angabe durch globale Sukzession."));

    private static readonly OptionSyntax Rule = new("--succession", new(
        "Weights by another rule: global moves all factors, local the most inconsistent one, sequential one after the other, incremental all by one state.",
        "Gewichte nach anderer Regel: global bewegt alle Faktoren, local den inkonsistentesten, sequential einen nach dem anderen, incremental alle um einen Zustand."))
    {
        Value = new("RULE", "REGEL"),
        Complaint = static value => Rules.Any(rule => Name(rule) == value)
            ? null
            : new("global, local, sequential or incremental is expected", "erwartet wird global, local, sequential oder incremental"),
    };

    private static readonly OptionSyntax Precision = new("--precision", new(
        "The largest standard error of a weight that is sampled, as a share of all configurations, 0.0001 to 0.5; 0.001 unless stated. Up to 200 million configurations weights are exact.",
        "Der größte Standardfehler eines Gewichts aus einer Stichprobe, als Anteil aller Konfigurationen, 0.0001 bis 0.5; ohne Angabe 0.001. Bis 200 Millionen Konfigurationen sind Gewichte exakt."))
    {
        Value = new("SE", "SF"),
        Complaint = static value => SharedOptions.Real(value, 0.0001, 0.5),
    };

    private static readonly OptionSyntax Exact = new("--exact", new(
        "Exact weights for up to 17 billion configurations; takes minutes and gigabytes.",
        "Exakte Gewichte für bis zu 17 Milliarden Konfigurationen; braucht Minuten und Gigabytes."));

    /// <summary>The options; each of them asks for weights.</summary>
    public static ImmutableArray<OptionSyntax> Options { get; } = [Weights, Rule, Precision, Exact];

    private static SuccessionRule[] Rules => Enum.GetValues<SuccessionRule>();

    /// <summary>A rule as it is asked for, and named in JSON.</summary>
    public static string Name(SuccessionRule rule) => rule switch
    {
        SuccessionRule.Local => "local",
        SuccessionRule.Sequential => "sequential",
        SuccessionRule.Incremental => "incremental",
        _ => "global",
    };

    /// <summary>The study with the weights that were asked for.</summary>
    public static ScenariosStudy Of(Invocation invocation, ScenariosStudy study) => study with
    {
        Options = study.Options with { Exact = invocation.Has(Exact) },
        Weights = Options.Any(invocation.Has),
        Succession = invocation.Value(Rule) is { } rule ? Rules.Single(named => Name(named) == rule) : study.Succession,
        WeightPrecision = invocation.Real(Precision, study.WeightPrecision),
    };
}
