using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds factors.</summary>
internal sealed class FactorBinder(BindingContext context)
{
    private static readonly string[] StateKeys = ["title", "short", "colour"];

    private readonly Values _values = context.Values;

    public ImmutableArray<Factor> Factors()
    {
        var factors = context.Each("factors", Factor);
        return [.. factors.Select(factor => factor.Image is { } image ? factor with { States = factors[image.Of.Index].States } : factor)];
    }

    private Factor Factor(Declared element, Fields fields)
    {
        var name = context.Names.Factors[context.Names.Factors.Find(element.Id)!.Value];
        var image = fields.Take("image") is { } written ? Image(written) : null;
        if (image is not null)
        {
            var reason = new LocalizedText("an image has the states of the thing.", "Ein Bild hat die Zustände seines Gegenstands.");
            fields.Refuse("states", reason);
            fields.Refuse("scale", reason);
        }
        else
        {
            fields.Need("states");
            fields.Choice("scale", ("ordered", FactorScale.Ordered), ("nominal", FactorScale.Nominal));
        }

        var factor = new Factor(element.Id, BindingContext.Title(fields, element.Id), name.Scale, States(element.Id))
        {
            Short = fields.Text("short"),
            Group = Group(fields),
            Initial = fields.Take("initial") is { } initial ? context.State(initial, name) : null,
            Since = Since(fields),
            Of = fields.Take("of") is { } actor ? new ActorId(context.Reference(actor, context.Declarations.Actors, Nouns.Actor)) : null,
            Image = image,
            Provenance = context.Provenance(fields),
        };
        var moves = Moves(fields, name.Scale);
        if (!fields.Has("of"))
        {
            fields.Refuse("decisiveness", new LocalizedText("only a factor that is an actor's decision (`of`) has its own.", "Nur ein Faktor, der Entscheidung eines Akteurs ist (`of`), hat eine eigene."));
        }

        return factor with
        {
            Moves = moves,
            Inertia = fields.Take("inertia") is { } inertia ? Inertia(inertia, moves) : null,
            Decisiveness = fields.Estimate("decisiveness", Bounds.Decisiveness),
        };
    }

    private string? Group(Fields fields)
    {
        var node = fields.Take("group");
        context.Reference(node, context.Declarations.Groups, Nouns.Group);
        return (node as ScalarNode)?.Text;
    }

    private ImageOf Image(SyntaxNode node)
    {
        var fields = new Fields(_values, node, node.Span);
        var (of, by, worse) = (fields.Need("of"), fields.Need("held-by"), fields.Need("worse"));
        fields.Finish();
        var thing = context.Factor(of);
        if (of is ScalarNode name && context.Declarations.Of("factors").FirstOrDefault(factor => factor.Id == name.Text)?.Node is MapNode map && map.Entries.Any(entry => entry.Key.Text == "image"))
        {
            context.Bag.Add("DT3012", name.Span, new LocalizedText(
                $"`{name.Text}` is itself an image; an image is of the thing.",
                $"`{name.Text}` ist selbst ein Bild; ein Bild ist ein Bild der Sache."));
        }

        return new ImageOf(
            thing,
            new ActorId(context.Reference(by, context.Declarations.Actors, Nouns.Actor)),
            worse is not null && (_values.Choice(worse, ("higher", true), ("lower", false)) ?? false));
    }

    private ImmutableArray<FactorState> States(string id) =>
        [.. context.Declarations.States[context.Names.Factors.Find(id)!.Value].Select(State)];

    /// <summary>A state: a title alone, or a map with a title, a short title and a colour.</summary>
    private FactorState State(Declared state)
    {
        if (state.Node is not MapNode map || !map.Entries.Any(entry => StateKeys.Contains(entry.Key.Text, StringComparer.Ordinal)))
        {
            return new FactorState(state.Id, context.TitleOf(state));
        }

        var fields = new Fields(_values, map, state.Key.Span);
        var bound = new FactorState(state.Id, BindingContext.Title(fields, state.Id)) { Short = fields.Text("short"), Colour = Colour(fields) };
        fields.Finish();
        return bound;
    }

    private string Colour(Fields fields)
    {
        if (fields.Take("colour") is not { } node || _values.Scalar(node, Nouns.Word) is not { } scalar)
        {
            return FactorState.DefaultColour;
        }

        if (ColourText.Read(scalar.Text) is { } colour)
        {
            return colour;
        }

        context.Bag.Add("DT2028", scalar.Span, ColourText.Refusal(Values.Short(scalar.Text)));
        return FactorState.DefaultColour;
    }

    private DateOnly? Since(Fields fields)
    {
        var node = fields.Take("since");
        if (node is null || _values.Date(node, orMonth: true) is not { } since)
        {
            return null;
        }

        if (context.Horizon is { } horizon && since > horizon.Start)
        {
            context.Bag.Add("DT3036", node.Span, new LocalizedText(
                "The initial state holds at the start of the horizon; it cannot have begun later.",
                "Der Anfangszustand gilt zu Beginn des Horizonts; er kann nicht später begonnen haben."));
        }

        return since;
    }

    private MoveRule Moves(Fields fields, FactorScale scale)
    {
        var moves = fields.Choice("moves", ("neighbours", MoveRule.Neighbours), ("any", MoveRule.Any));
        if (moves == MoveRule.Neighbours && scale == FactorScale.Nominal)
        {
            context.Bag.Add("DT3004", fields.Take("moves")!.Span, new LocalizedText(
                "A nominal factor has no neighbouring states; `moves: any` is its only rule.",
                "Ein nominaler Faktor hat keine benachbarten Zustände; `moves: any` ist seine einzige Regel."));
        }

        return moves ?? (scale == FactorScale.Ordered ? MoveRule.Neighbours : MoveRule.Any);
    }

    private Inertia Inertia(SyntaxNode node, MoveRule moves)
    {
        if (node is not MapNode map)
        {
            var both = _values.PeriodOrNever(node);
            return new Inertia(both, both);
        }

        var fields = new Fields(_values, map, map.Span);
        var provenance = context.Provenance(fields);
        if (!fields.Has("up") && !fields.Has("down"))
        {
            var both = _values.PeriodOrNever(fields);
            fields.Finish();
            return new Inertia(both, both) { Provenance = provenance };
        }

        var (up, down) = (fields.Need("up"), fields.Need("down"));
        fields.Finish();
        if (moves == MoveRule.Any)
        {
            context.Bag.Add("DT3040", map.Span, new LocalizedText(
                "A factor that may reach any state has one inertia, not one up and one down.",
                "Ein Faktor, der jeden Zustand erreichen kann, hat eine Trägheit, nicht je eine für oben und unten."));
        }

        return new Inertia(up is null ? null : _values.PeriodOrNever(up), down is null ? null : _values.PeriodOrNever(down)) { Provenance = provenance };
    }
}
