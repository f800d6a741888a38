using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Reads conditions by recursive descent; each method is one rule of the reference's grammar.</summary>
internal sealed class ConditionReader(TokenCursor cursor, NameReader names, ScalarReader scalars)
{
    private static readonly LocalizedText ConditionWord = new("a condition", "eine Bedingung");

    /// <summary>Stands for what could not be read; the expression as a whole is dropped then.</summary>
    private static readonly Condition Unreadable = new ConstantCondition(Value: false);

    /// <summary>The signs of comparison.</summary>
    public static readonly (string Sign, Comparison Operator)[] Operators =
    [
        ("=", Comparison.Equal), ("!=", Comparison.NotEqual), ("<", Comparison.Less),
        ("<=", Comparison.LessOrEqual), (">", Comparison.Greater), (">=", Comparison.GreaterOrEqual),
    ];

    /// <summary>Whether the word <paramref name="ahead"/> tokens further on is used as the name of a factor.</summary>
    public bool IsFactorAt(int ahead)
    {
        var next = cursor.Ahead(ahead + 1);
        return cursor.Ahead(ahead).Kind == TokenKind.Word
            && (OperatorOf(next) is not null || next.IsWord("in") || (next.IsWord("not") && cursor.Ahead(ahead + 2).IsWord("in")));
    }

    /// <summary>condition = any; always answers something: after an error what it answers is of no use.</summary>
    public Condition Any() => Series("or", () => Series("and", Unary, parts => new AllOf(parts)), parts => new AnyOf(parts));

    private Condition Series(string word, Func<Condition?> read, Func<ImmutableArray<Condition>, Condition> join)
    {
        var parts = ImmutableArray.CreateBuilder<Condition>();
        do
        {
            var part = read();
            if (part is null)
            {
                cursor.Recover();
            }

            parts.Add(part ?? Unreadable);
        }
        while (cursor.TryWord(word));
        return parts.Count == 1 ? parts[0] : join(parts.ToImmutable());
    }

    private Condition? Unary() =>
        !cursor.Current.IsWord("not") || IsFactorAt(0) ? Atom()
        : cursor.Take().Length > 0 && cursor.Nested(Unary) is { } part ? new Not(part)
        : null;

    private Condition? Atom()
    {
        var token = cursor.Current;
        if (token.IsSign("("))
        {
            cursor.Take();
            var inner = cursor.Nested(Any);
            return inner is not null && cursor.Close(token) ? inner : null;
        }

        if (token.Kind != TokenKind.Word || token.Text is "and" or "or" or "in" or "not" or "severity" or "none")
        {
            cursor.Unexpected(ConditionWord);
            return null;
        }

        return token.Text switch
        {
            "always" or "never" => new ConstantCondition(cursor.Take().Text == "always"),
            "date" => Date(),
            _ when cursor.Ahead(1).IsSign("(") => Function(),
            _ => FactorComparison(),
        };
    }

    private DateCondition? Date()
    {
        cursor.Take();
        return Operator() is { } comparison && scalars.Date() is { } date ? new DateCondition(comparison, date) : null;
    }

    private Condition? FactorComparison()
    {
        var first = cursor.Current;
        if (names.Factor() is not { } factor)
        {
            return null;
        }

        if (cursor.TryWord("not"))
        {
            return cursor.Words("in") && States(factor) is { } list ? new Not(list) : null;
        }

        if (cursor.TryWord("in"))
        {
            return States(factor);
        }

        if (OperatorOf(cursor.Current) is not { } comparison)
        {
            if (factor.Known is null)
            {
                return Unreadable;
            }

            string[] continuations = [.. Operators.Select(item => item.Sign), "in", "not in"];
            cursor.Unexpected(Wording.AnyOf(continuations), "in", "not");
            return null;
        }

        var sign = cursor.Take();
        if (names.State(factor.Known) is not { } state)
        {
            return null;
        }

        if (factor.Known is not { } known)
        {
            return Unreadable;
        }

        if (known.Scale == FactorScale.Nominal && comparison is not (Comparison.Equal or Comparison.NotEqual))
        {
            cursor.Error("DT3101", sign, Wording.About(
                known.Id,
                "The states of {0} have no order; compare with = or !=, or name the states with in.",
                "Die Zustände von {0} haben keine Ordnung; möglich sind = und != oder eine Aufzählung mit in."));
        }

        var covered = Covered(comparison, state, known.States.Length);
        if (!cursor.HasFailed && (covered.Length == 0 || covered.Length == known.States.Length))
        {
            cursor.Warning("DT3102", first, covered.Length == 0
                ? Wording.About(known.Id, "This comparison covers no state of {0}; it never holds.", "Dieser Vergleich umfasst keinen Zustand von {0}; er gilt nie.")
                : Wording.About(known.Id, "This comparison covers all states of {0}; it always holds.", "Dieser Vergleich umfasst alle Zustände von {0}; er gilt immer."));
        }

        return new FactorIn(factor.Id, covered, new WrittenComparison(comparison, state));
    }

    /// <summary>The states that a comparison covers, ascending.</summary>
    public static ImmutableArray<int> Covered(Comparison comparison, int state, int count) =>
        [.. Enumerable.Range(0, count).Where(other => comparison.Holds(other, state))];

    private FactorIn? States((FactorId Id, FactorName? Known) factor)
    {
        var opening = cursor.Current;
        if (!cursor.Sign("("))
        {
            return null;
        }

        var states = new SortedSet<int>();
        do
        {
            var token = cursor.Current;
            if (names.State(factor.Known) is not { } state)
            {
                return null;
            }

            if (!states.Add(state) && factor.Known is not null)
            {
                cursor.Error("DT2117", token, Wording.About(token.Text, "The state {0} stands twice in this list.", "Der Zustand {0} steht zweimal in dieser Aufzählung."));
            }
        }
        while (cursor.TrySign(","));
        if (!cursor.Close(opening))
        {
            return null;
        }

        if (factor.Known is { } known && states.Count == known.States.Length && !cursor.HasFailed)
        {
            cursor.Warning("DT3102", opening, Wording.About(known.Id, "This list names all states of {0}.", "Diese Aufzählung nennt alle Zustände von {0}."));
        }

        return new FactorIn(factor.Id, [.. states], Written: null);
    }

    private Condition? Function()
    {
        var name = cursor.Take();
        var opening = cursor.Take();
        Func<Token, Condition?>? read = name.Text switch
        {
            "occurred" => Occurred,
            "count" => Count,
            "held" => Held,
            "in-force" => _ => names.Measure() is { } measure ? new InForce(measure) : null,
            "agreed" => _ => names.Measure() is { } measure ? new Agreed(measure) : null,
            "during" => _ => During(),
            "at-least" => AtLeast,
            "in-scenario" => _ => names.Scenario() is { } scenario ? new InScenario(scenario) : null,
            _ => null,
        };
        if (read is null)
        {
            cursor.Error("DT2110", name, Wording.Joined(
                Wording.About(name.Text, "Conditions know no function {0}; there are ", "Bedingungen kennen keine Funktion {0}; es gibt "),
                LocalizedText.Same(string.Join(", ", ExpressionWords.Functions) + ".")), Suggestion.For(name.Text, ExpressionWords.Functions));
            cursor.Leave();
            return Unreadable;
        }

        var result = cursor.Nested(() => read(opening));
        if (result is null)
        {
            cursor.Leave();
            return Unreadable;
        }

        if (!cursor.Close(opening))
        {
            return null;
        }

        return result is CountCondition count ? Compared(count) : result;
    }

    private Occurred? Occurred(Token opening) =>
        Pattern() is not { } pattern ? null
        : !cursor.TrySign(",") ? new Occurred(pattern, null)
        : scalars.Period() is { } window ? new Occurred(pattern, window) : null;

    /// <summary>The part in parentheses; the comparison after them is read by <see cref="Compared"/>.</summary>
    private CountCondition? Count(Token opening)
    {
        if (Pattern() is not { } pattern)
        {
            return null;
        }

        if (cursor.Current.IsSign(")"))
        {
            scalars.Period(); // reports that it is missing
            return new CountCondition(pattern, default, default, 0);
        }

        return cursor.Sign(",") && scalars.Period() is { } window ? new CountCondition(pattern, window, default, 0) : null;
    }

    private CountCondition? Compared(CountCondition count) =>
        Operator() is { } comparison && scalars.Whole() is { } number ? count with { Operator = comparison, Number = number } : null;

    private Held? Held(Token opening)
    {
        var part = Any();
        if (cursor.Current.IsSign(")"))
        {
            scalars.Period(); // reports that it is missing
            return new Held(part, default);
        }

        return cursor.Sign(",") && scalars.Period() is { } window ? new Held(part, window) : null;
    }

    private During? During()
    {
        var token = cursor.Current;
        if (names.Event() is not { } item)
        {
            return null;
        }

        if (names.Names.Events.Find(token.Text) is { } known && names.Names.Events[known].Kind != EventKind.Scheduled)
        {
            cursor.Error("DT3103", token, Wording.About(
                token.Text,
                "{0} is not scheduled: only an event with dates has a window around them.",
                "{0} ist nicht terminiert: Nur ein Ereignis mit Daten hat ein Zeitfenster."));
        }

        return new During(item);
    }

    private AtLeast? AtLeast(Token opening)
    {
        var number = cursor.Current;
        if (scalars.Whole() is not { } count || !cursor.Sign(","))
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<Condition>();
        do
        {
            parts.Add(Any());
        }
        while (cursor.TrySign(","));
        if (count < 1 || count > parts.Count)
        {
            cursor.Error("DT2114", number, new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"Of {parts.Count} conditions at least 1 and at most {parts.Count} can be asked for."),
                string.Create(CultureInfo.InvariantCulture, $"Von {parts.Count} Bedingungen können mindestens 1 und höchstens {parts.Count} verlangt werden.")));
        }

        return new AtLeast(count, parts.ToImmutable());
    }

    /// <summary>what = EVENT ["." OUTCOME] | "severity" op LEVEL.</summary>
    private EventPattern? Pattern()
    {
        var first = cursor.Current;
        if (!cursor.TryWord("severity"))
        {
            return names.EventOrOutcome() is { } reference ? new EventPattern(reference, 0) : null;
        }

        var isOpen = cursor.Current.IsSign(">");
        if (!isOpen && !cursor.Current.IsSign(">="))
        {
            cursor.Unexpected([">=", ">"]);
            return null;
        }

        cursor.Take();
        if (names.Severity() is not { } place)
        {
            return null;
        }

        if (cursor.HasFailed)
        {
            return default(EventPattern);
        }

        var severities = names.Names.Severities;
        var level = severities[place].Level;
        var graver = Enumerable.Range(0, severities.Count).Select(i => severities[i].Level).Where(other => other > level).DefaultIfEmpty(level + 1).Min();
        if (isOpen && graver == level + 1 && Enumerable.Range(0, severities.Count).All(i => severities[i].Level <= level))
        {
            cursor.Warning("DT3105", first, Wording.About(
                severities[place].Id, "No severity is graver than {0}; nothing is counted.", "Kein Schweregrad liegt über {0}; gezählt wird nichts."));
        }

        return new EventPattern(null, isOpen ? graver : level);
    }

    private Comparison? Operator()
    {
        if (OperatorOf(cursor.Current) is { } comparison)
        {
            cursor.Take();
            return comparison;
        }

        cursor.Unexpected([.. Operators.Select(item => item.Sign)]);
        return null;
    }

    private static Comparison? OperatorOf(Token token)
    {
        var place = token.Kind == TokenKind.Sign ? Array.FindIndex(Operators, item => item.Sign == token.Text) : -1;
        return place < 0 ? null : Operators[place].Operator;
    }
}
