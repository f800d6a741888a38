using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Tree;

namespace Detente.Reports;

/// <summary>A document as a tree of sections, statements, tables and charts: what is said, not how it looks. Writers turn it into a format and compute nothing.</summary>
/// <remarks>Immutable. The same result and language give the same tree.</remarks>
public sealed record Report
{
    internal Report(FrontMatter front, ImmutableArray<Section> body, Section annex) => (Front, Body, Annex) = (front, body, annex);

    /// <summary>Its title as plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The language it is written in.</summary>
    public required ReaderLanguage Language { get; init; }

    /// <summary>The name of the model it is about.</summary>
    public required string ModelId { get; init; }

    /// <summary>Whether the model was written down when the outcome was known; then the report says so on top and on every page.</summary>
    public required bool IsHindsight { get; init; }

    /// <summary>What its figures may be called.</summary>
    public required ModelMode Mode { get; init; }

    internal FrontMatter Front { get; }

    internal ImmutableArray<Section> Body { get; }

    internal Section Annex { get; }
}
