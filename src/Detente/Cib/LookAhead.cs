using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Detente.Cib;

/// <summary>Tries every open state on the bounds, one step deep: a state with which some factor would be left without a state is closed.</summary>
/// <remarks>Scratch of one thread. What was closed how widely in the last look is remembered, and tells where to branch.</remarks>
/// <param name="ground">What is common to all boxes.</param>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed class LookAhead<T>(BoxGround<T> ground)
    where T : unmanaged, IBinaryInteger<T>
{
    // What is left of a box when a trial closes so many states, 0.7 of it for each: trials with 0.3 to 0.9 took most boxes at either end.
    // Multiplied out, not by the platform's power function: boxes must be the same on any machine.
    private static readonly float[] Left = [.. Enumerable.Range(0, 64).Select(closed => Enumerable.Repeat(0.7f, closed).Aggregate(1e6f, (left, part) => left * part))];

    private readonly ulong[] fallen = new ulong[ground.Tables.Matrix.States.Length];
    private readonly int[] stamps = new int[ground.Tables.Matrix.States.Length];
    private readonly float[] size = new float[ground.Tables.Matrix.States.Length];
    private int stamp;

    /// <summary>By factor how much of the box is likely to be left after branching on it; less is better.</summary>
    public ReadOnlySpan<float> Size => size;

    /// <summary>Closes states, propagating after each, in one pass over the open ones.</summary>
    /// <param name="box">The box, propagated.</param>
    /// <param name="cancellation">Stops it: one look at factors of many states takes long.</param>
    /// <returns>Whether any configuration may be left.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public bool Tighten(Box<T> box, CancellationToken cancellation)
    {
        for (var factor = 0; factor < size.Length; factor++)
        {
            var open = box.Open[factor];
            if ((open & (open - 1)) == 0)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();

            size[factor] = 0;
            var left = open;
            var all = ground.Rows.Of(factor, open);
            for (var states = open; states != 0; states &= states - 1)
            {
                var state = states & (~states + 1);
                var closed = Try(box, factor, state, all);
                if (closed < 0)
                {
                    left &= ~state;
                }
                else
                {
                    size[factor] += Left[Math.Min(closed, Left.Length - 1)];
                }
            }

            if (left == open)
            {
                continue;
            }

            if (left == 0)
            {
                return false;
            }

            box.Restrict(factor, left);
            if (!box.Propagate())
            {
                return false;
            }
        }

        return true;
    }

    // How many states of other factors a state closes at once; -1: some factor loses all.
    private int Try(Box<T> box, int factor, UInt128 state, T[] all)
    {
        var rows = ground.Rows;
        var touched = rows.Touched[factor];
        ref var bounds = ref MemoryMarshal.GetArrayDataReference(box.Bounds);
        ref var plus = ref MemoryMarshal.GetArrayDataReference(rows.Of(factor, state));
        ref var minus = ref MemoryMarshal.GetArrayDataReference(all);
        stamp++;
        var closed = 0;
        for (var i = 0; i < touched.Length; i++)
        {
            var (at, from) = ((nuint)(touched[i] * Vector256<T>.Count), (nuint)(i * Vector256<T>.Count));
            var then = Vector256.LoadUnsafe(ref bounds, at) + Vector256.LoadUnsafe(ref plus, from) - Vector256.LoadUnsafe(ref minus, from);
            var negative = then.ExtractMostSignificantBits() & Box<T>.BitsOf(box.Closing, touched[i]);
            for (; negative != 0; negative &= negative - 1)
            {
                ref readonly var lead = ref ground.Tables.Bits[(int)at + BitOperations.TrailingZeroCount(negative)];
                var target = lead.Factor;
                if (stamps[target] != stamp)
                {
                    (stamps[target], fallen[target]) = (stamp, 0);
                }

                if ((fallen[target] & lead.State) == 0)
                {
                    fallen[target] |= lead.State;
                    closed++;
                    if (fallen[target] == box.Open[target])
                    {
                        return -1;
                    }
                }
            }
        }

        return closed;
    }
}
