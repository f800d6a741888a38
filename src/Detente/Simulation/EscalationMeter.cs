using System.Runtime.InteropServices;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Simulation;

/// <summary>Counts escalation: when and by which route the first event of each severity came, how many there were, and how far chains went on.</summary>
/// <remarks>Cost: that of looking once at every event that happened; a route is followed back only for the first event of a severity on a path.</remarks>
internal sealed class EscalationMeter : LaneMeter
{
    private readonly EscalationLayout layout;
    private readonly RouteBook book;
    private readonly RouteLedger ledger;
    private readonly int firstNoise;
    private readonly bool isFirstWorld;
    private readonly int[] routes; // by severity and lane: the route of the first such event
    private readonly int[] numbers; // by severity, kind and lane
    private readonly int[] chains; // by severity and lane
    private readonly StepChains stepChains;
    private readonly List<ChainStep> way = [];
    private readonly Dictionary<RoutePair, int> pairs = [];

    /// <summary>Initialises a meter.</summary>
    /// <param name="model">The model of the world.</param>
    /// <param name="tally">Where what it counts goes.</param>
    /// <param name="firstNoise">Number of the first draw.</param>
    /// <param name="isFirstWorld">Whether it is the world with which the others are compared.</param>
    public EscalationMeter(CompiledModel model, EscalationTally tally, int firstNoise, bool isFirstWorld)
    {
        stepChains = new StepChains(model);
        layout = tally.Layout;
        book = tally.Book;
        ledger = tally.Routes;
        this.firstNoise = firstNoise;
        this.isFirstWorld = isFirstWorld;
        routes = new int[layout.Severities * LaneWalk.MostLanes];
        numbers = new int[layout.Severities * EscalationLayout.Kinds * LaneWalk.MostLanes];
        chains = new int[layout.Severities * LaneWalk.MostLanes];
    }

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        Array.Fill(routes, RouteBook.None);
        Array.Clear(numbers);
        Array.Clear(chains);
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        var happenings = lanes.Happenings;
        stepChains.Enter(happenings);
        for (var i = 0; i < happenings.Length; i++)
        {
            var lane = happenings[i].Lane;
            var gravest = stepChains.SeverityOf(happenings[i].Happening);
            var before = stepChains.ReachedBefore(happenings, i);
            for (var severity = gravest; severity >= 0; severity--)
            {
                SeeEvent(severity, happenings, i, lanes.Step, counts);
            }

            for (var severity = gravest; severity > before; severity--)
            {
                chains[At(severity, lane)]++;
            }
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        for (var severity = 0; severity < layout.Severities; severity++)
        {
            for (var kind = 0; kind < EscalationLayout.Kinds; kind++)
            {
                AddNumbers(numbers.AsSpan(NumberAt(severity, kind), lanes.Paths.Count), counts[layout.Number(severity, kind)..]);
            }

            AddChains(severity, lanes.Paths.Count, counts);
        }

        if (isFirstWorld)
        {
            AddPairs(this, lanes);
            AddGravest(lanes);
        }
    }

    /// <inheritdoc/>
    public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
        var first = (EscalationMeter)reference;
        for (var severity = 0; severity < layout.Severities; severity++)
        {
            for (var kind = 0; kind < EscalationLayout.Kinds; kind++)
            {
                var (at, number) = (NumberAt(severity, kind), layout.Number(severity, kind));
                for (var lane = 0; lane < lanes.Paths.Count; lane++)
                {
                    long difference = numbers[at + lane] - first.numbers[at + lane];
                    counts[number + 2] += difference;
                    counts[number + 3] += difference * difference;
                }
            }
        }

        AddPairs(first, lanes);
    }

    private static int At(int severity, int lane) => (severity * LaneWalk.MostLanes) + lane;

    private static int NumberAt(int severity, int kind) => ((severity * EscalationLayout.Kinds) + kind) * LaneWalk.MostLanes;

    private static void AddNumbers(ReadOnlySpan<int> ofLanes, Span<long> counts)
    {
        foreach (var number in ofLanes)
        {
            counts[0] += number;
            counts[1] += (long)number * number;
        }
    }

    private void SeeEvent(int severity, ReadOnlySpan<LaneHappening> happenings, int i, int step, Span<long> counts)
    {
        var (lane, happening) = happenings[i];
        numbers[NumberAt(severity, 0) + lane]++;
        numbers[NumberAt(severity, EscalationLayout.KindOf(happening.Pathway)) + lane]++;
        if (routes[At(severity, lane)] == RouteBook.None)
        {
            routes[At(severity, lane)] = RouteTo(happenings, i);
            counts[layout.FirstIn(severity, step)]++;
        }
    }

    /// <summary>Follows the causes back through the step; of a cause that repeated the happening of the same chain is meant.</summary>
    private int RouteTo(ReadOnlySpan<LaneHappening> happenings, int i)
    {
        way.Clear();
        var last = happenings[i].Happening;
        way.Add(new ChainStep(last.Event, last.Outcome));
        var at = last;
        for (var other = stepChains.Before(i); other >= 0 && at.Cause >= 0; other = stepChains.Before(other))
        {
            var candidate = happenings[other].Happening;
            if (candidate.Event == at.Cause && candidate.IsOfChainOf(last))
            {
                at = candidate;
                way.Add(new ChainStep(at.Event, at.Outcome));
            }
        }

        return book.NumberOf(way, last.Pathway);
    }

    private void AddChains(int severity, int count, Span<long> counts)
    {
        for (var lane = 0; lane < count; lane++)
        {
            long own = chains[At(severity, lane)];
            long next = severity + 1 < layout.Severities ? chains[At(severity + 1, lane)] : 0;
            counts[layout.Chains(severity)] += own;
            counts[layout.ChainSquares(severity)] += own * own;
            counts[layout.ChainProducts(severity)] += own * next;
        }
    }

    private void AddPairs(EscalationMeter first, LaneWalk lanes)
    {
        pairs.Clear();
        var draw = (int)lanes.Paths.Noise - firstNoise;
        for (var severity = 0; severity < layout.Severities; severity++)
        {
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                var pair = new RoutePair(draw, severity, first.routes[At(severity, lane)], routes[At(severity, lane)]);
                if (pair.Before != RouteBook.None || pair.After != RouteBook.None)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(pairs, pair, out _)++;
                }
            }
        }

        ledger.Add(pairs);
    }

    /// <summary>The route to the first of the gravest events of each path: under the number one above the scale.</summary>
    private void AddGravest(LaneWalk lanes)
    {
        pairs.Clear();
        var draw = (int)lanes.Paths.Noise - firstNoise;
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var severity = layout.Severities - 1;
            while (severity >= 0 && routes[At(severity, lane)] == RouteBook.None)
            {
                severity--;
            }

            if (severity >= 0)
            {
                var route = routes[At(severity, lane)];
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, new RoutePair(draw, layout.Gravest, route, route), out _)++;
            }
        }

        ledger.Add(pairs);
    }
}

/// <summary>What was counted of escalation in one world.</summary>
/// <param name="Layout">Where the counts stand.</param>
/// <param name="Book">The numbers of routes, those of all worlds of the run.</param>
internal sealed record EscalationTally(EscalationLayout Layout, RouteBook Book)
{
    /// <summary>The counts by draw, once the world is walked.</summary>
    public long[][] Draws { get; set; } = [];

    /// <summary>How first events came about.</summary>
    public RouteLedger Routes { get; } = new();
}
