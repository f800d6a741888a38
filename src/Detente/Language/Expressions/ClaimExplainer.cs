using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Statement of a claim to words of one language.</summary>
internal sealed class ClaimExplainer(Model model, ReaderLanguage language)
{
    private readonly ConditionExplainer _conditions = new(model, language);

    /// <summary>A statement.</summary>
    public string Statement(Statement statement) => statement switch
    {
        ComparedWorlds claim => Compared(claim),
        EventResponse claim => Response(claim),
        QuantityOrder claim => Word("from largest to smallest: ", "vom größten zum kleinsten: ") + string.Join("; ", claim.Quantities.Select(Quantity)),
        QuantityLevel claim => Quantity(claim.Quantity) + " " + Bounds(claim.Above, claim.Below),
        Invariant claim => (claim.IsAlways ? Word("in every step: ", "in jedem Schritt: ") : Word("in no step: ", "in keinem Schritt: "))
            + _conditions.Any(claim.Condition)
            + (claim.When is { } when ? Word("; only steps count in which: ", "; es zählen nur Schritte, in denen gilt: ") + _conditions.Any(when) : ""),
        Precedence claim => Word("whenever this holds: ", "wann immer gilt: ") + _conditions.Any(claim.Second)
            + Word("; then this held earlier: ", "; dann galt zuvor: ") + _conditions.Any(claim.First),
        InitialFact claim => Word("at the start: ", "zu Beginn: ") + _conditions.Any(claim.Condition),
        LoopSign claim => Word("the loop ", "die Schleife ") + Loop(claim.Factors)
            + (claim.IsReinforcing ? Word(" reinforces itself", " verstärkt sich selbst") : Word(" balances itself", " gleicht sich selbst aus")),
        _ => throw new ArgumentException("This kind of statement has no words: " + statement.GetType().Name, nameof(statement)),
    };

    private string Quantity(Quantity quantity) => quantity switch
    {
        Chance part => Chance(part, part.By is { } by
            ? Word(" by " + _conditions.Date(by), " bis zum " + _conditions.Date(by))
            : Word(" by the end of the horizon", " bis zum Ende des Horizonts")),
        Share part => Share(part, " " + When(part.From, part.At)),
        MeanPosition part => Undated(part) + " " + When(null, part.At),
        _ => Undated(quantity),
    };

    /// <summary>A quantity without its date: in a response the event sets the time.</summary>
    private string Undated(Quantity quantity) => quantity switch
    {
        Chance part => Chance(part, ""),
        Share part => Share(part, ""),
        EventRate part => Word("the yearly number of ", "die jährliche Zahl von ") + _conditions.Event(part.Event)
            + Word(" while ", ", solange gilt: ") + _conditions.Inner(part.While),
        MeanPosition part => Word("the mean level of ", "das mittlere Niveau von ") + Named(part.Factor),
        _ => throw new ArgumentException("This kind of quantity has no words: " + quantity.GetType().Name, nameof(quantity)),
    };

    private string Share(Share part, string when) => part.Condition is InScenario scenario
        ? Word("the share of ", "der Anteil von ") + _conditions.Quoted(model.Scenarios[scenario.Scenario.Index].Title) + when
        : Word(
            $"the share of runs in which ({_conditions.Any(part.Condition)}) holds{when}",
            $"der Anteil der Läufe, in denen{when} gilt ({_conditions.Any(part.Condition)}),");

    /// <summary>Only a forecasting model speaks of probability.</summary>
    private string Chance(Chance part, string by)
    {
        var isForecast = model.Mode == ModelMode.Forecast;
        if (part.Event is { } item)
        {
            return (isForecast ? Word("the probability of ", "die Wahrscheinlichkeit von ") : Word("the share of runs with ", "der Anteil der Läufe mit "))
                + _conditions.Event(item) + by;
        }

        var condition = _conditions.Any(part.Condition!);
        return isForecast
            ? Word($"the probability that ({condition}) holds at some time{by}", $"die Wahrscheinlichkeit, dass{by} irgendwann gilt ({condition}),")
            : Word($"the share of runs in which ({condition}) holds at some time{by}", $"der Anteil der Läufe, in denen{by} irgendwann gilt ({condition}),");
    }

    private string When(DateOnly? from, DateOnly? at) => (from, at) switch
    {
        ({ } first, { } last) => Word(
            $"from {_conditions.Date(first)} to {_conditions.Date(last)}", $"vom {_conditions.Date(first)} bis zum {_conditions.Date(last)}"),
        (_, { } day) => Word("on " + _conditions.Date(day), "am " + _conditions.Date(day)),
        _ => Word("at the end of the horizon", "am Ende des Horizonts"),
    };

    private string Compared(ComparedWorlds claim)
    {
        var least = claim.ByAtLeast == 0 ? "" : Word("by at least ", "um mindestens ") + _conditions.Number(claim.ByAtLeast) + " ";
        var direction = claim.IsLower ? Word("lower", "kleiner") : Word("higher", "größer");
        return $"{Quantity(claim.Quantity)} {Word("is", "ist")} {least}{direction} {World(claim.First)} {Word("than", "als")} {World(claim.Second)}";
    }

    private string World(World world) => world.Edits.IsEmpty
        ? Word("in the model as it stands", "im unveränderten Modell")
        : string.Join(Word(" and ", " und "), world.Edits.Select(Edit));

    private string Edit(WorldEdit edit) => edit switch
    {
        WithStrategy { Strategy: { } strategy } => Word("with the strategy ", "mit der Strategie ") + _conditions.Quoted(model.Strategies[strategy.Index].Title),
        WithStrategy => Word("without any measure", "ohne jede Maßnahme"),
        WithEvent part => (part.Happens ? Word("with ", "mit ") : Word("without ", "ohne "))
            + _conditions.Quoted(model.Events[part.Event.Index].Title)
            + (part.At is { } at ? Word(" on ", " am ") + _conditions.Date(at) : ""),
        WithoutInfluence part => Word("without the influence of ", "ohne den Einfluss von ") + Named(part.From)
            + Word(" on ", " auf ") + Named(part.To),
        WithoutMeasure part => Word("without the measure ", "ohne die Maßnahme ") + _conditions.Quoted(model.Measures[part.Measure.Index].Title),
        WithoutLoop part => Word("without the last link of ", "ohne das letzte Glied von ") + Loop(part.Factors),
        WithHeldFactor part => Word("with ", "mit ") + Named(part.Factor) + Word(" held at ", " festgehalten auf ")
            + _conditions.Quoted(model.Factors[part.Factor.Index].States[part.State].Title)
            + (part.From is { } from ? Word(" from ", " ab dem ") + _conditions.Date(from) : ""),
        _ => throw new ArgumentException("This kind of edit has no words: " + edit.GetType().Name, nameof(edit)),
    };

    private string Response(EventResponse claim)
    {
        var cause = Word("because of ", "wegen ") + _conditions.Quoted(model.Events[claim.Event.Index].Title);
        var within = Word("within ", "innerhalb von ") + _conditions.Length(claim.Within);
        var fades = claim.FadesWithin is { } period
            ? Word(", and the difference halves within ", ", und der Unterschied halbiert sich innerhalb von ") + _conditions.Length(period)
            : "";
        return $"{Undated(claim.Quantity)} {(claim.Rises ? Word("rises", "steigt") : Word("falls", "sinkt"))} {cause} {within}{fades}";
    }

    private string Bounds(double? above, double? below) => (above, below) switch
    {
        ({ } low, { } high) => Word(
            $"lies between {_conditions.Number(low)} and {_conditions.Number(high)}", $"liegt zwischen {_conditions.Number(low)} und {_conditions.Number(high)}"),
        ({ } low, null) => Word("lies above ", "liegt über ") + _conditions.Number(low),
        (_, { } high) => Word("lies below ", "liegt unter ") + _conditions.Number(high),
        _ => throw new ArgumentException("A level needs a bound.", nameof(above)),
    };

    private string Loop(ImmutableArray<FactorId> factors) => string.Join(" → ", factors.Select(_conditions.Factor));

    /// <summary>A factor inside a sentence: in quotation marks, so that no case is asked of its name.</summary>
    private string Named(FactorId factor) => _conditions.Quoted(model.Factors[factor.Index].Title);

    private string Word(string en, string de) => _conditions.Word(en, de);
}
