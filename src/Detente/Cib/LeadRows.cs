using System.Numerics;
using System.Runtime.Intrinsics;

namespace Detente.Cib;

/// <summary>What sets of open states of a factor add to all leads at most, in vectors of one width of numbers; only vectors in which the factor makes a difference.</summary>
/// <remarks>Rows of sets are made when first asked for; the same whoever makes them, so that threads may race.</remarks>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed class LeadRows<T>
    where T : unmanaged, IBinaryInteger<T>
{
    // A written factor has up to 7 states, so 127 sets of open ones; the sets of an imported one with 99 must not fill the memory.
    private const int MostStatesRemembered = 7;

    // Of those only the single states are remembered, as long as all of them together take no more.
    private const long MostBytes = 512L << 20;

    private readonly LeadTables tables;
    private readonly T[]?[][] remembered;
    private readonly T[]?[][] single;

    /// <summary>Prepares the rows.</summary>
    /// <param name="tables">The tables of the leads.</param>
    public LeadRows(LeadTables tables)
    {
        this.tables = tables;
        var states = tables.Matrix.States;
        Vectors = tables.Leads / Vector256<T>.Count;
        DirtyWords = (Vectors + 63) / 64;
        Touched = [.. states.Select((_, factor) => TouchedBy(factor))];
        Dirty = [.. Touched.Select(DirtyOf)];
        remembered = [.. states.Select(count => new T[]?[count <= MostStatesRemembered ? 1 << count : 0])];
        var bytes = states.Select((count, factor) => count > MostStatesRemembered ? (long)count * Touched[factor].Length * Vector256<byte>.Count : 0).Sum();
        single = [.. states.Select(count => new T[]?[count > MostStatesRemembered && bytes <= MostBytes ? count : 0])];
        Constant = [.. tables.Constant.Select(value => T.CreateChecked(value))];
        Proof = [.. tables.Proof.Select(value => T.CreateChecked(value))];
    }

    /// <summary>Number of vectors in an array of bounds.</summary>
    public int Vectors { get; }

    /// <summary>Words of a set of vectors.</summary>
    public int DirtyWords { get; }

    /// <summary>By factor the vectors in which it makes a difference, ascending.</summary>
    public int[][] Touched { get; }

    /// <summary>By factor the same as a set.</summary>
    public ulong[][] Dirty { get; }

    /// <summary>See <see cref="LeadTables.Constant"/>.</summary>
    public T[] Constant { get; }

    /// <summary>See <see cref="LeadTables.Proof"/>.</summary>
    public T[] Proof { get; }

    /// <summary>What some states of a factor add at most, by vector of <see cref="Touched"/>.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="open">Its open states, one bit each; at least one.</param>
    public T[] Of(int factor, UInt128 open)
    {
        var known = remembered[factor];
        return known.Length > 0 ? known[(int)open] ??= Most(factor, open)
            : single[factor].Length > 0 ? Joined(factor, open)
            : Most(factor, open);
    }

    // From the rows of the single states: these are asked for most often, one by one.
    private T[] Joined(int factor, UInt128 open)
    {
        T[]? most = null;
        for (var left = open; left != 0; left &= left - 1)
        {
            var state = (int)UInt128.TrailingZeroCount(left);
            var row = single[factor][state] ??= Most(factor, UInt128.One << state);
            if (left == open && (left & (left - 1)) == 0)
            {
                return row;
            }

            most ??= [.. row];
            for (var i = 0; i < most.Length; i += Vector256<T>.Count)
            {
                Vector256.Max(Vector256.Create<T>(most.AsSpan(i)), Vector256.Create<T>(row.AsSpan(i))).CopyTo(most, i);
            }
        }

        return most!;
    }

    private T[] Most(int factor, UInt128 open)
    {
        var touched = Touched[factor];
        var most = new T[touched.Length * Vector256<T>.Count];
        var isFirst = true;
        for (var state = 0; state < tables.Matrix.States[factor]; state++)
        {
            if (((open >> state) & 1) == 0)
            {
                continue;
            }

            for (var i = 0; i < most.Length; i++)
            {
                var value = T.CreateChecked(tables.Added(factor, state, (touched[i / Vector256<T>.Count] * Vector256<T>.Count) + (i % Vector256<T>.Count)));
                most[i] = isFirst ? value : T.Max(most[i], value);
            }

            isFirst = false;
        }

        return most;
    }

    private int[] TouchedBy(int factor)
    {
        var touched = new List<int>();
        foreach (var target in tables.Moved[factor].Where(target => tables.Moves(factor, target)))
        {
            var (first, end) = (LeadTables.Chunk * tables.FirstChunk[target], LeadTables.Chunk * tables.FirstChunk[target + 1]);
            for (var vector = first / Vector256<T>.Count; vector * Vector256<T>.Count < end; vector++)
            {
                // A vector may hold the end of one factor's leads and the beginning of the next one's.
                if (touched.Count == 0 || touched[^1] != vector)
                {
                    touched.Add(vector);
                }
            }
        }

        return [.. touched];
    }

    private ulong[] DirtyOf(int[] touched)
    {
        var dirty = new ulong[DirtyWords];
        foreach (var vector in touched)
        {
            dirty[vector / 64] |= 1UL << (vector % 64);
        }

        return dirty;
    }
}
