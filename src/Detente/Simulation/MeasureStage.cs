using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Part 1 of a step: measures lapse, take effect, agree. Everything is read from the snapshot, also where measures ask for measures.</summary>
internal sealed class MeasureStage
{
    private readonly PathState path;
    private readonly CompiledPursuit[] pursuits;
    private readonly int later; // the first place of the pursuits that begin later
    private readonly bool[] givenUp;
    private readonly bool[] everInForce;
    private readonly int[] clock;
    private readonly MeasurePhase[] next;

    /// <summary>Initialises the stage.</summary>
    /// <param name="path">The path.</param>
    public MeasureStage(PathState path)
    {
        this.path = path;
        CompiledPursuit[] first = [.. path.Rules.Pursuits(path.Model, path.Rules.Strategies)];
        pursuits = [.. first, .. path.Rules.Later is { } change ? path.Rules.Pursuits(path.Model, change.Strategies) : []];
        later = first.Length;
        givenUp = new bool[pursuits.Length];
        everInForce = new bool[path.Model.Measures.Length];
        clock = new int[everInForce.Length];
        next = new MeasurePhase[everInForce.Length];
    }

    /// <summary>Goes back to the start: nothing agreed, nothing given up.</summary>
    public void Reset()
    {
        Array.Clear(givenUp);
        Array.Clear(everInForce);
    }

    /// <summary>Moves all measures.</summary>
    public void Run()
    {
        if (pursuits.Length == 0)
        {
            return;
        }

        Array.Clear(path.TookEffect);
        Array.Clear(path.AgreedEarly);
        for (var measure = 0; measure < next.Length; measure++)
        {
            Age(measure);
        }

        var hasChanged = path.Rules.Later is { } change && path.View.Step >= change.From;
        for (var pursuit = hasChanged ? later : 0; pursuit < (hasChanged ? pursuits.Length : later); pursuit++)
        {
            if (IsPursued(pursuit))
            {
                Agree(pursuits[pursuit].Measure);
            }
        }

        Commit();
    }

    private void Age(int measure)
    {
        var compiled = path.Model.Measures[measure];
        var (view, step) = (path.View, path.View.Step);
        next[measure] = view.Phases[measure];
        switch (next[measure])
        {
            case MeasurePhase.InForce when !view.Holds(compiled.SustainedBy):
                next[measure] = MeasurePhase.Ended;
                clock[measure] = step + compiled.Pause;
                break;
            case MeasurePhase.Agreed when clock[measure] <= step:
                next[measure] = MeasurePhase.InForce;
                path.TookEffect[measure] = true;
                break;
            case MeasurePhase.Ended when clock[measure] <= step:
                next[measure] = MeasurePhase.Idle;
                break;
        }
    }

    /// <summary>Whether a pursuit stands; the giving up is remembered whether or not the measure could be agreed now.</summary>
    private bool IsPursued(int place)
    {
        var pursuit = pursuits[place];
        var view = path.View;
        givenUp[place] |= pursuit.Until >= 0 && view.Holds(pursuit.Until);
        if (givenUp[place] || next[pursuit.Measure] != MeasurePhase.Idle
            || !path.IsBelow(path.Model.Measures[pursuit.Measure].Agree, path.Parameters.Uptake[pursuit.Measure], Thresholds.EventBits))
        {
            return false;
        }

        foreach (var earlier in pursuit.After)
        {
            if (!everInForce[earlier])
            {
                return false;
            }
        }

        return view.Holds(pursuit.When);
    }

    private void Agree(int measure)
    {
        var compiled = path.Model.Measures[measure];
        var isReady = true;
        foreach (var precondition in compiled.Preconditions)
        {
            isReady &= path.View.Holds(precondition);
        }

        if (!isReady && !compiled.IsAdvisory)
        {
            return;
        }

        path.AgreedEarly[measure] = !isReady;
        path.TookEffect[measure] = compiled.Lead == 0;
        next[measure] = compiled.Lead == 0 ? MeasurePhase.InForce : MeasurePhase.Agreed;
        clock[measure] = path.View.Step + compiled.Lead;
    }

    private void Commit()
    {
        var view = path.View;
        var moved = false;
        for (var measure = 0; measure < next.Length; measure++)
        {
            if (view.Phases[measure] == next[measure])
            {
                continue;
            }

            moved = true;
            view.AgreedNow[measure] = view.Phases[measure] is MeasurePhase.Idle or MeasurePhase.Ended && next[measure] is MeasurePhase.Agreed or MeasurePhase.InForce;
            view.Phases[measure] = next[measure];
            everInForce[measure] |= next[measure] == MeasurePhase.InForce;
        }

        if (moved)
        {
            view.MeasuresMoved();
        }
    }
}
