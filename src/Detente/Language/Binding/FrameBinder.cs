using System.Collections.Immutable;
using Detente.Language.Checks;
using Detente.Language.Syntax;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds what surrounds the judgements: horizon, sources, the inventory, actors, groups, severity, notes, accepted warnings.</summary>
internal sealed class FrameBinder(BindingContext context)
{
    private const int MostSteps = 20_000;

    private static readonly string[] GroupKeys = ["title", "because", "source", "items", "label"];

    private readonly Values _values = context.Values;

    public Encoding? Encoded() => Single("encoded", fields =>
    {
        var by = fields.Need("by") is { } who ? _values.Scalar(who, Nouns.Text)?.Text ?? "" : "";
        var on = fields.Need("encoded-on");
        var isDate = on is not null && _values.Date(on, orMonth: true) is not null;
        return new Encoding(by, isDate ? ((ScalarNode)on!).Text : "", fields.Flag("hindsight") ?? false);
    });

    public Horizon? Horizon() => Single<Horizon>("horizon", fields =>
    {
        var (startNode, endNode) = (fields.Need("start"), fields.Need("end"));
        var provenance = context.Provenance(fields);
        var start = startNode is null ? null : _values.Date(startNode);
        var end = endNode is null ? null : _values.Date(endNode);
        var step = fields.Choice(
            "step",
            ("day", TimeUnit.Day),
            ("week", TimeUnit.Week),
            ("month", TimeUnit.Month),
            ("quarter", TimeUnit.Quarter),
            ("year", TimeUnit.Year)) ?? TimeUnit.Month;
        if (start is null || end is null)
        {
            return null;
        }

        if (end <= start)
        {
            context.Bag.Add(
                "DT3029",
                endNode!.Span,
                new LocalizedText("The end of the horizon is not after its start.", "Das Ende des Horizonts liegt nicht nach seinem Beginn."),
                [new RelatedPlace(startNode!.Span, new LocalizedText("This is the start.", "Das ist der Beginn."))]);
            return null;
        }

        var horizon = new Horizon(start.Value, end.Value, step) { Provenance = provenance };
        if (horizon.StepCount > MostSteps)
        {
            context.Bag.Add("DT3030", (fields.Take("step") ?? endNode!).Span, new LocalizedText(
                "The horizon has more than 20,000 steps; take a longer step or an earlier end.",
                "Der Horizont hat mehr als 20 000 Schritte; bitte einen längeren Schritt oder ein früheres Ende wählen."));
            return null;
        }

        return horizon;
    });

    public ImmutableArray<Source> Sources() => context.Each("sources", (element, fields) => new Source(
        element.Id,
        fields.Need("title") is { } title ? _values.Scalar(title, Nouns.Text)?.Text ?? "" : "",
        [.. fields.Items("authors", orOne: true).Select(author => _values.Scalar(author, Nouns.Text)?.Text).OfType<string>()],
        fields.Take("year") is { } year ? _values.Whole(year, 1, 2200) : null,
        fields.Plain("publisher"),
        fields.Plain("address"),
        fields.Choice("kind", ("document", false), ("data", true)) ?? false,
        fields.Text("note")));

    /// <summary>A section that gives each name nothing but a title.</summary>
    public ImmutableArray<NamedTitle> Titles(string section) =>
        [.. context.Declarations.Of(section).Select(element => new NamedTitle(element.Id, context.TitleOf(element)))];

    /// <summary>Groups: a title alone, or a map with a title and where it comes from.</summary>
    public ImmutableArray<Group> Groups()
    {
        var groups = ImmutableArray.CreateBuilder<Group>();
        foreach (var element in context.Declarations.Of("groups"))
        {
            using var scope = context.Bag.Within("groups/" + element.Id);
            if (element.Node is not MapNode map || !map.Entries.Any(entry => GroupKeys.Contains(entry.Key.Text, StringComparer.Ordinal)))
            {
                groups.Add(new Group(element.Id, context.TitleOf(element)));
                continue;
            }

            var fields = new Fields(_values, map, element.Key.Span);
            groups.Add(new Group(element.Id, BindingContext.Title(fields, element.Id)) { Provenance = context.Provenance(fields) });
            fields.Finish();
        }

        return groups.DrainToImmutable();
    }

    /// <summary>The inventory of the source text.</summary>
    public ImmutableArray<InventoryItem> Items() => context.Each("items", (element, fields) => new InventoryItem(
        element.Id,
        fields.Need("text") is { } text ? _values.Localized(text) : LocalizedText.Same(""),
        ItemKinds(fields),
        fields.Take("source") is { } source ? context.SourceReference(source) : null));

    private ImmutableArray<ItemKind> ItemKinds(Fields fields)
    {
        if (fields.Need("kind") is not { } node)
        {
            return [];
        }

        var written = _values.Items(node, orOne: true);
        if (written.Count == 0)
        {
            context.Bag.Add("DT2024", node.Span, new LocalizedText("An item has one kind at least.", "Ein Eintrag hat mindestens eine Art."));
        }

        context.Declarations.ReportRepeated(written.OfType<ScalarNode>().Select(kind => kind.Value));
        return [.. written.Select(kind => _values.Choice(kind, ItemKindText.All)).OfType<ItemKind>()];
    }

    public ImmutableArray<Actor> Actors()
    {
        var actors = context.Each("actors", (element, fields) => new Actor(
            element.Id,
            BindingContext.Title(fields, element.Id),
            fields.Take("in") is { } whole ? new ActorId(context.Reference(whole, context.Declarations.Actors, Nouns.Actor)) : null,
            [.. fields.Entries("positions").Select(Position)],
            context.Provenance(fields)));
        ReportCircles(actors);
        return actors;
    }

    public ImmutableArray<Severity> Severities()
    {
        var severities = ImmutableArray.CreateBuilder<Severity>();
        foreach (var element in context.Declarations.Of("severity"))
        {
            using var scope = context.Bag.Within("severity/" + element.Id);
            context.Put("severity/" + element.Id, element.Key.Span);
            var (level, title) = (element.Node, LocalizedText.Same(element.Id));
            if (element.Node is MapNode)
            {
                var fields = new Fields(_values, element.Node, element.Key.Span);
                (level, title) = (fields.Need("level"), BindingContext.Title(fields, element.Id));
                fields.Finish();
            }

            var number = level is null ? null : _values.Whole(level, 0, 1000);
            if (number is not null && severities.Count > 0 && number <= severities[^1].Level)
            {
                context.Bag.Add("DT3035", level!.Span, new LocalizedText(
                    "Severity is listed from the least grave to the gravest, with rising levels.",
                    "Schweregrade stehen vom leichtesten zum schwersten, mit steigenden Stufen."));
            }

            severities.Add(new Severity(element.Id, title, number ?? (severities.Count == 0 ? 0 : severities[^1].Level)));
        }

        return severities.DrainToImmutable();
    }

    public ImmutableArray<Note> Notes() => context.Each("notes", (element, fields) => new Note(
        element.Id,
        fields.Need("text") is { } text ? _values.Localized(text) : LocalizedText.Same(""),
        context.Provenance(fields)));

    /// <summary>Accepted warnings, each with the place of its code.</summary>
    public ImmutableArray<(AcceptedWarning Warning, TextSpan Place)> Accepted()
    {
        var accepted = ImmutableArray.CreateBuilder<(AcceptedWarning Warning, TextSpan Place)>();
        foreach (var item in context.Sections.Items("accepted"))
        {
            using var scope = context.Bag.Within("accepted");
            var fields = new Fields(_values, item, item.Span);
            var code = fields.Need("code") is { } written ? _values.Scalar(written, Nouns.Code) : null;
            var (at, because) = (fields.Plain("at"), fields.Need("because"));
            fields.Finish();
            var reason = because is null ? LocalizedText.Same("") : _values.Localized(because);
            if (code is not null && IsWarning(code))
            {
                var warning = new AcceptedWarning(code.Text, at, reason);
                context.Put(Acceptance.ElementOf(warning), code.Span);
                accepted.Add((warning, code.Span));
            }
        }

        return accepted.DrainToImmutable();
    }

    private bool IsWarning(ScalarNode code)
    {
        // Codes of studies, import and storage (DT4xxx, DT5xxx) are not the language's to judge.
        if (code.Text.StartsWith("DT4", StringComparison.Ordinal) || code.Text.StartsWith("DT5", StringComparison.Ordinal))
        {
            return true;
        }

        if (DiagnosticCatalog.Find(code.Text) is not { } entry || entry.Code != code.Text)
        {
            context.UnknownName(code.Value, Nouns.Code, null);
            return false;
        }

        if (entry.Severity == DiagnosticSeverity.Warning)
        {
            return true;
        }

        context.Bag.Add("DT3028", code.Span, new LocalizedText(
            $"{code.Text} is an error; only warnings can be accepted.",
            $"{code.Text} ist ein Fehler; nur Warnungen können angenommen werden."));
        return false;
    }

    private Position Position(MapEntry entry)
    {
        context.Reference(entry.Key, context.Declarations.Issues, Nouns.Issue);
        return new Position(entry.Key.Text, _values.Number(entry.Value, Bounds.Position) ?? 0);
    }

    private void ReportCircles(ImmutableArray<Actor> actors)
    {
        var reported = new HashSet<int>();
        for (var i = 0; i < actors.Length; i++)
        {
            var chain = new List<int>();
            int? at = i;
            while (at is { } actor && actor < actors.Length && !chain.Contains(actor))
            {
                chain.Add(actor);
                at = actors[actor].In?.Index;
            }

            if (at == i && !chain.Exists(reported.Contains))
            {
                reported.UnionWith(chain);
                var places = chain.Select(actor => context.Declarations.Of("actors")[actor].Key).ToList();
                context.Bag.Add(
                    "DT3033",
                    places[0].Span,
                    new LocalizedText("This actor is, by way of others, part of itself.", "Dieser Akteur ist über andere ein Teil seiner selbst."),
                    [.. places.Skip(1).Select(place => new RelatedPlace(place.Span, new LocalizedText("By way of this one.", "Über diesen.")))]);
            }
        }
    }

    private T? Single<T>(string section, Func<Fields, T?> bind)
        where T : class
    {
        if (context.Sections.Value(section) is not { } node)
        {
            return null;
        }

        using var scope = context.Bag.Within(section);
        var fields = new Fields(_values, node, context.Sections.Place(section)!.Value);
        var bound = fields.IsMap ? bind(fields) : null;
        fields.Finish();
        return bound;
    }
}
