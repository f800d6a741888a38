using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Reports.Tests.Samples;

/// <summary>A small model of two kingdoms that never were. Its elements exist to be printed, so it need not be balanced.</summary>
internal static class TwoKingdoms
{
    public const int Trust = 0, Garrison = 1, GarrisonSeen = 2, Fleet = 3, FleetSeen = 4, Tolls = 5;
    public const int Feud = 0, Truce = 1, Concord = 2, Drift = 3;

    /// <summary>A warning that nobody accepted.</summary>
    public static Diagnostic OpenWarning { get; } = new(
        "DT3012", DiagnosticSeverity.Warning, TextSpan.Whole("model.yaml"), new("Nothing moves this.", "Nichts bewegt dies.")) { Element = "factors/fleet" };

    private static ImmutableArray<Factor> Factors { get; } =
    [
        new("trust", new("Trust between the crowns", "Vertrauen zwischen den Kronen"), FactorScale.Ordered, States("broken", "gebrochen", "wary", "argwöhnisch", "firm", "gefestigt"))
        { Initial = 0, Provenance = Quoted("p3", "Envoys were sent home.", "Gesandte wurden heimgeschickt.") },
        new("garrison", new("Strength of the Valdrian garrisons", "Stärke der valdrischen Garnisonen"), FactorScale.Ordered, States("thin", "dünn", "full", "voll")) { Initial = 1, Provenance = Data("Counted.", "Gezählt.") },
        new("garrison-seen", new("Garrisons as Ironmark sees them", "Garnisonen in den Augen Eisenmarks"), FactorScale.Ordered, States("thin", "dünn", "full", "voll"))
        { Initial = 1, Image = new ImageOf(new(Garrison), new ActorId(1), true) },
        new("fleet", new("Ironmark's river fleet", "Eisenmarks Flussflotte"), FactorScale.Ordered, States("moored", "vertäut", "cruising", "kreuzend")) { Initial = 1 },
        new("fleet-seen", new("Fleet as Valdria sees it", "Flotte in den Augen Valdrias"), FactorScale.Ordered, States("moored", "vertäut", "cruising", "kreuzend"))
        { Initial = 0, Image = new ImageOf(new(Fleet), new ActorId(0), true) },
        new("tolls", new("Regime of the tolls", "Zollregime"), FactorScale.Nominal, States("guild", "Zunftzoll", "crown", "Kronzoll", "none", "zollfrei")) { Initial = 0 },
    ];

    private static ImmutableArray<Influence> Influences { get; } =
    [
        Weighted(Garrison, GarrisonSeen, 2, 1, 3, Quoted("p4", "Scouts count every banner twice.", "Späher zählen jedes Banner doppelt.")),
        Weighted(GarrisonSeen, Fleet, 2.5, 2, 3, Quoted("p5", "The admirals answer full forts with more ships.", "Die Admirale antworten auf volle Festen mit mehr Schiffen.")),
        Weighted(Fleet, FleetSeen, 1.5, 1.5, 1.5, Data("The harbour rolls say so.", "Die Hafenrollen sagen es.")),
        Weighted(FleetSeen, Garrison, 2, 1, 3, Provenance.Judgement with { Because = new("Fear of a landing fills the forts.", "Furcht vor einer Landung füllt die Festen.") }),
        Weighted(Trust, Fleet, -1.5, -2, -1, Provenance.Judgement),
        new Influence("tolls -> trust", new(Tolls), new(Trust))
        {
            Cells = [new(0, 0, new Estimate(1, 0.5, 1.5)), new(2, 2, Estimate.Point(2))],
            When = new FactorIn(new(Fleet), [0], null),
            Delay = new Period(6, TimeUnit.Month),
            Provenance = Quoted("p9", "Free roads bring friends.", "Freie Straßen bringen Freunde."),
        },
        Weighted(Tolls, Garrison, 0.5, -0.5, 1.5, Provenance.Judgement),
    ];

    private static ImmutableArray<ModelEvent> Events { get; } =
    [
        new("coronation", new("Coronation in Ironmark", "Krönung in Eisenmark"), new Scheduled([new(1451, 6, 24)], Estimate.Point(1), null, null), []) { Provenance = Quoted("p7", "The date is fixed.", "Der Tag steht fest.") },
        new("brawl", new("Brawl at a ford", "Händel an einer Furt"), new Stochastic(new Estimate(0.4, 0.2, 0.8)), [])
        {
            Pathway = Pathway.Inadvertent,
            Multipliers = [new Multiplier(new ConstantCondition(true), Estimate.Point(2), Provenance.Judgement)],
            Provenance = Data("Seen most autumns.", "In den meisten Herbsten gesehen."),
        },
        new("landing", new("Landing of troops", "Landung von Truppen"), new Stochastic(Estimate.Point(0.05)), []) { Pathway = Pathway.Deliberate },
        new("war", new("March of the hosts", "Auszug der Heere"), new Consequence([new Cause(new(new EventId(1), null), Estimate.Point(0.05), null, null), new Cause(new(new EventId(2), null), Estimate.Point(0.3), null, null)]), []),
    ];

    private static ImmutableArray<Measure> Measures { get; } =
    [
        new("heralds", new("Exchange of heralds", "Austausch von Herolden")) { By = [new ActorId(0), new ActorId(1)] },
        new("patrol", new("Joint patrol of the fords", "Gemeinsame Streife an den Furten"))
        {
            Gate = Gate.Advisory,
            Preconditions =
            [
                new("calm", new("Fords calm for a year", "Ruhe an den Furten seit einem Jahr"), new ConstantCondition(true), Quoted("p12", "Asked for by both.", "Von beiden verlangt.")),
                new("wary-trust", new("Trust no longer broken", "Vertrauen nicht mehr gebrochen"), new ConstantCondition(true), Provenance.Judgement),
            ],
        },
    ];

    private static ImmutableArray<Scenario> Kinds { get; } =
    [
        new("feud", new("Armed feud", "Bewaffnete Fehde"), new("Both crowns keep arms at the river and talk through third parties only.", "Beide Kronen halten Waffen am Fluss und reden nur über Dritte."), new ConstantCondition(true), null, Quoted("p5", null, null)),
        new("truce", new("Brittle truce", "Brüchiger Waffenstillstand"), new("Arms rest, and no dispute is settled.", "Die Waffen ruhen, kein Streit ist beigelegt."), new ConstantCondition(true), null, Quoted("p6", null, null)),
        new("concord", new("Concord", "Eintracht"), new("The river is shared under common rule.", "Der Fluss steht unter gemeinsamer Ordnung."), new ConstantCondition(true), null, Provenance.Judgement),
        new("drift", new("Drift", "Zwischenlage"), null, new ConstantCondition(true), null, Provenance.Judgement),
    ];

    private static ImmutableArray<Claim> Claims { get; } =
    [
        Claim("feud-first", "The feud opens the horizon.", "Die Fehde steht am Anfang.", new InitialFact(new FactorIn(new(Trust), [0], null))),
        Claim("landing-shakes", "A landing of troops shakes the trust between the crowns", "Eine Landung von Truppen erschüttert das Vertrauen der Kronen", new EventResponse(new MeanPosition(new(Trust), null), false, new EventId(2), new Period(1, TimeUnit.Year), new Period(2, TimeUnit.Year))),
        Claim("opening-helps", "Open roads make the feud rarer", "Offene Straßen machen die Fehde seltener", new ComparedWorlds(new Share(new InScenario(new(Feud)), null, null), true, 0, new World([new WithStrategy(new StrategyId(1))]), new World([]))),
        Claim("concord-last", "Concord comes only after trust", "Eintracht kommt nur nach dem Vertrauen", new Precedence(new FactorIn(new(Trust), [2], null), new InScenario(new(Concord)))),
        Claim("brawls-first", "Brawls are more frequent than landings", "Händel sind häufiger als Landungen", new QuantityOrder([new Chance(new(new(1), null), null, null), new Chance(new(new(2), null), null, null)])),
        new("untitled", null, new LoopSign([new(Garrison), new(GarrisonSeen), new(Fleet), new(FleetSeen)], true), Provenance.Judgement),
        Claim("never-open-war", "Open war never breaks out", "Offener Krieg bricht nie aus", new Invariant(new Occurred(new EventPattern(null, 5), null), false, null)),
    ];

    // After the lists it is made of: static members are made in the order of the text.
    public static Model Model { get; } = new()
    {
        Id = "two-kingdoms",
        Title = new("Valdria and Ironmark after the Fall of the River Forts", "Valdria und Eisenmark nach dem Fall der Flussfesten"),
        Question = new("Will the two crowns return to arms over the river forts?", "Greifen die beiden Kronen wegen der Flussfesten erneut zu den Waffen?"),
        Cutoff = new DateOnly(1450, 3, 31),
        Encoded = new Models.Encoding("the chancery school", "1460-05", Hindsight: true),
        Horizon = new Horizon(new(1450, 4, 1), new(1453, 3, 31), TimeUnit.Quarter),
        Preference = new ScenarioId(Concord),
        Sources =
        [
            new("annals", "Annals of the River March", ["H. Aldermann", "P. Scrivener"], 1451, "Abbey Press", "https://example.invalid/annals", false, null),
            new("rolls", "Muster Rolls of Both Crowns", [], 1449, null, null, true, new("Counted twice a year.", "Zweimal im Jahr gezählt.")),
        ],
        Actors =
        [
            new("valdria", new("Valdria", "Valdria"), null, [new("parley", 1)], Provenance.Judgement),
            new("ironmark", new("Ironmark", "Eisenmark"), null, [], Provenance.Judgement),
            new("march-lords", new("Lords of the March", "Herren der Mark"), new(0), [new("parley", -3), new("tolls", 1)], Quoted("p8", "Their lands lie at the river.", "Ihr Land liegt am Fluss.")),
            new("abbots", new("The abbots", "Die Äbte"), new(0), [new("parley", 3), new("tolls", -1)], Provenance.Judgement),
            new("admirals", new("The admirals", "Die Admirale"), new(1), [new("parley", -1)], Provenance.Judgement),
        ],
        Issues = [new("parley", new("Parley at the river", "Unterredung am Fluss")), new("tolls", new("Common tolls", "Gemeinsame Zölle"))],
        Factors = Factors,
        Influences = Influences,
        Severities = [new("brawl", new("Border brawl", "Grenzhändel"), 1), new("raid", new("Raid", "Überfall"), 3), new("war", new("Open war", "Offener Krieg"), 5)],
        Events = Events,
        Measures = Measures,
        Strategies =
        [
            new("patience", new("Watch and wait", "Abwarten"), [new ActorId(0)], [], Provenance.Judgement),
            new("opening", new("Opening of the roads", "Öffnung der Straßen"), [new ActorId(0)], [new Pursuit(new MeasureId(0), null, null, []), new Pursuit(new MeasureId(1), null, null, [new MeasureId(0)])], Quoted("p12", "The chancellor proposed it.", "Der Kanzler schlug es vor.")),
        ],
        Baseline = [new StrategyId(0)],
        Constraints =
        [
            new("honour", new("Honour of the crown", "Ehre der Krone"), new ConstantCondition(false), true, Provenance.Judgement),
            new("purse", new("Emptying of the purse", "Leeren der Schatulle"), new ConstantCondition(false), false, Provenance.Judgement),
        ],
        Scenarios = Kinds,
        Claims = Claims,
        Experts =
        [
            new("scouts", new("The scouts", "Die Späher"), [Weighted(Garrison, GarrisonSeen, 3, 3, 3, Provenance.Judgement with { Because = new("Fear sees double.", "Furcht sieht doppelt.") })], [(new(Trust), new(Fleet))]),
        ],
        Accepted = [new("DT3010", "factors/tolls", new("The tolls are set by the guilds.", "Die Zölle setzen die Zünfte."))],
    };

    private static Claim Claim(string id, string en, string de, Statement statement) =>
        new(id, new LocalizedText(en, de), statement, new Provenance(null, [new SourceReference(new SourceId(0), "p14")], ["A-07"], EvidenceLabel.QuotedSource));

    private static ImmutableArray<FactorState> States(params string[] englishGerman) =>
        [.. englishGerman.Chunk(2).Select(pair => new FactorState(pair[0], new LocalizedText(pair[0], pair[1])))];

    private static Influence Weighted(int from, int to, double value, double low, double high, Provenance provenance) =>
        new($"{from} -> {to}", new(from), new(to)) { Weight = new Estimate(value, low, high), Provenance = provenance };

    private static Provenance Quoted(string locator, string? en, string? de) =>
        new(en is null ? null : new LocalizedText(en, de!), [new SourceReference(new SourceId(0), locator)], [], EvidenceLabel.QuotedSource);

    private static Provenance Data(string en, string de) =>
        new(new LocalizedText(en, de), [new SourceReference(new SourceId(1), "roll 4")], [], EvidenceLabel.Data);
}
