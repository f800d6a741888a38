using System.Collections.Immutable;

namespace Detente.Compiled;

/// <summary>A statement over variables with a few values each, read on open values: true, false, or null where it depends (Kleene 1952).</summary>
internal abstract record Formula
{
    /// <summary>Holds always.</summary>
    public static Formula True { get; } = new Threshold(0, []);

    /// <summary>Holds never.</summary>
    public static Formula False { get; } = new Threshold(1, []);

    /// <summary>All parts hold.</summary>
    /// <param name="parts">The parts.</param>
    public static Formula All(params ImmutableArray<Formula> parts) => new Threshold(parts.Length, parts);

    /// <summary>Reads it.</summary>
    /// <param name="open">The open values of every variable, one bit each; at least one.</param>
    public abstract bool? Read(ReadOnlySpan<UInt128> open);

    /// <summary>A part that depends on a variable; only of a formula that is not decided.</summary>
    /// <param name="open">The open values of every variable.</param>
    public abstract Literal Undecided(ReadOnlySpan<UInt128> open);
}

/// <summary>A variable has one of some values.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Values">The values, one bit each.</param>
internal sealed record Literal(int Variable, UInt128 Values) : Formula
{
    /// <inheritdoc/>
    public override bool? Read(ReadOnlySpan<UInt128> open)
    {
        var covered = open[Variable] & Values;
        return covered == 0 ? false : covered == open[Variable] ? true : null;
    }

    /// <inheritdoc/>
    public override Literal Undecided(ReadOnlySpan<UInt128> open) => this;

    /// <summary>Values as bits.</summary>
    /// <param name="values">The values.</param>
    public static UInt128 Bits(ImmutableArray<int> values) => values.Aggregate(UInt128.Zero, (bits, value) => bits | (UInt128.One << value));
}

/// <summary>A part does not hold.</summary>
/// <param name="Part">The part.</param>
internal sealed record Negation(Formula Part) : Formula
{
    /// <inheritdoc/>
    public override bool? Read(ReadOnlySpan<UInt128> open) => !Part.Read(open);

    /// <inheritdoc/>
    public override Literal Undecided(ReadOnlySpan<UInt128> open) => Part.Undecided(open);
}

/// <summary>At least so many parts hold.</summary>
/// <param name="Count">How many.</param>
/// <param name="Parts">The parts.</param>
internal sealed record Threshold(int Count, ImmutableArray<Formula> Parts) : Formula
{
    /// <inheritdoc/>
    public override bool? Read(ReadOnlySpan<UInt128> open)
    {
        var (yes, possible) = (0, Parts.Length);
        foreach (var part in Parts)
        {
            var truth = part.Read(open);
            yes += truth is true ? 1 : 0;
            possible -= truth is false ? 1 : 0;
            if (possible < Count)
            {
                return false;
            }
        }

        return yes >= Count ? true : null;
    }

    /// <inheritdoc/>
    public override Literal Undecided(ReadOnlySpan<UInt128> open)
    {
        foreach (var part in Parts)
        {
            if (part.Read(open) is null)
            {
                return part.Undecided(open);
            }
        }

        throw new InvalidOperationException("Every part of the formula is decided.");
    }
}
