using Detente.Models;

namespace Detente.Compiled;

/// <summary>Names that key the random numbers of what has no id of its own: what it concerns, which way, and under which condition.</summary>
/// <remarks>
/// Part of the sampling contract: another name is another random number. Neither positions nor judged numbers enter, so that a changed judgement
/// and any change elsewhere leave the numbers; only what is alike in all of this is numbered by its order (<see cref="UniqueNames"/>).
/// </remarks>
internal static class KeyNames
{
    /// <summary>The name of an effect among those of its owner.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="model">The model it is part of.</param>
    /// <exception cref="ArgumentException">An effect of an unknown kind.</exception>
    public static string Of(Effect effect, Model model) => Deed(effect, model) + When(effect.When, model);

    /// <summary>The name of a cause among those of its consequence.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="model">The model it is part of.</param>
    public static string Of(Cause cause, Model model) =>
        $"cause/{Of(cause.Of, model)}{(cause.Pathway is { } pathway ? " " + pathway : "")}{When(cause.When, model)}";

    /// <summary>The name of an influence: its id, else its pair with what tells it from others of the pair.</summary>
    /// <param name="influence">The influence.</param>
    /// <param name="model">The model it is part of.</param>
    public static string Of(Influence influence, Model model)
    {
        var pair = $"{model.Factors[influence.From.Index].Id} -> {model.Factors[influence.To.Index].Id}";
        return IsNumbered(influence.Name, pair)
            ? $"{pair}{(influence.Weight is null ? " cells" : "")}{(influence.Shape == default ? "" : " " + influence.Shape)}{(influence.Delay is null ? "" : " later")}{When(influence.When, model)}"
            : influence.Name;
    }

    /// <summary>The name of a tendency: its factor with the state it leans to.</summary>
    /// <param name="tendency">The tendency.</param>
    /// <param name="model">The model it is part of.</param>
    public static string Of(Tendency tendency, Model model)
    {
        var factor = model.Factors[tendency.Factor.Index];
        return IsNumbered(tendency.Name, factor.Id) ? factor.Id + Towards(tendency.Lean, factor) : tendency.Name;
    }

    /// <summary>The name of an alternative of a draw.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="value">The state, or the move.</param>
    /// <param name="model">The model it is part of.</param>
    public static string Alternative(DrawEffect draw, int value, Model model) =>
        draw.AreMoves ? FormattableString.Invariant($"{value}") : model.Factors[draw.Factor.Index].States[value].Id;

    private static bool IsNumbered(string name, string concerns) => name == concerns || name.StartsWith(concerns + "#", StringComparison.Ordinal);

    private static string Deed(Effect effect, Model model)
    {
        switch (effect)
        {
            case PushEffect push:
                var pushed = model.Factors[push.Factor.Index];
                return $"push:{pushed.Id}{Towards(push.Lean, pushed)}{(push.While is { } bond ? $" while {ConditionNames.Of(bond, model)}" : "")}";
            case MoveEffect move:
                return FormattableString.Invariant($"move:{model.Factors[move.Factor.Index].Id} by {move.Steps}");
            case SetEffect set:
                return $"set:{model.Factors[set.Factor.Index].Id} to {model.Factors[set.Factor.Index].States[set.State].Id}";
            case DrawEffect draw:
                return $"draw:{model.Factors[draw.Factor.Index].Id} of {string.Join(", ", Alternatives(draw, model))}";
            case HoldEffect hold:
                return $"hold:{model.Factors[hold.Factor.Index].Id}{(hold.Up ? " up" : "")}{(hold.Down ? " down" : "")}";
            case MultiplyEffect multiply:
                return "multiply:" + Of(multiply.Of, model);
            default:
                throw new ArgumentException("An effect of an unknown kind.", nameof(effect));
        }
    }

    private static IEnumerable<string> Alternatives(DrawEffect draw, Model model) =>
        draw.Alternatives.Select(alternative => Alternative(draw, alternative.Value, model)).Order(StringComparer.Ordinal);

    private static string Of(EventReference of, Model model) =>
        model.Events[of.Event.Index] is var named && of.Outcome is { } outcome ? $"{named.Id}.{named.Outcomes[outcome].Id}" : named.Id;

    private static string Towards(Lean lean, Factor factor) => lean.Towards is { } state ? " towards " + factor.States[state].Id : "";

    private static string When(Condition? condition, Model model) => condition is null ? "" : $" when {ConditionNames.Of(condition, model)}";
}
