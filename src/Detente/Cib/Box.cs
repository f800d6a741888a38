using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Detente.Cib;

/// <summary>What is common to all boxes of one search.</summary>
/// <param name="Tables">The tables of the leads.</param>
/// <param name="Rows">Their rows.</param>
/// <param name="Conditional">The conditional influences.</param>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed record BoxGround<T>(LeadTables Tables, LeadRows<T> Rows, ConditionalTerms Conditional)
    where T : unmanaged, IBinaryInteger<T>;

/// <summary>A box of configurations, the product of every factor's open states, with the most that every lead can be in it.</summary>
/// <remarks>
/// Mutable: the search copies it before it branches. Lanes: leads in the order of <see cref="LeadTables"/>; a chunk of eight leads has a byte of bits,
/// a vector two of them (16-bit numbers) or one. The scalar twin is the brute force of the tests, configuration by configuration.
/// </remarks>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed class Box<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly BoxGround<T> ground;
    private readonly UInt128[] open;
    private readonly T[] bounds;
    private readonly byte[] closing;
    private readonly byte[] rivals;
    private readonly ulong[] dirty;
    private readonly int[]?[] conditional;

    /// <summary>Initialises the box of all configurations of a space.</summary>
    /// <param name="ground">What is common to all boxes.</param>
    /// <param name="states">The open states of every factor, at least one.</param>
    public Box(BoxGround<T> ground, UInt128[] states)
    {
        this.ground = ground;
        var (tables, rows) = (ground.Tables, ground.Rows);
        open = [.. states];
        bounds = [.. rows.Constant];
        (closing, rivals) = ([.. tables.Minded], [.. tables.Own]);
        dirty = new ulong[rows.DirtyWords];
        Array.Fill(dirty, ulong.MaxValue);
        dirty[^1] >>= (64 - (rows.Vectors % 64)) % 64;
        conditional = new int[]?[ground.Conditional.Count];
        for (var factor = 0; factor < open.Length; factor++)
        {
            Add(rows.Touched[factor], rows.Of(factor, open[factor]));
            Forget(factor, ~open[factor]);
        }

        for (var i = 0; i < conditional.Length; i++)
        {
            Reconsider(i);
        }
    }

    private Box(Box<T> other)
    {
        ground = other.ground;
        open = [.. other.open];
        bounds = [.. other.bounds];
        (closing, rivals, dirty) = ([.. other.closing], [.. other.rivals], [.. other.dirty]);
        conditional = [.. other.conditional];
    }

    /// <summary>The open states of every factor, one bit each. Changed by <see cref="Restrict"/> only.</summary>
    public UInt128[] Open => open;

    /// <summary>The bounds of all leads; those of closed states go on being true.</summary>
    public T[] Bounds => bounds;

    /// <summary>By chunk the leads that close their state when they fall below 0: those of open states.</summary>
    public byte[] Closing => closing;

    /// <summary>Number of configurations in the box.</summary>
    public BigInteger Count
    {
        get
        {
            var count = BigInteger.One;
            foreach (var states in open)
            {
                count *= (int)UInt128.PopCount(states);
            }

            return count;
        }
    }

    /// <summary>A box of its own with the same content.</summary>
    public Box<T> Copy() => new(this);

    /// <summary>Takes over the content of another box of the same search.</summary>
    /// <param name="other">The other box.</param>
    public void Become(Box<T> other)
    {
        other.open.AsSpan().CopyTo(open);
        other.bounds.AsSpan().CopyTo(bounds);
        other.closing.AsSpan().CopyTo(closing);
        other.rivals.AsSpan().CopyTo(rivals);
        other.dirty.AsSpan().CopyTo(dirty);
        other.conditional.AsSpan().CopyTo(conditional);
    }

    /// <summary>Leaves a factor only some of its open states.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="states">The states left; at least one, all of them open.</param>
    public void Restrict(int factor, UInt128 states)
    {
        var rows = ground.Rows;
        Shift(bounds, rows.Touched[factor], rows.Of(factor, states), rows.Of(factor, open[factor]));
        var touched = rows.Dirty[factor];
        for (var word = 0; word < dirty.Length; word++)
        {
            dirty[word] |= touched[word];
        }

        Forget(factor, open[factor] & ~states);
        open[factor] = states;
        for (var i = 0; i < conditional.Length; i++)
        {
            if (ground.Conditional.Minds(i, factor))
            {
                Reconsider(i);
            }
        }
    }

    /// <summary>Closes every state whose lead over some rival cannot suffice, whatever else is chosen, until none is left to close.</summary>
    /// <returns>Whether every factor still has an open state: otherwise no configuration of the box is one that is looked for.</returns>
    public bool Propagate()
    {
        for (var word = 0; word < dirty.Length;)
        {
            if (dirty[word] == 0)
            {
                word++;
                continue;
            }

            var vector = (word * 64) + BitOperations.TrailingZeroCount(dirty[word]);
            dirty[word] &= dirty[word] - 1;
            var fallen = Negative(vector) & BitsOf(closing, vector);
            if (fallen != 0)
            {
                if (!CloseLeads(vector, fallen))
                {
                    return false;
                }

                word = 0;
            }
        }

        return true;
    }

    /// <summary>Marks the factors of which some open state may trail a rival: their balances are not proved for the whole box.</summary>
    /// <param name="inDoubt">One mark per factor; marks are only added. Empty: only asks whether there is any.</param>
    /// <param name="withinReach">Whether only rivals count that close a state; otherwise all.</param>
    /// <returns>Whether there is any.</returns>
    public bool Doubt(Span<bool> inDoubt, bool withinReach)
    {
        var any = false;
        for (var vector = 0; vector < ground.Rows.Vectors; vector++)
        {
            var unproved = Above(vector) & BitsOf(rivals, vector) & (withinReach ? BitsOf(ground.Tables.Minded, vector) : uint.MaxValue);
            if (unproved == 0)
            {
                continue;
            }

            any = true;
            if (inDoubt.IsEmpty)
            {
                return true;
            }

            for (; unproved != 0; unproved &= unproved - 1)
            {
                inDoubt[ground.Tables.FactorOf[(vector * Vector256<T>.Count) + BitOperations.TrailingZeroCount(unproved)]] = true;
            }
        }

        return any;
    }

    /// <summary>Whether it is proved that every configuration of the box is inconsistent for the sake of one factor, rivals out of reach included.</summary>
    public bool IsInconsistent()
    {
        var tables = ground.Tables;
        for (var factor = 0; factor < open.Length; factor++)
        {
            var alive = open[factor];
            var (first, end) = (LeadTables.Chunk * tables.FirstChunk[factor], LeadTables.Chunk * tables.FirstChunk[factor + 1]);
            for (var lead = first; lead < end; lead++)
            {
                var isLead = (tables.Own[lead / LeadTables.Chunk] & (1 << (lead % LeadTables.Chunk))) != 0;
                alive &= isLead && T.IsNegative(bounds[lead]) ? ~(UInt128.One << tables.StateOf[lead]) : UInt128.MaxValue;
            }

            if (alive == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bits of a vector's leads below 0.</summary>
    /// <param name="vector">The vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Negative(int vector) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(bounds), (nuint)(vector * Vector256<T>.Count)).ExtractMostSignificantBits();

    /// <summary>The bits of a vector from bits by chunk.</summary>
    /// <param name="bits">Bits by chunk.</param>
    /// <param name="vector">The vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint BitsOf(byte[] bits, int vector) =>
        Vector256<T>.Count == LeadTables.Chunk
            ? bits[vector]
            : BinaryPrimitives.ReadUInt16LittleEndian(bits.AsSpan(2 * vector, 2));

    private uint Above(int vector)
    {
        var at = (nuint)(vector * Vector256<T>.Count);
        return Vector256.GreaterThan(
            Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(bounds), at),
            Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(ground.Rows.Proof), at)).ExtractMostSignificantBits();
    }

    // States of one factor are closed together, so that its rows are taken off once.
    private bool CloseLeads(int vector, uint fallen)
    {
        var tables = ground.Tables;
        while (fallen != 0)
        {
            var factor = tables.FactorOf[(vector * Vector256<T>.Count) + BitOperations.TrailingZeroCount(fallen)];
            var left = open[factor];
            for (; fallen != 0; fallen &= fallen - 1)
            {
                var lead = (vector * Vector256<T>.Count) + BitOperations.TrailingZeroCount(fallen);
                if (tables.FactorOf[lead] != factor)
                {
                    break;
                }

                left &= ~(UInt128.One << tables.StateOf[lead]);
            }

            if (left == 0)
            {
                return false;
            }

            Restrict(factor, left);
        }

        return true;
    }

    // Closed states have no leads to mind, and need not be led: nobody chooses them.
    private void Forget(int factor, UInt128 states)
    {
        var tables = ground.Tables;
        var (first, end) = (tables.FirstChunk[factor], tables.FirstChunk[factor + 1]);
        for (states &= (UInt128.One << tables.Matrix.States[factor]) - 1; states != 0; states &= states - 1)
        {
            var state = (int)UInt128.TrailingZeroCount(states);
            var (own, over) = (tables.OwnBits[factor][state], tables.RivalBits[factor][state]);
            for (var chunk = first; chunk < end; chunk++)
            {
                closing[chunk] &= (byte)~own[chunk - first];
                rivals[chunk] &= (byte)~over[chunk - first];
            }
        }
    }

    private void Reconsider(int i)
    {
        var most = ground.Conditional.Most(i, open);
        var at = LeadTables.Chunk * ground.Tables.FirstChunk[ground.Conditional[i].Target];
        for (var lead = 0; lead < most.Length; lead++)
        {
            bounds[at + lead] += T.CreateChecked(most[lead] - (conditional[i]?[lead] ?? 0));
            var vector = (at + lead) / Vector256<T>.Count;
            dirty[vector / 64] |= 1UL << (vector % 64);
        }

        conditional[i] = most;
    }

    private void Add(int[] touched, T[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            bounds[(touched[i / Vector256<T>.Count] * Vector256<T>.Count) + (i % Vector256<T>.Count)] += row[i];
        }
    }

    private static void Shift(T[] bounds, int[] touched, T[] plus, T[] minus)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(bounds);
        ref var added = ref MemoryMarshal.GetArrayDataReference(plus);
        ref var taken = ref MemoryMarshal.GetArrayDataReference(minus);
        for (var i = 0; i < touched.Length; i++)
        {
            var (at, from) = ((nuint)(touched[i] * Vector256<T>.Count), (nuint)(i * Vector256<T>.Count));
            (Vector256.LoadUnsafe(ref sums, at) + Vector256.LoadUnsafe(ref added, from) - Vector256.LoadUnsafe(ref taken, from)).StoreUnsafe(ref sums, at);
        }
    }
}
