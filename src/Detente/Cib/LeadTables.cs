using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>
/// Where the leads of states over their rivals lie in an array of bounds, and what every state of every factor adds to each.
/// A lead is of an ordered pair of different states of one factor; those of a factor lie side by side, filled up to chunks of eight.
/// </summary>
/// <remarks>
/// All numbers are hundredths of a point divided by their greatest common divisor, so that 16 bits mostly suffice. Rows are relative to
/// a factor's first state, whose part is in <see cref="Constant"/>: where a source makes no difference its rows are 0.
/// Conditional influences are not in the rows. Immutable, safe to read from any thread.
/// </remarks>
internal sealed class LeadTables
{
    /// <summary>Leads in a chunk.</summary>
    public const int Chunk = 8;

    // Padding to whole vectors of either width.
    private const int Alignment = 2;

    // By source and state what the state adds to the balance of every state over what the first state adds. Leads are differences of two of these:
    // written out lead by lead, a few factors with 99 states would take gigabytes.
    private readonly int[][][] pulls;
    private readonly int[] ownAt;
    private readonly int[] rivalAt;

    private LeadTables(BalanceMatrix matrix, int tolerance)
    {
        Matrix = matrix;
        var factors = matrix.States.Length;
        FirstChunk = new int[factors + 1];
        for (var factor = 0; factor < factors; factor++)
        {
            var leads = matrix.States[factor] * (matrix.States[factor] - 1);
            FirstChunk[factor + 1] = FirstChunk[factor] + ((leads + Chunk - 1) / Chunk);
        }

        Chunks = Math.Max(1, (FirstChunk[factors] + Alignment - 1) / Alignment) * Alignment;
        Divisor = matrix.Unit;
        Tolerance = tolerance / Divisor;
        FactorOf = new int[Leads];
        StateOf = new int[Leads];
        Bits = new (int, ulong)[Leads];
        (Own, Minded) = (new byte[Chunks], new byte[Chunks]);
        (OwnBits, RivalBits) = (new byte[factors][][], new byte[factors][][]);
        (Constant, Proof) = (new int[Leads], new int[Leads]);
        (ownAt, rivalAt) = (new int[Leads], new int[Leads]);
        for (var factor = 0; factor < factors; factor++)
        {
            Place(factor);
        }

        pulls = [.. matrix.States.Select((states, source) => Enumerable.Range(0, states).Select(state => Pulls(source, state)).ToArray())];
        Moved = [.. matrix.States.Select((_, source) => MovedBy(source))];
        var first = FirstPulls();
        for (var lead = 0; lead < Leads; lead++)
        {
            Constant[lead] += Tolerance + first[ownAt[lead]] - first[rivalAt[lead]];
        }

        Largest = LargestBound();
    }

    private LeadTables(LeadTables other)
    {
        (pulls, ownAt, rivalAt, Moved, Largest) = (other.pulls, other.ownAt, other.rivalAt, other.Moved, other.Largest);
        (Matrix, FirstChunk, Chunks, Divisor, Tolerance) = (other.Matrix, other.FirstChunk, other.Chunks, other.Divisor, other.Tolerance);
        (FactorOf, StateOf, Bits, OwnBits, RivalBits, Constant, Proof) = (other.FactorOf, other.StateOf, other.Bits, other.OwnBits, other.RivalBits, other.Constant, other.Proof);
        (Own, Minded) = (other.Own, other.Minded);
    }

    /// <summary>The impacts.</summary>
    public BalanceMatrix Matrix { get; }

    /// <summary>By factor its first chunk; one more entry for the end.</summary>
    public int[] FirstChunk { get; }

    /// <summary>Number of chunks, even.</summary>
    public int Chunks { get; }

    /// <summary>Length of an array of bounds.</summary>
    public int Leads => Chunk * Chunks;

    /// <summary>Hundredths of a point to one.</summary>
    public int Divisor { get; }

    /// <summary>The largest inconsistency allowed, in these units.</summary>
    public int Tolerance { get; }

    /// <summary>The factor of each lead.</summary>
    public int[] FactorOf { get; }

    /// <summary>The leading state of each lead.</summary>
    public int[] StateOf { get; }

    /// <summary>The factor of each lead with its leading state as a bit; no bit from the 65th state on.</summary>
    public (int Factor, ulong State)[] Bits { get; }

    /// <summary>By chunk which places are leads of factors whose balances are asked.</summary>
    public byte[] Own { get; private init; }

    /// <summary>By chunk which leads close their state when they cannot suffice: of factors that move to neighbours, only those over neighbours when rests are looked for.</summary>
    public byte[] Minded { get; private init; }

    /// <summary>By factor, state and chunk of the factor the leads of the state.</summary>
    public byte[][][] OwnBits { get; }

    /// <summary>By factor, state and chunk of the factor the leads over the state.</summary>
    public byte[][][] RivalBits { get; }

    /// <summary>What no choice of other states changes: the tolerance, factors on themselves, and the part of every first state. So a bound below 0 closes its state.</summary>
    public int[] Constant { get; }

    /// <summary>
    /// By lead (r, s): a bound of it at or below this proves that s, when chosen, leads r well enough. What raises r over s lowers s over r,
    /// so that the most of the one is the least of the other, but for the factor's block on itself.
    /// </summary>
    public int[] Proof { get; }

    /// <summary>Lays out the leads of a matrix.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations looked at: factors held from outside have no leads to mind.</param>
    /// <param name="limits">What is looked for, and the largest inconsistency allowed.</param>
    public static LeadTables Of(BalanceMatrix matrix, ConfigurationSpace space, SearchLimits limits)
    {
        var tables = new LeadTables(matrix, limits.ToleranceHundredths);
        for (var factor = 0; factor < matrix.States.Length; factor++)
        {
            if (!space.IsExempt[factor])
            {
                tables.Mind(factor, limits.Goal == SearchGoal.RestsOnly && space.Model.Factors[factor].MovesToNeighbours);
            }
        }

        return tables;
    }

    /// <summary>The same leads, of which only those of some factors are minded.</summary>
    /// <param name="factors">The factors.</param>
    public LeadTables For(ImmutableArray<int> factors)
    {
        var kept = new byte[Chunks];
        foreach (var factor in factors)
        {
            kept.AsSpan(FirstChunk[factor]..FirstChunk[factor + 1]).Fill(byte.MaxValue);
        }

        return new LeadTables(this) { Own = [.. Own.Zip(kept, And)], Minded = [.. Minded.Zip(kept, And)] };

        static byte And(byte bits, byte mask) => (byte)(bits & mask);
    }

    /// <summary>The place of the lead of a state over another.</summary>
    public int Lead(int factor, int state, int rival) =>
        (Chunk * FirstChunk[factor]) + (state * (Matrix.States[factor] - 1)) + rival - (rival > state ? 1 : 0);

    /// <summary>What a state adds to a lead of another factor, over what the first state adds; 0 for a place that is no lead.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="state">Its state.</param>
    /// <param name="lead">The lead.</param>
    public int Added(int factor, int state, int lead)
    {
        var pull = pulls[factor][state];
        return pull[ownAt[lead]] - pull[rivalAt[lead]];
    }

    /// <summary>By factor the factors, ascending, to whose balances its state makes a difference, as a source or as what a condition asks for; itself included.</summary>
    public int[][] Moved { get; }

    /// <summary>The largest bound there can be, either way.</summary>
    public long Largest { get; }

    /// <summary>Whether a factor's state makes a difference to the leads of another, conditional influences left out.</summary>
    /// <param name="source">The factor.</param>
    /// <param name="target">The other.</param>
    public bool Moves(int source, int target)
    {
        foreach (var pull in pulls[source])
        {
            var own = pull.AsSpan(Matrix.Offsets[target], Matrix.States[target]);
            if (own.ContainsAnyExcept(own[0]))
            {
                return true;
            }
        }

        return false;
    }

    private int[] MovedBy(int source)
    {
        var isMoved = new bool[Matrix.States.Length];
        for (var target = 0; target < isMoved.Length; target++)
        {
            isMoved[target] = source == target ? IsOnItself(source) : Moves(source, target);
        }

        foreach (var influence in Matrix.Conditional)
        {
            isMoved[influence.Target] |= influence.Source == source || influence.When!.Factors.Contains(source);
        }

        return [.. Enumerable.Range(0, isMoved.Length).Where(target => isMoved[target])];
    }

    private bool IsOnItself(int factor)
    {
        for (var state = 0; state < Matrix.States[factor]; state++)
        {
            if (Matrix.Row(factor, state).Slice(Matrix.Offsets[factor], Matrix.States[factor]).ContainsAnyExcept(0))
            {
                return true;
            }
        }

        return false;
    }

    private long LargestBound()
    {
        var sums = new long[Leads];
        for (var source = 0; source < pulls.Length; source++)
        {
            foreach (var target in Moved[source])
            {
                for (var lead = Chunk * FirstChunk[target]; lead < Chunk * FirstChunk[target + 1]; lead++)
                {
                    var most = 0;
                    foreach (var pull in pulls[source])
                    {
                        most = Math.Max(most, Math.Abs(pull[ownAt[lead]] - pull[rivalAt[lead]]));
                    }

                    sums[lead] += most;
                }
            }
        }

        long largest = 0;
        for (var lead = 0; lead < Leads; lead++)
        {
            largest = Math.Max(largest, sums[lead] + Math.Max(Math.Abs((long)Constant[lead]), Math.Abs((long)Proof[lead])));
        }

        return largest + Matrix.Conditional.Sum(influence => (long)Matrix.Tables.Of(influence.Index).ToArray().Max(Math.Abs) * 2 / Divisor);
    }

    private void Mind(int factor, bool toNeighbours)
    {
        var states = Matrix.States[factor];
        for (var state = 0; state < states; state++)
        {
            for (var rival = 0; rival < states; rival++)
            {
                if (rival != state)
                {
                    var (chunk, place) = Math.DivRem(Lead(factor, state, rival), Chunk);
                    Own[chunk] |= (byte)(1 << place);
                    Minded[chunk] |= (byte)(toNeighbours && Math.Abs(state - rival) > 1 ? 0 : 1 << place);
                }
            }
        }
    }

    private void Place(int factor)
    {
        var states = Matrix.States[factor];
        var (first, chunks) = (FirstChunk[factor], FirstChunk[factor + 1] - FirstChunk[factor]);
        OwnBits[factor] = [.. Enumerable.Range(0, states).Select(_ => new byte[chunks])];
        RivalBits[factor] = [.. Enumerable.Range(0, states).Select(_ => new byte[chunks])];
        for (var state = 0; state < states; state++)
        {
            for (var rival = 0; rival < states; rival++)
            {
                if (rival == state)
                {
                    continue;
                }

                var lead = Lead(factor, state, rival);
                var (chunk, bit) = (lead / Chunk, (byte)(1 << (lead % Chunk)));
                (FactorOf[lead], StateOf[lead], Bits[lead]) = (factor, state, (factor, state < 64 ? 1UL << state : 0));
                (ownAt[lead], rivalAt[lead]) = (Matrix.Offsets[factor] + state, Matrix.Offsets[factor] + rival);
                OwnBits[factor][state][chunk - first] |= bit;
                RivalBits[factor][rival][chunk - first] |= bit;
                var (own, theirs) = (OnItself(factor, state, rival), OnItself(factor, rival, state));
                (Constant[lead], Proof[lead]) = (own, (2 * Tolerance) + own + theirs);
            }
        }
    }

    private int OnItself(int factor, int state, int rival)
    {
        var row = Matrix.Row(factor, state)[Matrix.Offsets[factor]..];
        return (row[state] - row[rival]) / Divisor;
    }

    // What a factor adds to itself is in the constants.
    private int[] Pulls(int source, int state)
    {
        var impacts = Matrix.Row(source, state);
        var first = Matrix.Row(source, 0);
        var pull = new int[Matrix.Width];
        for (var at = 0; at < pull.Length; at++)
        {
            pull[at] = (impacts[at] - first[at]) / Divisor;
        }

        pull.AsSpan(Matrix.Offsets[source], Matrix.States[source]).Clear();
        return pull;
    }

    private int[] FirstPulls()
    {
        var sums = new int[Matrix.Width];
        for (var source = 0; source < pulls.Length; source++)
        {
            var impacts = Matrix.Row(source, 0);
            for (var at = 0; at < sums.Length; at++)
            {
                var isOwn = at >= Matrix.Offsets[source] && at < Matrix.Offsets[source] + Matrix.States[source];
                sums[at] += isOwn ? 0 : impacts[at] / Divisor;
            }
        }

        return sums;
    }
}
