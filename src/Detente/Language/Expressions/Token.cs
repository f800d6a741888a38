namespace Detente.Language.Expressions;

/// <summary>What a piece of an expression is.</summary>
internal enum TokenKind
{
    /// <summary>A name or a word of the language.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Digits joined by hyphens, meant as a date.</summary>
    Date,

    /// <summary>A sign: parentheses, comma, point, arrow, comparison.</summary>
    Sign,

    /// <summary>The end of the text.</summary>
    End,
}

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; of a mistyped sign those that were meant.</param>
/// <param name="Start">Offset in the expression.</param>
/// <param name="Length">Characters in the expression.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int Length)
{
    /// <summary>Offset after its last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is this word.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    /// <summary>Whether it is this sign.</summary>
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;
}
