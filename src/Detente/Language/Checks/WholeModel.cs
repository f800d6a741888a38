using Detente.Language.Binding;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Doubts, and mistakes in claims, that only the whole model can raise. Runs on models without errors, so every reference leads somewhere.</summary>
internal static class WholeModel
{
    private const double MostPerStep = 0.3;

    /// <summary>Reports what is found.</summary>
    public static void Check(Model model, BindingContext context)
    {
        CheckMovement(model, context);
        CheckRates(model, context);
        FastLoops.Check(model, context);
        new Windows(model, context).Check();
        CheckReach(model, context);
        new ClaimSense(model, context).Check();
    }

    private static void CheckMovement(Model model, BindingContext context)
    {
        var effects = model.Events.SelectMany(item => item.Outcomes).SelectMany(outcome => outcome.Effects)
            .Concat(model.Measures.SelectMany(measure => measure.Effects.Concat(measure.Early)));
        var changed = effects.Where(effect => effect is MoveEffect or SetEffect or DrawEffect).Select(Target).OfType<FactorId>().ToHashSet();
        var moved = model.Influences.Where(influence => influence.From != influence.To).Select(influence => influence.To)
            .Concat(model.Tendencies.Select(tendency => tendency.Factor))
            .Concat(effects.Select(Target).OfType<FactorId>())
            .ToHashSet();
        var asked = context.Conditions.SelectMany(condition => condition.Condition.Walk()).OfType<FactorIn>().Select(part => part.Factor);
        var moving = model.Influences.Where(influence => influence.From != influence.To).Select(influence => influence.From)
            .Concat(asked)
            .Concat(model.Factors.Select(factor => factor.Image?.Of).OfType<FactorId>())
            .Concat(model.Indicators.Select(indicator => indicator.Factor))
            .ToHashSet();
        for (var i = 0; i < model.Factors.Length; i++)
        {
            var element = "factors/" + model.Factors[i].Id;
            using var scope = context.Bag.Within(element);
            if (!moved.Contains(new FactorId(i)))
            {
                context.Bag.Add("DT3010", context.PlaceOf(element), new LocalizedText(
                    "Nothing moves this factor: no influence, tendency or effect reaches it.",
                    "Nichts bewegt diesen Faktor: Kein Einfluss, keine Neigung, keine Wirkung erreicht ihn."));
            }

            else if (model.Factors[i].Inertia is { Up: null, Down: null } && !changed.Contains(new FactorId(i)))
            {
                context.Bag.Add("DT3010", context.PlaceOf(element), new LocalizedText(
                    "Nothing moves this factor: its inertia is `never`, and no event or measure changes its state; what else acts on it is in vain.",
                    "Nichts bewegt diesen Faktor: Seine Trägheit ist `never`, und kein Ereignis, keine Maßnahme ändert seinen Zustand; was sonst auf ihn wirkt, ist vergeblich."));
            }

            if (!moving.Contains(new FactorId(i)))
            {
                context.Bag.Add("DT3011", context.PlaceOf(element), new LocalizedText(
                    "This factor moves nothing and occurs in no rule.",
                    "Dieser Faktor bewegt nichts und kommt in keiner Regel vor."));
            }
        }
    }

    private static FactorId? Target(Effect effect) => effect switch
    {
        PushEffect push => push.Factor,
        MoveEffect move => move.Factor,
        SetEffect set => set.Factor,
        DrawEffect draw => draw.Factor,
        _ => null,
    };

    private static void CheckRates(Model model, BindingContext context)
    {
        if (model.Horizon is not { } horizon)
        {
            return;
        }

        for (var i = 0; i < model.Events.Length; i++)
        {
            var item = model.Events[i];
            if (item.Trigger is not Stochastic stochastic || item.Repeats)
            {
                continue;
            }

            var largest = item.Multipliers.Select(multiplier => multiplier.Factor.Value)
                .Concat(model.Measures.SelectMany(measure => measure.Effects).OfType<MultiplyEffect>()
                    .Where(effect => effect.Of == new EventReference(new EventId(i), null)).Select(effect => effect.Factor.Value))
                .Where(factor => factor > 1)
                .Aggregate(1.0, (product, factor) => product * factor);
            if (stochastic.Rate.Value * horizon.StepYears * largest > MostPerStep)
            {
                var element = "events/" + item.Id;
                using var scope = context.Bag.Within(element);
                context.Bag.Add("DT3020", context.PlaceOf(element), new LocalizedText(
                    "With all its multipliers this event comes more than 0.3 times a step, but at most once counts; shorten the step or say `repeats: true`.",
                    "Mit allen Multiplikatoren kommt dieses Ereignis mehr als 0,3-mal je Schritt vor, zählt aber höchstens einmal; bitte den Schritt verkürzen oder `repeats: true` setzen."));
            }
        }
    }

    private static void CheckReach(Model model, BindingContext context)
    {
        var reach = new Reach(model);
        foreach (var condition in context.Conditions.Where(condition => !reach.CanHold(condition.Condition)))
        {
            using var scope = context.Bag.Within(condition.Element);
            if (condition.Role != ConditionRole.Scenario)
            {
                context.Bag.Add("DT3026", condition.Text.Span, new LocalizedText("This condition can never hold.", "Diese Bedingung kann nie gelten."));
            }
            else if (model.Scenarios.First(scenario => condition.Element == "scenarios/" + scenario.Id).Unreachable is null)
            {
                context.Bag.Add("DT3025", condition.Text.Span, new LocalizedText(
                    "This rule can never hold; if that is meant, say why with `unreachable`.",
                    "Diese Regel kann nie gelten; falls das so gemeint ist, bitte mit `unreachable` begründen."));
            }
        }
    }
}
