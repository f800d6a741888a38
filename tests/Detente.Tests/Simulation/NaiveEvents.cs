using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>What happens in one step of a <see cref="NaiveWalk"/>.</summary>
internal sealed class NaiveEvents(Model model, NaiveConditions conditions, Func<string, int, long> number)
{
    private readonly List<Happening> happened = [];

    /// <summary>What is decided beforehand of an event in this step, whatever its odds; null: nothing.</summary>
    public Func<int, bool?> Decided { get; init; } = _ => null;

    private double StepYears => Period.DaysIn(model.Horizon!.Step) / 365.25;

    public List<Happening> Find(Func<EventReference, double> multiplier)
    {
        for (var e = 0; e < model.Events.Length; e++)
        {
            var isRoot = model.Events[e].Trigger is not Consequence;
            var times = !isRoot ? 0 : Decided(e) is { } decided ? (decided ? 1 : 0) : Times(model.Events[e], () => multiplier(new EventReference(new EventId(e), null)));
            for (var repeat = 0; repeat < times; repeat++)
            {
                Happen(new Happening(e, 0, repeat, e, model.Events[e].Pathway) { RootRepeat = repeat }, multiplier);
            }
        }

        var waiting = Enumerable.Range(0, model.Events.Length).Where(e => model.Events[e].Trigger is Consequence).ToList();
        while (waiting.Count > 0)
        {
            var e = waiting.First(one => !((Consequence)model.Events[one].Trigger).Causes.Any(cause => waiting.Contains(cause.Of.Event.Index)));
            waiting.Remove(e);
            if (Decided(e) is not { } decided)
            {
                Follow(e, multiplier);
            }
            else if (decided)
            {
                Happen(new Happening(e, 0, 0, e, model.Events[e].Pathway), multiplier);
            }
        }

        return happened;
    }

    private long Number(string purpose, int repeat = 0) => number(purpose, repeat);

    private int Times(ModelEvent of, Func<double> multiplier)
    {
        if (!conditions.Holds(of.When))
        {
            return 0;
        }

        var drawn = Number($"events/{of.Id}:happens");
        switch (of.Trigger)
        {
            case Scheduled scheduled:
                var dates = scheduled.Dates.Count(date => date >= model.Horizon!.DateOf(conditions.Now) && date < model.Horizon.DateOf(conditions.Now + 1));
                return drawn < Thresholds.Of(1 - Math.Pow(1 - scheduled.Probability.Value, dates * multiplier()), 32) ? 1 : 0;
            case Stochastic stochastic:
                var mean = stochastic.Rate.Value * StepYears * multiplier();
                var (term, sum, k) = (Math.Exp(-mean), Math.Exp(-mean), 0);
                while (drawn < Thresholds.Of(1 - sum, 32) && k < (of.Repeats ? 1000 : 1))
                {
                    k++;
                    term *= mean / k;
                    sum += term;
                }

                return k;
            default:
                return 0;
        }
    }

    private void Follow(int e, Func<EventReference, double> multiplier)
    {
        var of = model.Events[e];
        if (!conditions.Holds(of.When))
        {
            return;
        }

        var names = new List<string>();
        foreach (var cause in ((Consequence)of.Trigger).Causes)
        {
            var name = $"events/{of.Id}:{KeyNames.Of(cause, model)}";
            names.Add(name);
            var count = names.Count(other => other == name);
            var occasions = happened.Where(happening => happening.Event == cause.Of.Event.Index && (cause.Of.Outcome ?? happening.Outcome) == happening.Outcome).ToList();
            var chance = 1 - Math.Pow(1 - cause.Probability.Value, occasions.Count * multiplier(new EventReference(new EventId(e), null)));
            if (conditions.Holds(cause.When) && Number(count == 1 ? name : $"{name}#{count}") < Thresholds.Of(chance, 32))
            {
                Happen(new Happening(e, 0, 0, occasions[0].Root, cause.Pathway ?? occasions[0].Pathway) { RootRepeat = occasions[0].RootRepeat, Cause = cause.Of.Event.Index }, multiplier);
                return;
            }
        }
    }

    private void Happen(Happening happening, Func<EventReference, double> multiplier)
    {
        var of = model.Events[happening.Event];
        var weights = of.Outcomes.Select((outcome, o) => outcome.Weight.Value * multiplier(new EventReference(new EventId(happening.Event), o))).ToArray();
        var cumulative = new long[weights.Length];
        if (Thresholds.Cumulate(weights, 32, cumulative))
        {
            happened.Add(happening with { Outcome = Array.FindIndex(cumulative, c => Number($"events/{of.Id}:outcome", happening.Repeat) < c) });
        }
    }
}
