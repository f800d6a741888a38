using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Detente.Cib;

/// <summary>What every state of every factor adds to the leads, laid out for weighted sums of them. See <see cref="SurrogateBound"/>.</summary>
/// <remarks>Immutable, safe to read from any thread. Only for bounds that fit 16 bits.</remarks>
internal sealed class SurrogateTables
{
    private readonly LeadTables tables;
    private readonly short[][][] pairs;
    private readonly short[][][] rows;
    private readonly short[] constant;
    private readonly int[][] first;
    private readonly int[] leadAt;
    private readonly bool[] isMinded;

    /// <summary>Lays out the tables.</summary>
    /// <param name="tables">The tables of the leads.</param>
    public SurrogateTables(LeadTables tables)
    {
        this.tables = tables;
        var states = tables.Matrix.States;
        Factors = (states.Length + Vector256<int>.Count - 1) / Vector256<int>.Count * Vector256<int>.Count;
        States = states.Max();
        first = new int[states.Length][];
        for (var factor = 0; factor < states.Length; factor++)
        {
            first[factor] = new int[states[factor]];
            for (var state = 0; state < states[factor]; state++)
            {
                first[factor][state] = Leads;
                Leads += 2 * Pairs(factor);
            }

            MostPairs = Math.Max(MostPairs, Pairs(factor));
        }

        // Whole vectors.
        Leads = (Leads + Vector256<short>.Count - 1) / Vector256<short>.Count * Vector256<short>.Count;
        isMinded = [.. states.Select((_, factor) => IsAsked(factor) && !tables.Matrix.Conditional.Any(influence => influence.Target == factor))];
        LargestWeight = (short)Math.Clamp((1L << 29) / Math.Max(1, tables.Largest * states.Sum(count => count - 1)), 1, 4096);
        leadAt = LeadsAt();
        constant = [.. leadAt.Select(lead => lead < 0 ? (short)0 : (short)tables.Constant[lead])];
        rows = [.. states.Select((count, source) => Enumerable.Range(0, count).Select(state => RowOf(source, state)).ToArray())];
        pairs = [.. states.Select((count, factor) => Enumerable.Range(0, count).Select(state => PairsOf(factor, state)).ToArray())];
    }

    /// <summary>Number of factors, filled up to whole vectors.</summary>
    public int Factors { get; }

    /// <summary>The largest number of states.</summary>
    public int States { get; }

    /// <summary>Length of an array of leads: by factor and state those over every rival, filled up to pairs.</summary>
    public int Leads { get; }

    /// <summary>The largest number of pairs of rivals.</summary>
    public int MostPairs { get; }

    /// <summary>The largest weight of a lead; no weighted sum can then leave 32 bits. At least 1.</summary>
    public short LargestWeight { get; }

    /// <summary>The weight of a lead at first.</summary>
    public short FirstWeight => (short)Math.Max(1, LargestWeight / 256);

    /// <summary>Number of states of a factor.</summary>
    public int StatesOf(int factor) => tables.Matrix.States[factor];

    /// <summary>Whether a factor's leads can enter the sum: its balance is asked and no conditional influence acts on it.</summary>
    public bool IsMinded(int factor) => isMinded[factor];

    /// <summary>Number of pairs of rivals of a state of a factor.</summary>
    public int Pairs(int factor) => tables.Matrix.States[factor] / 2;

    /// <summary>Where the leads of a state begin.</summary>
    public int First(int factor, int state) => first[factor][state];

    /// <summary>What all states add to the leads over two rivals, both side by side, by state and factor.</summary>
    /// <param name="factor">The factor that leads.</param>
    /// <param name="state">Its state.</param>
    /// <param name="pair">Which rivals.</param>
    /// <param name="constants">What is added whatever the states.</param>
    public ref short Pair(int factor, int state, int pair, out (int Even, int Odd) constants)
    {
        var at = first[factor][state] + (2 * pair);
        constants = (constant[at], constant[at + 1]);
        return ref pairs[factor][state][pair * 2 * States * Factors];
    }

    /// <summary>The leads of a configuration.</summary>
    /// <param name="x">A state per factor.</param>
    /// <param name="leads">Takes them.</param>
    public void Add(ReadOnlySpan<int> x, Span<short> leads)
    {
        constant.CopyTo(leads);
        ref var sums = ref MemoryMarshal.GetReference(leads);
        for (var factor = 0; factor < rows.Length; factor++)
        {
            ref var row = ref MemoryMarshal.GetArrayDataReference(rows[factor][x[factor]]);
            for (var at = 0; at < leads.Length; at += Vector256<short>.Count)
            {
                (Vector256.LoadUnsafe(ref sums, (nuint)at) + Vector256.LoadUnsafe(ref row, (nuint)at)).StoreUnsafe(ref sums, (nuint)at);
            }
        }
    }

    private bool IsAsked(int factor) => tables.FirstChunk[factor] < tables.FirstChunk[factor + 1] && tables.Own[tables.FirstChunk[factor]] != 0;

    private short[] RowOf(int source, int state)
    {
        var row = new short[Leads];
        for (var place = 0; place < Leads; place++)
        {
            row[place] = leadAt[place] is >= 0 and var lead ? (short)tables.Added(source, state, lead) : (short)0;
        }

        return row;
    }

    private short[] PairsOf(int factor, int state)
    {
        var interleaved = new short[Pairs(factor) * 2 * States * Factors];
        for (var place = 0; place < StatesOf(factor) - 1; place++)
        {
            var (pair, half) = Math.DivRem(place, 2);
            var lead = leadAt[first[factor][state] + place];
            for (var source = 0; source < first.Length; source++)
            {
                for (var s = 0; s < StatesOf(source); s++)
                {
                    interleaved[(((((pair * States) + s) * Factors) + source) * 2) + half] = (short)tables.Added(source, s, lead);
                }
            }
        }

        return interleaved;
    }

    // By place the lead; -1: filled up.
    private int[] LeadsAt()
    {
        var leads = new int[Leads];
        Array.Fill(leads, -1);
        for (var factor = 0; factor < first.Length; factor++)
        {
            for (var state = 0; state < StatesOf(factor); state++)
            {
                for (var rival = 0; rival < StatesOf(factor) - 1; rival++)
                {
                    leads[first[factor][state] + rival] = tables.Lead(factor, state, rival + (rival >= state ? 1 : 0));
                }
            }
        }

        return leads;
    }
}
