using System.Collections.Immutable;

namespace Detente.Reports.Tree;

/// <summary>What stands above the first section.</summary>
/// <param name="Kicker">The kind of document.</param>
/// <param name="Title">The title.</param>
/// <param name="Question">The question, or empty.</param>
/// <param name="Facts">Short facts about the document.</param>
/// <param name="Banner">The hindsight banner, or empty.</param>
/// <param name="Footer">What the foot of every page says beside the page number; plain text.</param>
internal sealed record FrontMatter(Phrase Kicker, Phrase Title, Phrase Question, ImmutableArray<Fact> Facts, Phrase Banner, string Footer)
{
    /// <summary>The word before the page number.</summary>
    public required string PageWord { get; init; }
}

/// <summary>A named fact about the document.</summary>
internal sealed record Fact(Phrase Name, Phrase Value);

/// <summary>A part of the document with a heading.</summary>
internal sealed record Section(string Id, Phrase Heading, ImmutableArray<Block> Blocks)
{
    public ImmutableArray<Section> Parts { get; init; } = [];
}

/// <summary>A piece of a section.</summary>
internal abstract record Block;

/// <summary>Statements in running text.</summary>
internal sealed record Paragraph(ImmutableArray<Passage> Passages) : Block
{
    public Phrase Lead { get; init; } = Phrase.Empty;
}

/// <summary>Words about the document and its method, which say nothing about the world and carry no label.</summary>
internal sealed record Remark(Phrase Words) : Block;

/// <summary>A small heading inside a section.</summary>
internal sealed record Subheading(Phrase Words) : Block;

/// <summary>How a list is set.</summary>
internal enum ListForm
{
    Bullets,
    Numbers,
    Entries,
}

/// <summary>A list whose items are paragraphs.</summary>
internal sealed record StatementList(ImmutableArray<Paragraph> Items, ListForm Form = ListForm.Bullets) : Block;

/// <summary>A list of remarks or of references that carry no label.</summary>
internal sealed record RemarkList(ImmutableArray<RemarkItem> Items) : Block;

/// <summary>An item of a <see cref="RemarkList"/>, with an id when it can be pointed to.</summary>
internal sealed record RemarkItem(Phrase Words, string? Id = null);

/// <summary>The blocks that stand out from the text.</summary>
internal sealed record Box(ImmutableArray<Block> Blocks) : Block;

/// <summary>A table. The first column holds the headers of the rows.</summary>
internal sealed record Table(string Id, Phrase Caption, ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Phrase>> Rows) : Block
{
    /// <summary>The label of all cells, or null when a column says it row by row.</summary>
    public Models.EvidenceLabel? Label { get; init; } = Models.EvidenceLabel.ModelOutput;
}

/// <summary>A column of a table.</summary>
internal sealed record Column(Phrase Header, bool IsNumeric = false);

/// <summary>A chart with its conclusion and the way to its figures.</summary>
internal sealed record Illustration(Chart Chart, Phrase Title, Passage Conclusion, PlaceLink TableLink) : Block
{
    public bool IsHalfWidth { get; init; }
}
