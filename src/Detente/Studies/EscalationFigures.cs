using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Makes figures of what was counted of escalation.</summary>
/// <param name="model">The model.</param>
/// <param name="paths">Paths per draw.</param>
internal sealed class EscalationFigures(Model model, int paths)
{
    private const int MostRoutes = 10;
    private const int MostChangedRoutes = 5;
    private const double LeastRoute = 0.05;

    /// <summary>The figures of a severity in the world as it is.</summary>
    /// <param name="tally">What was counted there.</param>
    /// <param name="severity">The severity.</param>
    public SeverityFigures Of(EscalationTally tally, int severity)
    {
        var counts = new RouteCounts(tally, severity, paths);
        var all = counts.Shares(_ => true);
        ImmutableArray<ImmutableArray<long>> firstIn =
            [.. tally.Draws.Select(draw => Enumerable.Range(0, tally.Layout.Steps).Select(step => draw[tally.Layout.FirstIn(severity, step)]).ToImmutableArray())];
        var routes = counts.Routes.Select(route => Route(route, counts.Share(other => ReferenceEquals(other, route))))
            .OrderByDescending(route => route.Share.Mean).ThenBy(Key, StringComparer.Ordinal).ToList();
        var named = routes.Take(MostRoutes).TakeWhile(route => route.Share.Mean >= LeastRoute * all.All.Mean).ToImmutableArray();
        var isNamed = named.Select(Key).ToHashSet(StringComparer.Ordinal);
        return new SeverityFigures(severity, ByDate(firstIn), all, Expected(tally, severity, 0))
        {
            Roots = [.. Roots(counts).Select(root => new RootFigures(root, counts.Shares(route => route.Steps[0].Event == root.Index)))
                .OrderByDescending(root => root.Share.All.Mean).ThenBy(root => root.Root.Index)],
            Routes = named,
            OtherRoutes = counts.Share(route => !isNamed.Contains(Key(Route(route, default)))),
            OtherRouteCount = routes.Count - named.Length,
            FirstTimes = FirstTimes.Of(firstIn, paths, model.Horizon!.StepYears),
            Without = TwoUncertainties.OfShare([.. firstIn.Select(draw => paths - (int)draw.Sum())], paths),
            Onward = severity + 1 < tally.Layout.Severities ? Onward(tally, severity) : null,
        };
    }

    /// <summary>What a world without something changes.</summary>
    /// <param name="tally">What was counted in it and against the first world.</param>
    /// <param name="severity">The severity.</param>
    /// <param name="without">What it is without.</param>
    public EscalationChange Change(EscalationTally tally, int severity, EscalationElement without)
    {
        var share = new RouteCounts(tally, severity, paths).Changes(_ => true);
        var role = (EscalationChange.IsNoise(share.All), share.All.Mean) switch
        {
            (false, < 0) => EscalationRole.Amplifier,
            (false, _) => EscalationRole.Brake,
            _ => new[] { share.Inadvertent, share.Deliberate, share.Neither }.All(EscalationChange.IsNoise) ? EscalationRole.WithinNoise : EscalationRole.Shift,
        };
        return new EscalationChange(without, share, Expected(tally, severity, 2), role);
    }

    /// <summary>How the change comes about, without the links of the model.</summary>
    /// <param name="tally">What was counted without the measures and against the first world.</param>
    /// <param name="severity">The severity.</param>
    /// <param name="change">The change.</param>
    public EscalationExplanation Explanation(EscalationTally tally, int severity, EscalationChange change)
    {
        var counts = new RouteCounts(tally, severity, paths);
        var edges = counts.Routes.SelectMany(Edges).Distinct()
            .Select(edge => new EdgeFigures(new RouteLink(new EventId(edge.From.Event), edge.From.Outcome), new EventId(edge.To), counts.Changes(route => Edges(route).Contains(edge))));
        var routes = counts.Routes.Select(route => Route(route, counts.Change(other => ReferenceEquals(other, route))));
        return new EscalationExplanation(change)
        {
            Inadvertent = Flow(counts, Pathway.Inadvertent),
            Deliberate = Flow(counts, Pathway.Deliberate),
            Roots = [.. Roots(counts).Select(root => new RootFigures(root, counts.Changes(route => route.Steps[0].Event == root.Index)))
                .Where(root => Moves(root.Share)).OrderByDescending(root => Size(root.Share)).ThenBy(root => root.Root.Index)],
            Edges = [.. edges.Where(edge => Moves(edge.Share)).OrderByDescending(edge => Size(edge.Share)).ThenBy(edge => edge.To.Index).ThenBy(edge => edge.From.Event.Index).ThenBy(edge => edge.From.Outcome)],
            Routes = [.. routes.Where(route => route.Share.StandardError > 0).OrderByDescending(route => Math.Abs(route.Share.Mean)).ThenBy(Key, StringComparer.Ordinal).Take(MostChangedRoutes)],
        };
    }

    private static PathwayFlow Flow(RouteCounts counts, Pathway pathway) => new(
        counts.Moves((before, after) => before is null && after?.Pathway == pathway),
        counts.Moves((before, after) => before?.Pathway == pathway && after is null),
        counts.Moves((before, after) => before is not null && before.Pathway != pathway && after?.Pathway == pathway),
        counts.Moves((before, after) => before?.Pathway == pathway && after is not null && after.Pathway != pathway));

    private static double Size(PathwayFigures change) => Math.Max(Math.Abs(change.All.Mean), Math.Max(Math.Abs(change.Inadvertent.Mean), Math.Abs(change.Deliberate.Mean)));

    private static bool Moves(PathwayFigures change) => change.All.StandardError > 0 || change.Inadvertent.StandardError > 0 || change.Deliberate.StandardError > 0;

    private static IEnumerable<EventId> Roots(RouteCounts counts) => counts.Routes.Select(route => new EventId(route.Steps[0].Event)).Distinct();

    private static IEnumerable<(ChainStep From, int To)> Edges(ChainRoute route) => route.Steps.Zip(route.Steps.Skip(1), (from, to) => (from, to.Event));

    private static RouteFigures Route(ChainRoute route, Figure share) =>
        new([.. route.Steps.Select(step => new RouteLink(new EventId(step.Event), step.Outcome))], route.Pathway, share);

    /// <summary>Orders routes by their events and tells them apart.</summary>
    private static string Key(RouteFigures route) =>
        string.Concat(route.Links.Select(link => FormattableString.Invariant($"{link.Event.Index:D6}.{link.Outcome:D6} ")).Append(route.Pathway.ToString()));

    private PathwayFigures Expected(EscalationTally tally, int severity, int offset)
    {
        Figure Of(int kind)
        {
            var at = tally.Layout.Number(severity, kind) + offset;
            return TwoUncertainties.OfNumber([.. tally.Draws.Select(draw => draw[at])], [.. tally.Draws.Select(draw => draw[at + 1])], paths);
        }

        return new PathwayFigures(
            Of(0),
            Of(EscalationLayout.KindOf(Pathway.Inadvertent)),
            Of(EscalationLayout.KindOf(Pathway.Deliberate)),
            Of(EscalationLayout.KindOf(Pathway.None)));
    }

    private FigureSeries ByDate(ImmutableArray<ImmutableArray<long>> firstIn)
    {
        var before = new int[firstIn.Length];
        var figures = ImmutableArray.CreateBuilder<Figure>(firstIn[0].Length + 1);
        figures.Add(TwoUncertainties.OfShare(before, paths));
        for (var step = 0; step < firstIn[0].Length; step++)
        {
            for (var draw = 0; draw < before.Length; draw++)
            {
                before[draw] += (int)firstIn[draw][step];
            }

            figures.Add(TwoUncertainties.OfShare(before, paths));
        }

        return new FigureSeries(figures.MoveToImmutable());
    }

    private Figure? Onward(EscalationTally tally, int severity)
    {
        var layout = tally.Layout;
        return Ratio.Of(
            [.. tally.Draws.Select(draw => new RatioSums(
                draw[layout.Chains(severity + 1)],
                draw[layout.Chains(severity)],
                draw[layout.ChainSquares(severity + 1)],
                draw[layout.ChainProducts(severity)],
                draw[layout.ChainSquares(severity)]))],
            paths);
    }
}
