using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Every way in which the events of one step can turn out, with its chance.</summary>
internal sealed class ExactEvents
{
    private const double Parts = 4294967296;
    private readonly Model model;
    private readonly ExactMoment moment;
    private readonly bool[] isActive;
    private readonly ImmutableArray<(MultiplyEffect Effect, int Place)> multipliers;
    private readonly ImmutableArray<int> order;
    private readonly List<Happening> happenings = [];

    /// <summary>Initialises the enumeration.</summary>
    /// <param name="moment">The snapshot, measures after part 1.</param>
    /// <param name="multipliers">Effects of measures in force that multiply, with their places in <paramref name="isActive"/>.</param>
    /// <param name="isActive">Which of the measures' standing effects act.</param>
    public ExactEvents(ExactMoment moment, ImmutableArray<(MultiplyEffect Effect, int Place)> multipliers, bool[] isActive)
    {
        model = moment.Model;
        this.moment = moment;
        this.multipliers = multipliers;
        this.isActive = isActive;
        order =
        [
            .. Enumerable.Range(0, model.Events.Length).Where(e => model.Events[e].Trigger is not Consequence),
            .. EventOrder.OfConsequences(model),
        ];
    }

    /// <summary>Goes through all ways.</summary>
    /// <param name="visit">Told each way, in the order in which the events are looked at, and its chance.</param>
    public void ForEach(Action<List<Happening>, double> visit) => Try(0, 1, visit);

    private void Try(int place, double chance, Action<List<Happening>, double> visit)
    {
        if (chance == 0)
        {
            return;
        }

        if (place == order.Length)
        {
            visit(happenings, chance);
            return;
        }

        var e = order[place];
        var rest = 1.0;
        foreach (var (root, pathway, probability) in Occasions(e))
        {
            foreach (var (outcome, share) in Outcomes(e))
            {
                happenings.Add(new Happening(e, outcome, 0, root, pathway));
                Try(place + 1, chance * rest * probability * share, visit);
                happenings.RemoveAt(happenings.Count - 1);
            }

            if (!Outcomes(e).Any())
            {
                continue; // without a possible outcome it does not happen
            }

            rest *= 1 - probability;
        }

        Try(place + 1, chance * rest, visit);
    }

    /// <summary>What can make an event happen in this step, one after the other.</summary>
    private IEnumerable<(int Root, Pathway Pathway, double Probability)> Occasions(int e)
    {
        var of = model.Events[e];
        if (!moment.Holds(of.When))
        {
            yield break;
        }

        var times = Times(of.Multipliers, new EventReference(new EventId(e), null));
        switch (of.Trigger)
        {
            case Scheduled scheduled:
                var dates = scheduled.Dates.Count(date => model.Horizon!.StepOf(date) == moment.Step);
                yield return (e, of.Pathway, Whole(Elementary.Multiplied(scheduled.Probability.Value, times * dates)));
                break;
            case Stochastic stochastic:
                yield return (e, of.Pathway, Whole(Elementary.OneMinusExpOfMinus(stochastic.Rate.Value * model.Horizon!.StepYears * times)));
                break;
            case Consequence consequence:
                foreach (var cause in consequence.Causes)
                {
                    var by = happenings.FindIndex(one => one.Event == cause.Of.Event.Index && (cause.Of.Outcome ?? one.Outcome) == one.Outcome);
                    if (by >= 0 && moment.Holds(cause.When))
                    {
                        yield return (happenings[by].Root, cause.Pathway ?? happenings[by].Pathway, Whole(Elementary.Multiplied(cause.Probability.Value, times)));
                    }
                }

                break;
        }
    }

    private IEnumerable<(int Outcome, double Share)> Outcomes(int e)
    {
        var outcomes = model.Events[e].Outcomes;
        var weights = outcomes.Select((outcome, place) => outcome.Weight.Value * Times(outcome.Multipliers, new EventReference(new EventId(e), place))).ToArray();
        var cumulative = new long[weights.Length];
        if (!Thresholds.Cumulate(weights, Thresholds.EventBits, cumulative))
        {
            yield break;
        }

        for (var outcome = 0; outcome < weights.Length; outcome++)
        {
            var share = cumulative[outcome] - (outcome == 0 ? 0 : cumulative[outcome - 1]);
            if (share > 0)
            {
                yield return (outcome, share / Parts);
            }
        }
    }

    private double Times(ImmutableArray<Multiplier> rules, EventReference of)
    {
        var times = 1.0;
        foreach (var rule in rules.Where(rule => moment.Holds(rule.When)))
        {
            times *= rule.Factor.Value;
        }

        foreach (var (effect, place) in multipliers)
        {
            times *= effect.Of == of && isActive[place] ? effect.Factor.Value : 1;
        }

        return times;
    }

    private static double Whole(double probability) => Thresholds.Of(probability, Thresholds.EventBits) / Parts;
}
