using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Cib;

/// <summary>The impacts as rows over all states of all factors: what every configuration is scored with, in hundredths of a point.</summary>
/// <remarks>
/// Scores of a configuration lie in one array, the states of each factor side by side from <see cref="Offsets"/> on.
/// A block of a factor on itself is a row like any other. Immutable, safe to read from any thread.
/// </remarks>
internal sealed class BalanceMatrix
{
    private readonly int[][][] rows;
    private readonly ImmutableArray<CompiledInfluence>[] completedBy;

    /// <summary>Initialises the rows from impact tables.</summary>
    /// <param name="tables">The tables.</param>
    public BalanceMatrix(ImpactTables tables)
    {
        Tables = tables;
        States = tables.Layout.States;
        var offsets = ImmutableArray.CreateBuilder<int>(States.Length);
        foreach (var states in States)
        {
            offsets.Add(Width);
            Width += states;
        }

        Offsets = offsets.MoveToImmutable();
        rows = [.. States.Select(states => Enumerable.Range(0, states).Select(_ => new int[Width]).ToArray())];
        foreach (var pair in tables.Merge())
        {
            for (var source = 0; source < States[pair.Source]; source++)
            {
                pair.Impacts.AsSpan(source * States[pair.Target], States[pair.Target]).CopyTo(rows[pair.Source][source].AsSpan(Offsets[pair.Target]));
            }
        }

        Conditional = [.. tables.Layout.Influences.Where(influence => influence.When is not null)];
        Unit = Math.Max(1, Conditional.Select(influence => tables.Of(influence.Index).ToArray()).Concat(rows.SelectMany(factor => factor)).Aggregate(0, GreatestDivisor));
        completedBy = [.. Enumerable.Range(0, States.Length).Select(factor => Conditional.Where(influence => LastAsked(influence) == factor).ToImmutableArray())];
    }

    /// <summary>The impact tables.</summary>
    public ImpactTables Tables { get; }

    /// <summary>Number of states of every factor.</summary>
    public ImmutableArray<int> States { get; }

    /// <summary>Where each factor's states begin in an array of scores.</summary>
    public ImmutableArray<int> Offsets { get; }

    /// <summary>Length of an array of scores: the states of all factors together.</summary>
    public int Width { get; }

    /// <summary>The influences with a condition, which are in no row.</summary>
    public ImmutableArray<CompiledInfluence> Conditional { get; }

    /// <summary>The largest number of hundredths of a point that divides all impacts, conditional ones included; 1 where there are none. In it sums are smallest.</summary>
    public int Unit { get; }

    /// <summary>The unconditional impacts of one state of a factor on all states of all factors.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="state">Its state.</param>
    public ReadOnlySpan<int> Row(int factor, int state) => rows[factor][state];

    /// <summary>Scores a configuration.</summary>
    /// <param name="x">One state per factor.</param>
    /// <param name="scores">Takes the balance of every state of every factor; <see cref="Width"/> long.</param>
    public void Score(ReadOnlySpan<int> x, Span<int> scores)
    {
        scores.Clear();
        for (var factor = 0; factor < States.Length; factor++)
        {
            Extend(x, factor, scores);
        }
    }

    /// <summary>Adds what is known once a factor's state is, given those of all earlier ones.</summary>
    /// <param name="x">One state per factor; later ones are not read.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="scores">The sums over the earlier factors; gets the new ones.</param>
    public void Extend(ReadOnlySpan<int> x, int factor, Span<int> scores)
    {
        Sums.Add(scores, rows[factor][x[factor]]);
        foreach (var influence in completedBy[factor])
        {
            if (influence.When!.Holds(x))
            {
                Sums.Add(scores.Slice(Offsets[influence.Target], influence.TargetStates), Tables.Row(influence.Index, x[influence.Source]));
            }
        }
    }

    private static int GreatestDivisor(int divisor, int[] impacts)
    {
        foreach (var impact in impacts)
        {
            for (var rest = Math.Abs(impact); rest != 0;)
            {
                (divisor, rest) = (rest, divisor % rest);
            }
        }

        return divisor;
    }

    private static int LastAsked(CompiledInfluence influence) => influence.When!.Factors.Append(influence.Source).Max();
}
