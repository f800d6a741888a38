using System.Text;
using Detente.Language.Text;

namespace Detente.Language.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
internal static class Lexer
{
    /// <summary>Longest first, so that <c>&lt;=</c> is not read as <c>&lt;</c>.</summary>
    private static readonly string[] Signs = ["->", "!=", "<=", ">=", "(", ")", ",", ".", "=", "<", ">"];

    /// <summary>What other languages write, and what is written here. Longest first; looked for before <see cref="Signs"/>.</summary>
    private static readonly (string Written, string Meant, TokenKind Kind)[] Foreign =
    [
        ("<>", "!=", TokenKind.Sign), ("==", "=", TokenKind.Sign), ("=>", ">=", TokenKind.Sign), ("=<", "<=", TokenKind.Sign),
        ("&&", "and", TokenKind.Word), ("||", "or", TokenKind.Word), ("≥", ">=", TokenKind.Sign), ("≤", "<=", TokenKind.Sign),
        ("≠", "!=", TokenKind.Sign), ("→", "->", TokenKind.Sign), ("&", "and", TokenKind.Word), ("|", "or", TokenKind.Word),
    ];

    /// <summary>All tokens, the end included. A character of no token is reported and passed over.</summary>
    public static List<Token> Tokens(LocatedText text, Action<Token, string?> unknown)
    {
        var tokens = new List<Token>();
        var source = text.Text;
        var at = 0;
        while (at < source.Length)
        {
            if (char.IsWhiteSpace(source[at]))
            {
                at++;
                continue;
            }

            var token = Next(source, at, out var isKnown);
            if (!isKnown)
            {
                unknown(token, token.Kind == TokenKind.End ? null : token.Text);
            }

            if (token.Kind != TokenKind.End)
            {
                tokens.Add(token);
            }

            at = token.End;
        }

        tokens.Add(new Token(TokenKind.End, "", source.Length, 0));
        return tokens;
    }

    private static Token Next(string source, int at, out bool isKnown)
    {
        isKnown = true;
        if (IsLetter(source[at]))
        {
            return Cut(TokenKind.Word, source, at, WordEnd(source, at));
        }

        if (IsDigit(source, at) || (source[at] is '-' or '+' && IsDigit(source, at + 1)))
        {
            return Numeric(source, at);
        }

        foreach (var (written, meant, kind) in Foreign)
        {
            if (string.CompareOrdinal(source, at, written, 0, written.Length) == 0)
            {
                isKnown = false;
                return new Token(kind, meant, at, written.Length);
            }
        }

        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(source, at, sign, 0, sign.Length) == 0)
            {
                return new Token(TokenKind.Sign, sign, at, sign.Length);
            }
        }

        isKnown = false;
        var length = Rune.TryGetRuneAt(source, at, out var rune) ? rune.Utf16SequenceLength : 1;
        return Cut(TokenKind.End, source, at, at + length);
    }

    private static int WordEnd(string source, int at)
    {
        while (at < source.Length && (IsLetter(source[at]) || IsDigit(source, at) || IsInnerHyphen(source, at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>A hyphen between two characters of a word; that of an arrow is none.</summary>
    private static bool IsInnerHyphen(string source, int at) =>
        source[at] == '-' && at + 1 < source.Length && (IsLetter(source[at + 1]) || IsDigit(source, at + 1));

    private static Token Numeric(string source, int start)
    {
        var at = Digits(source, source[start] is '-' or '+' ? start + 1 : start);
        if (at < source.Length && source[at] == '-' && IsDigit(source, at + 1))
        {
            while (IsDigit(source, at) || (at < source.Length && source[at] == '-' && IsDigit(source, at + 1)))
            {
                at++;
            }

            return Cut(TokenKind.Date, source, start, at);
        }

        if (at < source.Length && source[at] == '.' && IsDigit(source, at + 1))
        {
            at = Digits(source, at + 1);
        }

        if (at < source.Length && source[at] is 'e' or 'E')
        {
            var exponent = at + 1 < source.Length && source[at + 1] is '-' or '+' ? at + 2 : at + 1;
            at = IsDigit(source, exponent) ? Digits(source, exponent) : at;
        }

        return Cut(TokenKind.Number, source, start, at);
    }

    private static int Digits(string source, int at)
    {
        while (IsDigit(source, at))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || c == '_';

    private static bool IsDigit(string source, int at) => at < source.Length && char.IsAsciiDigit(source[at]);

    private static Token Cut(TokenKind kind, string source, int start, int end) => new(kind, source[start..end], start, end - start);
}
