using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>How wide the numbers are in which the balances of a factor are added up.</summary>
internal enum LaneAnyKind
{
    /// <summary>It is not looked up: lane by lane.</summary>
    None,

    /// <summary>Sixteen bits, in hundredths of a point; weights from memory.</summary>
    Wide,

    /// <summary>Eight bits, too, in a unit that divides all its judgements; weights by up to 63 units.</summary>
    Narrow,
}

/// <summary>The tables of a draw: by target what each index adds to the lead of its states over the first, and the weights by what a state lags behind.</summary>
/// <remarks>
/// What is added to all states alike changes no choice, so the first state always has 0 and needs no table. Whole numbers whose sums are known to fit,
/// so the choices are those of <see cref="RedrawStage"/>. Cost: some microseconds per target and draw.
/// </remarks>
internal sealed class LaneAnyTables
{
    /// <summary>The largest lag that has a weight of its own among those of a narrow target.</summary>
    public const int MostUnits = LaneAnyTarget.Entries - 1;

    private const int PackedBytes = LaneAnyTarget.Entries * sizeof(ulong);
    private const int WeightBytes = LaneAnyTarget.Entries * sizeof(ushort);
    private readonly LaneAnyTarget?[] targets;
    private readonly LaneAnyKind[] kinds;
    private readonly int[] units;
    private readonly int[] places;
    private readonly int[] packedPlaces;
    private readonly Dictionary<(int Decisiveness, int States), LaneAnyWeights> weights = [];
    private readonly LaneAnyWeights?[] weightsOf; // by factor
    private readonly int[] scratch;
    private LaneMemory memory;
    private LaneMemory packed;

    /// <summary>Initialises the tables.</summary>
    /// <param name="targets">By factor its look-ups; null for one that is redrawn lane by lane.</param>
    public LaneAnyTables(LaneAnyTarget?[] targets)
    {
        this.targets = targets;
        kinds = new LaneAnyKind[targets.Length];
        (units, places, packedPlaces) = (new int[targets.Length], new int[targets.Length], new int[targets.Length]);
        weightsOf = new LaneAnyWeights[targets.Length];
        scratch = new int[(LaneAnyRows.FewStates - 1) * LaneAnyTarget.Entries];
        Halves = LaneAny256.IsSupported && !LaneAny512.IsSupported ? new LaneAnyHalves(targets) : null;
        (memory, packed) = (new LaneMemory(0), new LaneMemory(0));
    }

    /// <summary>How wide the numbers of a factor are.</summary>
    /// <param name="factor">The factor.</param>
    public LaneAnyKind KindOf(int factor) => kinds[factor];

    /// <summary>What a step of the lags of a factor is in hundredths of a point.</summary>
    /// <param name="factor">The factor.</param>
    public int UnitOf(int factor) => units[factor];

    /// <summary>The weights of a narrow target by lag, 64 numbers of 16 bits; its tables follow: by look-up and state but the first 64 numbers.</summary>
    /// <param name="factor">The factor.</param>
    public ref byte At(int factor) => ref memory.At(places[factor]);

    /// <summary>Where the tables begin after the weights, in bytes.</summary>
    public static int FirstTable => WeightBytes;

    /// <summary>Begins with other parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="model">The model.</param>
    public void Prepare(DrawParameters parameters, CompiledModel model)
    {
        var impacts = new Dictionary<(int Source, int TargetOffset), int[]>();
        for (var source = 0; source < parameters.BySource.Length; source++)
        {
            foreach (var block in parameters.BySource[source])
            {
                impacts.Add((source, block.TargetOffset), block.Impacts);
            }
        }

        weights.Clear();
        var (needed, neededPacked) = (0, 0);
        for (var factor = 0; factor < targets.Length; factor++)
        {
            kinds[factor] = LaneAnyKind.None;
            if (targets[factor] is not { } target || parameters.Up[factor] == 0)
            {
                continue;
            }

            kinds[factor] = KindOf(target, parameters, impacts, model.Factors[factor].Decisiveness);
            (places[factor], packedPlaces[factor]) = (needed, neededPacked);
            needed += WeightBytes + (target.Looks.Length * (target.States - 1) * LaneAnyTarget.Entries);
            neededPacked += target.Looks.Length * PackedBytes;
            weightsOf[factor] = WeightsOf(parameters, model.Factors[factor].Decisiveness, target.States);
        }

        memory = needed > memory.Length ? new LaneMemory(needed) : memory;
        packed = neededPacked > packed.Length ? new LaneMemory(neededPacked) : packed;
        for (var factor = 0; factor < targets.Length; factor++)
        {
            if (kinds[factor] != LaneAnyKind.None)
            {
                Fill(targets[factor]!, parameters, impacts, parameters.Choices[model.Factors[factor].Decisiveness]);
            }
        }

        Halves?.Prepare(parameters, impacts, this);
    }

    /// <summary>The tables for vectors of 32 bytes; null where they are not used.</summary>
    public LaneAnyHalves? Halves { get; }

    /// <summary>The packed tables of a factor: by look-up and index the leads of all states in hundredths of a point, the first one lowest, 16 bits each.</summary>
    /// <remarks>Each look-up adds the same to all states, so that none is below 0.</remarks>
    /// <param name="factor">The factor.</param>
    public ref ulong PackedAt(int factor) => ref Unsafe.As<byte, ulong>(ref packed.At(packedPlaces[factor]));

    /// <summary>The weights of a factor by lag in hundredths of a point.</summary>
    /// <param name="factor">The factor.</param>
    public LaneAnyWeights WeightsOf(int factor) => weightsOf[factor]!;

    private LaneAnyWeights WeightsOf(DrawParameters parameters, int decisiveness, int states)
    {
        if (!weights.TryGetValue((decisiveness, states), out var known))
        {
            known = new LaneAnyWeights(parameters.Choices[decisiveness], states);
            weights.Add((decisiveness, states), known);
        }

        return known;
    }

    /// <summary>Finds the unit of a target, and whether all sums fit.</summary>
    private LaneAnyKind KindOf(LaneAnyTarget target, DrawParameters parameters, Dictionary<(int Source, int TargetOffset), int[]> impacts, int decisiveness)
    {
        var (unit, lowest, highest, range) = (0, 0, 0, 0L);
        for (var s = 1; s < target.States; s++)
        {
            var tendency = parameters.Tendencies[target.Offset + s] - parameters.Tendencies[target.Offset];
            var (low, high) = (tendency, tendency);
            unit = Divisor(unit, tendency);
            foreach (var member in target.Looks.SelectMany(look => look.Members))
            {
                if (impacts.TryGetValue((member.Source, target.Offset), out var table))
                {
                    var (least, most) = (int.MaxValue, int.MinValue);
                    for (var at = 0; at < table.Length; at += target.States)
                    {
                        var lead = table[at + s] - table[at];
                        unit = Divisor(unit, lead);
                        (least, most) = (Math.Min(least, lead), Math.Max(most, lead));
                    }

                    (low, high) = (low + least, high + most);
                }
            }

            (lowest, highest) = (Math.Min(lowest, low), Math.Max(highest, high));
            range += Math.Max(high, 0L) - Math.Min(low, 0L);
        }

        units[target.Factor] = Math.Max(unit, 1);
        return range > ushort.MaxValue ? LaneAnyKind.None : Fits(target, parameters.Choices[decisiveness], lowest, highest);
    }

    private LaneAnyKind Fits(LaneAnyTarget target, ChoiceTable choices, int lowest, int highest)
    {
        var unit = units[target.Factor];
        var (low, high) = (lowest / unit, highest / unit);
        return low >= sbyte.MinValue && high <= sbyte.MaxValue
            && (high - low <= MostUnits || choices.Weight(MostUnits * unit, target.States) == choices.Weight((high - low) * unit, target.States))
            ? LaneAnyKind.Narrow
            : LaneAnyKind.Wide;
    }

    private static int Divisor(int a, int b)
    {
        b = Math.Abs(b);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    private void Fill(LaneAnyTarget target, DrawParameters parameters, Dictionary<(int Source, int TargetOffset), int[]> impacts, ChoiceTable choices)
    {
        var narrow = memory.AsSpan(places[target.Factor], WeightBytes + (target.Looks.Length * (target.States - 1) * LaneAnyTarget.Entries));
        for (var lag = 0; lag < LaneAnyTarget.Entries && kinds[target.Factor] == LaneAnyKind.Narrow; lag++)
        {
            MemoryMarshal.Cast<byte, ushort>(narrow)[lag] = (ushort)choices.Weight(lag * units[target.Factor], target.States);
        }

        narrow = narrow[WeightBytes..];
        var tables = packed.As<ulong>(packedPlaces[target.Factor], target.Looks.Length * LaneAnyTarget.Entries);
        foreach (var (place, look) in target.Looks.Index())
        {
            var leads = scratch.AsSpan(0, (target.States - 1) * LaneAnyTarget.Entries);
            leads.Clear();
            for (var s = 1; place == 0 && s < target.States; s++)
            {
                leads.Slice((s - 1) * LaneAnyTarget.Entries, LaneAnyTarget.Entries).Fill(parameters.Tendencies[target.Offset + s] - parameters.Tendencies[target.Offset]);
            }

            for (var member = 0; member < look.Members.Length; member++)
            {
                if (impacts.TryGetValue((look.Members[member].Source, target.Offset), out var table))
                {
                    Add(leads, look, member, table, target.States);
                }
            }

            Pack(leads, tables.Slice(place * LaneAnyTarget.Entries, LaneAnyTarget.Entries));
            for (var i = 0; i < leads.Length && kinds[target.Factor] == LaneAnyKind.Narrow; i++)
            {
                narrow[(place * leads.Length) + i] = unchecked((byte)(leads[i] / units[target.Factor]));
            }
        }
    }

    private static void Pack(ReadOnlySpan<int> leads, Span<ulong> to)
    {
        var least = 0;
        foreach (var lead in leads)
        {
            least = Math.Min(least, lead);
        }

        for (var index = 0; index < to.Length; index++)
        {
            var fields = (ulong)-least;
            for (var s = 1; s <= leads.Length / LaneAnyTarget.Entries; s++)
            {
                fields |= (ulong)(leads[((s - 1) * LaneAnyTarget.Entries) + index] - least) << (16 * s);
            }

            to[index] = fields;
        }
    }

    private static void Add(Span<int> leads, Look look, int member, int[] impacts, int states)
    {
        for (var index = 0; index < LaneAnyTarget.Entries; index++)
        {
            var row = impacts.AsSpan(LaneAnyTarget.StateOf(look, index, member) * states, states);
            for (var s = 1; s < row.Length; s++)
            {
                leads[((s - 1) * LaneAnyTarget.Entries) + index] += row[s] - row[0];
            }
        }
    }
}
