using System.Globalization;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Condition to words of one language.</summary>
internal sealed class ConditionExplainer(Model model, ReaderLanguage language)
{
    private static readonly string[] GermanMonths =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    private static readonly (string One, string Many, string GermanOne, string GermanMany, string GermanLast)[] Units =
    [
        ("day", "days", "Tag", "Tagen", "im letzten"),
        ("week", "weeks", "Woche", "Wochen", "in der letzten"),
        ("month", "months", "Monat", "Monaten", "im letzten"),
        ("quarter", "quarters", "Quartal", "Quartalen", "im letzten"),
        ("year", "years", "Jahr", "Jahren", "im letzten"),
    ];

    /// <summary>A condition as a whole.</summary>
    public string Any(Condition condition) => condition switch
    {
        AnyOf any => string.Join(Word(" or ", " oder "), any.Parts.Select(part => part is AllOf ? Any(part) : Inner(part))),
        AllOf all => string.Join(Word(" and ", " und "), all.Parts.Select(Inner)),
        AtLeast some => Word("at least ", "mindestens ") + Number(some.Count) + Word(" of these: ", " von diesen: ")
            + string.Join("; ", some.Parts.Select(Inner)),
        Not { Part: FactorIn { Written: null } list } => Factor(list.Factor) + Word(" is not ", " ist nicht ") + States(list),
        Not not => Word("not: ", "nicht: ") + Inner(not.Part),
        ConstantCondition constant => constant.Value ? Word("always", "immer") : Word("never", "nie"),
        FactorIn { Written: { } written } part => Compared(part, written),
        FactorIn list => Factor(list.Factor) + Word(" is ", " ist ") + States(list),
        Occurred occurred => Pattern(occurred.Pattern) + (occurred.Window is { } window
            ? Word(" happened ", " trat ") + Last(window) + Word("", " ein")
            : Word(" has happened so far", " ist bisher eingetreten")),
        CountCondition count => Pattern(count.Pattern) + " " + Last(count.Window) + ": "
            + Number(count.Number, count.Operator) + Word(" times", "-mal"),
        Held held => Inner(held.Part) + Word(" throughout the last ", " durchgehend ") + (language == ReaderLanguage.German ? Last(held.Window) : Bare(held.Window)),
        InForce part => Quoted(model.Measures[part.Measure.Index].Title) + Word(" is in force", " ist in Kraft"),
        Agreed part => Quoted(model.Measures[part.Measure.Index].Title) + Word(" is being agreed", " wird gerade vereinbart"),
        During part => Word("in the window around ", "im Zeitfenster um ") + Quoted(model.Events[part.Event.Index].Title),
        DateCondition part => Word("the date is ", "das Datum liegt ") + DateBound(part),
        InScenario part => Word("the kind of future is ", "der Zukunftstyp ist ") + Quoted(model.Scenarios[part.Scenario.Index].Title),
        _ => throw new ArgumentException("This kind of condition has no words: " + condition.GetType().Name, nameof(condition)),
    };

    /// <summary>In parentheses when it has parts of its own.</summary>
    public string Inner(Condition condition) =>
        condition is AnyOf or AllOf or AtLeast or Held or Not { Part: not FactorIn { Written: null } } ? "(" + Any(condition) + ")" : Any(condition);

    /// <summary>The wording of the reader's language.</summary>
    public string Word(string en, string de) => language == ReaderLanguage.German ? de : en;

    /// <summary>A title in quotation marks.</summary>
    public string Quoted(LocalizedText title) => Wording.Quoted(title.In(language)).In(language);

    /// <summary>A factor's title.</summary>
    public string Factor(FactorId factor) => model.Factors[factor.Index].Title.In(language);

    /// <summary>An event's title, with that of the outcome.</summary>
    public string Event(EventReference reference)
    {
        var item = model.Events[reference.Event.Index];
        return reference.Outcome is { } outcome
            ? Quoted(item.Title) + Word(" with the outcome ", " mit dem Ausgang ") + Quoted(item.Outcomes[outcome].Title)
            : Quoted(item.Title);
    }

    /// <summary>A number, with a decimal comma in German.</summary>
    public string Number(double number) =>
        Writing.ScalarText.Number(number).Replace(".", Word(".", ","), StringComparison.Ordinal);

    /// <summary>A day in words.</summary>
    public string Date(DateOnly date) => language == ReaderLanguage.German
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Day}. {GermanMonths[date.Month - 1]} {date.Year}")
        : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>24 months</c>; in German in the dative.</summary>
    public string Length(Period period)
    {
        var unit = Units[(int)period.Unit];
        return Number(period.Count) + " " + (period.Count == 1 ? Word(unit.One, unit.GermanOne) : Word(unit.Many, unit.GermanMany));
    }

    private string Last(Period period)
    {
        var unit = Units[(int)period.Unit];
        return language == ReaderLanguage.German
            ? period.Count == 1 ? unit.GermanLast + " " + unit.GermanOne : "in den letzten " + Length(period)
            : "in the last " + Bare(period);
    }

    /// <summary>A single unit goes without its number: the last month.</summary>
    private string Bare(Period period) => period.Count == 1 ? Units[(int)period.Unit].One : Length(period);

    private string Compared(FactorIn part, WrittenComparison written)
    {
        var states = model.Factors[part.Factor.Index].States;
        var text = Factor(part.Factor) + " " + Sign(written.Operator) + " " + Quoted(states[written.State].Title);
        if (written.Operator == Comparison.Equal)
        {
            return text;
        }

        var covered = part.States.IsEmpty
            ? Word("no state", "kein Zustand")
            : string.Join(", ", part.States.Select(state => states[state].Title.In(language)));
        return $"{text} ({covered})";
    }

    private string States(FactorIn list) => Wording.Series(
        list.States.Select(state => Quoted(model.Factors[list.Factor.Index].States[state].Title)), Word(" or ", " oder "));

    private string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => Word("is", "ist"),
        Comparison.NotEqual => Word("is not", "ist nicht"),
        Comparison.Less => Word("below", "unter"),
        Comparison.LessOrEqual => Word("at most", "höchstens"),
        Comparison.Greater => Word("above", "über"),
        _ => Word("at least", "mindestens"),
    };

    private string Number(int number, Comparison comparison) => comparison switch
    {
        Comparison.Equal => Word("exactly ", "genau "),
        Comparison.NotEqual => Word("other than ", "nicht genau "),
        Comparison.Less => Word("fewer than ", "weniger als "),
        Comparison.LessOrEqual => Word("at most ", "höchstens "),
        Comparison.Greater => Word("more than ", "mehr als "),
        _ => Word("at least ", "mindestens "),
    } + Writing.ScalarText.Whole(number);

    private string DateBound(DateCondition part)
    {
        var date = Date(part.Date);
        return part.Operator switch
        {
            Comparison.Equal => Word(date, "auf dem " + date),
            Comparison.NotEqual => Word("not " + date, "nicht auf dem " + date),
            Comparison.Less => Word("before " + date, "vor dem " + date),
            Comparison.LessOrEqual => Word(date + " or earlier", "am oder vor dem " + date),
            Comparison.Greater => Word("after " + date, "nach dem " + date),
            _ => Word(date + " or later", "am oder nach dem " + date),
        };
    }

    private string Pattern(EventPattern pattern)
    {
        if (pattern.Event is { } reference)
        {
            return Event(reference);
        }

        var counted = model.Severities.Where(severity => severity.Level >= pattern.MinimumSeverity).OrderBy(severity => severity.Level).ToList();
        return counted.Count == 0
            ? Word("an event graver than any severity", "ein Ereignis über allen Schweregraden")
            : Word("an event of severity ", "ein Ereignis der Schwere ")
                + Wording.Series(counted.Select(severity => Quoted(severity.Title)), Word(" or ", " oder "));
    }
}
