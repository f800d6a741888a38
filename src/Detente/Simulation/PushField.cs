using System.Numerics;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>The pushes of a path, in 1/65,536 point, with their decay.</summary>
internal sealed class PushField(PathState path)
{
    private const int WordBits = 64;
    private readonly long[] units = new long[path.Model.Pushes.Length];
    private readonly ulong[] there = new ulong[(path.Model.Pushes.Length + WordBits - 1) / WordBits]; // bits of the pushes that are not 0: few of many
    private readonly int[][] byFactor = ByFactor(path.Model);
    private readonly int[] activeOn = new int[path.Model.Factors.Length];
    private readonly long[] sums = new long[path.Model.Factors.Select(factor => factor.States).DefaultIfEmpty(0).Max()];
    private int active;

    /// <summary>The strength of every push in 1/65,536 point; 0: not there.</summary>
    public ReadOnlySpan<long> Units => units;

    /// <summary>Goes back to the start: no pushes.</summary>
    public void Reset()
    {
        Array.Clear(units);
        Array.Clear(activeOn);
        Array.Clear(there);
        active = 0;
    }

    /// <summary>Ends the pushes whose condition, or whose measure, no longer holds.</summary>
    public void End()
    {
        if (active == 0)
        {
            return;
        }

        for (var word = 0; word < there.Length; word++)
        {
            for (var bits = there[word]; bits != 0; bits &= bits - 1)
            {
                var push = (word * WordBits) + BitOperations.TrailingZeroCount(bits);
                var compiled = path.Model.Pushes[push];
                var isBound = compiled.EndsWith < 0 || path.View.Phases[compiled.EndsWith] is MeasurePhase.InForce or MeasurePhase.Agreed;
                if (!isBound || !path.View.Holds(compiled.While))
                {
                    Set(push, 0);
                }
            }
        }
    }

    /// <summary>Adds the pushes on a factor to its balance: all together, rounded once to hundredths.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="balance">One number per state.</param>
    public void AddTo(int factor, Span<int> balance)
    {
        if (activeOn[factor] == 0)
        {
            return;
        }

        var total = sums.AsSpan(0, balance.Length);
        total.Clear();
        foreach (var push in byFactor[factor])
        {
            if (units[push] == 0)
            {
                continue;
            }

            var lean = path.Model.Pushes[push].Lean;
            for (var state = 0; state < total.Length; state++)
            {
                total[state] += units[push] * lean.Numerators[state];
            }
        }

        var denominator = PushUnits.PerPoint * Impacts.LeanDenominator(balance.Length);
        for (var state = 0; state < balance.Length; state++)
        {
            balance[state] += Impacts.DivideRounded(100 * total[state], denominator);
        }
    }

    /// <summary>One step's decay of all pushes.</summary>
    public void Decay()
    {
        if (active == 0)
        {
            return;
        }

        for (var word = 0; word < there.Length; word++)
        {
            for (var bits = there[word]; bits != 0; bits &= bits - 1)
            {
                var push = (word * WordBits) + BitOperations.TrailingZeroCount(bits);
                Set(push, PushUnits.Decayed(units[push], path.Model.Pushes[push].DecayPerStep));
            }
        }
    }

    /// <summary>A push comes, or comes again: it is back at full strength, or adds up to its cap.</summary>
    /// <param name="push">The push.</param>
    public void Renew(int push)
    {
        var compiled = path.Model.Pushes[push];
        var full = path.Parameters.Pushes[push];
        var sum = compiled.Stacks ? units[push] + full : full;
        Set(push, Math.Clamp(sum, -compiled.Cap, compiled.Cap));
    }

    private void Set(int push, long value)
    {
        var change = (value != 0 ? 1 : 0) - (units[push] != 0 ? 1 : 0);
        units[push] = value;
        if (change != 0)
        {
            active += change;
            activeOn[path.Model.Pushes[push].Lean.Factor] += change;
            there[push / WordBits] ^= 1UL << (push % WordBits);
        }
    }

    private static int[][] ByFactor(CompiledModel model)
    {
        var pushes = model.Pushes.Index().ToLookup(push => push.Item.Lean.Factor, push => push.Index);
        return [.. Enumerable.Range(0, model.Factors.Length).Select(factor => pushes[factor].ToArray())];
    }
}
