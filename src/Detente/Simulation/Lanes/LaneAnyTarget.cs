using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>How the balances of one factor are looked up: which rows are gathered, and which bits of them ask which table.</summary>
internal sealed class LaneAnyTarget
{
    /// <summary>What an index into a table has of bits.</summary>
    public const int IndexBits = 6;

    /// <summary>Entries of a table.</summary>
    public const int Entries = 1 << IndexBits;

    private const int StateBits = 2;
    private const int Ends = 0b1001;

    /// <summary>Lays out the look-ups of a factor.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="factor">The factor, of two to four states.</param>
    public LaneAnyTarget(CompiledModel model, LaneAnyRows rows, int factor)
    {
        Factor = factor;
        States = model.Factors[factor].States;
        Offset = model.Factors[factor].Offset;
        Shift = rows.PlaceOf(factor) * StateBits;
        int[] sources = [.. model.Impacts.Influences.Where(influence => influence.Target == factor && influence.When is null && model.Delays[influence.Index] == 0)
            .Select(influence => influence.Source).Distinct()];
        var byRow = sources.ToLookup(rows.RowOf);
        Rows = [rows.RowOf(factor), .. byRow.Select(row => row.Key).Where(row => row != rows.RowOf(factor)).Order()];
        Looks = [.. Rows.Index().SelectMany(row => LooksAt(row.Index, [.. byRow[row.Item]], rows)).DefaultIfEmpty(new Look(0, 0, []))];
    }

    /// <summary>The factor.</summary>
    public int Factor { get; }

    /// <summary>Number of its states.</summary>
    public int States { get; }

    /// <summary>Where its states begin among those of all factors.</summary>
    public int Offset { get; }

    /// <summary>Where its own state stands in its row, in bits.</summary>
    public int Shift { get; }

    /// <summary>The rows needed: first its own, then those of what acts on it.</summary>
    public int[] Rows { get; }

    /// <summary>The look-ups; at least one.</summary>
    public Look[] Looks { get; }

    /// <summary>The sources' states that an index stands for, 6 bits of the row from the look-up's shift on.</summary>
    /// <param name="look">The look-up.</param>
    /// <param name="index">The index.</param>
    /// <param name="member">Which source.</param>
    public static int StateOf(Look look, int index, int member)
    {
        var (_, at, states) = look.Members[member];
        return Math.Min(states > LaneAnyRows.FewStates ? index : (index >> at) & (LaneAnyRows.FewStates - 1), states - 1);
    }

    private static IEnumerable<Look> LooksAt(int place, int[] sources, LaneAnyRows rows)
    {
        var places = sources.Sum(source => 1 << rows.PlaceOf(source));
        if ((places & Ends) == Ends)
        {
            yield return Of(0, source => rows.PlaceOf(source) < 3);
            yield return Of(StateBits, source => rows.PlaceOf(source) == 3);
        }
        else if (places != 0)
        {
            var shift = places >= 8 ? StateBits : 0;
            yield return Of(shift, _ => true);
        }

        Look Of(int shift, Func<int, bool> takes) =>
            new(place, shift, [.. sources.Where(takes).Select(source => new LookMember(source, (rows.PlaceOf(source) * StateBits) - shift, rows.StatesOf(source)))]);
    }
}

/// <summary>One look-up.</summary>
/// <param name="Row">Place of its row among those of the target.</param>
/// <param name="Shift">By how many bits the row is shifted down to make an index: 0 or 2.</param>
/// <param name="Members">What acts through it; none: only what is constant.</param>
internal sealed record Look(int Row, int Shift, LookMember[] Members);

/// <summary>A factor that acts through a look-up.</summary>
/// <param name="Source">The factor.</param>
/// <param name="At">Where its state stands in the index, in bits.</param>
/// <param name="States">Number of its states; more than four fill the index.</param>
internal readonly record struct LookMember(int Source, int At, int States);
