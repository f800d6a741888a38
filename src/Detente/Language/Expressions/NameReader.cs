using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>
/// Reads declared names. A name that does not exist is reported and stands for the first of its kind, so that the rest is read, too:
/// the expression as a whole is dropped after an error.
/// </summary>
internal sealed class NameReader(TokenCursor cursor, Names names)
{
    private static readonly LocalizedText StateWord = new("a state", "ein Zustand");

    /// <summary>What is declared.</summary>
    public Names Names => names;

    /// <summary>A factor, or null after a syntax error; <c>Known</c> is null when there is no such factor.</summary>
    public (FactorId Id, FactorName? Known)? Factor()
    {
        var token = cursor.Current;
        if (Place("DT2101", names.Factors, new("a factor", "ein Faktor")) is not { } place)
        {
            return null;
        }

        var known = names.Factors.Find(token.Text) is { } found ? names.Factors[found] : null;
        if (known is { States.IsEmpty: true })
        {
            cursor.GiveUp(); // its states have mistakes, which are reported where they stand
            known = null;
        }

        return (new FactorId(place), known);
    }

    /// <summary>A factor of which only the place counts.</summary>
    public FactorId? FactorId() => Factor()?.Id;

    /// <summary>A state of a factor; of a factor that is unknown, or whose states are not well written, any word will do.</summary>
    public int? State(FactorName? factor)
    {
        if (cursor.Current.Kind != TokenKind.Word)
        {
            cursor.Unexpected(factor is null ? StateWord : Wording.Joined(
                StateWord, Wording.About(factor.Id, " of {0} (", " von {0} ("), Wording.AnyOf(factor.States), LocalizedText.Same(")")));
            return null;
        }

        var token = cursor.Take();
        var state = factor is { States.IsEmpty: false } ? factor.States.IndexOf(token.Text, StringComparer.Ordinal) : 0;
        if (state >= 0)
        {
            return state;
        }

        var states = Wording.Joined(
            Wording.About(factor!.Id, "; the states of {0} are ", "; die Zustände von {0} sind "),
            LocalizedText.Same(string.Join(", ", factor.States)),
            LocalizedText.Same("."));
        var suggestion = Suggestion.For(token.Text, factor.States);
        var owner = Enumerable.Range(0, names.Factors.Count).Select(i => names.Factors[i]).FirstOrDefault(other => other.States.Contains(token.Text, StringComparer.Ordinal));
        var message = owner is null
            ? Wording.About(token.Text, "There is no state {0}", "Es gibt keinen Zustand {0}")
            : Wording.Joined(
                Wording.About(token.Text, "{0} is a state of ", "{0} ist ein Zustand von "),
                Wording.About(owner.Id, "{0}", "{0}"),
                Wording.About(factor.Id, ", not of {0}", ", nicht von {0}"));
        cursor.Error(owner is null ? "DT2102" : "DT2103", token, Wording.Joined(message, states), suggestion);
        return 0;
    }

    /// <summary>An event.</summary>
    public EventId? Event() => Place("DT2104", names.Events, new("an event", "ein Ereignis")) is { } place ? new EventId(place) : null;

    /// <summary>An event or one of its outcomes.</summary>
    public EventReference? EventOrOutcome()
    {
        var written = cursor.Current.Text;
        if (Event() is not { } item)
        {
            return null;
        }

        if (!cursor.TrySign("."))
        {
            return new EventReference(item, null);
        }

        if (cursor.Current.Kind != TokenKind.Word)
        {
            cursor.Unexpected(Wording.About(written, "an outcome of {0}", "ein Ausgang von {0}"));
            return null;
        }

        var token = cursor.Take();
        if (names.Events.Find(written) is not { } known)
        {
            return new EventReference(item, 0);
        }

        var outcomes = names.Events[known].Outcomes;
        var outcome = outcomes.IndexOf(token.Text, StringComparer.Ordinal);
        if (outcome < 0)
        {
            cursor.Error("DT2105", token, Wording.Joined(
                Wording.About(token.Text, "There is no outcome {0}", "Es gibt keinen Ausgang {0}"),
                Wording.About(written, "; the outcomes of {0} are ", "; die Ausgänge von {0} sind "),
                LocalizedText.Same(string.Join(", ", outcomes) + ".")), Suggestion.For(token.Text, outcomes));
        }

        return new EventReference(item, Math.Max(outcome, 0));
    }

    /// <summary>A measure.</summary>
    public MeasureId? Measure() => Place("DT2106", names.Measures, new("a measure", "eine Maßnahme")) is { } place ? new MeasureId(place) : null;

    /// <summary>A strategy.</summary>
    public StrategyId? Strategy() => Place("DT2107", names.Strategies, new("a strategy", "eine Strategie")) is { } place ? new StrategyId(place) : null;

    /// <summary>A scenario.</summary>
    public ScenarioId? Scenario() => Place("DT2108", names.Scenarios, new("a scenario", "ein Szenario")) is { } place ? new ScenarioId(place) : null;

    /// <summary>A step of the scale of severity: its place in the list.</summary>
    public int? Severity() => Place("DT2109", names.Severities, new("a severity", "ein Schweregrad"));

    /// <summary>What else a name is, in words; null when nothing is called so.</summary>
    private LocalizedText? OtherKind(string id) => id switch
    {
        _ when names.Factors.Find(id) is not null => new("a factor", "ein Faktor"),
        _ when names.Events.Find(id) is not null => new("an event", "ein Ereignis"),
        _ when names.Measures.Find(id) is not null => new("a measure", "eine Maßnahme"),
        _ when names.Strategies.Find(id) is not null => new("a strategy", "eine Strategie"),
        _ when names.Scenarios.Find(id) is not null => new("a scenario", "ein Szenario"),
        _ when names.Severities.Find(id) is not null => new("a severity", "ein Schweregrad"),
        _ => null,
    };

    private int? Place<T>(string code, NameList<T> list, LocalizedText kind)
    {
        if (cursor.Current.Kind != TokenKind.Word)
        {
            cursor.Unexpected(kind);
            return null;
        }

        var token = cursor.Take();
        if (list.Find(token.Text) is { } place)
        {
            return place;
        }

        var message = OtherKind(token.Text) is { } other
            ? Wording.Joined(Wording.About(token.Text, "{0} is ", "{0} ist "), other, Wording.About(kind, "; expected: {0}.", "; erwartet: {0}."))
            : Wording.Joined(
                Wording.About(token.Text, "The name {0} is not declared", "Der Name {0} ist nicht erklärt"),
                Wording.About(kind, "; expected: {0}.", "; erwartet: {0}."));
        cursor.Error(code, token, message, list.Suggest(token.Text));
        return 0;
    }
}
