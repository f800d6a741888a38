using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>The balances of single lanes from what their factors are in: influences and tendencies, in hundredths of a point.</summary>
/// <remarks>
/// Nothing is kept up to date; only where a factor is reconsidered on a lane its balance is added up, over the sources that act on it. Whole
/// numbers, so it is what <see cref="BalanceField"/> keeps. Cost of a balance: one look-up per source and state.
/// </remarks>
internal sealed class LaneBalances
{
    private readonly LaneState state;
    private readonly int[] steady; // tendencies by state
    private readonly Source[][] sources; // by target
    private readonly Special[] specials;
    private readonly int[][] specialsOf; // by target their places

    /// <summary>Initialises the balances.</summary>
    /// <param name="state">The lanes.</param>
    public LaneBalances(LaneState state)
    {
        this.state = state;
        var model = state.Model;
        steady = new int[model.StatesInAll];
        sources = new Source[model.Factors.Length][];
        specials = [.. model.Impacts.Influences
            .Where(influence => influence.When is not null || model.Delays[influence.Index] > 0)
            .Select(influence => new Special(influence, model.Delays[influence.Index]))];
        var places = specials.Index().ToLookup(special => special.Item.Influence.Target, special => special.Index);
        specialsOf = [.. Enumerable.Range(0, model.Factors.Length).Select(target => places[target].ToArray())];
    }

    /// <summary>Begins with other parameters.</summary>
    public void Prepare()
    {
        var parameters = state.Parameters;
        parameters.Tendencies.CopyTo(steady, 0);
        var byTarget = parameters.BySource.SelectMany((blocks, source) => blocks.Select(block => (block.TargetOffset, new Source(source * LaneWalk.MostLanes, block.Impacts))))
            .ToLookup(entry => entry.TargetOffset, entry => entry.Item2);
        for (var target = 0; target < sources.Length; target++)
        {
            sources[target] = [.. byTarget[state.Model.Factors[target].Offset]];
        }

        for (var i = 0; i < specials.Length; i++)
        {
            specials[i].Impacts = parameters.Special[i].Block.Impacts;
        }
    }

    /// <summary>Minds conditions and delays at the beginning of a step's redraw.</summary>
    public void Enter()
    {
        foreach (var special in specials)
        {
            special.Enter(state);
        }
    }

    /// <summary>The lead of one state of a factor over another on a lane.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="of">The one.</param>
    /// <param name="over">The other.</param>
    public int Lead(int factor, int lane, int of, int over)
    {
        var (offset, count) = (state.Model.Factors[factor].Offset, state.Model.Factors[factor].States);
        var lead = steady[offset + of] - steady[offset + over];
        var states = state.States;
        foreach (var source in sources[factor])
        {
            var row = states[source.Lanes + lane] * count;
            lead += source.Impacts[row + of] - source.Impacts[row + over];
        }

        foreach (var place in specialsOf[factor])
        {
            var special = specials[place];
            if (special.Acts(lane))
            {
                var row = special.StateOf(lane) * count;
                lead += special.Impacts[row + of] - special.Impacts[row + over];
            }
        }

        return lead;
    }

    /// <summary>The balance of all states of a factor on a lane.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="balance">Takes one number per state.</param>
    public void Fill(int factor, int lane, Span<int> balance)
    {
        steady.AsSpan(state.Model.Factors[factor].Offset, balance.Length).CopyTo(balance);
        foreach (var source in sources[factor])
        {
            AddRow(balance, source.Impacts, state.States[source.Lanes + lane]);
        }

        foreach (var place in specialsOf[factor])
        {
            if (specials[place].Acts(lane))
            {
                AddRow(balance, specials[place].Impacts, specials[place].StateOf(lane));
            }
        }
    }

    private static void AddRow(Span<int> balance, int[] impacts, int row)
    {
        var points = impacts.AsSpan(row * balance.Length, balance.Length);
        for (var s = 0; s < balance.Length; s++)
        {
            balance[s] += points[s];
        }
    }

    /// <summary>What acts on a factor at once and unconditionally.</summary>
    /// <param name="Lanes">Where the states of the source begin.</param>
    /// <param name="Impacts">Rows source states, columns target states.</param>
    private readonly record struct Source(int Lanes, int[] Impacts);

    /// <summary>An influence with a condition or a delay.</summary>
    private sealed class Special(CompiledInfluence influence, int delay)
    {
        private readonly byte[] past = new byte[delay > 0 ? (delay + 1) * LaneWalk.MostLanes : 0];
        private readonly ulong[] acted = new ulong[(delay + 1) * LaneState.Stride];
        private byte[] states = [];
        private int lanes;
        private int sets;
        private int initial; // of a step before the start: the state, whether it acts is in the set; -1: not before it

        public CompiledInfluence Influence => influence;

        public int[] Impacts { get; set; } = [];

        public bool Acts(int lane) => LaneMask.Has(acted.AsSpan(sets, LaneState.Stride), lane);

        public int StateOf(int lane) => initial >= 0 ? initial : states[lanes + lane];

        public void Enter(LaneState state)
        {
            var (now, source) = (state.Step % (delay + 1), influence.Source * LaneWalk.MostLanes);
            Find(state, acted.AsSpan(now * LaneState.Stride, state.Words));
            (states, lanes, sets, initial) = (state.States, source, now * LaneState.Stride, -1);
            if (delay == 0)
            {
                return;
            }

            state.States.AsSpan(source, LaneWalk.MostLanes).CopyTo(past.AsSpan(now * LaneWalk.MostLanes));
            var then = (state.Step + 1) % (delay + 1); // the row that the next step will take: that of the step sought
            (states, lanes, sets) = (past, then * LaneWalk.MostLanes, then * LaneState.Stride);
            if (state.Step < delay)
            {
                var factors = state.Model.Factors;
                initial = factors[influence.Source].Initial;
                var acts = influence.When is not { } when || when.Holds(StateAtStart(when, 0), StateAtStart(when, 1));
                acted.AsSpan(sets, LaneState.Stride).Fill(acts ? ulong.MaxValue : 0);

                int StateAtStart(StatePredicate of, int place) => place < of.Factors.Length ? factors[of.Factors[place]].Initial : 0;
            }
        }

        private void Find(LaneState state, Span<ulong> set)
        {
            if (influence.When is not { } when)
            {
                set.Fill(ulong.MaxValue);
                return;
            }

            set.Clear();
            for (var a = 0; a < StatesOf(0); a++)
            {
                for (var b = 0; b < StatesOf(1); b++)
                {
                    if (!when.Holds(a, b))
                    {
                        continue;
                    }

                    for (var word = 0; word < set.Length; word++)
                    {
                        set[word] |= In(0, a, word) & In(1, b, word);
                    }
                }
            }

            int StatesOf(int place) => place < when.Factors.Length ? state.Model.Factors[when.Factors[place]].States : 1;
            ulong In(int place, int of, int word) =>
                place < when.Factors.Length ? state.InState(state.Model.Factors[when.Factors[place]].Offset + of)[word] : ulong.MaxValue;
        }
    }
}
