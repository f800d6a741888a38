using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>A condition on the present states of at most two factors, tabulated over all of their states.</summary>
/// <remarks>Immutable. Reading it costs one look-up, whatever the condition was.</remarks>
internal sealed class StatePredicate
{
    /// <summary>The most factors the condition of an influence may ask for.</summary>
    public const int MostFactors = 2;

    private readonly bool[] holds;
    private readonly int first;
    private readonly int second;
    private readonly int secondStates;

    private StatePredicate(ImmutableArray<int> factors, int secondStates, bool[] holds)
    {
        Factors = factors;
        first = factors.Length > 0 ? factors[0] : -1;
        second = factors.Length > 1 ? factors[1] : -1;
        this.secondStates = secondStates;
        this.holds = holds;
    }

    /// <summary>The factors it asks for, ascending; none for a constant.</summary>
    public ImmutableArray<int> Factors { get; }

    /// <summary>Tabulates a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="states">Number of states of every factor of the model.</param>
    /// <exception cref="ArgumentException">It asks for anything but states, for a state or factor that is not there, or for more than two factors.</exception>
    public static StatePredicate Of(Condition condition, ImmutableArray<int> states)
    {
        var asked = new SortedSet<int>();
        Collect(condition, states, asked);
        if (asked.Count > MostFactors)
        {
            throw new ArgumentException("The condition of an influence asks for more than two factors.", nameof(condition));
        }

        ImmutableArray<int> factors = [.. asked];
        var rows = factors.Length > 0 ? states[factors[0]] : 1;
        var columns = factors.Length > 1 ? states[factors[1]] : 1;
        var table = new bool[rows * columns];
        var x = new int[states.Length];
        for (var a = 0; a < rows; a++)
        {
            for (var b = 0; b < columns; b++)
            {
                if (factors.Length > 0)
                {
                    x[factors[0]] = a;
                }

                if (factors.Length > 1)
                {
                    x[factors[1]] = b;
                }

                table[(a * columns) + b] = Evaluate(condition, x);
            }
        }

        return new StatePredicate(factors, columns, table);
    }

    /// <summary>Whether it holds in a configuration.</summary>
    /// <param name="x">One state per factor of the model.</param>
    public bool Holds(ReadOnlySpan<int> x) => Holds(first < 0 ? 0 : x[first], second < 0 ? 0 : x[second]);

    /// <summary>Whether it holds in given states of the factors it asks for.</summary>
    /// <param name="firstState">State of the first of <see cref="Factors"/>; 0 when there is none.</param>
    /// <param name="secondState">State of the second; 0 when there is none.</param>
    public bool Holds(int firstState, int secondState) => holds[(firstState * secondStates) + secondState];

    private static void Collect(Condition condition, ImmutableArray<int> states, SortedSet<int> asked)
    {
        switch (condition)
        {
            case ConstantCondition:
                break;
            case FactorIn { Factor.Index: var factor } atom:
                if (factor < 0 || factor >= states.Length || atom.States.Any(state => state < 0 || state >= states[factor]))
                {
                    throw new ArgumentException("A condition names a factor or state that the model does not have.", nameof(condition));
                }

                asked.Add(factor);
                break;
            case Not not:
                Collect(not.Part, states, asked);
                break;
            case AllOf { Parts: var parts }:
                CollectAll(parts, states, asked);
                break;
            case AnyOf { Parts: var parts }:
                CollectAll(parts, states, asked);
                break;
            case AtLeast { Parts: var parts }:
                CollectAll(parts, states, asked);
                break;
            default:
                throw new ArgumentException("The condition of an influence asks for more than present states.", nameof(condition));
        }
    }

    private static void CollectAll(ImmutableArray<Condition> parts, ImmutableArray<int> states, SortedSet<int> asked)
    {
        foreach (var part in parts)
        {
            Collect(part, states, asked);
        }
    }

    private static bool Evaluate(Condition condition, int[] x) => condition switch
    {
        ConstantCondition constant => constant.Value,
        FactorIn atom => atom.States.Contains(x[atom.Factor.Index]),
        Not not => !Evaluate(not.Part, x),
        AllOf all => all.Parts.All(part => Evaluate(part, x)),
        AnyOf any => any.Parts.Any(part => Evaluate(part, x)),
        AtLeast some => some.Parts.Count(part => Evaluate(part, x)) >= some.Count,
        _ => throw new InvalidOperationException("Refused when the factors were collected."),
    };
}
