using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Parts 2 and 3 of a step: events on dates and at random in declaration order, then consequences, causes first.</summary>
internal sealed class EventStage(PathState path)
{
    private readonly bool?[]?[]? staged = Staged(path.Rules, path.Model);
    private readonly long[] outcomes = new long[path.Model.Events.Select(of => of.Outcomes.Length).DefaultIfEmpty(0).Max()];
    private readonly double[] weights = new double[path.Model.Events.Select(of => of.Outcomes.Length).DefaultIfEmpty(0).Max()];

    /// <summary>Finds what happens.</summary>
    public void Run()
    {
        path.Happenings.Clear();
        if (path.Rules.EventsOff)
        {
            return;
        }

        var isStaged = staged is not null || path.LeftOut.Step == path.View.Step;
        foreach (var e in path.Model.RootEvents)
        {
            if (!isStaged || !Stage(e))
            {
                TryRoot(e);
            }
        }

        if (path.Happenings.Count == 0 && !isStaged)
        {
            return;
        }

        foreach (var e in path.Model.ChainEvents)
        {
            if (!isStaged || !Stage(e))
            {
                TryConsequence(e);
            }
        }
    }

    /// <summary>By event and step what is decided beforehand; null where nothing is.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="model">The model.</param>
    public static bool?[]?[]? Staged(PathRules rules, CompiledModel model)
    {
        if (rules.Staged.IsEmpty)
        {
            return null;
        }

        var decided = new bool?[]?[model.Events.Length];
        foreach (var deed in rules.Staged.OrderBy(deed => deed.Step >= 0)) // what is said of one step stands against what is said of all
        {
            var steps = decided[deed.Event] ??= new bool?[model.StepCount];
            if (deed.Step < 0)
            {
                Array.Fill(steps, deed.Happens);
            }
            else if (deed.Step < steps.Length)
            {
                steps[deed.Step] = deed.Happens;
            }
        }

        return decided;
    }

    /// <summary>Does what is decided beforehand of an event in this step, if anything is.</summary>
    private bool Stage(int e)
    {
        var happens = path.LeftOut == (e, path.View.Step) ? false : staged?[e]?[path.View.Step];
        if (happens is true)
        {
            Happen(new Happening(e, 0, 0, e, path.Model.Events[e].Pathway));
        }

        return happens is not null;
    }

    private void TryRoot(int e)
    {
        var compiled = path.Model.Events[e];
        var dates = compiled.Origin == EventOrigin.Scheduled ? compiled.Dates[path.View.Step] : 1;
        if (dates == 0)
        {
            return;
        }

        var odds = path.Parameters.Events[e];
        if (!path.IsBelow(compiled.Happens, odds.Largest, Thresholds.EventBits) || !path.View.Holds(compiled.When))
        {
            return; // decided for most steps without asking for the multipliers
        }

        var number = path.Number(compiled.Happens, Thresholds.EventBits);
        var multiplier = path.Product(compiled.Multipliers) * dates;
        var times = compiled.Origin == EventOrigin.Repeating ? odds.Poisson(multiplier, number) : number < odds.Threshold(multiplier) ? 1 : 0;
        for (var repeat = 0; repeat < times; repeat++)
        {
            Happen(new Happening(e, 0, repeat, e, compiled.Pathway) { RootRepeat = repeat });
        }
    }

    private void TryConsequence(int e)
    {
        var compiled = path.Model.Events[e];
        var multiplier = -1.0;
        foreach (var cause in compiled.Causes)
        {
            var (first, times) = Occasions(cause);
            if (times == 0 || !path.View.Holds(cause.When))
            {
                continue;
            }

            if (multiplier < 0)
            {
                multiplier = path.View.Holds(compiled.When) ? path.Product(compiled.Multipliers) : 0;
            }

            var probability = Elementary.Multiplied(path.Parameters.Values[cause.Slot], multiplier * times);
            if (path.IsBelow(cause.Purpose, Thresholds.Of(probability, Thresholds.EventBits), Thresholds.EventBits))
            {
                Happen(new Happening(e, 0, 0, first.Root, cause.Pathway ?? first.Pathway) { RootRepeat = first.RootRepeat, Cause = cause.Event });
                return;
            }
        }
    }

    /// <summary>How often a cause happened in this step, and the first time of it.</summary>
    private (Happening First, int Times) Occasions(CompiledCause cause)
    {
        var (first, times) = (default(Happening), 0);
        foreach (var happening in path.Happenings)
        {
            if (happening.Event == cause.Event && (cause.Outcome < 0 || cause.Outcome == happening.Outcome))
            {
                first = times == 0 ? happening : first;
                times++;
            }
        }

        return (first, times);
    }

    /// <summary>Notes a happening with the outcome it takes; without a possible outcome it does not happen.</summary>
    private void Happen(Happening happening)
    {
        var compiled = path.Model.Events[happening.Event];
        var cumulative = path.Parameters.Events[happening.Event].Outcomes ?? Multiplied(happening.Event);
        if (cumulative[compiled.Outcomes.Length - 1] > 0)
        {
            var number = compiled.Outcomes.Length == 1 ? 0 : path.Number(PathState.Repeated(compiled.Turns, happening.Repeat), Thresholds.EventBits);
            path.Happenings.Add(happening with { Outcome = Thresholds.Pick(cumulative, number) });
        }
    }

    private long[] Multiplied(int e)
    {
        var compiled = path.Model.Events[e];
        for (var outcome = 0; outcome < compiled.Outcomes.Length; outcome++)
        {
            weights[outcome] = path.Parameters.Events[e].Weights[outcome] * path.Product(compiled.Outcomes[outcome].Multipliers);
        }

        Thresholds.Cumulate(weights.AsSpan(0, compiled.Outcomes.Length), Thresholds.EventBits, outcomes);
        return outcomes;
    }
}
