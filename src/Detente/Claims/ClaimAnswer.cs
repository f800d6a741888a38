using System.Collections.Immutable;

namespace Detente.Claims;

/// <summary>What the model says to a claim.</summary>
/// <param name="Ruling">The answer.</param>
internal sealed record ClaimAnswer(Ruling Ruling)
{
    /// <summary>The quantity in the first world, or the only one.</summary>
    public Measured? First { get; init; }

    /// <summary>The quantity in the second world.</summary>
    public Measured? Second { get; init; }

    /// <summary>First less second; with an event less without it.</summary>
    public Measured? Difference { get; init; }

    /// <summary>The difference at the end of the time in which it must fade.</summary>
    public Measured? AfterFading { get; init; }

    /// <summary>The quantities of an order.</summary>
    public ImmutableArray<Measured> Ordered { get; init; } = [];

    /// <summary>Share of runs that violate.</summary>
    public Measured? Violations { get; init; }

    /// <summary>The comparison that decides, or null.</summary>
    public Margin? Margin { get; init; }

    /// <summary>How often what the claim speaks of came about, or null when it has no premise.</summary>
    public long? Premise { get; init; }

    /// <summary>Whether runs were looked at.</summary>
    public bool IsSampled { get; init; }
}
