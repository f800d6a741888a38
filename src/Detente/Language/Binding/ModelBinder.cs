using System.Collections.Immutable;
using Detente.Language.Syntax;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds the syntax of all parts to a model.</summary>
internal sealed class ModelBinder
{
    private const int Version = 1;

    private readonly BindingContext _context;
    private readonly FrameBinder _frame;
    private readonly InfluenceBinder _influences;

    public ModelBinder(IReadOnlyList<MapNode> roots, DiagnosticBag bag)
    {
        var values = new Values(bag);
        var sections = new ModelSections(roots, values);
        _context = new BindingContext(sections, new Declarations(sections, values), values);
        _frame = new FrameBinder(_context);
        _influences = new InfluenceBinder(_context);
    }

    /// <summary>What the checks of the whole need beside the model.</summary>
    public BindingContext Context => _context;

    /// <summary>Accepted warnings, each with the place of its code.</summary>
    public ImmutableArray<(AcceptedWarning Warning, TextSpan Place)> Accepted { get; private set; } = [];

    /// <summary>The model; after a mistake it holds stand-ins and must not be used.</summary>
    public Model Bind()
    {
        CheckVersion();
        _context.Horizon = _frame.Horizon();
        var model = Judgements(Frame());
        Accepted = _frame.Accepted();
        return model with { Accepted = [.. Accepted.Select(accepted => accepted.Warning)] };
    }

    private Model Frame()
    {
        var (values, sections) = (_context.Values, _context.Sections);
        var id = Need("id") is { } idNode ? values.Scalar(idNode, Nouns.Text) : null;
        if (id is not null)
        {
            _context.Declarations.IsWellFormed(id.Value, isInner: true);
        }

        if (Need("factors") is not null && _context.Declarations.Of("factors").IsEmpty)
        {
            _context.Bag.Add("DT2024", sections.Place("factors")!.Value, new LocalizedText("A model has one factor at least.", "Ein Modell hat mindestens einen Faktor."));
        }

        var name = id?.Text ?? "";
        return new Model
        {
            Id = name,
            Title = Text("title") ?? LocalizedText.Same(name),
            Question = Text("question"),
            Mode = sections.Value("mode") is { } mode ? values.Choice(mode, ("plausibility", ModelMode.Plausibility), ("forecast", ModelMode.Forecast)) ?? default : default,
            Cutoff = sections.Value("cutoff") is { } cutoff ? values.Date(cutoff) : null,
            Encoded = _frame.Encoded(),
            Horizon = _context.Horizon,
            Preference = sections.Value("preference") is { } preference ? new ScenarioId(_context.Reference(preference, _context.Names.Scenarios, Nouns.Scenario)) : null,
            Decisiveness = sections.Value("decisiveness") is { } decisiveness ? values.Estimate(decisiveness, Bounds.Decisiveness) : Model.DefaultDecisiveness,
            Sources = _frame.Sources(),
            Items = _frame.Items(),
            Issues = _frame.Titles("issues"),
            Actors = _frame.Actors(),
            Groups = _frame.Groups(),
            Severities = _frame.Severities(),
            Notes = _frame.Notes(),
        };
    }

    private Model Judgements(Model frame)
    {
        var effects = new EffectBinder(_context, _influences);
        var events = new EventBinder(_context, effects);
        var options = new OptionBinder(_context, effects);
        var scenarios = new ScenarioBinder(_context);
        var observations = new ObservationBinder(_context, _influences);
        var strategies = options.Strategies();
        return frame with
        {
            Factors = new FactorBinder(_context).Factors(),
            Influences = _influences.Influences(),
            Tendencies = _influences.Tendencies(),
            Barred = _influences.Barriers(),
            Events = events.Events(),
            History = events.History(),
            Measures = options.Measures(),
            Strategies = strategies,
            Baseline = options.Baseline(strategies),
            Constraints = options.Constraints(),
            Scenarios = scenarios.Scenarios(),
            Objective = scenarios.Objective(),
            Indicators = observations.Indicators(),
            Questions = observations.Questions(),
            Evidence = observations.Evidence(),
            Watched = observations.Watched(),
            Experts = observations.Experts(),
            Claims = observations.Claims(),
        };
    }

    private void CheckVersion()
    {
        if (Need("detente") is { } node && _context.Values.Whole(node, 0, int.MaxValue) is { } version && version != Version)
        {
            _context.Bag.Add("DT2023", node.Span, new LocalizedText(
                "This program reads version 1 of the language: `detente: 1`.",
                "Dieses Programm liest Version 1 der Sprache: `detente: 1`."));
        }
    }

    private LocalizedText? Text(string section)
    {
        using var scope = _context.Bag.Within(section);
        return _context.Sections.Value(section) is { } node ? _context.Values.Localized(node) : null;
    }

    private SyntaxNode? Need(string section)
    {
        var value = _context.Sections.Value(section);
        if (value is null)
        {
            _context.Bag.Add("DT2002", _context.Sections.Place(section) ?? _context.Sections.Beginning, new LocalizedText(
                $"The section `{section}` is missing.",
                $"Der Abschnitt `{section}` fehlt."));
        }

        return value;
    }
}
