using Detente.Models;

namespace Detente.Simulation;

/// <summary>Where the counts of an <see cref="EscalationMeter"/> stand.</summary>
/// <param name="severities">Steps of the scale of severity.</param>
/// <param name="steps">Steps of time.</param>
internal sealed class EscalationLayout(int severities, int steps)
{
    /// <summary>Numbers kept per severity: of all events, and of those of each pathway.</summary>
    public const int Kinds = 4;

    /// <summary>Steps of the scale of severity.</summary>
    public int Severities => severities;

    /// <summary>Stands in a <see cref="RoutePair"/> for the gravest severity that a path reaches; in the first world only.</summary>
    public int Gravest => severities;

    /// <summary>Steps of time.</summary>
    public int Steps => steps;

    /// <summary>How many counts there are.</summary>
    public int Width => ChainProducts(severities);

    /// <summary>The place of a kind of number: 0 for all events.</summary>
    /// <param name="pathway">The pathway.</param>
    public static int KindOf(Pathway pathway) => 1 + (int)pathway;

    /// <summary>Paths whose first event of at least a severity came in a step.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="step">The step.</param>
    public int FirstIn(int severity, int step) => (severity * steps) + step;

    /// <summary>Number of events of at least a severity; then its squares, its differences to the first world, their squares.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="kind">0 for all, else <see cref="KindOf"/>.</param>
    public int Number(int severity, int kind) => (severities * steps) + (4 * ((severity * Kinds) + kind));

    /// <summary>Chains that reach at least a severity.</summary>
    /// <param name="severity">The severity.</param>
    public int Chains(int severity) => Number(severities, 0) + severity;

    /// <summary>Squares of the number of such chains on a path.</summary>
    /// <param name="severity">The severity.</param>
    public int ChainSquares(int severity) => Chains(severities) + severity;

    /// <summary>Products of the number of such chains on a path with the number of those that reach the next severity.</summary>
    /// <param name="severity">The severity.</param>
    public int ChainProducts(int severity) => ChainSquares(severities) + severity;
}
