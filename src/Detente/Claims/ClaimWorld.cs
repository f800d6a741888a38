using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>A world that claims ask for: a model ready for walking, and the rules of its paths.</summary>
/// <param name="Model">The model, without the influences that are taken out; the conditions of the claims are its <see cref="CompiledModel.Asked"/>.</param>
/// <param name="Rules">The rules.</param>
internal sealed record ClaimWorld(CompiledModel Model, PathRules Rules);

/// <summary>The distinct worlds of claims, each made once; the model as it stands comes first.</summary>
internal sealed class ClaimWorlds
{
    private readonly Model model;
    private readonly ImmutableArray<Condition> asked;
    private readonly ClaimDates dates;
    private readonly Dictionary<string, CompiledModel> models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<ClaimWorld> worlds = [];

    /// <summary>Initialises the worlds with the model as it stands.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asked">The conditions of the claims.</param>
    public ClaimWorlds(Model model, ImmutableArray<Condition> asked)
    {
        this.model = model;
        this.asked = asked;
        dates = new ClaimDates(model.Horizon!);
        Place(new World([]));
    }

    /// <summary>All worlds.</summary>
    public ImmutableArray<ClaimWorld> All => [.. worlds];

    /// <summary>The place of a world among all; edits that come to the same are the same world.</summary>
    /// <param name="world">The world.</param>
    public int Place(World world)
    {
        var cuts = world.Edits.Select(Cut).OfType<(int From, int To)>().Where(Exists).Distinct().Order().ToImmutableArray();
        var cutKey = string.Join(' ', cuts);
        if (!models.TryGetValue(cutKey, out var compiled))
        {
            compiled = ModelCompiler.Compile(Without(cuts), asked);
            models.Add(cutKey, compiled);
        }

        var rules = RulesOf(world, compiled);
        var key = $"{cutKey}|{string.Join(' ', rules.Strategies)}|{string.Join(' ', rules.Held)}|{string.Join(' ', rules.Staged)}|{string.Join(' ', rules.Dropped)}";
        if (!known.TryGetValue(key, out var place))
        {
            place = worlds.Count;
            known.Add(key, place);
            worlds.Add(new ClaimWorld(compiled, rules));
        }

        return place;
    }

    private static (int From, int To)? Cut(WorldEdit edit) => edit switch
    {
        WithoutInfluence influence => (influence.From.Index, influence.To.Index),
        WithoutLoop loop => (loop.Factors[^2].Index, loop.Factors[^1].Index),
        _ => null,
    };

    private bool Exists((int From, int To) cut) => model.Influences.Any(influence => (influence.From.Index, influence.To.Index) == cut);

    private Model Without(ImmutableArray<(int From, int To)> cuts) => cuts.IsEmpty
        ? model
        : model with { Influences = [.. model.Influences.Where(influence => !cuts.Contains((influence.From.Index, influence.To.Index)))] };

    private PathRules RulesOf(World world, CompiledModel compiled)
    {
        var chosen = world.Edits.OfType<WithStrategy>().ToList();
        ImmutableArray<int> strategies = chosen.Any(edit => edit.Strategy is null) ? [] : compiled.ActiveStrategies(chosen.Select(edit => edit.Strategy!.Value));
        var pursued = strategies.SelectMany(strategy => compiled.Strategies[strategy]).Select(pursuit => pursuit.Measure).ToHashSet();
        return new PathRules(strategies)
        {
            Held = [.. world.Edits.OfType<WithHeldFactor>().Select(edit => new HeldFactor(edit.Factor.Index, edit.State, dates.From(edit.From)))
                .Distinct().OrderBy(held => held.From).ThenBy(held => held.Factor)],
            Staged = [.. world.Edits.OfType<WithEvent>().SelectMany(Staged)
                .Distinct().OrderBy(deed => deed.Event).ThenBy(deed => deed.Step)],
            Dropped = [.. world.Edits.OfType<WithoutMeasure>().Select(edit => edit.Measure.Index).Where(pursued.Contains).Distinct().Order()],
        };
    }

    private IEnumerable<StagedEvent> Staged(WithEvent edit)
    {
        var e = edit.Event.Index;
        return edit switch
        {
            { At: { } at } => [new StagedEvent(e, edit.Happens, dates.Step(at))],
            { Happens: false } => [new StagedEvent(e, false, -1)],
            _ => OwnSteps(e).Select(step => new StagedEvent(e, true, step)),
        };
    }

    /// <summary>The steps that hold a date of a scheduled event; dates outside the horizon are none of the model's.</summary>
    private IEnumerable<int> OwnSteps(int e) => model.Events[e].Trigger is Scheduled scheduled
        ? scheduled.Dates.Select(model.Horizon!.StepOf).Where(step => step >= 0 && step < dates.End)
        : throw new ArgumentException("An event without dates of its own is to happen, and no date is said.", nameof(e));
}
