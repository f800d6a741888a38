using System.Collections.Immutable;

namespace Detente.Studies;

/// <summary>Which elements represent the items of the source text. Empty for a model without an inventory.</summary>
/// <param name="Provenance">How it was made.</param>
/// <param name="Items">One entry per inventory item, in declaration order.</param>
/// <param name="Crowded">Elements that carry more items than one element can stand for.</param>
public sealed record CoverageResult(
    ResultProvenance Provenance,
    ImmutableArray<ItemCoverage> Items,
    ImmutableArray<CrowdedElement> Crowded) : StudyResult(Provenance)
{
    /// <summary>The most items one element may carry.</summary>
    public static int MostPerElement => 6;

    /// <summary>Whether every item is represented by an element of its kind and no element is crowded.</summary>
    public bool IsComplete => Crowded.IsEmpty && Items.All(item => !item.Representing.IsEmpty);
}

/// <summary>Which elements carry an item.</summary>
/// <param name="Item">The item, its place in <see cref="Models.Model.Items"/>.</param>
/// <param name="Representing">Names of the elements of a kind that can represent it, in the order of the sections: <c>factors/trust</c>.</param>
/// <param name="Mentioning">Names of the other elements that carry it; they do not count.</param>
public sealed record ItemCoverage(int Item, ImmutableArray<string> Representing, ImmutableArray<string> Mentioning);

/// <summary>An element with too many items.</summary>
/// <param name="Element">Its name.</param>
/// <param name="Items">How many it carries.</param>
public readonly record struct CrowdedElement(string Element, int Items);
