using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Why a kind of future comes out. Every share is a share of model runs, not a probability of the world.</summary>
/// <param name="Provenance">How it was made.</param>
public sealed record WhyResult(ResultProvenance Provenance) : StudyResult(Provenance)
{
    /// <summary>The kind that is explained.</summary>
    public ScenarioId Kind { get; init; }

    /// <summary>The first day of the step at whose start the kind is looked at; for the end of the horizon the day after the last step.</summary>
    public DateOnly At { get; init; }

    /// <summary>Share of runs in each kind at the date, in declaration order.</summary>
    public ImmutableArray<Figure> Shares { get; init; } = [];

    /// <summary>What carries the kind, and what stands against it.</summary>
    public WhyCarriers Carriers { get; init; } = new();

    /// <summary>When the paths that end in the kind part from the others.</summary>
    public WhyParting Parting { get; init; } = new();

    /// <summary>Paths told; none of a sort that does not exist.</summary>
    public ImmutableArray<ToldPath> Paths { get; init; } = [];
}

/// <summary>What sort of element is taken out of the model, or added to it.</summary>
public enum WhyElementSort
{
    /// <summary>All influences of one factor on another.</summary>
    Influences,

    /// <summary>One of several influences of one factor on another.</summary>
    OneInfluence,

    /// <summary>A tendency.</summary>
    Tendency,

    /// <summary>An event: kept from happening.</summary>
    Event,

    /// <summary>A measure that a followed strategy pursues: pursued by nobody.</summary>
    Measure,

    /// <summary>A measure that no followed strategy pursues: pursued throughout and without a condition of its own, besides all else.</summary>
    MissingMeasure,
}

/// <summary>An element of the model that is taken out, or added.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Place">Its place in the model's list of its sort; of all influences of a pair that of the first.</param>
public readonly record struct WhyElement(WhyElementSort Sort, int Place)
{
    /// <summary>Whether it is added; otherwise it is taken out.</summary>
    public bool IsAdded => Sort == WhyElementSort.MissingMeasure;
}

/// <summary>What taking one element out, or adding it, does to the share of the kind, on the same random numbers.</summary>
/// <param name="Element">The element.</param>
/// <param name="Difference">Share with the change less share as modelled, from the run that ranked them; the largest of many, so too large on average where it ranks high.</param>
/// <param name="Fresh">The same from other random numbers and draws, which had no part in the ranking; null beyond the top.</param>
public sealed record WhyFinding(WhyElement Element, Figure Difference, Figure? Fresh);

/// <summary>What several elements do when all are taken out at once.</summary>
/// <param name="Elements">The elements, by size of what each does alone.</param>
/// <param name="Difference">Share without all of them less share as modelled, on fresh random numbers.</param>
/// <param name="Sum">The sum of what each does alone, on the same numbers.</param>
/// <param name="Interplay">The difference less the sum: what does not add up.</param>
public sealed record WhyTogether(ImmutableArray<WhyElement> Elements, Figure Difference, double Sum, Figure Interplay);

/// <summary>What carries the kind, and what stands against it.</summary>
public sealed record WhyCarriers
{
    /// <summary>How many elements were tried.</summary>
    public int Tried { get; init; }

    /// <summary>How many of them are measures that nobody pursues.</summary>
    public int TriedMeasures { get; init; }

    /// <summary>How many of them change the share by no more than two standard errors; they are not ranked.</summary>
    public int WithinNoise { get; init; }

    /// <summary>Elements of the top whose fresh difference is beyond two standard errors, by its size; in declaration order on a tie.</summary>
    public ImmutableArray<WhyFinding> Confirmed { get; init; } = [];

    /// <summary>Elements of the top whose fresh difference is within two standard errors: they ranked high by chance, or do little.</summary>
    public ImmutableArray<WhyFinding> Unconfirmed { get; init; } = [];

    /// <summary>Ranked elements below the top, by size; not tried again.</summary>
    public ImmutableArray<WhyFinding> Lesser { get; init; } = [];

    /// <summary>What the elements of the top without which the share is smaller do together; null with fewer than two.</summary>
    public WhyTogether? Together { get; init; }
}

/// <summary>When the paths that end in the kind part from the others: by what they have in common with each other, and not with the others of the same draw.</summary>
/// <remarks>
/// Separation is a difference of shares between paths that end in the kind and those that do not, 0 to 1, draw by draw and then averaged with the
/// weights of Mantel and Haenszel (1959): n1 n0 / n. Of a factor half the sum over its states, of an event the share in which it has
/// happened by then. Beyond noise: the excess e of paths over what draws alone would give, with variance v, satisfies
/// e² > 2 ln(2 tests / 0.05) (v + |e|/3); by the inequality of Bernstein, which holds for such counts since they are sums of independent ones (Vatutin
/// and Mikhailov 1982), all states and events together then name one where there is nothing in fewer than one run of twenty, however few
/// the paths are. From at most the first 200 draws.
/// </remarks>
public sealed record WhyParting
{
    /// <summary>How many states and events were looked at.</summary>
    public int Tried { get; init; }

    /// <summary>Of all that decides between the kind and others, the part that the draw of the judgements has decided before the first step, 0 to 1; null with one draw, or when all paths end alike.</summary>
    public double? ByJudgements { get; init; }

    /// <summary>The first date from which on being in the kind already tells half or more; null when all paths end alike.</summary>
    public DateOnly? Half { get; init; }

    /// <summary>By date from the start: of the paths that end in the kind those already in it, less the same of the others; empty when all paths end alike.</summary>
    public ImmutableArray<double> Already { get; init; } = [];

    /// <summary>What tells them apart beyond noise at the date, largest separation first.</summary>
    public ImmutableArray<TurningPoint> Points { get; init; } = [];
}

/// <summary>A factor or an event that tells the paths that end in the kind from the others.</summary>
/// <param name="Factor">The factor, or null.</param>
/// <param name="Event">The event, or null.</param>
public sealed record TurningPoint(FactorId? Factor, EventId? Event)
{
    /// <summary>Of a factor the state that is more frequent on paths that end in the kind, by most at <see cref="Half"/>; otherwise null.</summary>
    public int? State { get; init; }

    /// <summary>Whether the rule of the kind, or of one tried before it, reads the factor or event by name.</summary>
    public bool IsInRule { get; init; }

    /// <summary>From when on it tells them apart beyond noise and goes on to do so: for a factor the date of the state, for an event the first day of the step in which it happened.</summary>
    public DateOnly First { get; init; }

    /// <summary>From when on at least half of the final separation is there, never before <see cref="First"/>; dates as there.</summary>
    public DateOnly Half { get; init; }

    /// <summary>Of the paths that end in the kind, the share with the state, or with the event behind them, at <see cref="Half"/>.</summary>
    public double Ending { get; init; }

    /// <summary>The same of the others.</summary>
    public double Others { get; init; }

    /// <summary>Separation by date from the start; the last is the final one.</summary>
    public ImmutableArray<double> Separation { get; init; } = [];
}
