namespace Detente.Language.Binding;

/// <summary>Between which numbers a value may lie, both included.</summary>
internal readonly record struct Bounds(double Least, double Most)
{
    /// <summary>Probabilities and chances.</summary>
    public static Bounds Probability { get; } = new(0, 1);

    /// <summary>Weights, impacts and pushes: far above any judgement, low enough that sums of hundredths fit 32 bits.</summary>
    public static Bounds Points { get; } = new(-100, 100);

    /// <summary>Rates per year.</summary>
    public static Bounds Rate { get; } = new(0, 10_000);

    /// <summary>Multipliers, and weights of outcomes and draws.</summary>
    public static Bounds Factor { get; } = new(0, 1_000_000);

    /// <summary>Decisiveness.</summary>
    public static Bounds Decisiveness { get; } = new(0, 100);

    /// <summary>Positions of actors.</summary>
    public static Bounds Position { get; } = new(-3, 3);

    /// <summary>Numbers without a bound of their own.</summary>
    public static Bounds Any { get; } = new(-1e15, 1e15);

    public bool Hold(double value) => value >= Least && value <= Most;
}
