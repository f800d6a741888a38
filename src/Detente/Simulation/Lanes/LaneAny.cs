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
    private readonly int[][] gathered; // by target where the rows begin, the number that chooses first; a multiple of two
    private readonly LaneAnyLook[][] looks;
    private readonly int[] more = new int[LaneAnyRows.FewStates + 1];

    /// <summary>Initialises the redraw.</summary>
    /// <param name="state">The lanes.</param>
    public LaneAny(LaneState state)
    {
        this.state = state;
        var model = state.Model;
        rows = new LaneAnyRows(model);
        targets = [.. Enumerable.Range(0, model.Factors.Length).Select(factor => Fits(model, factor) ? new LaneAnyTarget(model, rows, factor) : null)];
        tables = new LaneAnyTables(targets);
        var most = targets.Max(target => target?.Rows.Length) ?? 0;
        memory = new LaneAnyMemory(rows.Count, most + 2);
        gathered = [.. targets.Select(target => target is null ? [] : Padded([memory.Choices, memory.Choices + LaneWalk.MostLanes, .. target.Rows.Select(LaneAnyMemory.RowAt)]))];
        looks = [.. targets.Select(target => target is null ? [] : target.Looks.Select(look => new LaneAnyLook(memory.Dense(look.Row + 2), look.Shift)).ToArray())];
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

        for (var row = 0; row < rows.Count; row++)
        {
            rows.Pack(row, state.States, memory.Memory.As<byte>(LaneAnyMemory.RowAt(row), state.Words * LaneMask.WordLanes));
        }
    }

    /// <summary>Redraws a factor on all lanes, if that can be done here.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="isPushed">Whether it is pushed on some lane.</param>
    public bool Redraw(int factor, bool isPushed)
    {
        if (targets[factor] is not { } target || tables.KindOf(factor) == LaneAnyKind.None || isPushed || state.HasHolds[factor] || !LaneAny512.IsSupported)
        {
            return false;
        }

        var compiled = state.Model.Factors[factor];
        var draw = new LaneAnyDraw(
            state.Noise.StepKey(compiled.Reconsider), state.Noise.StepKey(compiled.Choice), (int)state.Parameters.Up[factor], state.Words);
        if (draw.Threshold >= LaneAnyDraw.MostThreshold)
        {
            return false;
        }

        Redraw(target, in draw);
        return true;
    }

    private void Redraw(LaneAnyTarget target, in LaneAnyDraw draw)
    {
        var count = LaneAny512.Draw(memory, ref state.Noise.Key, in draw);
        var counted = count - Empty(draw.High, draw.Words);
        ref var weights = ref tables.At(target.Factor);
        ref var table = ref Unsafe.Add(ref weights, LaneAnyTables.FirstTable);
        Array.Clear(more);
        for (var (first, word) = (0, 0); first < count; first += LaneMask.WordLanes)
        {
            word = LaneAny512.Gather(memory, gathered[target.Factor], first, (word, draw.Words));
            LaneAny512.Compare(memory, looks[target.Factor], ref table, target.States);
            var valid = counted - first >= LaneMask.WordLanes ? ulong.MaxValue : (1UL << Math.Max(counted - first, 0)) - 1;
            LaneAny512.Choose(memory, ref weights, (target.States, target.Shift), (memory.Chosen + first, valid), ref more[0]);
        }

        LaneAny512.Write(memory, draw.High, draw.Words, ref state.States[target.Factor * LaneWalk.MostLanes], ref state.Next[target.Factor * LaneWalk.MostLanes]);
        state.Redrawn(target.Factor, more);
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

    private static int[] Padded(int[] of) => of.Length % 2 == 0 ? of : [.. of, of[^1]];

    private bool Fits(CompiledModel model, int factor)
    {
        var compiled = model.Factors[factor];
        return !compiled.MovesToNeighbours && compiled.States is > 1 and <= LaneAnyRows.FewStates && compiled.Barriers.IsEmpty
            && model.Impacts.Influences.All(influence => influence.Target != factor
                || (influence.When is null && model.Delays[influence.Index] == 0 && !rows.Lacks(influence.Source)));
    }
}
