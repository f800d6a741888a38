using Detente.Models;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>What a scheduled event changes: against a plain count of the same paths with and without it, and against a push of which everything is known.</summary>
public sealed class EventEffectRunTests
{
    private const int HalfLife = 4;
    private const int At = 3;
    private static readonly Condition Ever = new ConstantCondition(true);

    private static Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);

    // Reconsidered in every step, so that the state at a date follows from the balance of the step before alone.
    private static Model Pushed(double points = 1.5) => Timed.Model(20, [Timed.Factor("x", 2, 0, 1e-3)]) with
    {
        Events = [Timed.Event("speech", Timed.On(At), Timed.Push(0, points, HalfLife))],
        Scenarios = [Kind("up", Timed.In(0, 1)), Kind("rest", Ever)],
    };

    /// <summary>A vote with a window of three steps in which an incident is three times as frequent and, with a chance, frightens; the vote itself does nothing.</summary>
    private static Model Vote() => Timed.Model(24, [Timed.Factor("x", 3, 1, 6)]) with
    {
        Severities = [new("grave", LocalizedText.Same("grave"), 1)],
        Events =
        [
            Timed.Event("vote", new Scheduled([Timed.Start.AddMonths(12)], Estimate.Point(1), Timed.Months(2), null)),
            Timed.Event("incident", new Stochastic(Estimate.Point(1)), Timed.Move(0, -1) with { Chance = Estimate.Point(0.5), When = new Not(new During(new EventId(0))) }) with
            {
                Outcomes = [new("incident", LocalizedText.Same("incident"), Estimate.Point(1), 0, [Timed.Move(0, -1) with { Chance = Estimate.Point(0.5), When = new Not(new During(new EventId(0))) }], [])],
                Multipliers = [new Multiplier(new During(new EventId(0)), new Estimate(3, 2, 5), Provenance.Judgement)],
            },
            Timed.Event("other", new Stochastic(Estimate.Point(2))),
        ],
        Scenarios = [Kind("low", Timed.In(0, 0)), Kind("rest", Ever)],
    };

    private static EventEffectResult Run(Model model, StudyOptions options, int e = 0) => PathTraces.Run<EventEffectResult>(new EventEffectStudy(model, options, new EventId(e)));

    [Fact]
    public void A_push_fades_by_its_half_life()
    {
        var series = Assert.Single(Run(Pushed(), new StudyOptions { Draws = 1, Paths = 20_000, Seed = 2 }).Course.Factors).Series;
        Assert.All(Enumerable.Range(0, At + 2), date => Assert.Equal((0.0, 0.0), (series.Difference[date].Mean, series.Difference[date].StandardError)));
        var (first, later) = (series.Difference[At + 2], series.Difference[At + 2 + HalfLife]); // the push acts from the step after the event on
        var lead = Math.Log((0.5 + first.Mean) / (0.5 - first.Mean));
        Assert.InRange(lead, 0.5, 3);
        Assert.Equal((1 / (1 + Math.Exp(-lead / 2))) - 0.5, later.Mean, 4.5 * (first.StandardError + later.StandardError));
        Assert.Equal((At + 2, first), (series.Largest!.At, series.Largest.Difference));
    }

    [Fact]
    public void What_fades_is_within_noise_from_a_date_on()
    {
        var series = Enumerable.Range(1, 30).Select(seed => Run(Pushed(4), new StudyOptions { Draws = 1, Paths = 400, Seed = (ulong)seed }).Course.Factors[0].Series);
        var faded = series.Where(one => one.Largest?.NoiseFrom is not null).ToList();
        Assert.True(faded.Count >= 3, $"{faded.Count} of 30 runs fade within the horizon.");
        Assert.All(faded, one =>
        {
            var from = one.Largest!.NoiseFrom!.Value;
            Assert.InRange(from, one.Largest.At + 1, 20);
            Assert.All(Enumerable.Range(from, Math.Min(13, 21 - from)), date => Assert.True(PairedSeries.IsNoise(one.Difference[date])));
            Assert.False(PairedSeries.IsNoise(one.Difference[from - 1]));
        });
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    public void Courses_are_those_of_a_plain_count(int seed)
    {
        var model = RandomTimedModel.Of(seed);
        model = model with { Events = model.Events.Add(Timed.Event("summit", Timed.On(2, 0.7), Timed.Move(0, 1), Timed.Move(1, -1))) };
        var e = model.Events.Length - 1;
        var with = PathTraces.Of(model, PathTraces.Few);
        var without = PathTraces.Of(model, PathTraces.Few, rules => rules with { Staged = [new StagedEvent(e, false, -1)] });
        var course = Run(model, PathTraces.Few, e).Course;
        void Check(PairedSeries series, Func<PathTrace, int, double> number)
        {
            for (var date = 0; date <= 8; date++)
            {
                PathTraces.IsMean(without, trace => number(trace, date), series.First[date]);
                PathTraces.IsMean(with, trace => number(trace, date), series.Second[date]);
                var pairs = with.Zip(without).ToDictionary(pair => (object)pair.First, pair => pair.Second, ReferenceEqualityComparer.Instance);
                PathTraces.IsMean(with, trace => number(trace, date) - number(pairs[trace], date), series.Difference[date]);
            }
        }

        for (var kind = 0; kind < course.Kinds.Length; kind++)
        {
            Check(course.Kinds[kind], (trace, date) => trace.Kinds[date] == kind ? 1 : 0);
        }

        for (var severity = 0; severity < course.Severities.Length; severity++)
        {
            Check(course.Severities[severity], (trace, date) => trace.Happenings.Take(date).SelectMany(step => step)
                .Any(happening => model.Events[happening.Event].Outcomes[happening.Outcome].Severity >= severity) ? 1 : 0);
        }

        Assert.Equal(model.Factors.Count(factor => factor.Scale == FactorScale.Ordered), course.Factors.Length);
        Assert.All(course.Factors, factor => Check(factor.Series, (trace, date) => trace.States[date][factor.Factor.Index] / (model.Factors[factor.Factor.Index].States.Length - 1.0)));
    }

    [Fact]
    public void A_window_raises_what_is_multiplied_in_it_and_nothing_else()
    {
        var result = Run(Vote(), new StudyOptions { Draws = 1, Paths = 6000, Seed = 4 });
        var window = result.Window!;
        Assert.Equal((3, 0.25), (window.StepsInside, Math.Round(window.Years, 12)));
        var incident = window.Events[1];
        var (rate, raised) = (12 * (1 - Math.Exp(-1 / 12.0)), 12 * (1 - Math.Exp(-3 / 12.0)));
        Assert.Equal(raised, incident.Inside.Mean, 4.5 * incident.Inside.StandardError);
        Assert.Equal(rate, incident.WithoutWindow.Mean, 4.5 * incident.WithoutWindow.StandardError);
        Assert.Equal(rate, incident.Outside.Mean, 4.5 * incident.Outside.StandardError);
        Assert.Equal(raised - rate, incident.Contrast.Mean, 4.5 * incident.Contrast.StandardError);
        Assert.Equal(incident.Inside.Mean - incident.WithoutWindow.Mean, incident.Difference.Mean, 1e-9);
        Assert.True(incident.Difference.StandardError < incident.Contrast.StandardError);
        Assert.Equal(incident, window.Severities[0]);
        Assert.Equal((0.0, 0.0), (window.Events[2].Difference.Mean, window.Events[2].Difference.StandardError));
    }

    [Fact]
    public void An_event_that_does_nothing_changes_nothing_and_its_window_does()
    {
        var result = Run(Vote(), PathTraces.Few with { Paths = 400 });
        Assert.All(result.Course.Kinds.Concat(result.Course.Severities), series => Assert.Null(series.Largest));
        Assert.NotNull(result.Window!.Course.Severities[0].Largest);
        var opens = result.Window.Course.Factors[0].Series.Difference;
        Assert.All(Enumerable.Range(0, 11), date => Assert.Equal((0.0, 0.0), (opens[date].Mean, opens[date].StandardError)));
    }

    [Fact]
    public void Without_a_condition_on_it_there_is_no_window() => Assert.Null(Run(Pushed(), PathTraces.Few).Window);

    [Fact]
    public void Threads_change_nothing()
    {
        var (one, two) = (Run(Vote(), PathTraces.Few with { Paths = 1200 }), Run(Vote(), PathTraces.Few with { Paths = 1200, Threads = 2 }));
        Assert.Equal(one.Window!.Events, two.Window!.Events);
        Assert.Equal(one.Window.Course.Kinds.SelectMany(series => series.Difference), two.Window.Course.Kinds.SelectMany(series => series.Difference));
    }

    [Fact]
    public void An_event_without_dates_is_refused_with_those_that_have_some()
    {
        var model = Vote();
        model = model with { Events = [.. model.Events, Timed.Event("votes", new Stochastic(Estimate.Point(1))), Timed.Event("past", new Scheduled([Timed.Start.AddYears(-3)], Estimate.Point(1), null, null))] };
        var refused = Assert.Throws<StudyException>(() => Run(model, PathTraces.Few, 3)).Diagnostics.Single();
        Assert.Equal(("DT4352", "events/votes", "vote"), (refused.Code, refused.Element, refused.DidYouMean));
        Assert.Contains("these have: vote.", refused.Message.En, StringComparison.Ordinal);
        Assert.Equal("DT4352", Assert.Throws<StudyException>(() => Run(model, PathTraces.Few, 4)).Diagnostics.Single().Code);
        Assert.Throws<ArgumentException>(() => Run(model, PathTraces.Few, 9));
    }
}
