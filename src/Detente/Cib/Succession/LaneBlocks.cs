namespace Detente.Cib;

/// <summary>
/// The successors of 16 consecutive configurations at a time, in 16-bit lanes; <see cref="Succession"/> is the scalar twin.
/// </summary>
/// <remarks>
/// <para>
/// A state's key is twice its score, and one more if it is the present state: the first of the highest keys is the best state, the
/// present one preferred on a tie. Scores count in the largest unit that divides all impacts. Columns, for every free factor in order: the keys of its
/// states, and before them, unless the rule is global, the value of its present state. What a factor's state adds to all columns is its line, and
/// every column is the sum of the lines of all factors. The sums over the factors that differ within a block are tabulated, 16 configurations
/// side by side, column after column; those over the other factors are one constant a column.
/// </para>
/// <para>
/// The value of a state is its number times the factor's stride within its part: parts are runs of free factors with at most 2^15
/// configurations, so that places add up in 16 bits, and are joined to 64 bits at the end. Under the global rule the parts make up the place of the
/// successor, under the others the (signed) way there. Lanes beyond the end of a block hold nothing of use and are not handed out.
/// </para>
/// </remarks>
internal sealed class LaneBlocks : SuccessorBlocks
{
    private const int MostInPart = 1 << 15;
    private readonly SuccessionRule rule;
    private readonly LaneFactor[] factors;
    private readonly long[] partStrides;
    private readonly short[][][] lines;
    private readonly short[] values;
    private readonly short[] tables;

    /// <summary>Initialises the tables.</summary>
    /// <param name="matrix">The impacts; they must fit.</param>
    /// <param name="space">The configurations; more than one, fewer than 2^62.</param>
    /// <param name="rule">The rule of succession, any but sequential.</param>
    public LaneBlocks(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule)
        : base(space, matrix.Width + (rule == SuccessionRule.Global ? 0 : matrix.States.Length))
    {
        this.rule = rule;
        (factors, partStrides) = Parts();
        LaneColumn[] columns = [.. Free.Zip(factors).SelectMany(pair => Columns(pair.First, pair.Second))];
        values = [.. columns.SelectMany(column => Enumerable.Repeat(column.Value, Lanes.Count))];
        lines = [.. matrix.States.Select((states, factor) =>
            Enumerable.Range(0, states).Select(state => columns.Select(column => column.Entry(matrix, factor, state)).ToArray()).ToArray())];
        tables = Tabulate(columns.Length);
    }

    /// <summary>Whether there is a way in lanes: no influence has a condition, no key and no difference of two of them leaves 16 bits, and the rule moves no factor after another.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="rule">The rule of succession.</param>
    public static bool Fits(BalanceMatrix matrix, SuccessionRule rule) =>
        rule != SuccessionRule.Sequential && matrix.Conditional.IsEmpty && (4 * LargestScore(matrix) / matrix.Unit) + 2 <= short.MaxValue;

    /// <inheritdoc/>
    public override SuccessorReader Open() => new Reader(this);

    private static long LargestScore(BalanceMatrix matrix)
    {
        var largest = new long[matrix.Width];
        for (var factor = 0; factor < matrix.States.Length; factor++)
        {
            for (var place = 0; place < matrix.Width; place++)
            {
                long most = 0;
                for (var state = 0; state < matrix.States[factor]; state++)
                {
                    most = Math.Max(most, Math.Abs((long)matrix.Row(factor, state)[place]));
                }

                largest[place] += most;
            }
        }

        return largest.Max();
    }

    // From the last factor on, as many in a part as fit.
    private (LaneFactor[] Factors, long[] Strides) Parts()
    {
        var laid = new LaneFactor[Free.Length];
        var strides = new List<long> { 1 };
        var within = 1;
        for (var place = Free.Length - 1; place >= 0; place--)
        {
            var states = Space.States[Free[place]];
            var opens = within * states > MostInPart;
            if (opens)
            {
                strides.Add(strides[^1] * within);
                within = 1;
            }

            laid[place] = new LaneFactor(states, within, strides.Count - 1, opens || place == Free.Length - 1);
            within *= states;
        }

        return (laid, [.. strides]);
    }

    private IEnumerable<LaneColumn> Columns(int factor, LaneFactor lane)
    {
        if (rule != SuccessionRule.Global)
        {
            yield return new LaneColumn(factor, null, (short)lane.Stride);
        }

        for (var state = 0; state < lane.States; state++)
        {
            yield return new LaneColumn(factor, state, (short)(state * lane.Stride));
        }
    }

    private short[] Tabulate(int width)
    {
        var groups = (Length + Lanes.Count - 1) / Lanes.Count;
        var table = new short[groups * width * Lanes.Count];
        var x = new int[Space.States.Length];
        var sum = new short[width];
        for (var i = 0; i < Length; i++)
        {
            Array.Clear(sum);
            Space.Configuration(i, x);
            foreach (var factor in Free.AsSpan(Outer))
            {
                Lanes.Add(sum, lines[factor][x[factor]], sum);
            }

            for (var column = 0; column < width; column++)
            {
                table[((((i / Lanes.Count) * width) + column) * Lanes.Count) + (i % Lanes.Count)] = sum[column];
            }
        }

        return table;
    }

    // A column: the key of a state of a factor, or without one the value of its present state.
    private readonly record struct LaneColumn(int Factor, int? State, short Value)
    {
        public short Entry(BalanceMatrix matrix, int factor, int state) => State is { } own
            ? (short)((2 * (matrix.Row(factor, state)[matrix.Offsets[Factor] + own] / matrix.Unit)) + (factor == Factor && state == own ? 1 : 0))
            : (short)(factor == Factor ? state * Value : 0);
    }

    private sealed class Reader : SuccessorReader
    {
        private readonly LaneBlocks blocks;
        private readonly int[] x;
        private readonly int[] last;
        private readonly short[][] partial;
        private readonly short[] constants;
        private readonly short[] parts;
        private readonly long[] next;

        public Reader(LaneBlocks blocks)
        {
            this.blocks = blocks;
            var width = blocks.values.Length / Lanes.Count;
            x = new int[blocks.Space.States.Length];
            last = new int[blocks.Outer];
            Array.Fill(last, -1);
            partial = [.. Enumerable.Range(0, blocks.Outer + 1).Select(_ => new short[width])];
            constants = new short[blocks.values.Length];
            parts = new short[blocks.partStrides.Length * Lanes.Count];
            next = new long[(blocks.Length + Lanes.Count - 1) / Lanes.Count * Lanes.Count];

            // Held factors add the same to every block.
            foreach (var factor in Enumerable.Range(0, x.Length).Except(blocks.Free))
            {
                Lanes.Add(partial[0], blocks.lines[factor][blocks.Space.Held[factor] ?? 0], partial[0]);
            }
        }

        public override ReadOnlySpan<long> Read(long block)
        {
            var first = block * blocks.Length;
            Enter(first);
            var (rule, group) = (blocks.rule, constants.Length);
            for (var (table, i) = (0, 0); i < next.Length; table += group, i += Lanes.Count)
            {
                switch (rule)
                {
                    case SuccessionRule.Global:
                        Lanes.Global(ref blocks.tables[table], ref constants[0], ref blocks.values[0], blocks.factors, ref parts[0]);
                        break;
                    case SuccessionRule.Incremental:
                        Lanes.Incremental(ref blocks.tables[table], ref constants[0], ref blocks.values[0], blocks.factors, ref parts[0]);
                        break;
                    default:
                        Lanes.Local(ref blocks.tables[table], ref constants[0], ref blocks.values[0], blocks.factors, parts);
                        break;
                }

                Lanes.Join(parts, blocks.partStrides, next.AsSpan(i, Lanes.Count));
                if (rule != SuccessionRule.Global)
                {
                    Lanes.Arrive(next.AsSpan(i, Lanes.Count), first + i);
                }
            }

            return next.AsSpan(0, blocks.Length);
        }

        // Neighbouring blocks share the sums over the first factors.
        private void Enter(long first)
        {
            blocks.Space.Configuration(first, x);
            var isKnown = true;
            for (var place = 0; place < last.Length; place++)
            {
                var state = x[blocks.Free[place]];
                isKnown &= state == last[place];
                if (!isKnown)
                {
                    last[place] = state;
                    Lanes.Add(partial[place], blocks.lines[blocks.Free[place]][state], partial[place + 1]);
                }
            }

            for (var column = 0; column < partial[^1].Length; column++)
            {
                constants.AsSpan(column * Lanes.Count, Lanes.Count).Fill(partial[^1][column]);
            }
        }
    }
}
