using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>When paths part: turning points where there are some, at their date, and none where there are none.</summary>
public sealed class PartingTests
{
    [Fact]
    public void An_event_that_decides_is_found_at_its_date_and_nothing_else_is()
    {
        var parting = WhyCases.Run(WhyCases.Study(WhyCases.ByEvent())).Parting;
        Assert.Equal(2, parting.Points.Length);
        var decides = Assert.Single(parting.Points, point => point.Event == new EventId(2));
        Assert.Equal((Timed.Start.AddMonths(12), Timed.Start.AddMonths(12)), (decides.First, decides.Half));
        Assert.Equal((1, 0, false), (decides.Ending, decides.Others, decides.IsInRule));
        var moved = Assert.Single(parting.Points, point => point.Factor == new FactorId(0));
        Assert.Equal((Timed.Start.AddMonths(13), 1, true), (moved.First, moved.State, moved.IsInRule));
        Assert.Equal(Enumerable.Range(0, 25).Select(date => date < 13 ? 0.0 : 1), moved.Separation.Select(value => Math.Round(value, 12)));
        Assert.Equal(Timed.Start.AddMonths(13), parting.Half);
        Assert.Equal(moved.Separation, parting.Already);
    }

    [Fact]
    public void A_cause_of_what_decides_is_found_before_it()
    {
        // The event's chance hangs on factor 3, which is drawn in the sixth month and stays.
        var model = WhyCases.ByEvent();
        model = model with
        {
            Factors = model.Factors.SetItem(3, Timed.Fixed("f3", 2, 0)),
            Events = [Timed.Event("drawn", Timed.On(6, 0.5), Timed.Set(3, 1)), Timed.Event("decides", Timed.On(12), Timed.Set(0, 1)) with { When = Timed.In(3, 1) }],
        };
        var parting = WhyCases.Run(WhyCases.Study(model)).Parting;
        Assert.Equal(Timed.Start.AddMonths(7), parting.Points.Single(point => point.Factor == new FactorId(3)).First);
        Assert.Equal(Timed.Start.AddMonths(6), parting.Points.Single(point => point.Event == new EventId(0)).First);
        Assert.Equal(Timed.Start.AddMonths(13), parting.Half);
    }

    [Fact]
    public void Where_nothing_tells_the_paths_apart_hardly_ever_anything_is_named()
    {
        // Judgements differ between draws, so that pooled paths would look related; twelve factors and twelve events, twenty times.
        var model = WhyCases.ByNothing(12);
        var compiled = ModelCompiler.Compile(model);
        var named = Enumerable.Range(1, 40).Sum(seed =>
        {
            var plan = new LanePlan([new LaneWorld(compiled, new PathRules([]))]) { Seed = (ulong)seed, Draws = 4, Paths = 100, IsSampled = true };
            var parting = new Parting(compiled, plan, 0);
            parting.Count((walked, meterOf) => LaneRun.Walk(walked, meterOf, null, CancellationToken.None));
            var points = parting.Figures().Points;
            Assert.Contains(points, point => point.Factor == new FactorId(0));
            return points.Count(point => point.Factor != new FactorId(0));
        });
        Assert.InRange(named, 0, 4); // fewer than two are expected; five or more by chance in one of twenty such bounds
    }

    [Fact]
    public void Where_all_paths_end_alike_there_is_nothing_to_tell()
    {
        var model = WhyCases.With(Timed.Fixed("f0", 2, 1));
        var parting = WhyCases.Run(WhyCases.Study(model)).Parting;
        Assert.Empty(parting.Points);
        Assert.Empty(parting.Already);
        Assert.Null(parting.Half);
    }

    [Fact]
    public void What_the_judgements_decide_is_told_from_what_the_way_decides()
    {
        var certain = WhyCases.With(Timed.Fixed("f0", 2, 0));
        Model Deciding(Estimate chance) => certain with { Events = [Timed.Event("decides", new Scheduled([Timed.Start.AddMonths(3)], chance, null, null), Timed.Set(0, 1))] };
        double? Part(Estimate chance) => WhyCases.Run(WhyCases.Study(Deciding(chance), draws: 40)).Parting.ByJudgements;
        Assert.InRange(Part(Estimate.Point(0.5))!.Value, 0, 0.02);
        Assert.Equal(2.0 / 12, Part(new Estimate(0.5, 0, 1))!.Value, 0.07); // variance of the triangle 1/24 over 1/4
        Assert.Null(WhyCases.Run(WhyCases.Study(Deciding(Estimate.Point(0.5)), draws: 1)).Parting.ByJudgements);
    }
}
