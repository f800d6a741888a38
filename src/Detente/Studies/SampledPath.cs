using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>One real path out of all that were walked, kept to be shown. A path is what one run of the model did, not a forecast.</summary>
/// <remarks>Model, options and strategies being the same, seed, draw and path number give the same path again, on any machine and with any number of paths.</remarks>
/// <param name="Draw">The draw of the judgements, from 1.</param>
/// <param name="Path">The path within the draw, from 0.</param>
/// <param name="Kinds">The kind of future at each date, its place among the model's scenarios; as many as <see cref="FuturesResult.Dates"/>.</param>
/// <param name="Severe">Of each step with an event that has a severity the gravest such event, the first on a tie; in order of time.</param>
public sealed record SampledPath(int Draw, int Path, ImmutableArray<int> Kinds, ImmutableArray<SevereEvent> Severe)
{
    /// <summary>The kind that holds the most dates after the start; on a tie the one held last.</summary>
    public int DominantKind => Kinds.Skip(1).Index()
        .GroupBy(one => one.Item, one => one.Index)
        .OrderByDescending(one => one.Count())
        .ThenByDescending(one => one.Last())
        .First().Key;
}

/// <summary>A grave event on a path.</summary>
/// <param name="Step">The step in which it happened; its first day is the date of this place.</param>
/// <param name="Event">The event.</param>
/// <param name="Outcome">How it turned out, the place of its outcome.</param>
/// <param name="Severity">How grave, its place in the model's scale.</param>
public readonly record struct SevereEvent(int Step, EventId Event, int Outcome, int Severity)
{
    /// <summary>The least severity that pictures of paths mark: the upper half of the scale, so that frequent incidents do not cover the course.</summary>
    /// <param name="severities">Steps of the scale.</param>
    /// <returns>Its place in the scale.</returns>
    public static int LeastMarked(int severities) => severities / 2;
}
