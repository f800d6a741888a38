using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Reads the quantities of claims.</summary>
internal sealed class QuantityReader(TokenCursor cursor, NameReader names, ScalarReader scalars, ConditionReader conditions)
{
    /// <summary>The functions that are quantities.</summary>
    public static readonly string[] Functions = ["chance", "share", "rate", "mean"];

    /// <summary>Whether a quantity comes next.</summary>
    public bool IsNext => cursor.Current.Kind == TokenKind.Word && cursor.Ahead(1).IsSign("(") && Functions.Contains(cursor.Current.Text, StringComparer.Ordinal);

    /// <summary>A quantity, or null after an error.</summary>
    public Quantity? Read()
    {
        if (!IsNext)
        {
            cursor.Unexpected(Functions);
            return null;
        }

        var name = cursor.Take().Text;
        var opening = cursor.Take();
        Quantity? quantity = name switch
        {
            "chance" => Chance(),
            "share" => Share(),
            "rate" => Rate(),
            _ => Mean(),
        };
        return quantity is not null && cursor.Close(opening) ? quantity : null;
    }

    private Chance? Chance()
    {
        EventReference? item = null;
        Condition? condition = null;
        if (IsBareName())
        {
            item = names.EventOrOutcome();
            if (item is null)
            {
                return null;
            }
        }
        else
        {
            condition = conditions.Any();
        }

        if (!cursor.TrySign(","))
        {
            return new Chance(item, condition, null);
        }

        return cursor.Words("by") && scalars.Date() is { } by ? new Chance(item, condition, by) : null;
    }

    private Share? Share()
    {
        Condition condition;
        if (!IsBareName())
        {
            condition = conditions.Any();
        }
        else if (names.Scenario() is { } scenario)
        {
            condition = new InScenario(scenario);
        }
        else
        {
            return null;
        }

        if (!cursor.TrySign(","))
        {
            return new Share(condition, null, null);
        }

        if (cursor.TryWord("at"))
        {
            return scalars.Date() is { } at ? new Share(condition, null, at) : null;
        }

        if (!cursor.TryWord("over"))
        {
            cursor.Unexpected(["at", "over"]);
            return null;
        }

        var first = cursor.Current;
        if (scalars.Date() is not { } from || !cursor.Words("to") || scalars.Date() is not { } to)
        {
            return null;
        }

        if (to < from)
        {
            cursor.Error("DT3104", first, new LocalizedText("The span ends before it begins.", "Der Zeitraum endet, bevor er beginnt."));
        }

        return new Share(condition, from, to);
    }

    private EventRate? Rate() =>
        names.EventOrOutcome() is { } item && cursor.Sign(",") && cursor.Words("while") ? new EventRate(item, conditions.Any()) : null;

    private MeanPosition? Mean()
    {
        var token = cursor.Current;
        if (names.Factor() is not { } factor)
        {
            return null;
        }

        if (factor.Known is { Scale: FactorScale.Nominal } known)
        {
            cursor.Error("DT3106", token, Wording.About(
                known.Id, "{0} has no order, so there is no mean of its states.", "{0} hat keine Ordnung, also keinen Mittelwert seiner Zustände."));
        }

        if (!cursor.TrySign(","))
        {
            return new MeanPosition(factor.Id, null);
        }

        return cursor.Words("at") && scalars.Date() is { } at ? new MeanPosition(factor.Id, at) : null;
    }

    /// <summary>A name alone is an event or a scenario, not a condition.</summary>
    private bool IsBareName() =>
        cursor.Current.Kind == TokenKind.Word && cursor.Current.Text is not ("always" or "never")
        && (cursor.Ahead(1).IsSign(")") || cursor.Ahead(1).IsSign(",") || cursor.Ahead(1).IsSign("."));
}
