using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>The redraw of factors that move to any state, all lanes of a factor at once; the plain twin is in <see cref="RedrawStage"/>.</summary>
/// <remarks>
/// The states of what acts are gathered on the redrawn lanes only, a few of 64, so that vectors are full; sources share bytes and are looked up three
/// at a time; the choice is mostly decided by the first byte of its number. A factor with barriers, with conditional or delayed influences, of more than
/// four states or with sums that do not fit is left to <see cref="LaneRedraw"/>, and so is one that is held, or pushed, in a step.
/// </remarks>
internal sealed class LaneAny
{
    private readonly LaneState state;
    private readonly LaneAnyRows rows;
    private readonly LaneAnyTarget?[] targets;
    private readonly LaneAnyTables tables;
    private readonly LaneAnyMemory memory;
    private readonly LaneAnyPlain plain;
    private readonly LaneAnyHalf? half;
    private readonly ulong[] drawn = new ulong[LaneState.Stride];
    private readonly int[][] gathered; // by target where the rows begin, the number that chooses first; a multiple of four
    private readonly LaneMemory purposes; // by factor that of being reconsidered and that of the choice; behind them the parts of the keys in the step

    /// <summary>Initialises the redraw.</summary>
    /// <param name="state">The lanes.</param>
    /// <param name="pushes">The pushes.</param>
    public LaneAny(LaneState state, LanePushes pushes)
    {
        this.state = state;
        var model = state.Model;
        rows = new LaneAnyRows(model);
        targets = [.. Enumerable.Range(0, model.Factors.Length).Select(factor => Fits(model, factor) ? new LaneAnyTarget(model, rows, factor) : null)];
        tables = new LaneAnyTables(targets);
        var most = targets.Max(target => target?.Rows.Length) ?? 0;
        memory = new LaneAnyMemory(Rounded(rows.Count), most + 2);
        plain = new LaneAnyPlain(state, pushes, memory);
        half = tables.Halves is { } halves ? new LaneAnyHalf(state, halves, new LaneAnyRecords(memory.Memory, Rounded(rows.Count))) : null;
        purposes = new LaneMemory(2 * Keys(model.Factors.Length) * sizeof(ulong));
        var all = purposes.As<ulong>(0, 2 * model.Factors.Length);
        for (var factor = 0; factor < model.Factors.Length; factor++)
        {
            (all[2 * factor], all[(2 * factor) + 1]) = (model.Factors[factor].Reconsider, model.Factors[factor].Choice);
        }

        gathered = [.. targets.Select(target => target is null ? [] : Padded([memory.Choices, memory.Choices + LaneWalk.MostLanes, .. target.Rows.Select(LaneAnyMemory.RowAt)]))];
    }

    /// <summary>Begins with other parameters.</summary>
    public void Prepare() => tables.Prepare(state.Parameters, state.Model);

    /// <summary>Begins the redraw of a step: takes in the states of the snapshot.</summary>
    public void Enter()
    {
        if (!Array.Exists(targets, target => target is not null && tables.KindOf(target.Factor) != LaneAnyKind.None))
        {
            return;
        }

        var keys = Keys(targets.Length);
        state.Noise.StepKeys(purposes.As<ulong>(0, keys), purposes.As<ulong>(keys * sizeof(ulong), keys));
        for (var row = 0; row < rows.Count; row++)
        {
            rows.Pack(row, state.States, memory.Memory.As<byte>(LaneAnyMemory.RowAt(row), state.Words * LaneMask.WordLanes));
        }

        half?.Enter();
    }

    /// <summary>Redraws a factor on all lanes, if that can be done here.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="isPushed">Whether it is pushed on some lane.</param>
    public bool Redraw(int factor, bool isPushed)
    {
        if (targets[factor] is not { } target || tables.KindOf(factor) == LaneAnyKind.None || state.HasHolds[factor])
        {
            return false;
        }

        var keys = purposes.As<ulong>((Keys(targets.Length) + (2 * factor)) * sizeof(ulong), 2);
        var draw = new LaneAnyDraw(keys[0], keys[1], (int)state.Parameters.Up[factor], state.Words);
        var isNarrow = tables.KindOf(factor) == LaneAnyKind.Narrow && draw.Threshold < LaneAnyDraw.MostThreshold;
        if (isNarrow && LaneAny512.IsSupported)
        {
            Redraw(target, in draw);
            if (isPushed)
            {
                plain.Push(target, Drawn(in draw), tables);
            }
        }
        else if (isNarrow && half is not null && half.Has(factor))
        {
            var redrawn = half.Redraw(target, in draw, target.Rows[0] % LaneAnyRecords.Rows);
            if (isPushed)
            {
                plain.Number(in draw);
                plain.Push(target, redrawn, tables);
            }
        }
        else
        {
            plain.Redraw(target, in draw, tables);
        }

        return true;
    }

    private void Redraw(LaneAnyTarget target, in LaneAnyDraw draw)
    {
        var count = LaneAny512.Draw(memory, ref state.Noise.Key, in draw);
        var counted = count - Empty(draw.High, draw.Words);
        ref var weights = ref tables.At(target.Factor);
        ref var more = ref state.Redrawn(target.Factor);
        for (var (first, word) = (0, 0); first < count; first += LaneMask.WordLanes)
        {
            word = LaneAny512.Gather(memory, gathered[target.Factor], first, (word, draw.Words));
            var valid = counted - first >= LaneMask.WordLanes ? ulong.MaxValue : (1UL << Math.Max(counted - first, 0)) - 1;
            LaneAny512.Choose(memory, target, ref weights, (memory.Chosen + first, valid), ref more);
        }

        LaneAny512.Write(memory, draw.High, draw.Words, (gathered[target.Factor][2], target.Shift), ref state.Next.At(target.Factor * LaneWalk.MostLanes));
    }

    /// <summary>The lanes that have been redrawn as a set.</summary>
    private ReadOnlySpan<ulong> Drawn(in LaneAnyDraw draw)
    {
        LaneMask.AtMost(memory.Memory.AsSpan(memory.Numbers, draw.Words * LaneMask.WordLanes), draw.High, drawn);
        return drawn.AsSpan(0, draw.Words);
    }

    /// <summary>How many of those redrawn are empty lanes; they are the last ones.</summary>
    private int Empty(byte high, int words)
    {
        var empty = (words * LaneMask.WordLanes) - state.Paths;
        if (empty == 0)
        {
            return 0;
        }

        var count = 0;
        foreach (var number in memory.Memory.As<byte>(memory.Numbers + state.Paths, empty))
        {
            count += number <= high ? 1 : 0;
        }

        return count;
    }

    /// <summary>Numbers of that many factors, filled up to whole vectors.</summary>
    private static int Keys(int factors) => ((2 * factors) + 7) & ~7;

    /// <summary>That many rows, filled up to whole records.</summary>
    private static int Rounded(int count) => (count + LaneAnyRecords.Rows - 1) / LaneAnyRecords.Rows * LaneAnyRecords.Rows;

    private static int[] Padded(int[] of) => [.. of, .. Enumerable.Repeat(of[^1], -of.Length & 3)];

    private bool Fits(CompiledModel model, int factor)
    {
        var compiled = model.Factors[factor];
        return !compiled.MovesToNeighbours && compiled.States is > 1 and <= LaneAnyRows.FewStates && compiled.Barriers.IsEmpty
            && model.Impacts.Influences.All(influence => influence.Target != factor
                || (influence.When is null && model.Delays[influence.Index] == 0 && !rows.Lacks(influence.Source)));
    }
}
