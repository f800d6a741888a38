using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>What the parts of a step share while many paths are walked side by side; see <see cref="PathState"/> for the same of one path.</summary>
/// <remarks>Sets take <see cref="Stride"/> words each, of which the first <see cref="Words"/> are in use. Bits of empty lanes mean nothing.</remarks>
internal sealed class LaneState
{
    /// <summary>Words from one set to the next.</summary>
    public const int Stride = LaneWalk.MostLanes / LaneMask.WordLanes;
    private readonly ulong[] stateMasks;
    private readonly ulong[] scratch = new ulong[Stride];
    private readonly LaneCounts counts;
    private readonly bool[] isRedrawn; // by factor whether all of Next has been written in this step
    private readonly bool[] isStale; // by factor whether Next is that of an earlier step
    private readonly bool[] hasMasks; // by factor whether its masks are those of the snapshot
    private readonly int[] factorOf; // by place of a state among those of all factors

    /// <summary>Initialises the state.</summary>
    /// <param name="world">The world.</param>
    public LaneState(LaneWorld world)
    {
        Model = world.Model;
        Rules = world.Rules;
        States = new LaneMemory(Model.Factors.Length * LaneWalk.MostLanes);
        Next = new LaneMemory(States.Length);
        HasChanged = new bool[Model.Factors.Length];
        counts = new LaneCounts(this);
        isRedrawn = new bool[Model.Factors.Length];
        isStale = new bool[Model.Factors.Length];
        hasMasks = new bool[Model.Factors.Length];
        factorOf = [.. Model.Factors.SelectMany((factor, place) => Enumerable.Repeat(place, factor.States))];
        stateMasks = new ulong[Model.StatesInAll * Stride];
        Phases = new LanePhases(Model.Measures.Length);
        Conditions = new LaneConditions(this);
        HeldUp = new ulong[Model.Factors.Length * Stride];
        HeldDown = new ulong[Model.Factors.Length * Stride];
        HasHolds = new bool[Model.Factors.Length];
        acts = new ulong[Model.Effects.Length * Stride];
        actsAt = new int[Model.Effects.Length];
        Parameters = null!;
    }

    private readonly ulong[] acts;
    private readonly int[] actsAt; // step of which the set is, and one; 0: none

    /// <summary>The model.</summary>
    public CompiledModel Model { get; }

    /// <summary>Under which rules.</summary>
    public PathRules Rules { get; }

    /// <summary>The draw's parameters.</summary>
    public DrawParameters Parameters { get; set; }

    /// <summary>The random numbers.</summary>
    public LaneNoise Noise { get; } = new();

    /// <summary>The conditions.</summary>
    public LaneConditions Conditions { get; }

    /// <summary>Where the measures stand.</summary>
    public LanePhases Phases { get; }

    /// <summary>The step.</summary>
    public int Step { get; set; }

    /// <summary>Words of a set in use.</summary>
    public int Words { get; set; }

    /// <summary>Lanes in which a path stands: the first ones.</summary>
    public int Paths { get; set; }

    /// <summary>The same as a set.</summary>
    public ulong[] Valid { get; } = new ulong[Stride];

    /// <summary>States of the snapshot, by factor and lane.</summary>
    public LaneMemory States { get; private set; }

    /// <summary>The states to be at the next step.</summary>
    public LaneMemory Next { get; private set; }

    /// <summary>By factor whether <see cref="Next"/> differs from <see cref="States"/> on some lane.</summary>
    public bool[] HasChanged { get; }

    /// <summary>By factor the lanes on which it may not move up in this step.</summary>
    public ulong[] HeldUp { get; }

    /// <summary>By factor the lanes on which it may not move down in this step.</summary>
    public ulong[] HeldDown { get; }

    /// <summary>By factor whether there are such lanes.</summary>
    public bool[] HasHolds { get; }

    /// <summary>What happened in the step, event after event in the order in which it was found.</summary>
    public List<LaneHappening> Happenings { get; } = [];

    /// <summary>A set among many.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="index">Which.</param>
    public Span<ulong> Set(ulong[] sets, int index) => sets.AsSpan(index * Stride, Words);

    /// <summary>The lanes on which a factor is in a state, by <see cref="CompiledFactor.Offset"/> and state.</summary>
    /// <param name="at">Place of the state among those of all factors.</param>
    public ReadOnlySpan<ulong> InState(int at)
    {
        if (!hasMasks[factorOf[at]])
        {
            FindMasks(factorOf[at]);
        }

        return stateMasks.AsSpan(at * Stride, Words);
    }

    /// <summary>Adds the number of paths in each state, by <see cref="CompiledFactor.Offset"/> and state.</summary>
    /// <param name="to">The numbers they are added to.</param>
    public void AddCounts(Span<long> to) => counts.AddTo(to);

    /// <summary>Minds that all of a factor's <see cref="Next"/> is written in this step; who does that must do so in the next step, too, or <see cref="Refresh"/> it.</summary>
    /// <param name="factor">The factor, of up to four states.</param>
    /// <returns>By state but the first how many paths are in it or a higher one, to be brought to that of the next step.</returns>
    public ref int Redrawn(int factor)
    {
        isRedrawn[factor] = true;
        return ref counts.Moving(factor);
    }

    /// <summary>Lets <see cref="Next"/> be like <see cref="States"/> at the beginning of a redraw, where a step before has written all of it.</summary>
    /// <param name="factor">The factor.</param>
    public void Refresh(int factor)
    {
        if (isStale[factor])
        {
            isStale[factor] = false;
            States.AsSpan(factor * LaneWalk.MostLanes, LaneWalk.MostLanes).CopyTo(Next.AsSpan(factor * LaneWalk.MostLanes, LaneWalk.MostLanes));
        }
    }

    /// <summary>Begins with all lanes in the initial states, or where they are held.</summary>
    public void Start()
    {
        for (var f = 0; f < Model.Factors.Length; f++)
        {
            var state = Model.Factors[f].Initial;
            foreach (var held in Rules.Held)
            {
                state = held.Factor == f && held.From <= 0 ? held.State : state;
            }

            States.AsSpan(f * LaneWalk.MostLanes, LaneWalk.MostLanes).Fill((byte)state);
            Next.AsSpan(f * LaneWalk.MostLanes, LaneWalk.MostLanes).Fill((byte)state);
        }

        Array.Clear(HasChanged);
        Array.Clear(isRedrawn);
        Array.Clear(isStale);
        Array.Clear(hasMasks);
        counts.Start();
        Array.Clear(HeldUp);
        Array.Clear(HeldDown);
        Array.Clear(HasHolds);
        Array.Clear(actsAt);
        Happenings.Clear();
    }

    /// <summary>The next states become those of the snapshot.</summary>
    public void Advance()
    {
        (States, Next) = (Next, States);
        counts.Advance();
        for (var f = 0; f < HasChanged.Length; f++)
        {
            if (!HasChanged[f] && !isRedrawn[f])
            {
                continue;
            }

            hasMasks[f] = false;
            isStale[f] = true;
            if (HasChanged[f])
            {
                counts.Forget(f);
            }

            if (!isRedrawn[f])
            {
                Refresh(f);
            }

            HasChanged[f] = isRedrawn[f] = false;
        }
    }

    private void FindMasks(int factor)
    {
        hasMasks[factor] = true;
        var states = States.AsSpan(factor * LaneWalk.MostLanes, Words * LaneMask.WordLanes);
        for (var s = 0; s < Model.Factors[factor].States; s++)
        {
            LaneMask.Equal(states, (byte)s, stateMasks.AsSpan((Model.Factors[factor].Offset + s) * Stride, Words));
        }
    }

    /// <summary>A set to work with until the next call.</summary>
    public Span<ulong> Scratch() => scratch.AsSpan(0, Words);

    /// <summary>The lanes on which an effect acts that could, its owner having come for the first time in this step: its condition and its chance.</summary>
    /// <param name="effect">The effect's place.</param>
    public ReadOnlySpan<ulong> Acts(int effect)
    {
        var mask = Set(acts, effect);
        if (actsAt[effect] != Step + 1)
        {
            actsAt[effect] = Step + 1;
            var compiled = Model.Effects[effect];
            var when = Conditions.Holds(compiled.When);
            if (compiled.ChanceSlot < 0)
            {
                when.CopyTo(mask);
            }
            else
            {
                Noise.Below(Noise.StepKey(compiled.Chance), Parameters.Chances[effect], Numerics.Thresholds.EventBits, mask);
                LaneMask.Keep(mask, when);
            }
        }

        return mask;
    }

    /// <summary>Whether an effect acts on a lane.</summary>
    /// <param name="effect">The effect's place.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="repeat">How often its owner came before in this step.</param>
    public bool Acts(int effect, int lane, int repeat)
    {
        var compiled = Model.Effects[effect];
        return LaneMask.Has(Conditions.Holds(compiled.When), lane)
            && (compiled.ChanceSlot < 0
                || Noise.IsBelow(lane, Noise.StepKey(PathState.Repeated(compiled.Chance, repeat)), Parameters.Chances[effect], Numerics.Thresholds.EventBits));
    }

    /// <summary>Whether a state may not be entered now on a lane.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="state">The state.</param>
    /// <param name="lane">The lane.</param>
    public bool IsBarred(int factor, int state, int lane)
    {
        foreach (var barrier in Model.Factors[factor].Barriers)
        {
            if (barrier.States[state] && LaneMask.Has(Conditions.Holds(barrier.While), lane))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a move between two states is held on a lane.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="from">From.</param>
    /// <param name="to">To.</param>
    /// <param name="lane">The lane.</param>
    public bool IsHeld(int factor, int from, int to, int lane) =>
        HasHolds[factor] && to != from && LaneMask.Has((to > from ? HeldUp : HeldDown).AsSpan(factor * Stride, Stride), lane);
}

/// <summary>Where the measures stand on the lanes; a measure that is in no set is idle.</summary>
/// <param name="measures">Number of measures.</param>
internal sealed class LanePhases(int measures)
{
    /// <summary>By measure the lanes on which it is agreed and its lead time runs.</summary>
    public ulong[] Agreed { get; } = new ulong[measures * LaneState.Stride];

    /// <summary>By measure the lanes on which it is in force.</summary>
    public ulong[] InForce { get; } = new ulong[measures * LaneState.Stride];

    /// <summary>By measure the lanes on which it has ended and its pause runs.</summary>
    public ulong[] Ended { get; } = new ulong[measures * LaneState.Stride];

    /// <summary>By measure the lanes on which it is agreed in this very step.</summary>
    public ulong[] AgreedNow { get; } = new ulong[measures * LaneState.Stride];

    /// <summary>By measure the lanes on which it is agreed in this step without its preconditions.</summary>
    public ulong[] AgreedEarly { get; } = new ulong[measures * LaneState.Stride];

    /// <summary>By measure the lanes on which it came into force in this step.</summary>
    public ulong[] TookEffect { get; } = new ulong[measures * LaneState.Stride];

    /// <summary>Goes back to the start: all idle.</summary>
    public void Reset()
    {
        Array.Clear(Agreed);
        Array.Clear(InForce);
        Array.Clear(Ended);
        Array.Clear(AgreedNow);
        Array.Clear(AgreedEarly);
        Array.Clear(TookEffect);
    }
}
