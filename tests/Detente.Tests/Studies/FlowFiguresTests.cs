using Detente.Models;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>From roots to severities: every run once.</summary>
public sealed class FlowFiguresTests
{
    private static EscalationResult Run(Model model) =>
        (EscalationResult)new StudyRunner().Run(new EscalationStudy(model, new StudyOptions { Draws = 2, Paths = 300, Threads = 1 }), null, CancellationToken.None);

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void What_flows_into_an_event_flows_out_of_it_and_all_that_escalates_arrives(int seed)
    {
        var result = Run(RandomTimedModel.Of(seed));
        var (nodes, flows) = (result.Flows.Nodes, result.Flows.Flows);
        Assert.NotEmpty(flows);
        foreach (var (place, node) in nodes.Index())
        {
            var (into, out_) = (flows.Where(flow => flow.To == place).Sum(flow => flow.Share.Mean), flows.Where(flow => flow.From == place).Sum(flow => flow.Share.Mean));
            Assert.Equal(node.Share.All.Mean, node.Severity is null ? out_ : into, 1e-12);
            Assert.Equal(node.Column == 0 || node.Severity is not null ? node.Share.All.Mean : out_, node.Column == 0 ? out_ : into, 1e-12);
            Assert.True(node.Event is null != node.Severity is null);
        }

        Assert.Equal(result.Severities[0].First.All.Mean, nodes.Where(node => node.Severity is not null).Sum(node => node.Share.All.Mean), 1e-12);
        Assert.All(flows, flow => Assert.True(nodes[flow.From].Column < nodes[flow.To].Column));
    }

    [Fact]
    public void A_run_is_counted_by_its_gravest_event()
    {
        var result = Run(RandomTimedModel.Of(5));
        var gravest = result.Severities[^1];
        Assert.True(gravest.First.All.Mean > 0);
        Assert.Equal(gravest.First.All, result.Flows.Nodes.Single(node => node.Severity == gravest.Severity).Share.All);
    }
}
