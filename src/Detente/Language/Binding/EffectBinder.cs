using System.Collections.Immutable;
using System.Globalization;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds effects of events and measures.</summary>
internal sealed class EffectBinder(BindingContext context, InfluenceBinder influences)
{
    private const int FarthestMove = 2;

    private readonly Values _values = context.Values;

    public ImmutableArray<Effect> Effects(Fields owner, string key, bool ofMeasure) =>
        [.. owner.Items(key).Select(item => Effect(item, ofMeasure)).OfType<Effect>()];

    private Effect? Effect(SyntaxNode node, bool ofMeasure)
    {
        var fields = new Fields(_values, node, node.Span);
        var form = fields.OneOf("push", "move", "set", "draw", "hold", "multiply");
        if (form is null)
        {
            return null;
        }

        if (form is "hold" or "multiply" && !ofMeasure)
        {
            MeasuresOnly(fields, form, new LocalizedText("it lasts as long as a measure is in force.", "Das gilt, solange eine Maßnahme in Kraft ist."));
        }

        var effect = form switch
        {
            "push" => Push(fields, ofMeasure),
            "move" => Move(fields),
            "set" => OnFactor(fields, (id, name) => new SetEffect(id, context.State(fields.Need("set"), name))),
            "draw" => OnFactor(fields, (id, name) => Draw(fields, id, name)),
            "hold" => Hold(fields),
            _ => new MultiplyEffect(
                context.Event(fields.Need("event")) ?? default,
                fields.Need("multiply") is { } times ? _values.Estimate(times, Bounds.Factor, fields.Take("range")) : default),
        };
        var rate = fields.Take("rate") is { } written ? _values.Estimate(written, Bounds.Rate) : (Estimate?)null;
        if (rate is not null && !ofMeasure)
        {
            MeasuresOnly(fields, "rate", new LocalizedText("an event acts once, when it happens.", "Ein Ereignis wirkt einmal, wenn es eintritt."));
        }
        else if (rate is not null && form is "hold" or "multiply")
        {
            fields.Refuse("rate", new LocalizedText("holds and multipliers last as long as the measure is in force.", "`hold` und `multiply` gelten, solange die Maßnahme in Kraft ist."));
        }

        effect = effect with
        {
            Chance = fields.Estimate("chance", Bounds.Probability) ?? Estimate.Point(1),
            When = context.Condition(fields, "when"),
            Rate = rate,
        };
        fields.Finish();
        return effect;
    }

    private void MeasuresOnly(Fields fields, string key, LocalizedText reason) => context.Bag.Add("DT3003", fields.KeySpan(key), new LocalizedText(
        $"`{key}` is for the effects of measures only: {reason.En}",
        $"`{key}` ist nur für Wirkungen von Maßnahmen: {reason.De}"));

    private Effect OnFactor(Fields fields, Func<FactorId, FactorName?, Effect> bind)
    {
        var on = fields.Need("on");
        return bind(context.Factor(on), context.FactorNamed(on));
    }

    private Effect Push(Fields fields, bool ofMeasure) => OnFactor(fields, (id, name) =>
    {
        var lean = influences.Lean(fields, "push", name);
        var push = new PushEffect(id, lean)
        {
            HalfLife = fields.Period("half-life"),
            While = context.Condition(fields, "while"),
            Stacks = fields.Flag("stacks") ?? false,
            Cap = fields.Number("cap", new Bounds(0, Bounds.Points.Most)),
        };
        if (!ofMeasure && !fields.Has("half-life") && !fields.Has("while"))
        {
            context.Bag.Add("DT3006", fields.KeySpan("push"), new LocalizedText(
                "The push of an event needs a `half-life` or a `while`, or it never ends.",
                "Der Schub eines Ereignisses braucht `half-life` oder `while`, sonst endet er nie."));
        }

        if (push.Stacks != fields.Has("cap"))
        {
            context.Bag.Add("DT3032", fields.KeySpan(push.Stacks ? "stacks" : "cap"), new LocalizedText(
                "`stacks: true` and `cap` belong together.",
                "`stacks: true` und `cap` gehören zusammen."));
        }
        else if (push.Cap is { } cap && cap < Math.Max(Math.Abs(lean.Weight.Low), Math.Abs(lean.Weight.High)))
        {
            context.Bag.Add("DT3032", fields.KeySpan("cap"), new LocalizedText(
                "The cap is smaller than a single push.",
                "Die Obergrenze ist kleiner als ein einzelner Schub."));
        }

        return push;
    });

    private Effect Move(Fields fields) => OnFactor(fields, (id, name) =>
    {
        Ordered(name, fields.KeySpan("move"));
        return new MoveEffect(id, fields.Need("move") is { } steps ? _values.Whole(steps, -FarthestMove, FarthestMove) ?? 0 : 0);
    });

    private Effect Hold(Fields fields) => OnFactor(fields, (id, name) =>
    {
        Ordered(name, fields.KeySpan("hold"));
        var (up, down) = fields.Choice("hold", ("up", (true, false)), ("down", (false, true)), ("both", (true, true))) ?? (true, true);
        return new HoldEffect(id, up, down);
    });

    private DrawEffect Draw(Fields fields, FactorId id, FactorName? name)
    {
        var entries = fields.Entries("draw");
        var areMoves = entries.Count > 0 && entries.All(entry => IsMove(entry.Key, out _));
        if (areMoves)
        {
            Ordered(name, fields.KeySpan("draw"));
        }

        var alternatives = ImmutableArray.CreateBuilder<DrawAlternative>();
        foreach (var entry in entries)
        {
            var weight = _values.Estimate(entry.Value, Bounds.Factor);
            if (!areMoves)
            {
                alternatives.Add(new DrawAlternative(context.State(entry.Key, name), weight));
            }
            else if (IsMove(entry.Key, out var move) && Math.Abs(move) <= FarthestMove)
            {
                if (alternatives.Any(alternative => alternative.Value == move))
                {
                    context.Bag.Add("DT2025", entry.Key.Span, new LocalizedText("This move stands twice.", "Diese Bewegung steht zweimal."));
                }

                alternatives.Add(new DrawAlternative(move, weight));
            }
            else
            {
                context.Bag.Add("DT2022", entry.Key.Span, new LocalizedText("A move is -2 to 2 states.", "Eine Bewegung umfasst -2 bis 2 Zustände."));
            }
        }

        if (entries.All(entry => Values.IsZero(entry.Value)))
        {
            context.Bag.Add("DT3031", fields.KeySpan("draw"), new LocalizedText("All alternatives have the weight 0.", "Alle Möglichkeiten haben das Gewicht 0."));
        }

        return new DrawEffect(id, alternatives.DrainToImmutable(), areMoves);
    }

    private void Ordered(FactorName? factor, TextSpan place)
    {
        if (factor is { Scale: FactorScale.Nominal })
        {
            context.Bag.Add("DT3004", place, new LocalizedText(
                $"`{factor.Id}` is nominal: it has no up and down.",
                $"`{factor.Id}` ist nominal: Es gibt kein Oben und Unten."));
        }
    }

    private static bool IsMove(LocatedText key, out int move) =>
        int.TryParse(key.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out move);
}
