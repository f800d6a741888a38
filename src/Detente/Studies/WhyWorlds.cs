using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>The elements of a model that can be taken out or added, and the worlds in which they are.</summary>
/// <remarks>Random numbers are keyed by names, so that a model without an element has the same numbers for everything else.</remarks>
internal sealed class WhyWorlds
{
    private readonly Model model;
    private readonly PathRules rules;
    private readonly ImmutableArray<int> missing;
    private readonly CompiledModel extended;

    /// <summary>Initialises the worlds.</summary>
    /// <param name="model">The model as it stands.</param>
    /// <param name="rules">The rules as they stand.</param>
    public WhyWorlds(CompiledModel model, PathRules rules)
    {
        this.model = model.Model;
        this.rules = rules;
        AsModelled = new LaneWorld(model, rules);
        var pursued = rules.Pursuits(model, rules.Strategies).Select(pursuit => pursuit.Measure).ToHashSet();
        missing = [.. Enumerable.Range(0, model.Measures.Length).Where(measure => !pursued.Contains(measure))];
        extended = missing.IsEmpty ? model : ModelCompiler.Compile(Extended(this.model, missing));
        Elements = [.. All(pursued)];
    }

    /// <summary>The world as modelled.</summary>
    public LaneWorld AsModelled { get; }

    /// <summary>Everything that can be taken out or added, sort by sort in declaration order.</summary>
    public ImmutableArray<WhyElement> Elements { get; }

    /// <summary>The world without some elements; or with one, when it is to be added.</summary>
    /// <param name="changed">The elements; of those to be added one at most, and alone.</param>
    public LaneWorld With(params ImmutableArray<WhyElement> changed)
    {
        if (changed is [{ IsAdded: true } added])
        {
            var strategy = model.Strategies.Length + missing.IndexOf(added.Place);
            return new LaneWorld(extended, rules with { Strategies = rules.Strategies.Add(strategy) });
        }

        var influences = changed.SelectMany(Influences).ToHashSet();
        var tendencies = Places(WhyElementSort.Tendency);
        var compiled = influences.Count + tendencies.Length == 0
            ? AsModelled.Model
            : ModelCompiler.Compile(model with
            {
                Influences = [.. model.Influences.Where((_, place) => !influences.Contains(place))],
                Tendencies = [.. model.Tendencies.Where((_, place) => !tendencies.Contains(place))],
            });
        return new LaneWorld(compiled, rules with
        {
            Staged = [.. rules.Staged, .. Places(WhyElementSort.Event).Select(e => new StagedEvent(e, false, -1))],
            Dropped = [.. rules.Dropped, .. Places(WhyElementSort.Measure)],
        });

        ImmutableArray<int> Places(WhyElementSort sort) => [.. changed.Where(element => element.Sort == sort).Select(element => element.Place)];
    }

    /// <summary>Whether taking one element out takes another one out with it.</summary>
    /// <param name="whole">The one.</param>
    /// <param name="part">The other.</param>
    public bool Holds(WhyElement whole, WhyElement part) =>
        whole.Sort == WhyElementSort.Influences && part.Sort == WhyElementSort.OneInfluence && Influences(whole).Contains(part.Place);

    private IEnumerable<int> Influences(WhyElement element) => element.Sort switch
    {
        WhyElementSort.OneInfluence => [element.Place],
        WhyElementSort.Influences => Enumerable.Range(0, model.Influences.Length).Where(place => Pair(place) == Pair(element.Place)),
        _ => [],
    };

    private (int From, int To) Pair(int influence) => (model.Influences[influence].From.Index, model.Influences[influence].To.Index);

    private IEnumerable<WhyElement> All(HashSet<int> pursued)
    {
        foreach (var pair in Enumerable.Range(0, model.Influences.Length).GroupBy(Pair))
        {
            yield return new WhyElement(WhyElementSort.Influences, pair.First());
            foreach (var one in pair.Skip(1).Any() ? pair : Enumerable.Empty<int>())
            {
                yield return new WhyElement(WhyElementSort.OneInfluence, one);
            }
        }

        foreach (var tendency in Enumerable.Range(0, model.Tendencies.Length))
        {
            yield return new WhyElement(WhyElementSort.Tendency, tendency);
        }

        foreach (var e in Enumerable.Range(0, model.Events.Length))
        {
            yield return new WhyElement(WhyElementSort.Event, e);
        }

        foreach (var measure in Enumerable.Range(0, model.Measures.Length))
        {
            yield return new WhyElement(pursued.Contains(measure) ? WhyElementSort.Measure : WhyElementSort.MissingMeasure, measure);
        }
    }

    /// <summary>The model with a strategy for each missing measure, which pursues it and nothing else.</summary>
    private static Model Extended(Model model, ImmutableArray<int> missing) => model with
    {
        Strategies =
        [
            .. model.Strategies,
            .. missing.Select(measure => new Strategy(
                $"+{model.Measures[measure].Id}",
                model.Measures[measure].Title,
                [],
                [new Pursuit(new MeasureId(measure), null, null, [])],
                Provenance.Judgement)),
        ],
    };
}
