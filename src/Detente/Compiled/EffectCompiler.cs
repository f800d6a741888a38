using System.Collections.Immutable;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Compiled;

/// <summary>Compiles effects of events and measures into one list.</summary>
internal sealed class EffectCompiler(Model model, ConditionCompiler conditions, NumberTable numbers)
{
    private readonly List<CompiledEffect> compiled = [];
    private readonly List<CompiledPush> pushes = [];
    private readonly List<(EventReference Of, CompiledMultiplier Multiplier)> multipliers = [];

    /// <summary>All effects so far.</summary>
    public ImmutableArray<CompiledEffect> Effects => [.. compiled];

    /// <summary>All pushes so far.</summary>
    public ImmutableArray<CompiledPush> Pushes => [.. pushes];

    /// <summary>What the measures compiled so far multiply of an event, or of one of its outcomes.</summary>
    /// <param name="of">The event.</param>
    /// <param name="outcome">The outcome, or null for the event as such.</param>
    public IEnumerable<CompiledMultiplier> MultipliersOf(int of, int? outcome) =>
        multipliers.Where(entry => entry.Of.Event.Index == of && entry.Of.Outcome == outcome).Select(entry => entry.Multiplier);

    /// <summary>Compiles the effects of one owner.</summary>
    /// <param name="owner">Qualified name of the owner.</param>
    /// <param name="effects">The effects.</param>
    /// <param name="measure">The measure they belong to; -1 of an event's.</param>
    /// <returns>Their places.</returns>
    public ImmutableArray<int> Compile(string owner, ImmutableArray<Effect> effects, int measure)
    {
        var names = new UniqueNames();
        var places = ImmutableArray.CreateBuilder<int>(effects.Length);
        foreach (var effect in effects)
        {
            places.Add(compiled.Count);
            compiled.Add(Compile(names.For($"{owner}/{KeyNames.Of(effect, model)}"), effect, measure, compiled.Count));
        }

        return places.MoveToImmutable();
    }

    private CompiledEffect Compile(string name, Effect effect, int measure, int place)
    {
        var when = conditions.Compile(effect.When);
        var basis = new CompiledEffect(EffectKind.Push, -1, name)
        {
            Value = 0,
            Alternatives = [],
            Slots = [],
            When = when,
            ChanceSlot = effect.Chance == Estimate.Point(1) ? -1 : numbers.Add(name + ":chance", effect.Chance),
            RateSlot = effect.Rate is { } rate ? numbers.Add(name + ":rate", rate) : -1,
            Measure = measure,
            Chance = KeyedNoise.Purpose(name + ":chance"),
            Rate = KeyedNoise.Purpose(name + ":rate"),
            Draw = KeyedNoise.Purpose(name + ":draw"),
        };
        switch (effect)
        {
            case PushEffect push:
                pushes.Add(Compile(name, push, measure));
                return basis with { Kind = EffectKind.Push, Factor = push.Factor.Index, Value = pushes.Count - 1 };
            case MoveEffect move:
                return basis with { Kind = EffectKind.Move, Factor = move.Factor.Index, Value = move.Steps };
            case SetEffect set:
                return basis with { Kind = EffectKind.Set, Factor = set.Factor.Index, Value = set.State };
            case DrawEffect draw:
                return basis with
                {
                    Kind = draw.AreMoves ? EffectKind.DrawMove : EffectKind.DrawState,
                    Factor = draw.Factor.Index,
                    Alternatives = [.. draw.Alternatives.Select(alternative => alternative.Value)],
                    Slots = [.. draw.Alternatives.Select(alternative => numbers.Add($"{name}:weight/{KeyNames.Alternative(draw, alternative.Value, model)}", alternative.Weight))],
                };
            case HoldEffect hold:
                return basis with { Kind = EffectKind.Hold, Factor = hold.Factor.Index, Value = (hold.Up ? 1 : 0) + (hold.Down ? 2 : 0) };
            case MultiplyEffect multiply:
                var slot = numbers.Add(name + ":times", multiply.Factor);
                multipliers.Add((multiply.Of, new CompiledMultiplier(slot, when, place)));
                return basis with { Kind = EffectKind.Multiply, Slots = [slot] };
            default:
                throw new ArgumentException("An effect of an unknown kind.", nameof(effect));
        }
    }

    private CompiledPush Compile(string name, PushEffect push, int measure)
    {
        var lean = new CompiledLean(
            push.Factor.Index,
            numbers.Add(name, push.Lean.Weight),
            [.. Impacts.LeanNumerators(model.Factors[push.Factor.Index], push.Lean.Towards)]);
        return new CompiledPush(lean, push.HalfLife is { } halfLife ? PushUnits.DecayPerStep(model.Horizon!.StepYears, halfLife.Years) : PushUnits.PerPoint)
        {
            While = conditions.Compile(push.While),
            EndsWith = push.HalfLife is null ? measure : -1,
            Stacks = push.Stacks,
            Cap = push is { Stacks: true, Cap: { } cap } ? PushUnits.OfHundredths(Impacts.Hundredths(cap)) : long.MaxValue,
        };
    }
}

/// <summary>Pushes are kept in 1/65,536 point.</summary>
internal static class PushUnits
{
    /// <summary>Units in a point.</summary>
    public const int PerPoint = 65_536;

    /// <summary>Units of a number of hundredths of a point, rounded half away from zero.</summary>
    /// <param name="hundredths">Hundredths.</param>
    public static long OfHundredths(int hundredths) => Impacts.DivideRounded((long)hundredths * PerPoint, 100);

    /// <summary>What a step leaves of 65,536 units: 65,536 * 2^(-step / half-life), rounded.</summary>
    /// <param name="stepYears">The step in years.</param>
    /// <param name="halfLifeYears">The half-life in years.</param>
    public static int DecayPerStep(double stepYears, double halfLifeYears) =>
        (int)Math.Round(PerPoint * Elementary.Exp(-Elementary.LogOf2 * stepYears / halfLifeYears), MidpointRounding.AwayFromZero);

    /// <summary>One step's decay, truncated toward zero.</summary>
    /// <param name="units">The push.</param>
    /// <param name="decayPerStep">See <see cref="DecayPerStep"/>.</param>
    public static long Decayed(long units, int decayPerStep) => units * decayPerStep / PerPoint;
}
