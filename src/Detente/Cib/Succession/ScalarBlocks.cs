namespace Detente.Cib;

/// <summary>The successors one configuration at a time: every rule, any impacts, conditional influences too.</summary>
internal sealed class ScalarBlocks : SuccessorBlocks
{
    private readonly BalanceMatrix matrix;
    private readonly Succession succession;

    /// <summary>Initialises the blocks.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations; fewer than 2^62.</param>
    /// <param name="rule">The rule of succession.</param>
    public ScalarBlocks(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule)
        : base(space, 1)
    {
        this.matrix = matrix;
        succession = new Succession(matrix, space, rule);
    }

    /// <inheritdoc/>
    public override SuccessorReader Open() => new Reader(this);

    // Scores of neighbouring configurations share the sums over their first factors: partial[f] holds those over the factors up to f.
    private sealed class Reader(ScalarBlocks blocks) : SuccessorReader
    {
        private readonly long[] next = new long[blocks.Length];
        private readonly int[] x = new int[blocks.matrix.States.Length];
        private readonly int[] after = new int[blocks.matrix.States.Length];
        private readonly int[] scores = new int[blocks.matrix.Width];
        private readonly int[][] partial = [.. Enumerable.Range(0, blocks.matrix.States.Length + 1).Select(_ => new int[blocks.matrix.Width])];

        public override ReadOnlySpan<long> Read(long block)
        {
            blocks.Space.Configuration(block * next.Length, x);
            var changed = 0;
            for (var i = 0; i < next.Length; i++)
            {
                for (var factor = changed; factor < x.Length; factor++)
                {
                    partial[factor].CopyTo(partial[factor + 1], 0);
                    blocks.matrix.Extend(x, factor, partial[factor + 1]);
                }

                partial[^1].CopyTo(scores, 0);
                blocks.succession.Step(x, scores, after);
                next[i] = blocks.Space.Index(after);
                changed = Advance();
            }

            return next;
        }

        // To the lexically next configuration; the first factor that changed.
        private int Advance()
        {
            for (var place = blocks.Free.Length - 1; place >= 0; place--)
            {
                var factor = blocks.Free[place];
                if (++x[factor] < blocks.Space.States[factor])
                {
                    return factor;
                }

                x[factor] = 0;
            }

            return 0;
        }
    }
}
