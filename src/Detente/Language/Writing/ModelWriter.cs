using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Model to tree: every element in declaration order, sections and keys in the order of the reference, defaults left out.</summary>
internal sealed class ModelWriter
{
    private readonly Model _model;
    private readonly JudgementWriter _judgements;
    private readonly EventWriter _events;
    private readonly OptionWriter _options;
    private readonly ObservationWriter _observations;

    private ModelWriter(Model model)
    {
        _model = model;
        _judgements = new JudgementWriter(model);
        _events = new EventWriter(model);
        _options = new OptionWriter(model, _events);
        _observations = new ObservationWriter(model, _judgements);
    }

    /// <summary>The tree of a model.</summary>
    public static YamlMap Write(Model model) => new ModelWriter(model).Sections();

    private YamlMap Sections()
    {
        var sections = new MapBuilder()
            .Add("detente", "1")
            .Add("id", _model.Id)
            .Text("title", _model.Title)
            .Text("question", _model.Question)
            .If(_model.Mode == ModelMode.Forecast, "mode", "forecast")
            .Date("cutoff", _model.Cutoff)
            .Add("encoded", _model.Encoded is { } encoded ? Encoded(encoded) : null)
            .Add("horizon", _model.Horizon is { } horizon ? Horizon(horizon) : null)
            .Add("preference", _model.Preference is { } preference ? _model.Scenarios[preference.Index].Id : null)
            .Estimate("decisiveness", _model.Decisiveness, Model.DefaultDecisiveness)
            .Entries("sources", _model.Sources.Select(source => (source.Id, Source(source))))
            .Entries("items", _model.Items.Select(item => (item.Id, Item(item))))
            .Entries("issues", _model.Issues.Select(issue => (issue.Id, ValueNodes.Localized(issue.Title))))
            .Entries("actors", _model.Actors.Select(actor => (actor.Id, Actor(actor))))
            .Entries("groups", _model.Groups.Select(group => (group.Id, Group(group))));
        _judgements.Write(sections);
        sections.Entries("severity", _model.Severities.Select(severity => (severity.Id, Severity(severity))));
        _events.Write(sections);
        _options.Write(sections);
        _observations.Write(sections);
        return sections
            .Entries("notes", _model.Notes.Select(note => (note.Id, Note(note))))
            .List("accepted", _model.Accepted.Select(Accepted)).Map;
    }

    private static YamlNode Encoded(Encoding encoded) => new MapBuilder()
        .Text("by", encoded.By)
        .Add("encoded-on", encoded.On)
        .If(encoded.Hindsight, "hindsight", "true").Map;

    private YamlNode Horizon(Horizon horizon) => new MapBuilder()
        .Date("start", horizon.Start)
        .Date("end", horizon.End)
        .Add("step", ScalarText.Unit(horizon.Step))
        .Provenance(horizon.Provenance, _model.Sources).Map;

    private static YamlNode Source(Source source) => new MapBuilder()
        .Text("title", source.Title)
        .List("authors", source.Authors)
        .Add("year", source.Year is { } year ? ScalarText.Whole(year) : null)
        .Text("publisher", source.Publisher)
        .Text("address", source.Address)
        .If(source.IsData, "kind", "data")
        .Text("note", source.Note).Map;

    private YamlNode Item(InventoryItem item) => new MapBuilder()
        .Add("kind", item.Kinds is [var only]
            ? new YamlScalar(ItemKindText.Write(only))
            : YamlList.Of(item.Kinds.Select(ItemKindText.Write)))
        .Text("text", item.Text)
        .Add("source", item.Place is { } place ? ValueNodes.Reference(place, _model.Sources) : null).Map;

    private YamlNode Actor(Actor actor) => new MapBuilder()
        .Title(actor.Title, actor.Id)
        .Add("in", actor.In is { } whole ? _model.Actors[whole.Index].Id : null)
        .Entries("positions", actor.Positions.Select(position => (position.Issue, (YamlNode)new YamlScalar(ScalarText.Number(position.Value)))))
        .Provenance(actor.Provenance, _model.Sources).Map;

    private YamlNode Group(Group group) => group.Provenance.IsUnstated
        ? ValueNodes.Localized(group.Title)
        : new MapBuilder().Title(group.Title, group.Id).Provenance(group.Provenance, _model.Sources).Map;

    private static YamlNode Severity(Severity severity) => severity.Title == LocalizedText.Same(severity.Id)
        ? new YamlScalar(ScalarText.Whole(severity.Level))
        : new MapBuilder().Add("level", ScalarText.Whole(severity.Level)).Text("title", severity.Title).Map;

    private YamlNode Note(Note note) => new MapBuilder().Text("text", note.Text).Provenance(note.Provenance, _model.Sources).Map;

    private static YamlNode Accepted(AcceptedWarning accepted) => new MapBuilder()
        .Add("code", accepted.Code)
        .Add("at", accepted.At)
        .Text("because", accepted.Because).Map;
}
