using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Figures of first events by anything that their routes tell, in one world and against the first one.</summary>
/// <param name="tally">What was counted.</param>
/// <param name="severity">Of which severity.</param>
/// <param name="paths">Paths per draw.</param>
internal sealed class RouteCounts(EscalationTally tally, int severity, int paths)
{
    private readonly ChainRoute[] routes = [.. Enumerable.Range(0, tally.Book.Count).Select(number => tally.Book[number])];
    private readonly KeyValuePair<RoutePair, int>[] entries = [.. tally.Routes.Entries.Where(entry => entry.Key.Severity == severity)];

    /// <summary>The routes that lead to an event in this world or in the first.</summary>
    public IEnumerable<ChainRoute> Routes => entries.SelectMany(entry => new[] { entry.Key.Before, entry.Key.After }).Where(number => number != RouteBook.None)
        .Distinct().Select(number => routes[number]);

    /// <summary>Share of runs whose first event came by a route of a kind.</summary>
    /// <param name="isMeant">The kind of route.</param>
    public Figure Share(Func<ChainRoute, bool> isMeant) => Moves((_, after) => after is not null && isMeant(after));

    /// <summary>The same by pathway.</summary>
    /// <param name="isMeant">The kind of route.</param>
    public PathwayFigures Shares(Func<ChainRoute, bool> isMeant) => ByPathway(isMeant, Share);

    /// <summary>Share of runs that move from one thing to another between the worlds.</summary>
    /// <param name="isMeant">From which route, in the first world, to which; null: no such event.</param>
    public Figure Moves(Func<ChainRoute?, ChainRoute?, bool> isMeant)
    {
        var counts = new int[tally.Draws.Length];
        foreach (var (pair, count) in entries)
        {
            counts[pair.Draw] += isMeant(At(pair.Before), At(pair.After)) ? count : 0;
        }

        return TwoUncertainties.OfShare(counts, paths);
    }

    /// <summary>Share of runs whose first event came by a route of a kind, less that in the first world.</summary>
    /// <param name="isMeant">The kind of route.</param>
    public Figure Change(Func<ChainRoute, bool> isMeant)
    {
        var (sums, squares) = (new long[tally.Draws.Length], new long[tally.Draws.Length]);
        var are = routes.Select((route, number) => number != RouteBook.None && isMeant(route)).ToArray();
        foreach (var (pair, count) in entries)
        {
            if (are[pair.Before] != are[pair.After])
            {
                sums[pair.Draw] += are[pair.After] ? count : -count;
                squares[pair.Draw] += count;
            }
        }

        return TwoUncertainties.OfNumber(sums, squares, paths);
    }

    /// <summary>The same by pathway.</summary>
    /// <param name="isMeant">The kind of route.</param>
    public PathwayFigures Changes(Func<ChainRoute, bool> isMeant) => ByPathway(isMeant, Change);

    private static PathwayFigures ByPathway(Func<ChainRoute, bool> isMeant, Func<Func<ChainRoute, bool>, Figure> figure)
    {
        Figure Of(Pathway pathway) => figure(route => route.Pathway == pathway && isMeant(route));
        return new PathwayFigures(figure(isMeant), Of(Pathway.Inadvertent), Of(Pathway.Deliberate), Of(Pathway.None));
    }

    private ChainRoute? At(int number) => number == RouteBook.None ? null : routes[number];
}
