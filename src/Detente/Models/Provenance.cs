using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>What kind of support a statement to a reader has. Every statement carries exactly one.</summary>
public enum EvidenceLabel
{
    /// <summary>A document says so at the place named.</summary>
    QuotedSource,

    /// <summary>A data set says so.</summary>
    Data,

    /// <summary>Somebody judged it so.</summary>
    ExpertJudgement,

    /// <summary>The model says so; never carried by an element of a model, only by results.</summary>
    ModelOutput,
}

/// <summary>A document or data set that judgements point to.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Title of the document, as cited.</param>
/// <param name="Authors">Authors in order; may be empty.</param>
/// <param name="Year">Year of publication, or null.</param>
/// <param name="Publisher">Publisher or series, or null.</param>
/// <param name="Address">A web address or archive mark, or null. Never opened by the program.</param>
/// <param name="IsData">Whether it is a data set; otherwise a document.</param>
/// <param name="Note">A note, or null.</param>
public sealed record Source(
    string Id,
    string Title,
    ImmutableArray<string> Authors,
    int? Year,
    string? Publisher,
    string? Address,
    bool IsData,
    LocalizedText? Note);

/// <summary>A pointer to a place in a source, written <c>swp81#p3</c>.</summary>
/// <param name="Source">The source.</param>
/// <param name="Locator">Page or section inside it (<c>p3</c>), or null for the whole.</param>
public readonly record struct SourceReference(SourceId Source, string? Locator);

/// <summary>Why an element stands in the model: the reason in the analyst's words, the places it comes from, and its label.</summary>
/// <param name="Because">The reason, or null when none was given.</param>
/// <param name="Sources">The places it comes from; empty means the analyst's own judgement.</param>
/// <param name="Items">Inventory items of the source text that the element represents; may be empty.</param>
/// <param name="Label">What kind of support the element has.</param>
public sealed record Provenance(
    LocalizedText? Because,
    ImmutableArray<SourceReference> Sources,
    ImmutableArray<string> Items,
    EvidenceLabel Label)
{
    /// <summary>The analyst's own judgement, without a stated reason.</summary>
    public static Provenance Judgement { get; } = new(null, [], [], EvidenceLabel.ExpertJudgement);

    /// <summary>Whether nothing was stated: no reason, no source, no item, no label but the default.</summary>
    internal bool IsUnstated => this is { Because: null, Sources.IsEmpty: true, Items.IsEmpty: true, Label: EvidenceLabel.ExpertJudgement };
}
