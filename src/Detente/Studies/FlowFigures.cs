using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Joins the routes to the gravest events of all runs into flows between events and severities.</summary>
/// <param name="model">The model.</param>
/// <param name="tally">What was counted in the world as it is.</param>
/// <param name="paths">Paths per draw.</param>
internal sealed class FlowFigures(Model model, EscalationTally tally, int paths)
{
    private readonly RouteCounts counts = new(tally, tally.Layout.Gravest, paths);

    /// <summary>All nodes and flows.</summary>
    public EscalationFlows All()
    {
        var routes = counts.Routes.ToList();
        var columns = Columns(routes);
        var last = columns.Values.DefaultIfEmpty(-1).Max() + 1;
        var events = columns.Select(pair => new EscalationNode(new EventId(pair.Key), null, pair.Value, counts.Shares(route => route.Steps.Any(step => step.Event == pair.Key))))
            .OrderBy(node => node.Column).ThenByDescending(node => node.Share.All.Mean).ThenBy(node => node.Event!.Value.Index);
        var severities = routes.Select(SeverityOf).Distinct().OrderDescending()
            .Select(severity => new EscalationNode(null, severity, last, counts.Shares(route => SeverityOf(route) == severity)));
        ImmutableArray<EscalationNode> nodes = [.. events, .. severities];
        var flows = from route in routes
                    from link in Links(route)
                    group route by (From: Place(nodes, link.From), To: Place(nodes, link.To), route.Pathway) into flow
                    orderby flow.Key.From, flow.Key.To, flow.Key.Pathway
                    let members = flow.ToHashSet(ReferenceEqualityComparer.Instance)
                    select new EscalationFlow(flow.Key.From, flow.Key.To, flow.Key.Pathway, counts.Share(members.Contains));
        return new EscalationFlows(nodes, [.. flows]);
    }

    /// <summary>By event that lies on a route: the length of the longest way to it.</summary>
    private Dictionary<int, int> Columns(List<ChainRoute> routes)
    {
        var columns = routes.SelectMany(route => route.Steps).Select(step => step.Event).Distinct().ToDictionary(e => e, _ => 0);
        foreach (var e in EventOrder.OfConsequences(model).Where(columns.ContainsKey)) // causes first
        {
            var causes = routes.SelectMany(route => route.Steps.Zip(route.Steps.Skip(1))).Where(pair => pair.Second.Event == e).Select(pair => columns[pair.First.Event]);
            columns[e] = causes.DefaultIfEmpty(-1).Max() + 1;
        }

        return columns;
    }

    private int SeverityOf(ChainRoute route) => model.Events[route.Steps[^1].Event].Outcomes[route.Steps[^1].Outcome].Severity!.Value;

    private IEnumerable<((int? Event, int? Severity) From, (int? Event, int? Severity) To)> Links(ChainRoute route)
    {
        for (var i = 0; i < route.Steps.Length; i++)
        {
            (int?, int?) to = i + 1 < route.Steps.Length ? (route.Steps[i + 1].Event, null) : (null, SeverityOf(route));
            yield return ((route.Steps[i].Event, null), to);
        }
    }

    private static int Place(ImmutableArray<EscalationNode> nodes, (int? Event, int? Severity) of)
    {
        var place = 0;
        while (nodes[place].Event?.Index != of.Event || nodes[place].Severity != of.Severity)
        {
            place++;
        }

        return place;
    }
}
