using System.Globalization;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>
/// Walks through the tokens of one expression and reports what does not fit.
/// A reading method that meets a wrong token reports it and answers null; the caller gives up, too, up to the nearest list,
/// which recovers and reads on.
/// </summary>
internal sealed class TokenCursor
{
    /// <summary>The longest expression, in characters.</summary>
    public const int LongestText = 10_000;

    /// <summary>The deepest nesting of parentheses, functions and negations.</summary>
    public const int DeepestNesting = 100;

    private static readonly LocalizedText EndWord = new("the end of the text", "das Ende des Textes");

    private readonly LocatedText _text;
    private readonly DiagnosticBag _bag;
    private readonly List<Token> _tokens;
    private int _place;
    private int _lastReported = -1;
    private int _depth;
    private bool _isStopped;

    private TokenCursor(LocatedText text, DiagnosticBag bag)
    {
        (_text, _bag) = (text, bag);
        _tokens = Lexer.Tokens(text, ReportUnknown);
    }

    /// <summary>Whether an error was reported.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The token to be read next.</summary>
    public Token Current => _tokens[_place];

    /// <summary>A cursor before the first token, or null when the text is empty or too long (which is reported).</summary>
    public static TokenCursor? Over(LocatedText text, DiagnosticBag bag)
    {
        if (text.Text.Length > LongestText)
        {
            bag.Add("DT1506", text.Span, new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"The expression has {text.Text.Length} characters; {LongestText} are allowed."),
                string.Create(CultureInfo.InvariantCulture, $"Der Ausdruck hat {text.Text.Length} Zeichen; erlaubt sind {LongestText}.")));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Text))
        {
            bag.Add("DT1501", text.Span, new LocalizedText("The expression is empty.", "Der Ausdruck ist leer."));
            return null;
        }

        return new TokenCursor(text, bag);
    }

    /// <summary>A token further on; the end beyond the end.</summary>
    public Token Ahead(int count) => _tokens[Math.Min(_place + count, _tokens.Count - 1)];

    /// <summary>Reads the current token whatever it is.</summary>
    public Token Take()
    {
        var token = Current;
        _place = Math.Min(_place + 1, _tokens.Count - 1);
        return token;
    }

    /// <summary>Reads the word if it comes next.</summary>
    public bool TryWord(string word) => Current.IsWord(word) && Take().Length > 0;

    /// <summary>Reads the sign if it comes next.</summary>
    public bool TrySign(string sign) => Current.IsSign(sign) && Take().Length > 0;

    /// <summary>Reads these words, one after the other; reports the first that is missing.</summary>
    public bool Words(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!TryWord(word))
            {
                Unexpected([word]);
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads this sign or reports that it is missing.</summary>
    public bool Sign(string sign)
    {
        if (TrySign(sign))
        {
            return true;
        }

        Unexpected([sign]);
        return false;
    }

    /// <summary>Reads the parenthesis that closes <paramref name="opening"/>.</summary>
    public bool Close(Token opening)
    {
        if (TrySign(")"))
        {
            return true;
        }

        if (Current.Kind == TokenKind.End)
        {
            Error("DT1504", opening, new LocalizedText("This parenthesis is never closed.", "Diese Klammer wird nicht geschlossen."));
            return false;
        }

        Unexpected([")"]);
        return false;
    }

    /// <summary>Reports what still stands after a complete expression.</summary>
    public void End(params ReadOnlySpan<string> continuations)
    {
        if (Current.IsSign(")"))
        {
            Error("DT1504", Current, new LocalizedText("This parenthesis was never opened.", "Diese Klammer wurde nicht geöffnet."));
        }
        else if (Current.Kind != TokenKind.End)
        {
            string[] words = [.. continuations];
            Unexpected(Wording.AnyOf([.. words.Select(Wording.Quoted), EndWord]), words);
        }
    }

    /// <summary>Reports that the current token does not fit and which words or signs would.</summary>
    public void Unexpected(string[] words) => Unexpected(Wording.AnyOf(words), words);

    /// <summary>Reports that the current token does not fit and what would.</summary>
    /// <param name="expected">What would fit.</param>
    /// <param name="words">The words among them, one of which may have been meant.</param>
    public void Unexpected(LocalizedText expected, params ReadOnlySpan<string> words)
    {
        var what = Current.Kind == TokenKind.End
            ? new LocalizedText("The text ends too early", "Der Text endet zu früh")
            : Wording.About(Current.Text, "{0} does not fit here", "{0} passt hier nicht");
        var suggestion = Current.Kind == TokenKind.Word ? Suggestion.For(Current.Text, [.. words]) : null;
        Error("DT1503", Current, Wording.Joined(what, Wording.About(expected, "; expected: {0}.", "; erwartet: {0}.")), suggestion);
    }

    /// <summary>Reports an error at a token; a second one at the same token only repeats the first and is left out.</summary>
    public void Error(string code, Token at, LocalizedText message, string? didYouMean = null)
    {
        HasFailed = true;
        if (!_isStopped && at.Start != _lastReported)
        {
            _lastReported = at.Start;
            _bag.Add(code, _text.At(at.Start, at.Length), message, didYouMean);
        }
    }

    /// <summary>Drops the expression without a word, for a mistake that is reported elsewhere.</summary>
    public void GiveUp() => HasFailed = true;

    /// <summary>Reports a doubt about the tokens from one to the one read last.</summary>
    public void Warning(string code, Token from, LocalizedText message) =>
        _bag.Add(code, _text.At(from.Start, _tokens[_place - 1].End - from.Start), message);

    /// <summary>Passes over what cannot be read, up to a word or sign after which reading can go on.</summary>
    public void Recover()
    {
        for (var open = 0; Current.Kind != TokenKind.End; Take())
        {
            if (Current.IsSign("("))
            {
                open++;
            }
            else if (open > 0)
            {
                open -= Current.IsSign(")") ? 1 : 0;
            }
            else if (Current.IsSign(")") || Current.IsSign(",") || (Current.Kind == TokenKind.Word && Current.Text is "and" or "or" or "when" or "before"))
            {
                return;
            }
        }
    }

    /// <summary>Passes over the rest of a parenthesis in which something could not be read, the closing one included.</summary>
    public void Leave()
    {
        for (var open = 1; open > 0 && Current.Kind != TokenKind.End; Take())
        {
            open += Current.IsSign("(") ? 1 : Current.IsSign(")") ? -1 : 0;
        }
    }

    /// <summary>Reads something nested; null, reported, when that would be too deep.</summary>
    public T? Nested<T>(Func<T?> read)
        where T : class
    {
        if (_depth == DeepestNesting)
        {
            Error("DT1505", Current, new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"Nesting goes deeper than {DeepestNesting} here."),
                string.Create(CultureInfo.InvariantCulture, $"Die Verschachtelung ist hier tiefer als {DeepestNesting}.")));
            _place = _tokens.Count - 1;
            _isStopped = true;
            return null;
        }

        _depth++;
        var result = read();
        _depth--;
        return result;
    }

    private void ReportUnknown(Token token, string? meant)
    {
        HasFailed = true;
        var written = _text.Text.Substring(token.Start, token.Length);
        _bag.Add("DT1502", _text.At(token.Start, token.Length), Wording.About(
            written, "Expressions know no {0}.", "Ausdrücke kennen kein {0}."), meant);
    }
}
