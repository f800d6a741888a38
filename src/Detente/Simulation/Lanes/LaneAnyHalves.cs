using System.Runtime.InteropServices;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>The tables of narrow targets for vectors that look up 16 entries: half a row, two factors of up to four states, at a time.</summary>
internal sealed class LaneAnyHalves
{
    /// <summary>Entries of a table.</summary>
    public const int Entries = 16;

    /// <summary>Where the tables begin after the weights, in bytes: 64 low bytes, then 64 high ones.</summary>
    public const int FirstTable = 2 * LaneAnyTarget.Entries;
    private const int HalfBits = 4;
    private readonly LaneAnyTarget?[] targets;
    private readonly Look[][] halves; // by factor; their rows are places among those gathered, eight of each group
    private readonly int[][] groups; // by factor the groups of eight rows that are gathered, that of its own row first
    private readonly bool[] fits;
    private readonly int[] places;
    private readonly LaneMemory memory;
    private readonly int[] leads = new int[(LaneAnyRows.FewStates - 1) * Entries];

    /// <summary>Lays out the tables.</summary>
    /// <param name="targets">By factor its look-ups; null for one that has none.</param>
    public LaneAnyHalves(LaneAnyTarget?[] targets)
    {
        this.targets = targets;
        groups = [.. targets.Select(target => target is null ? [] : target.Rows.Select(row => row / LaneAnyRecords.Rows).Distinct().ToArray())];
        halves = [.. targets.Select(target => target is null ? [] : Of(target, groups[target.Factor]))];
        fits = [.. targets.Select(target => target is not null && target.Looks.All(look => look.Members.All(member => member.States <= Entries)))];
        places = new int[targets.Length];
        var needed = 0;
        for (var factor = 0; factor < targets.Length; factor++)
        {
            places[factor] = needed;
            needed += fits[factor] ? FirstTable + (halves[factor].Length * (targets[factor]!.States - 1) * Entries) : 0;
        }

        memory = new LaneMemory(needed);
    }

    /// <summary>Whether a factor has tables.</summary>
    /// <param name="factor">The factor.</param>
    public bool Has(int factor) => fits[factor];

    /// <summary>The look-ups of a factor; those that shift by 0 or 4 bits.</summary>
    /// <param name="factor">The factor.</param>
    public ReadOnlySpan<Look> LooksOf(int factor) => halves[factor];

    /// <summary>The groups of eight rows that a factor needs, that of its own row first.</summary>
    /// <param name="factor">The factor.</param>
    public ReadOnlySpan<int> GroupsOf(int factor) => groups[factor];

    /// <summary>The most groups that a factor needs.</summary>
    public int MostGroups => groups.Max(of => of.Length);

    /// <summary>The weights of a factor, and behind them its tables by look-up and state but the first.</summary>
    /// <param name="factor">The factor.</param>
    public ref byte At(int factor) => ref memory.At(places[factor]);

    /// <summary>Begins with other parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="impacts">By source and target what acts at once and unconditionally.</param>
    /// <param name="tables">The tables of the draw.</param>
    public void Prepare(DrawParameters parameters, Dictionary<(int Source, int TargetOffset), int[]> impacts, LaneAnyTables tables)
    {
        for (var factor = 0; factor < targets.Length; factor++)
        {
            if (fits[factor] && tables.KindOf(factor) == LaneAnyKind.Narrow)
            {
                Fill(targets[factor]!, parameters, impacts, tables);
            }
        }
    }

    private static Look[] Of(LaneAnyTarget target, int[] groups)
    {
        var members = target.Looks.SelectMany(look => look.Members.Select(member => (look.Row, Member: member with { At = member.At + look.Shift })));
        return [.. members.GroupBy(member => (member.Row, Shift: member.Member.At / HalfBits * HalfBits))
            .Select(half => new Look(Place(target.Rows[half.Key.Row]), half.Key.Shift, [.. half.Select(member => member.Member with { At = member.Member.At - half.Key.Shift })]))
            .DefaultIfEmpty(new Look(Place(target.Rows[0]), 0, []))];

        int Place(int row) => (Array.IndexOf(groups, row / LaneAnyRecords.Rows) * LaneAnyRecords.Rows) + (row % LaneAnyRecords.Rows);
    }

    private void Fill(LaneAnyTarget target, DrawParameters parameters, Dictionary<(int Source, int TargetOffset), int[]> impacts, LaneAnyTables tables)
    {
        var (unit, count) = (tables.UnitOf(target.Factor), target.States - 1);
        var own = memory.AsSpan(places[target.Factor], FirstTable + (halves[target.Factor].Length * count * Entries));
        var weights = MemoryMarshal.Cast<byte, ushort>(MemoryMarshal.CreateSpan(ref tables.At(target.Factor), FirstTable));
        for (var lag = 0; lag < weights.Length; lag++)
        {
            (own[lag], own[LaneAnyTarget.Entries + lag]) = ((byte)weights[lag], (byte)(weights[lag] >> 8));
        }

        foreach (var (place, half) in halves[target.Factor].Index())
        {
            Array.Clear(leads);
            for (var member = 0; member < half.Members.Length; member++)
            {
                if (impacts.TryGetValue((half.Members[member].Source, target.Offset), out var table))
                {
                    Add(half, member, table, target.States);
                }
            }

            for (var i = 0; i < count * Entries; i++)
            {
                var s = (i / Entries) + 1;
                var tendency = place == 0 ? parameters.Tendencies[target.Offset + s] - parameters.Tendencies[target.Offset] : 0;
                own[FirstTable + (place * count * Entries) + i] = unchecked((byte)((leads[i] + tendency) / unit));
            }
        }
    }

    private void Add(Look half, int member, int[] impacts, int states)
    {
        for (var index = 0; index < Entries; index++)
        {
            var row = impacts.AsSpan(LaneAnyTarget.StateOf(half, index, member) * states, states);
            for (var s = 1; s < states; s++)
            {
                leads[((s - 1) * Entries) + index] += row[s] - row[0];
            }
        }
    }
}
