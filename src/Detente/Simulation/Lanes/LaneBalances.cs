using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        var byTarget = parameters.BySource.SelectMany((blocks, source) => blocks.Select(block => (block.TargetOffset, Source.Of(source * LaneWalk.MostLanes, block))))
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

    /// <summary>Adds the lead of the upper over the lower of two neighbouring states of a factor.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="moves">Who may move, and between which states.</param>
    public void AddLeads(int factor, LaneMoves moves)
    {
        var (offset, count) = (state.Model.Factors[factor].Offset, state.Model.Factors[factor].States);
        var leads = moves.Leads;
        for (var i = 0; i < moves.Count; i++)
        {
            leads[i] += steady[offset + moves.Edges[i] + 1] - steady[offset + moves.Edges[i]];
        }

        foreach (var source in sources[factor])
        {
            AddLeads(moves, state.States.AsSpan(source.Lanes, LaneWalk.MostLanes), source.Leads, count - 1);
        }

        foreach (var place in specialsOf[factor])
        {
            var special = specials[place];
            for (var i = 0; i < moves.Count; i++)
            {
                if (special.Acts(moves.Lanes[i]))
                {
                    var at = (special.StateOf(moves.Lanes[i]) * count) + moves.Edges[i];
                    leads[i] += special.Impacts[at + 1] - special.Impacts[at];
                }
            }
        }
    }

    /// <summary>What one source adds: a look-up per lane by its state and the two states in question.</summary>
    private static void AddLeads(LaneMoves moves, ReadOnlySpan<byte> states, int[] table, int edges)
    {
        ref var lane = ref MemoryMarshal.GetArrayDataReference(moves.Lanes);
        ref var edge = ref MemoryMarshal.GetArrayDataReference(moves.Edges);
        ref var lead = ref MemoryMarshal.GetArrayDataReference(moves.Leads);
        ref var of = ref MemoryMarshal.GetReference(states);
        ref var points = ref MemoryMarshal.GetArrayDataReference(table);
        for (nint i = 0; i < moves.Count; i++)
        {
            Unsafe.Add(ref lead, i) += Unsafe.Add(ref points, (Unsafe.Add(ref of, (nint)Unsafe.Add(ref lane, i)) * edges) + Unsafe.Add(ref edge, i));
        }
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
    /// <param name="Leads">By source state the lead of each target state but the first over the one below it.</param>
    private readonly record struct Source(int Lanes, int[] Impacts, int[] Leads)
    {
        public static Source Of(int lanes, ImpactBlock block)
        {
            var edges = block.TargetStates - 1;
            var leads = new int[block.Impacts.Length / block.TargetStates * edges];
            for (var i = 0; i < leads.Length; i++)
            {
                var at = (i / edges * block.TargetStates) + (i % edges);
                leads[i] = block.Impacts[at + 1] - block.Impacts[at];
            }

            return new Source(lanes, block.Impacts, leads);
        }
    }

    /// <summary>An influence with a condition or a delay.</summary>
    private sealed class Special(CompiledInfluence influence, int delay)
    {
        private readonly LaneMemory past = new(delay > 0 ? (delay + 1) * LaneWalk.MostLanes : 0);
        private readonly ulong[] acted = new ulong[(delay + 1) * LaneState.Stride];
        private LaneMemory? states;
        private int lanes;
        private int sets;
        private int initial; // of a step before the start: the state, whether it acts is in the set; -1: not before it

        public CompiledInfluence Influence => influence;

        public int[] Impacts { get; set; } = [];

        public bool Acts(int lane) => LaneMask.Has(acted.AsSpan(sets, LaneState.Stride), lane);

        public int StateOf(int lane) => initial >= 0 ? initial : states![lanes + lane];

        public void Enter(LaneState state)
        {
            var (now, source) = (state.Step % (delay + 1), influence.Source * LaneWalk.MostLanes);
            Find(state, acted.AsSpan(now * LaneState.Stride, state.Words));
            (states, lanes, sets, initial) = (state.States, source, now * LaneState.Stride, -1);
            if (delay == 0)
            {
                return;
            }

            state.States.AsSpan(source, LaneWalk.MostLanes).CopyTo(past.AsSpan(now * LaneWalk.MostLanes, LaneWalk.MostLanes));
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
