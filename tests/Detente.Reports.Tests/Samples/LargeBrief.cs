using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Tests.Samples;

/// <summary>A result about something else, guilds and a harbour, as large as a real one: twenty factors, sixty influences, eight kinds, ten years by month.</summary>
internal static class LargeBrief
{
    private const int Months = 120, FactorCount = 20, KindCount = 8, MeasureCount = 5;

    private static readonly (string En, string De)[] Things =
    [
        ("Confidence among the guild masters", "Zutrauen unter den Zunftmeistern"), ("Grain prices at the lower harbour", "Kornpreise am unteren Hafen"),
        ("Willingness of the council to arbitrate", "Schlichtungsbereitschaft des Rates"), ("Reach of the harbour watch", "Reichweite der Hafenwache"),
        ("Watch as the weavers see it", "Wache in den Augen der Weber"), ("Openness of the market courts", "Offenheit der Marktgerichte"),
        ("Debt of the dyers", "Verschuldung der Färber"), ("Readiness of the boatmen to strike", "Streikbereitschaft der Bootsleute"),
        ("Boatmen as the council sees them", "Bootsleute in den Augen des Rates"), ("Influence of outside merchants", "Einfluss auswärtiger Kaufleute"),
    ];

    private static readonly string[] KindNames =
    [
        "Open strife of the guilds|Offener Zunftstreit", "Uneasy order under the watch|Unruhige Ordnung unter der Wache", "Ordered rivalry with courts at work|Geregelte Rivalität mit arbeitenden Gerichten",
        "Selective co-operation|Punktuelle Zusammenarbeit", "Shared harbour|Gemeinsamer Hafen", "Rule of the council alone|Alleinherrschaft des Rates", "Decay of the trade|Verfall des Handels", "Between the kinds|Zwischen den Typen",
    ];

    public static BriefResult Result { get; } = Make();

    private static LocalizedText Split(string pair) => new(pair.Split('|')[0], pair.Split('|')[1]);

    private static LocalizedText Thing(int i) => new(
        Things[i % Things.Length].En + (i < Things.Length ? "" : ", upper town"),
        Things[i % Things.Length].De + (i < Things.Length ? "" : ", Oberstadt"));

    private static Provenance Origin(int i, string? en = null, string? de = null) => new(
        en is null ? null : new LocalizedText(en, de!),
        i % 3 == 0 ? [] : [new SourceReference(new SourceId(i % 2), "p" + ((i % 9) + 1))],
        [],
        i % 3 == 0 ? EvidenceLabel.ExpertJudgement : i % 2 == 0 ? EvidenceLabel.QuotedSource : EvidenceLabel.Data);

    private static Model MakeModel() => new()
    {
        Id = "harbour-guilds",
        Title = new("Guilds and Council over the Lower Harbour", "Zünfte und Rat um den unteren Hafen"),
        Question = new("How will the quarrel over the lower harbour develop in ten years, and what can the council do?", "Wie entwickelt sich der Streit um den unteren Hafen in zehn Jahren, und was kann der Rat tun?"),
        Cutoff = new DateOnly(1605, 9, 30),
        Encoded = new Models.Encoding("the town clerk", "1606-02", Hindsight: true),
        Horizon = new Horizon(new(1605, 10, 1), new(1615, 9, 30), TimeUnit.Month),
        Preference = new ScenarioId(3),
        Sources = [new("book", "The Harbour Book", ["A. Clerk"], 1604, "Town Press", null, false, null), new("tolls", "Toll registers", [], 1605, null, null, true, null)],
        Actors = [new("council", new("Council", "Rat"), null, [], Provenance.Judgement)],
        Factors = [.. Enumerable.Range(0, FactorCount).Select(i => new Factor("f" + i, Thing(i), FactorScale.Ordered,
            [new("a", new("slight", "gering")), new("b", new("moderate", "mäßig")), new("c", new("strong", "stark")), new("d", new("overwhelming", "überwältigend"))]) { Initial = i % 4, Provenance = Origin(i) })],
        Influences = [.. Enumerable.Range(0, 60).Select(i => new Influence("i" + i, new(i % FactorCount), new(((i * 7) + 3) % FactorCount))
        {
            Weight = new Estimate(1 + (i % 3), i % 3, 2 + (i % 3)),
            Provenance = Origin(i, "What the one side gains here the other reads as a threat, and it answers within the year by what it can still afford", "Was die eine Seite hier gewinnt, liest die andere als Drohung und antwortet binnen Jahresfrist mit dem, was sie sich noch leisten kann"),
        })],
        Severities = [.. new[] { "Brawl|Händel", "Riot|Aufruhr", "Seizure of ships|Beschlagnahme von Schiffen", "Armed clash|Bewaffneter Zusammenstoß", "Burning of the harbour|Brand des Hafens" }.Select((title, i) => new Severity("s" + i, Split(title), i + 1))],
        Events = [.. Enumerable.Range(0, 18).Select(i => new ModelEvent(
            "e" + i,
            new LocalizedText("Assembly of the guilds, sitting " + (i + 1), "Versammlung der Zünfte, Sitzung " + (i + 1)),
            i < 8 ? new Scheduled([new DateOnly(1606 + i, 3 + i % 5, 5)], Estimate.Point(1), null, null) : new Stochastic(new Estimate(0.2, 0.1, 0.5)),
            []) { Provenance = Origin(i, "It is due by custom.", "Sie ist nach dem Herkommen fällig.") })],
        Measures = [.. Enumerable.Range(0, MeasureCount).Select(i => new Measure("m" + i, new LocalizedText("Step " + (i + 1) + " of the harbour settlement", "Schritt " + (i + 1) + " des Hafenvergleichs"))
        {
            Preconditions = [.. Enumerable.Range(0, 4).Select(p => new Precondition("p" + p, new LocalizedText("No seizure of ships for two years, part " + p, "Zwei Jahre ohne Beschlagnahme von Schiffen, Teil " + p), new ConstantCondition(true), Origin(p)))],
        })],
        Strategies = [.. Enumerable.Range(0, 5).Select(i => new Strategy("st" + i, new LocalizedText("Patience of kind " + i, "Geduld der Art " + i), [new ActorId(0)], [new Pursuit(new MeasureId(i), null, null, [])], Origin(i)))],
        Baseline = [new StrategyId(0)],
        Constraints = [new("limit", new("The watch opens fire", "Die Wache schießt"), new ConstantCondition(true), true, Provenance.Judgement)],
        Scenarios = [.. KindNames.Select((name, i) => new Scenario(
            "k" + i,
            Split(name),
            new LocalizedText(
                "The guilds keep to their own courts, the council holds the gates, and what is agreed in spring is forgotten in autumn; trade goes on where nobody has to ask.",
                "Die Zünfte bleiben bei ihren eigenen Gerichten, der Rat hält die Tore, und was im Frühjahr vereinbart wird, ist im Herbst vergessen; gehandelt wird, wo niemand fragen muss."),
            new ConstantCondition(true),
            i == 4 ? new LocalizedText("Nobody asks for it any more.", "Niemand fragt mehr danach.") : null,
            Origin(i + 1)))],
    };

    private static Figure Share(double mean) => new(mean, 0.008, Math.Max(0, mean - 0.09), Math.Min(1, mean + 0.11), default);

    private static BriefResult Make()
    {
        var model = MakeModel();
        var provenance = new ResultProvenance("0.1.0", model.Id, new string('a', 64), new BriefStudy(model, new StudyOptions()), new Completeness(true, 10_000, 10_000), []);
        var futures = Futures(provenance, model);
        return new BriefResult(
            provenance,
            new StructureSummary(
                [.. Enumerable.Range(0, FactorCount).Select(i => new FactorRole(new(i), 3 + ((i * 5) % 11), 2 + ((i * 3) % 13)))],
                [.. model.Influences.Select(influence => influence.Weight!.Value.Value)],
                [new FeedbackLoop([new(3), new(4), new(11), new(0)], true, 2.1)]),
            Scenarios(provenance, model),
            futures,
            [.. Enumerable.Range(0, 5).Select(i => new StrategyOutcome(
                i == 0 ? null : new StrategyId(i),
                futures,
                [.. Enumerable.Range(0, KindCount).Select(k => Share(0) with { Mean = ((k * i * 3) % 7 - 3) / 60.0 })],
                [.. Enumerable.Range(0, 5).Select(s => Share(0) with { Mean = (s - i) / 90.0 })]))]);
    }

    private static ScenariosResult Scenarios(ResultProvenance provenance, Model model) => new(provenance)
    {
        Configurations = System.Numerics.BigInteger.Pow(4, FactorCount),
        Count = 37,
        Scenarios = [.. Enumerable.Range(0, KindCount).Select(k => new ConsistentScenario(
            [.. Enumerable.Range(0, FactorCount).Select(f => (f + k) % 4)], 0, 25, 900, null,
            [.. Enumerable.Range(0, FactorCount).Select(f => new FactorBalance(new(f), [25, 0, -50, -75], f < 6 ? [new BalanceContribution((f * 7 + k) % 60, 100 + (f * 20), 120 + (f * 30) + k)] : []))]) { Kind = k == 7 ? null : new ScenarioId(k) })],
        Kinds = [.. Enumerable.Range(0, KindCount).Select(k => new KindConfigurations(new(k), k == 7 ? 0 : 9 - k, k == 7 ? null : k, true))],
    };

    private static FuturesResult Futures(ResultProvenance provenance, Model model) => new(provenance)
    {
        Dates = [.. Enumerable.Range(0, Months + 1).Select(model.Horizon!.DateOf)],
        Scenarios = [.. Enumerable.Range(0, KindCount).Select(k => new FigureSeries([.. Enumerable.Range(0, Months + 1).Select(t => Share(Course(k, t)))]))],
        Dominance = [.. Enumerable.Range(0, KindCount).Select(k => Share(Course(k, 90)))],
        Escalation = [.. Enumerable.Range(0, 5).Select(s => new SeverityRisk(
            s,
            new FigureSeries([.. Enumerable.Range(0, Months + 1).Select(t => Share(0.8 / (1 << s) * t / Months))]),
            Share(1.2 / (1 << s)), Share(0.5 / (1 << s)), Share(0.2 / (1 << s)),
            [.. Enumerable.Range(0, 18).Select(e => Share(e < 3 ? 0.1 / (e + 1) : 0))],
            [.. Enumerable.Range(0, KindCount).Select(k => (double?)(0.1 * k))],
            s < 4 ? 0.45 : null))],
        Measures = [.. Enumerable.Range(0, MeasureCount).Select(m => new MeasureFigures(
            new(m), Share(0.5 - (m * 0.1)), Share(0), [.. Enumerable.Range(0, Months + 1).Select(t => 0.4 * t / Months / (m + 1))],
            [.. Enumerable.Range(0, 4).Select(p => Enumerable.Range(0, Months + 1).Select(t => 0.2 + (p * 0.1)).ToImmutableArray())], Share(0.6 - (m * 0.1))))],
        ConstraintsBroken = [Share(0.1)],
        Images = [new ImageFigures(new(4), [], Share(0.41)), new ImageFigures(new(8), [], Share(0.2))],
        RelaxationShare = 0.2,
    };

    /// <summary>Shares that start in the first kind and spread to the others; they add up to one at every step.</summary>
    private static double Course(int kind, int t)
    {
        var weights = Enumerable.Range(0, KindCount).Select(k => k == 0 ? 1.0 : (double)t / Months * (KindCount - k) / 6).ToArray();
        return weights[kind] / weights.Sum();
    }
}
