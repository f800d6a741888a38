using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>Effects of events and measures in words.</summary>
internal static class EffectPhrases
{
    /// <summary>All effects one after the other; a dash without any.</summary>
    public static Phrase All(BriefContext context, ImmutableArray<Effect> effects) =>
        effects.IsEmpty ? "–" : Voice.Join("; ", effects.Select(effect => Kind(context, effect) + Terms(context, effect)));

    private static Phrase Kind(BriefContext context, Effect effect)
    {
        var voice = context.Voice;
        return effect switch
        {
            PushEffect push => Push(context, push),
            MoveEffect move => voice.Say(CatalogueWords.Move, context.Factor(move.Factor), voice.StatedSigned(move.Steps)),
            SetEffect set => voice.Say(CatalogueWords.Set, context.Factor(set.Factor), voice.Quote(context.State(set.Factor, set.State))),
            DrawEffect draw => voice.Say(CatalogueWords.Draw, context.Factor(draw.Factor), voice.List(draw.Alternatives.Select(alternative => voice.Say(
                CatalogueWords.Alternative,
                draw.AreMoves ? voice.StatedSigned(alternative.Value) : voice.Quote(context.State(draw.Factor, alternative.Value)),
                voice.Range(alternative.Weight))))),
            HoldEffect hold => voice.Say(
                (hold.Up, hold.Down) switch { (true, true) => CatalogueWords.HoldBoth, (true, _) => CatalogueWords.HoldUp, _ => CatalogueWords.HoldDown }, context.Factor(hold.Factor)),
            MultiplyEffect times => voice.Say(CatalogueWords.Multiply, voice.Quote(context.Event(times.Of)), voice.Range(times.Factor)),
            _ => Phrase.Empty,
        };
    }

    private static Phrase Push(BriefContext context, PushEffect push)
    {
        var voice = context.Voice;
        var words = push.Lean.Towards is { } state
            ? voice.Say(CatalogueWords.PushTowards, context.Factor(push.Factor), voice.Range(push.Lean.Weight), voice.Quote(context.State(push.Factor, state)))
            : voice.Say(CatalogueWords.Push, context.Factor(push.Factor), voice.Range(push.Lean.Weight));
        words = push.HalfLife is { } half ? words + voice.Say(CatalogueWords.HalfLife, voice.Length(half)) : words;
        words = push.While is { } condition ? words + voice.Say(CatalogueWords.While, context.Rule(condition)) : words;
        return push.Stacks ? words + voice.Word(CatalogueWords.Stacks) : words;
    }

    private static Phrase Terms(BriefContext context, Effect effect)
    {
        var voice = context.Voice;
        var words = effect.Chance is { Value: 1, IsUncertain: false } ? Phrase.Empty : voice.Say(CatalogueWords.Chance, voice.Range(effect.Chance));
        words = effect.Rate is { } rate ? words + voice.Say(CatalogueWords.Rate, voice.Range(rate)) : words;
        return effect.When is { } when ? words + voice.Say(CatalogueWords.When, context.Rule(when)) : words;
    }
}
