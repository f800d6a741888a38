using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Part 1 of a step for many lanes; the twin for one path is <see cref="MeasureStage"/>.</summary>
/// <remarks>Lead times and pauses are the same for all lanes, so what is due in a step are the lanes that began so many steps before: no clocks.</remarks>
internal sealed class LaneMeasures
{
    private readonly LaneState state;
    private readonly CompiledPursuit[] pursuits;
    private readonly int later;
    private readonly ulong[] givenUp;
    private readonly ulong[] everInForce;
    private readonly Ring[] agreedAt;
    private readonly Ring[] endedAt;
    private readonly ulong[] agreed;
    private readonly ulong[] inForce;
    private readonly ulong[] ended;
    private readonly ulong[] pursued = new ulong[LaneState.Stride];
    private readonly ulong[] ready = new ulong[LaneState.Stride];

    /// <summary>Initialises the stage.</summary>
    /// <param name="state">The lanes.</param>
    public LaneMeasures(LaneState state)
    {
        this.state = state;
        var (model, rules) = (state.Model, state.Rules);
        CompiledPursuit[] first = [.. rules.Pursuits(model, rules.Strategies)];
        pursuits = [.. first, .. rules.Later is { } change ? rules.Pursuits(model, change.Strategies) : []];
        later = first.Length;
        givenUp = new ulong[pursuits.Length * LaneState.Stride];
        var length = model.Measures.Length * LaneState.Stride;
        (everInForce, agreed, inForce, ended) = (new ulong[length], new ulong[length], new ulong[length], new ulong[length]);
        agreedAt = [.. model.Measures.Select(measure => new Ring(measure.Lead))];
        endedAt = [.. model.Measures.Select(measure => new Ring(measure.Pause))];
    }

    /// <summary>Goes back to the start: nothing agreed, nothing given up.</summary>
    public void Reset()
    {
        Array.Clear(givenUp);
        Array.Clear(everInForce);
        foreach (var ring in agreedAt.Concat(endedAt))
        {
            ring.Clear();
        }
    }

    /// <summary>Moves all measures.</summary>
    public void Run()
    {
        if (pursuits.Length == 0)
        {
            return;
        }

        var phases = state.Phases;
        phases.Agreed.CopyTo(agreed, 0);
        phases.InForce.CopyTo(inForce, 0);
        phases.Ended.CopyTo(ended, 0);
        Array.Clear(phases.TookEffect);
        Array.Clear(phases.AgreedEarly);
        for (var measure = 0; measure < state.Model.Measures.Length; measure++)
        {
            agreedAt[measure].Begin(state.Step);
            endedAt[measure].Begin(state.Step);
            Age(measure);
        }

        var hasChanged = state.Rules.Later is { } change && state.Step >= change.From;
        for (var pursuit = hasChanged ? later : 0; pursuit < (hasChanged ? pursuits.Length : later); pursuit++)
        {
            if (FindPursued(pursuit))
            {
                Agree(pursuits[pursuit].Measure);
            }
        }

        Commit();
    }

    private void Age(int measure)
    {
        var compiled = state.Model.Measures[measure];
        var a = state.Set(agreed, measure);
        var f = state.Set(inForce, measure);
        var e = state.Set(ended, measure);
        var dueAgreed = agreedAt[measure].Due(state.Step);
        var dueEnded = endedAt[measure].Due(state.Step);
        var tookEffect = state.Set(state.Phases.TookEffect, measure);
        var sustained = LaneMask.IsEmpty(f) ? default : state.Conditions.Holds(compiled.SustainedBy);
        var began = endedAt[measure].At(state.Step);
        for (var word = 0; word < f.Length; word++)
        {
            var stops = sustained.IsEmpty ? 0 : f[word] & ~sustained[word];
            var takes = a[word] & dueAgreed[word];
            e[word] = (e[word] & ~dueEnded[word]) | stops;
            a[word] &= ~takes;
            f[word] = (f[word] & ~stops) | takes;
            tookEffect[word] = takes;
            began[word] = stops;
        }
    }

    /// <summary>Finds the lanes on which a pursuit stands and the measure may be agreed; the giving up is remembered whether or not it could be now.</summary>
    private bool FindPursued(int place)
    {
        var pursuit = pursuits[place];
        var measure = pursuit.Measure;
        var up = state.Set(givenUp, place);
        if (pursuit.Until >= 0)
        {
            LaneMask.Add(up, state.Conditions.Holds(pursuit.Until));
        }

        var a = state.Set(agreed, measure);
        var f = state.Set(inForce, measure);
        var e = state.Set(ended, measure);
        var when = state.Conditions.Holds(pursuit.When);
        var open = pursued.AsSpan(0, state.Words);
        for (var word = 0; word < open.Length; word++)
        {
            open[word] = ~(up[word] | a[word] | f[word] | e[word]) & when[word];
        }

        foreach (var earlier in pursuit.After)
        {
            LaneMask.Keep(open, state.Set(everInForce, earlier));
        }

        if (LaneMask.IsEmpty(open))
        {
            return false;
        }

        var numbers = state.Scratch();
        state.Noise.Below(state.Noise.StepKey(state.Model.Measures[measure].Agree), state.Parameters.Uptake[measure], Thresholds.EventBits, numbers);
        LaneMask.Keep(open, numbers);
        return !LaneMask.IsEmpty(open);
    }

    private void Agree(int measure)
    {
        var compiled = state.Model.Measures[measure];
        var open = pursued.AsSpan(0, state.Words);
        var all = ready.AsSpan(0, state.Words);
        all.Fill(ulong.MaxValue);
        foreach (var precondition in compiled.Preconditions)
        {
            LaneMask.Keep(all, state.Conditions.Holds(precondition));
        }

        if (!compiled.IsAdvisory)
        {
            LaneMask.Keep(open, all);
        }

        var early = state.Set(state.Phases.AgreedEarly, measure);
        for (var word = 0; word < open.Length; word++)
        {
            early[word] |= open[word] & ~all[word];
        }

        if (compiled.Lead == 0)
        {
            LaneMask.Add(state.Set(inForce, measure), open);
            LaneMask.Add(state.Set(state.Phases.TookEffect, measure), open);
        }
        else
        {
            LaneMask.Add(state.Set(agreed, measure), open);
            LaneMask.Add(agreedAt[measure].At(state.Step)[..open.Length], open);
        }
    }

    private void Commit()
    {
        var phases = state.Phases;
        var moved = 0UL;
        for (var measure = 0; measure < state.Model.Measures.Length; measure++)
        {
            var a = state.Set(agreed, measure);
            var f = state.Set(inForce, measure);
            var e = state.Set(ended, measure);
            var wasA = state.Set(phases.Agreed, measure);
            var wasF = state.Set(phases.InForce, measure);
            var wasE = state.Set(phases.Ended, measure);
            var now = state.Set(phases.AgreedNow, measure);
            for (var word = 0; word < a.Length; word++)
            {
                moved |= (a[word] ^ wasA[word]) | (f[word] ^ wasF[word]) | (e[word] ^ wasE[word]);
                now[word] = ~(wasA[word] | wasF[word]) & (a[word] | f[word]);
            }

            LaneMask.Add(state.Set(everInForce, measure), f);
        }

        if (moved != 0)
        {
            agreed.CopyTo(phases.Agreed, 0);
            inForce.CopyTo(phases.InForce, 0);
            ended.CopyTo(phases.Ended, 0);
            state.Conditions.MeasuresMoved();
        }
    }

    /// <summary>The lanes that began something in each of the last steps, as many as it lasts.</summary>
    private sealed class Ring(int length)
    {
        private readonly ulong[] rows = new ulong[(length + 1) * LaneState.Stride];

        public void Clear() => Array.Clear(rows);

        /// <summary>Forgets what began longest ago, whose place the step takes, after <see cref="Due"/> has been asked in the step before.</summary>
        public void Begin(int step) => At(step).Clear();

        public Span<ulong> At(int step) => rows.AsSpan(step % (length + 1) * LaneState.Stride, LaneState.Stride);

        /// <summary>The lanes that began so many steps before a step.</summary>
        public ReadOnlySpan<ulong> Due(int step) => step < length ? Empty : At(step - length);

        private static readonly ulong[] Empty = new ulong[LaneState.Stride];
    }
}
