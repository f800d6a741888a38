using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Detente.Cib;

/// <summary>A free factor in lanes.</summary>
/// <param name="States">Number of its states.</param>
/// <param name="Stride">How far apart its states lie within its part.</param>
/// <param name="Part">The part, counted from the last one.</param>
/// <param name="EndsPart">Whether no later factor is of its part.</param>
internal readonly record struct LaneFactor(int States, int Stride, int Part, bool EndsPart);

/// <summary>
/// One step of succession for 16 configurations side by side; <see cref="LaneBlocks"/> says what lies where. One small method a rule, all it
/// needs passed to it, so that everything stays in registers.
/// </summary>
internal static class Lanes
{
    /// <summary>Configurations side by side.</summary>
    public const int Count = 16;

    /// <summary>All factors to their best states: the places of the successors, part by part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Global(ref short table, ref short constants, ref short values, ReadOnlySpan<LaneFactor> factors, ref short parts)
    {
        nuint at = 0;
        var sum = Vector256<short>.Zero;
        foreach (ref readonly var factor in factors)
        {
            var most = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
            var best = Vector256<short>.Zero;
            at += Count;
            for (var end = at + (nuint)((factor.States - 1) * Count); at < end; at += Count)
            {
                var key = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
                best = Vector256.ConditionalSelect(Vector256.GreaterThan(key, most), Vector256.LoadUnsafe(ref values, at), best);
                most = Vector256.Max(key, most);
            }

            sum += best;
            if (factor.EndsPart)
            {
                sum.StoreUnsafe(ref parts, (nuint)(factor.Part * Count));
                sum = Vector256<short>.Zero;
            }
        }
    }

    /// <summary>All factors one state nearer to their best ones: the way to the successors, part by part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Incremental(ref short table, ref short constants, ref short values, ReadOnlySpan<LaneFactor> factors, ref short parts)
    {
        nuint at = 0;
        var sum = Vector256<short>.Zero;
        foreach (ref readonly var factor in factors)
        {
            var stride = Vector256.LoadUnsafe(ref values, at);
            var present = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
            at += Count;
            var most = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
            var best = Vector256<short>.Zero;
            at += Count;
            for (var end = at + (nuint)((factor.States - 1) * Count); at < end; at += Count)
            {
                var key = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
                best = Vector256.ConditionalSelect(Vector256.GreaterThan(key, most), Vector256.LoadUnsafe(ref values, at), best);
                most = Vector256.Max(key, most);
            }

            sum += (Vector256.GreaterThan(best, present) & stride) - (Vector256.LessThan(best, present) & stride);
            if (factor.EndsPart)
            {
                sum.StoreUnsafe(ref parts, (nuint)(factor.Part * Count));
                sum = Vector256<short>.Zero;
            }
        }
    }

    /// <summary>The factor furthest behind, the first on a tie, to its best state: the way to the successors, part by part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Local(ref short table, ref short constants, ref short values, ReadOnlySpan<LaneFactor> factors, Span<short> parts)
    {
        nuint at = 0;
        parts.Clear();
        ref var ways = ref parts[0];
        var furthest = Vector256<short>.Zero;
        foreach (ref readonly var factor in factors)
        {
            var present = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
            at += Count;
            var most = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
            var (best, own) = (Vector256<short>.Zero, most);
            at += Count;
            for (var end = at + (nuint)((factor.States - 1) * Count); at < end; at += Count)
            {
                var key = Vector256.LoadUnsafe(ref table, at) + Vector256.LoadUnsafe(ref constants, at);
                best = Vector256.ConditionalSelect(Vector256.GreaterThan(key, most), Vector256.LoadUnsafe(ref values, at), best);
                most = Vector256.Max(key, most);

                // Only the key of the present state is odd.
                own = Vector256.ConditionalSelect(Vector256.Equals(key & Vector256<short>.One, Vector256<short>.One), key, own);
            }

            var behind = most - own;
            var leads = Vector256.GreaterThan(behind, furthest);
            furthest = Vector256.Max(behind, furthest);
            for (nuint part = 0; part < (nuint)parts.Length; part += Count)
            {
                var way = part == (nuint)(factor.Part * Count) ? best - present : Vector256<short>.Zero;
                Vector256.ConditionalSelect(leads, way, Vector256.LoadUnsafe(ref ways, part)).StoreUnsafe(ref ways, part);
            }
        }
    }

    /// <summary>Parts joined to places, or to ways.</summary>
    /// <param name="parts">Part by part, from the last.</param>
    /// <param name="strides">How far apart the configurations of each part lie.</param>
    /// <param name="joined">Takes one number a lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Join(ReadOnlySpan<short> parts, ReadOnlySpan<long> strides, Span<long> joined)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            long sum = parts[lane];
            for (var part = 1; part < strides.Length; part++)
            {
                sum += parts[(part * Count) + lane] * strides[part];
            }

            joined[lane] = sum;
        }
    }

    /// <summary>Adds the places of consecutive configurations: what were ways become places.</summary>
    /// <param name="ways">One a lane.</param>
    /// <param name="first">The place of the first.</param>
    public static void Arrive(Span<long> ways, long first)
    {
        for (var lane = 0; lane < ways.Length; lane++)
        {
            ways[lane] += first + lane;
        }
    }

    /// <summary>sums = a + b.</summary>
    public static void Add(ReadOnlySpan<short> a, ReadOnlySpan<short> b, Span<short> sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = (short)(a[i] + b[i]);
        }
    }
}
