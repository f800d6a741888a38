using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Picks the paths to tell, walks each of them alone, and chooses what of it matters.</summary>
/// <param name="model">The model.</param>
/// <param name="parting">How paths part, counted.</param>
/// <param name="points">The turning points.</param>
internal sealed class PathTelling(CompiledModel model, Parting parting, ImmutableArray<TurningPoint> points)
{
    private const double LeastRoute = 0.05; // of the paths that end in the kind; a rarer route is no route of note

    /// <summary>Tells the paths.</summary>
    /// <param name="rules">Under which rules they were walked.</param>
    /// <param name="walk">Walks a plan with meters.</param>
    /// <param name="cancellation">Stops within a path.</param>
    public ImmutableArray<ToldPath> Tell(PathRules rules, Func<LanePlan, Func<int, LaneMeter>, long[][][]> walk, CancellationToken cancellation)
    {
        if (parting.Ending == 0)
        {
            return [];
        }

        var usual = parting.UsualStates();
        var picks = new PathPicks(model.Events.Length + 1);
        walk(parting.Plan, _ => new TypicalMeter(model, parting.Kind, usual, picks));
        var choice = new EntryChoice(model, parting, points);
        return [.. Picked(picks).Select(picked => Told(picked, rules, choice, cancellation))];
    }

    private IEnumerable<Pick> Picked(PathPicks picks)
    {
        var routes = parting.Routes();
        var (route, typical) = picks.ByRoute.Index().Where(pick => pick.Item is not null).MaxBy(pick => (pick.Item!.Score, -pick.Item.Draw, -pick.Item.Number));
        yield return new Pick(ToldRole.Typical, typical!);
        var other = Enumerable.Range(0, routes.Length).Where(candidate => candidate != route).MaxBy(candidate => routes[candidate]);
        if (model.Events.Length > 0 && routes[other] >= LeastRoute * parting.Ending)
        {
            yield return new Pick(ToldRole.OtherRoute, picks.ByRoute[other]!);
        }
        else if (picks.Furthest is { } furthest && (furthest.Draw, furthest.Number) != (typical!.Draw, typical.Number))
        {
            yield return new Pick(ToldRole.Furthest, furthest);
        }

        if (picks.Elsewhere is { } elsewhere)
        {
            yield return new Pick(ToldRole.Elsewhere, elsewhere);
        }
    }

    private ToldPath Told(Pick pick, PathRules rules, EntryChoice choice, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (plan, path) = (parting.Plan, pick.Path);
        var numbers = plan.IsSampled ? model.Numbers.Sample(plan.Seed, (ulong)path.Draw) : model.Numbers.StatedPoints();
        var chronicle = new PathChronicle(model, rules, new DrawParameters(model, numbers));
        chronicle.Walk(KeyedNoise.PathKey(plan.Seed, (ulong)path.Draw, (ulong)path.Number), plan.Steps);
        var entries = choice.Of(chronicle);
        return new ToldPath(pick.Role, path.Draw, path.Number, new ScenarioId(chronicle.Kinds[^1]))
        {
            Agreement = (double)path.Agreement / (model.Factors.Length * (plan.Steps + 1.0)),
            Close = path.CloseDates / (plan.Steps + 1.0),
            Root = chronicle.Root is >= 0 and var root ? new EventId(root) : null,
            RouteShare = pick.Role == ToldRole.Elsewhere ? null : (double)parting.Routes()[chronicle.Root is >= 0 and var own ? own : model.Events.Length] / parting.Ending,
            Start = new ScenarioId(chronicle.Kinds[0]),
            Entries = entries,
            Untold = chronicle.Entries.Count - entries.Length,
        };
    }

    private sealed record Pick(ToldRole Role, PickedPath Path);
}
