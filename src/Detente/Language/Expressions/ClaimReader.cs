using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Reads claims by recursive descent. Words of claims are no reserved words: what is followed by a comparison is a factor.</summary>
internal sealed class ClaimReader(TokenCursor cursor, NameReader names, ScalarReader scalars)
{
    private static readonly string[] AfterQuantity = ["is lower", "is higher", "rises", "falls", "above", "below", "between"];

    private readonly ConditionReader _conditions = new(cursor, names, scalars);
    private readonly WorldReader _worlds = new(cursor, names, scalars);
    private readonly QuantityReader _quantities = new(cursor, names, scalars, new ConditionReader(cursor, names, scalars));

    /// <summary>A statement, or null after an error.</summary>
    public Statement? Read()
    {
        var word = cursor.Current;
        if (word.Kind != TokenKind.Word || _conditions.IsFactorAt(0))
        {
            return Precedence();
        }

        if (_quantities.IsNext)
        {
            return OfQuantity();
        }

        if (cursor.Ahead(1).IsSign("(") && Suggestion.For(word.Text, QuantityReader.Functions) is { } meant
            && !ExpressionWords.Functions.Contains(word.Text, StringComparer.Ordinal))
        {
            cursor.Error("DT2110", word, Wording.About(word.Text, "Claims know no quantity {0}.", "Behauptungen kennen keine Größe {0}."), meant);
            return null;
        }

        return word.Text switch
        {
            "order" => Order(),
            "loop" => Loop(),
            "initially" => Initially(),
            "never" or "always" when !IsConstant() => Invariant(),
            _ => Precedence(),
        };
    }

    /// <summary>Whether <c>always</c> or <c>never</c> is a condition here, and not the first word of an invariant.</summary>
    private bool IsConstant() =>
        cursor.Ahead(1).Kind == TokenKind.Word && cursor.Ahead(1).Text is "and" or "or" or "before" && !_conditions.IsFactorAt(1);

    private Precedence? Precedence()
    {
        var first = _conditions.Any();
        return cursor.Words("before") ? new Precedence(first, _conditions.Any()) : null;
    }

    private InitialFact Initially()
    {
        cursor.Take();
        return new InitialFact(_conditions.Any());
    }

    private Invariant Invariant()
    {
        var isAlways = cursor.Take().Text == "always";
        var condition = _conditions.Any();
        return new Invariant(condition, isAlways, cursor.TryWord("when") ? _conditions.Any() : null);
    }

    private LoopSign? Loop()
    {
        cursor.Take();
        if (_worlds.Loop() is not { } factors || !cursor.Words("is"))
        {
            return null;
        }

        var isReinforcing = cursor.TryWord("reinforcing");
        if (!isReinforcing && !cursor.TryWord("balancing"))
        {
            cursor.Unexpected(["reinforcing", "balancing"]);
            return null;
        }

        return new LoopSign(factors, isReinforcing);
    }

    private QuantityOrder? Order()
    {
        var word = cursor.Take();
        var quantities = ImmutableArray.CreateBuilder<Quantity>();
        do
        {
            if (_quantities.Read() is not { } quantity)
            {
                return null;
            }

            quantities.Add(quantity);
        }
        while (cursor.TrySign(">"));
        if (quantities.Count < 2 && cursor.Current.Kind == TokenKind.End)
        {
            cursor.Error("DT2116", word, new LocalizedText(
                "An order needs two quantities or more, with “>” between them.",
                "Eine Rangfolge braucht mindestens zwei Größen mit „>“ dazwischen."));
        }
        else if (quantities.Count < 2)
        {
            cursor.Unexpected([">"]);
        }

        return new QuantityOrder(quantities.ToImmutable());
    }

    private Statement? OfQuantity()
    {
        if (_quantities.Read() is not { } quantity)
        {
            return null;
        }

        var word = cursor.Current;
        switch (word.Kind == TokenKind.Word ? word.Text : "")
        {
            case "is":
                cursor.Take();
                return Compared(quantity);
            case "rises" or "falls":
                cursor.Take();
                return Response(quantity, word.Text == "rises");
            case "above":
                cursor.Take();
                return scalars.Number() is { } low ? new QuantityLevel(quantity, low, null) : null;
            case "below":
                cursor.Take();
                return scalars.Number() is { } high ? new QuantityLevel(quantity, null, high) : null;
            case "between":
                cursor.Take();
                return Between(quantity);
            default:
                cursor.Unexpected(AfterQuantity);
                return null;
        }
    }

    private QuantityLevel? Between(Quantity quantity)
    {
        var first = cursor.Current;
        if (scalars.Number() is not { } low || !cursor.Words("and") || scalars.Number() is not { } high)
        {
            return null;
        }

        if (high < low)
        {
            cursor.Error("DT3104", first, new LocalizedText(
                "The first number is the larger one; the smaller one comes first.",
                "Die erste Zahl ist die größere; die kleinere steht vorn."));
        }

        return new QuantityLevel(quantity, low, high);
    }

    private ComparedWorlds? Compared(Quantity quantity)
    {
        var isLower = cursor.TryWord("lower");
        if (!isLower && !cursor.TryWord("higher"))
        {
            cursor.Unexpected(["lower", "higher"]);
            return null;
        }

        var least = 0.0;
        if (cursor.TryWord("by"))
        {
            if (!cursor.Words("at", "least"))
            {
                return null;
            }

            var token = cursor.Current;
            if (scalars.Number() is not { } number)
            {
                return null;
            }

            least = number;
            if (least < 0)
            {
                cursor.Error("DT2113", token, new LocalizedText("The least difference is 0 or more.", "Der Mindestabstand ist 0 oder größer."));
            }
        }

        return _worlds.Read() is { } first && cursor.Words("than") && _worlds.Read() is { } second
            ? new ComparedWorlds(quantity, isLower, least, first, second)
            : null;
    }

    private EventResponse? Response(Quantity quantity, bool rises)
    {
        if (!cursor.Words("because", "of") || names.Event() is not { } item || !cursor.Words("within") || scalars.Period() is not { } within)
        {
            return null;
        }

        if (!cursor.TryWord("and"))
        {
            return new EventResponse(quantity, rises, item, within, null);
        }

        return cursor.Words("fades", "within") && scalars.Period() is { } fades ? new EventResponse(quantity, rises, item, within, fades) : null;
    }
}
