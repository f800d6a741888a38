using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Detente.Models;

namespace Detente.Simulation;

/// <summary>An event of a chain with its outcome.</summary>
/// <param name="Event">The event.</param>
/// <param name="Outcome">How it turned out.</param>
internal readonly record struct ChainStep(int Event, int Outcome);

/// <summary>How a chain led from its root to an event of the same step.</summary>
/// <param name="Steps">The events in order, root first; one or more. Empty only for <see cref="RouteBook.None"/>.</param>
/// <param name="Pathway">The pathway of the last event.</param>
internal sealed record ChainRoute(ImmutableArray<ChainStep> Steps, Pathway Pathway);

/// <summary>Gives each route that is met a number, the same in all worlds of a run.</summary>
/// <remarks>Safe from any thread. Which number a route gets depends on who meets it first; no figure does.</remarks>
internal sealed class RouteBook
{
    /// <summary>The number of no route at all: nothing of that severity happened.</summary>
    public const int None = 0;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<ChainRoute> routes = [new ChainRoute([], Pathway.None)];

    /// <summary>How many numbers are given, <see cref="None"/> among them.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return routes.Count;
            }
        }
    }

    /// <summary>The route of a number.</summary>
    /// <param name="number">The number.</param>
    public ChainRoute this[int number]
    {
        get
        {
            lock (gate)
            {
                return routes[number];
            }
        }
    }

    /// <summary>The number of a route.</summary>
    /// <param name="backwards">Its events, the last one first.</param>
    /// <param name="pathway">The pathway of the last one.</param>
    public int NumberOf(List<ChainStep> backwards, Pathway pathway)
    {
        // Two letters a step and one for the pathway: equal texts are equal routes.
        Span<char> letters = backwards.Count < 64 ? stackalloc char[(2 * backwards.Count) + 1] : new char[(2 * backwards.Count) + 1];
        for (var i = 0; i < backwards.Count; i++)
        {
            letters[2 * i] = (char)backwards[i].Event;
            letters[(2 * i) + 1] = (char)backwards[i].Outcome;
        }

        letters[^1] = (char)pathway;
        lock (gate)
        {
            var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!known.TryGetValue(letters, out var number))
            {
                number = routes.Count;
                known[letters] = number;
                routes.Add(new ChainRoute([.. Enumerable.Reverse(backwards)], pathway));
            }

            return number;
        }
    }
}

/// <summary>On how many paths of a draw the first event of a severity came by one route in the first world and by another in this one.</summary>
/// <param name="Draw">The draw, from 0.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Before">The route in the first world; <see cref="RouteBook.None"/>: there was no such event.</param>
/// <param name="After">The route in this world.</param>
internal readonly record struct RoutePair(int Draw, int Severity, int Before, int After);

/// <summary>How the first events of each severity came about in one world, beside the same paths in the first world.</summary>
/// <remarks>Safe from any thread while meters add to it. Memory: one entry per pair of routes met; paths without such an event in both worlds are not kept.</remarks>
internal sealed class RouteLedger
{
    private readonly Lock gate = new();
    private readonly Dictionary<RoutePair, int> counts = [];

    /// <summary>What was counted, in no order.</summary>
    public IEnumerable<KeyValuePair<RoutePair, int>> Entries => counts;

    /// <summary>Adds counts.</summary>
    /// <param name="more">Counts of other paths.</param>
    public void Add(Dictionary<RoutePair, int> more)
    {
        lock (gate)
        {
            foreach (var (pair, count) in more)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _) += count;
            }
        }
    }
}
