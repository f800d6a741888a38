using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>How it could escalate: closed forms, a plain recount, and what taking something out changes.</summary>
public sealed class EscalationRunTests
{
    private static readonly ImmutableArray<Severity> Scale = [new("one", LocalizedText.Same("one"), 1), new("two", LocalizedText.Same("two"), 2), new("three", LocalizedText.Same("three"), 3)];

    private static ModelEvent Grave(string id, Trigger trigger, int? severity, Pathway pathway = Pathway.None, params ImmutableArray<Effect> effects)
    {
        var of = Timed.Event(id, trigger, effects);
        return of with { Outcomes = [of.Outcomes[0] with { Severity = severity }], Pathway = pathway };
    }

    private static Model With(int months, params ImmutableArray<ModelEvent> events) =>
        Timed.Model(months, [Timed.Factor("f", 2, 0, 12)]) with { Severities = Scale, Events = events };

    private static EscalationResult Run(Model model, int paths, int draws = 1, Func<EscalationStudy, EscalationStudy>? change = null)
    {
        var study = new EscalationStudy(model, new StudyOptions { Draws = draws, Paths = paths, Seed = 3, Threads = 1 });
        return (EscalationResult)new StudyRunner().Run(change is null ? study : change(study), null, CancellationToken.None);
    }

    private static void IsClose(double expected, Figure figure) =>
        Assert.InRange(figure.Mean, expected - (4.5 * figure.StandardError) - 1e-12, expected + (4.5 * figure.StandardError) + 1e-12);

    /// <summary>A scheduled root that leads on by known chances: a -> b (0.5) -> c (0.4), a -> c (0.2) by decision.</summary>
    private static Model Branching { get; } = With(
        1,
        Grave("a", Timed.On(0, 0.8), 0, Pathway.Inadvertent),
        Grave("b", Timed.By((0, 0.5, null)), 1),
        Grave("c", Timed.By((1, 0.4, null), (0, 0.2, Pathway.Deliberate)), 2));

    [Fact]
    public void Routes_of_a_branching_chain_come_as_often_as_its_chances_say()
    {
        var result = Run(Branching, 20_000);
        // c by b: 0.8 x 0.5 x 0.4; straight: 0.2 of all other a.
        var (byB, straight) = (0.8 * 0.5 * 0.4, ((0.8 * 0.5 * 0.6) + (0.8 * 0.5)) * 0.2);
        var top = result.Severities[2];
        Assert.Equal([[0, 1, 2], [0, 2]], top.Routes.Select(route => route.Links.Select(link => link.Event.Index)));
        Assert.Equal([Pathway.Inadvertent, Pathway.Deliberate], top.Routes.Select(route => route.Pathway));
        IsClose(byB, top.Routes[0].Share);
        IsClose(straight, top.Routes[1].Share);
        IsClose(byB, top.First.Inadvertent);
        IsClose(straight, top.First.Deliberate);
        IsClose(1 - byB - straight, top.Without);
        Assert.Equal((0, 0.0), (top.OtherRouteCount, top.OtherRoutes.Mean));
    }

    [Fact]
    public void Chains_go_on_as_often_as_their_chances_say()
    {
        var result = Run(Branching, 20_000);
        var toC = (0.5 * 0.4) + (((0.5 * 0.6) + 0.5) * 0.2);
        var toB = 0.5 + (0.5 * 0.2); // c is graver than b
        IsClose(toB, result.Severities[0].Onward!.Value);
        IsClose(toC / toB, result.Severities[1].Onward!.Value);
        Assert.InRange(result.Severities[1].Onward!.Value.StandardError, 1e-4, 0.02);
        Assert.Null(result.Severities[2].Onward);
    }

    [Fact]
    public void The_first_of_events_at_a_constant_rate_comes_as_late_as_exponential_times_say()
    {
        const double rate = 0.3;
        const double years = 10;
        var first = Run(With(120, Grave("a", new Stochastic(Estimate.Point(rate)), 2)), 5_000).Severities[2];
        var ever = 1 - Math.Exp(-rate * years);
        IsClose(ever, first.First.All);
        IsClose(rate * years, first.Expected.All with { StandardError = first.Expected.All.StandardError + 0.01 }); // once a step at most
        Assert.Equal([0.1, 0.5, 0.9], first.FirstTimes.Select(time => time.Level));
        Assert.All(first.FirstTimes, time =>
        {
            Assert.InRange(time.Years.StandardError, 0.005, 0.3);
            IsClose(-Math.Log(1 - (time.Level * ever)) / rate, time.Years with { StandardError = time.Years.StandardError + 0.003 }); // the step
        });
        Assert.Equal(1, first.First.All.Mean + first.Without.Mean, 1e-12);
    }

    [Fact]
    public void Few_runs_give_no_times()
    {
        var first = Run(With(12, Grave("a", new Stochastic(Estimate.Point(0.01)), 2)), 500).Severities[2];
        Assert.InRange(first.First.All.Mean * 500, 1, 19);
        Assert.Empty(first.FirstTimes);
    }

    [Fact]
    public void Rare_routes_are_gathered()
    {
        var roots = Enumerable.Range(0, 30).Select(i => Grave($"r{i}", Timed.On(i, 0.02), null));
        var result = Run(With(30, [.. roots, Grave("end", Timed.By([.. Enumerable.Range(0, 30).Select(i => (i, 1.0, (Pathway?)null))]), 2)]), 4_000);
        var top = result.Severities[2];
        Assert.InRange(top.OtherRouteCount, 20, 30);
        Assert.Equal(30, top.OtherRouteCount + top.Routes.Length);
        Assert.Equal(top.First.All.Mean, top.OtherRoutes.Mean + top.Routes.Sum(route => route.Share.Mean), 1e-12);
        Assert.All(top.Routes, route => Assert.True(route.Share.Mean >= 0.05 * top.First.All.Mean));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Figures_are_those_of_futures(int seed)
    {
        var model = RandomTimedModel.Of(seed);
        var options = new StudyOptions { Draws = 3, Paths = 100, Seed = 5, Threads = 1 };
        var futures = (FuturesResult)new StudyRunner().Run(new FuturesStudy(model, options), null, CancellationToken.None);
        var escalation = (EscalationResult)new StudyRunner().Run(new EscalationStudy(model, options), null, CancellationToken.None);
        Assert.Contains(futures.Escalation, risk => risk.Inadvertent.Mean + risk.Deliberate.Mean > 0);
        foreach (var (risk, figures) in futures.Escalation.Zip(escalation.Severities))
        {
            Assert.Equal(risk.ByDate.Values, figures.ByDate.Values);
            Assert.Equal((risk.Expected, risk.Inadvertent, risk.Deliberate), (figures.Expected.All, figures.First.Inadvertent, figures.First.Deliberate));
            Assert.Equal(risk.Onward ?? 0, figures.Onward?.Mean ?? 0, 1e-12);
            Assert.All(risk.Roots.Index(), root => Assert.Equal(root.Item.Mean, figures.Roots.FirstOrDefault(one => one.Root.Index == root.Index)?.Share.All.Mean ?? 0));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void A_walk_path_by_path_counts_the_same(int seed)
    {
        var model = RandomTimedModel.Of(seed);
        var result = Run(model, 300);
        var recount = new EscalationRecount(model, 300, 3);
        foreach (var figures in result.Severities)
        {
            var expected = recount.Routes(figures.Severity);
            Assert.Equal(expected.Values.Sum(), (int)Math.Round(figures.First.All.Mean * 300));
            Assert.Equal(expected.Count, figures.Routes.Length + figures.OtherRouteCount);
            Assert.All(figures.Routes, route => Assert.Equal(
                expected[EscalationRecount.Name(route.Links.Select(link => (link.Event.Index, link.Outcome)), route.Pathway)],
                (int)Math.Round(route.Share.Mean * 300)));
            Assert.Equal(recount.Expected(figures.Severity), figures.Expected.All.Mean, 1e-9);
            Assert.Equal(recount.ExpectedOf(figures.Severity, Pathway.Deliberate), figures.Expected.Deliberate.Mean, 1e-9);
        }

        Assert.Contains(result.Severities, figures => figures.Routes.Any(route => route.Links.Length > 1));
    }

    [Fact]
    public void Without_a_root_nothing_of_it_is_left()
    {
        var result = Run(With(24, Grave("a", new Stochastic(Estimate.Point(0.4)), 1, Pathway.Inadvertent), Grave("b", new Stochastic(Estimate.Point(0.1)), 1, Pathway.Deliberate)), 2_000);
        var change = result.Changes.Single(one => one.Without == new RootElement(new EventId(0)));
        Assert.Equal(EscalationRole.Amplifier, change.Role);
        Assert.Equal(-result.Severities[1].First.Inadvertent.Mean, change.Share.Inadvertent.Mean, 1e-12);
        Assert.Equal(-result.Severities[1].Expected.Inadvertent.Mean, change.Expected.Inadvertent.Mean, 1e-12);
        Assert.True(change.Share.Deliberate.Mean > 0); // where an accident came first, a decision is the first now
        Assert.Equal(0, change.Expected.Deliberate.Mean);
    }

    [Fact]
    public void Without_a_multiplier_is_a_model_written_without_it()
    {
        var amplified = Grave("a", new Stochastic(new Estimate(0.3, 0.2, 0.5)), 1) with
        {
            Multipliers = [new Multiplier(Timed.In(0, 1), new Estimate(3, 2, 4), Provenance.Judgement), new Multiplier(Timed.In(0, 0), Estimate.Point(0.5), Provenance.Judgement)],
        };
        var model = With(36, amplified);
        var plain = With(36, amplified with { Multipliers = [amplified.Multipliers[1]] });
        var (with, without) = (Run(model, 400, 4), Run(plain, 400, 4));
        var change = with.Changes.Single(one => one.Without == new MultiplierElement(new EventReference(new EventId(0), null), 0));
        Assert.Equal(without.Severities[1].First.All.Mean - with.Severities[1].First.All.Mean, change.Share.All.Mean, 1e-12);
        Assert.Equal(without.Severities[1].Expected.All.Mean - with.Severities[1].Expected.All.Mean, change.Expected.All.Mean, 1e-12);
        Assert.Equal(EscalationRole.Amplifier, change.Role);
        Assert.Equal(EscalationRole.Brake, with.Changes.Single(one => one.Without is MultiplierElement { Multiplier: 1 }).Role);
    }

    [Fact]
    public void Without_a_cause_is_a_model_written_without_it()
    {
        var without = Branching.Events[2] with { Trigger = Timed.By((0, 0.2, Pathway.Deliberate)) };
        var (with, cut) = (Run(Branching, 1_000), Run(Branching with { Events = Branching.Events.SetItem(2, without) }, 1_000));
        var change = with.Changes.Single(one => one.Without == new CauseElement(new EventId(2), 0));
        // The second gravest is reached by b alone too, so the gravest is asked for.
        Assert.Equal(1, with.Severity);
        Assert.Equal(cut.Severities[1].First.All.Mean - with.Severities[1].First.All.Mean, change.Share.All.Mean, 1e-12);
        var grave = Run(Branching, 1_000, 1, study => study with { Severity = 2 }).Changes.Single(one => one.Without == new CauseElement(new EventId(2), 0));
        Assert.Equal(cut.Severities[2].First.All.Mean - with.Severities[2].First.All.Mean, grave.Share.All.Mean, 1e-12);
        Assert.True(grave.Share.Inadvertent.Mean < 0 && grave.Share.Deliberate.Mean > 0);
    }

    [Fact]
    public void What_only_follows_the_severity_is_not_taken_out()
    {
        var result = Run(Branching, 100, 1, study => study with { Severity = 0 });
        Assert.DoesNotContain(result.Changes, change => change.Without is CauseElement);
        Assert.Contains(Run(Branching, 100).Changes, change => change.Without is CauseElement);
    }

    [Fact]
    public void A_plain_run_counts_the_same_and_takes_nothing_out()
    {
        var (full, plain) = (Run(Branching, 300), Run(Branching, 300, 1, study => study with { IsPlain = true }));
        Assert.Empty(plain.Changes);
        Assert.Empty(plain.Explanations);
        Assert.Equal(full.Severities.Select(one => one.First), plain.Severities.Select(one => one.First));
        Assert.Equal(full.Flows.Flows, plain.Flows.Flows);
    }

    [Fact]
    public void The_brief_has_the_figures_of_the_baseline()
    {
        var options = new StudyOptions { Draws = 2, Paths = 50, Threads = 1 };
        var brief = (BriefResult)new StudyRunner().Run(new BriefStudy(Branching, options), null, CancellationToken.None);
        Assert.Equal(brief.Futures.Escalation.Select(risk => risk.ByDate.Values[^1]), brief.Escalation!.Severities.Select(one => one.First.All));
        Assert.Null(((BriefResult)new StudyRunner().Run(new BriefStudy(Branching with { Severities = [], Events = [] }, options), null, CancellationToken.None)).Escalation);
    }

    [Fact]
    public void Changes_are_ranked_by_size()
    {
        var sizes = Run(RandomTimedModel.Of(3), 200, 2).Changes.Select(change => Math.Abs(change.Share.All.Mean)).ToList();
        Assert.Equal(sizes.OrderDescending(), sizes);
        Assert.True(sizes.Count > 5);
    }

    [Fact]
    public void Threads_change_no_figure()
    {
        var model = RandomTimedModel.Of(8);
        EscalationResult With(int threads) => Run(model, 1_100, 2, study => study with { Options = study.Options with { Threads = threads } });
        var (one, two) = (With(1), With(2));
        Assert.Equal(Flat(one), Flat(two));

        static string Flat(EscalationResult result) => System.Text.Json.JsonSerializer.Serialize(result with { Provenance = null! });
    }

    [Fact]
    public void Measures_that_nobody_pursues_are_refused()
    {
        var model = With(12, Grave("a", new Stochastic(Estimate.Point(1)), 2)) with { Measures = [Timed.Measure("m")] };
        var refused = Assert.Throws<StudyException>(() => Run(model, 10, 1, study => study with { Without = [new MeasureId(0)] }));
        Assert.Equal(("DT4031", "measures/m"), (refused.Diagnostics[0].Code, refused.Diagnostics[0].Element));
    }

    [Fact]
    public void A_model_without_a_scale_is_refused() =>
        Assert.Equal("DT4030", Assert.Throws<StudyException>(() => Run(With(12) with { Severities = [] }, 10)).Diagnostics[0].Code);

    [Fact]
    public void A_severity_off_the_scale_is_the_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Run(Branching, 10, 1, study => study with { Severity = 3 }));

    [Fact]
    public void A_run_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new StudyRunner().Run(new EscalationStudy(Branching, new StudyOptions()), null, source.Token));
    }

    [Fact]
    public void Progress_ends_where_it_said()
    {
        var told = new Told();
        new StudyRunner().Run(new EscalationStudy(Branching, new StudyOptions { Draws = 2, Paths = 50 }), told, CancellationToken.None);
        Assert.Equal(told.All.Order(), told.All);
        Assert.Equal(1, told.All[^1]);
    }

    private sealed class Told : IProgress<StudyProgress>
    {
        public List<double> All { get; } = [];

        public void Report(StudyProgress value) => All.Add((double)value.Done / value.Total);
    }
}
