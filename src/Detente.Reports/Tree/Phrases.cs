using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Reports.Tree;

/// <summary>A piece of running text.</summary>
internal abstract record Inline
{
    // Without this, a string would take the part's debugging text.
    public static Phrase operator +(string left, Inline right) => (Phrase)left + (Phrase)right;
}

/// <summary>Words of the program, written once in each language.</summary>
internal sealed record OwnText(string Text) : Inline;

/// <summary>Words of the model: titles, reasons, sources. Kept apart because the program answers for its own words only.</summary>
internal sealed record AnalystText(string Text, bool IsStressed = false) : Inline;

/// <summary>The program's words, set in bold.</summary>
internal sealed record StrongText(string Text) : Inline;

/// <summary>A pointer to another place of the same document.</summary>
/// <param name="Target">The id of a table, section or source.</param>
/// <param name="Words">What is shown.</param>
internal sealed record PlaceLink(string Target, Phrase Words) : Inline;

/// <summary>The mark of a label on its own, for cells of tables and the key of marks.</summary>
internal sealed record LabelMark(EvidenceLabel Label) : Inline;

/// <summary>Running text.</summary>
internal sealed record Phrase(ImmutableArray<Inline> Parts)
{
    public static Phrase Empty { get; } = new([]);

    public bool IsEmpty => Parts.IsEmpty;

    public static implicit operator Phrase(string own) => own.Length == 0 ? Empty : new([new OwnText(own)]);

    public static implicit operator Phrase(Inline part) => new([part]);

    public static Phrase operator +(Phrase left, Phrase right) => new([.. left.Parts, .. right.Parts]);

    /// <summary>The text without any form.</summary>
    public string Plain => string.Concat(Parts.Select(part => part switch
    {
        OwnText own => own.Text,
        StrongText strong => strong.Text,
        AnalystText analyst => analyst.Text,
        PlaceLink link => link.Words.Plain,
        _ => "",
    }));
}

/// <summary>One or more sentences to the reader with the support they have.</summary>
internal sealed record Passage(Phrase Words, EvidenceLabel Label);
