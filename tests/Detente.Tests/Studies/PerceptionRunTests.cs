using Detente.Models;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>How far images are from the things, and what it would change if they were not.</summary>
public sealed class PerceptionRunTests
{
    private const int Thing = 0;
    private const int Image = 1;
    private const int Reader = 2;

    private static Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);

    private static Factor ImageOf(Factor factor, int of, bool higherIsWorse) => factor with
    {
        States = [.. Enumerable.Range(0, 3).Select(state => new FactorState($"s{state}", LocalizedText.Same($"s{state}")))],
        Image = new ImageOf(new FactorId(of), new ActorId(0), higherIsWorse),
    };

    private static Factor WithStates(Factor factor) => factor with { States = [.. Enumerable.Range(0, 3).Select(state => new FactorState($"s{state}", LocalizedText.Same($"s{state}")))] };

    private static Condition SeesHigh(int factor) => Timed.In(factor, 1, 2);

    /// <summary>A thing, an image of it, and a reader that is moved by what it reads: through an influence, an effect with a chance, a multiplier, a cause and a kind.</summary>
    /// <param name="isTrue">Whether the image can never be anything but true: both are moved by the same event only.</param>
    /// <param name="read">What is read: the image, or by hand the thing.</param>
    private static Model Watched(bool isTrue, int read = Image)
    {
        Factor Own(string id, double months) => isTrue ? Timed.Fixed(id, 3, 1) : Timed.Factor(id, 3, 1, months);
        return Timed.Model(
            18,
            [WithStates(Own("thing", 5)), ImageOf(Own("image", 3), Thing, true), Timed.Factor("reader", 3, 1, 4)],
            ModelBuilder.Weight(read, Reader, 2) with { Weight = new Estimate(2, 1, 3) },
            ModelBuilder.Weight(Thing, Image, 2)) with
        {
            Actors = [new("south", LocalizedText.Same("south"), null, [], Provenance.Judgement)],
            Severities = [new("grave", LocalizedText.Same("grave"), 1)],
            Events =
            [
                Timed.Event("turn", new Stochastic(Estimate.Point(2)), Timed.Set(Thing, 2), Timed.Set(Image, isTrue ? 2 : 0)),
                Timed.Event("scare", new Stochastic(Estimate.Point(2)), Timed.Move(Reader, 1) with { Chance = new Estimate(0.5, 0.2, 0.8), When = SeesHigh(read) }) with
                {
                    Multipliers = [new Multiplier(Timed.In(read, 2), new Estimate(2, 1, 4), Provenance.Judgement)],
                },
                Timed.Event("clash", new Consequence([new Cause(new EventReference(new EventId(1), null), new Estimate(0.3, 0.1, 0.6), null, SeesHigh(read))])) with
                {
                    Outcomes = [new("clash", LocalizedText.Same("clash"), Estimate.Point(1), 0, [], [])],
                },
            ],
            Scenarios = [Kind("tense", new AllOf([Timed.In(Reader, 2), SeesHigh(read)])), Kind("rest", new ConstantCondition(true))],
        };
    }

    private static PerceptionResult Run(Model model, StudyOptions? options = null) => PathTraces.Run<PerceptionResult>(new PerceptionStudy(model, options ?? PathTraces.Few));

    [Fact]
    public void An_image_that_is_always_true_is_at_no_distance_and_transparency_changes_nothing()
    {
        var image = Assert.Single(Run(Watched(isTrue: true)).Images);
        Assert.All(image.Distance.Concat(image.AbsoluteDistance), figure => Assert.Equal((0.0, 0.0), (figure.Mean, figure.StandardError)));
        Assert.Equal((0.0, 0.0, 0.0), (image.Worse.Mean, image.Better.Mean, image.LongestSpell.Mean));
        Assert.All(image.LongestSpells, quantile => Assert.Equal(0, quantile.Steps));
        Assert.All(All(image.Transparent), series => Assert.All(series.Difference, figure => Assert.Equal((0.0, 0.0), (figure.Mean, figure.StandardError))));
        Assert.Contains(All(image.Transparent), series => series.First[^1].Mean is > 0 and < 1); // something happens all the same
    }

    [Fact]
    public void Transparency_is_the_model_in_which_the_thing_is_read()
    {
        var points = new StudyOptions { Draws = 1, Paths = 500, Seed = 6 }; // names of judged numbers differ where the edit is by hand
        var transparent = Run(WithoutChance(Watched(isTrue: false)), points).Images[0].Transparent;
        var byHand = PathTraces.Run<FuturesResult>(new FuturesStudy(WithoutChance(Watched(isTrue: false, read: Thing)), points));
        Assert.All(byHand.Scenarios.Index(), kind => Assert.Equal(kind.Item.Values[^1].Mean, transparent.Kinds[kind.Index].Second[^1].Mean, 1e-12));
        Assert.Contains(transparent.Kinds, series => series.Difference[^1].Mean != 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Distances_times_and_spells_are_those_of_a_plain_count(bool higherIsWorse)
    {
        var model = Watched(isTrue: false);
        model = model with { Factors = model.Factors.SetItem(Image, model.Factors[Image] with { Image = new ImageOf(new FactorId(Thing), new ActorId(0), higherIsWorse) }) };
        var traces = PathTraces.Of(model, PathTraces.Few);
        var result = Run(model);
        var image = result.Images[0];
        int Distance(int[] states) => (higherIsWorse ? 1 : -1) * (states[Image] - states[Thing]);
        Assert.Equal(19, result.Dates.Length);
        Assert.All(image.Distance.Index(), figure => PathTraces.IsMean(traces, trace => Distance(trace.States[figure.Index]), figure.Item));
        Assert.All(image.AbsoluteDistance.Index(), figure => PathTraces.IsMean(traces, trace => Math.Abs(Distance(trace.States[figure.Index])), figure.Item));
        PathTraces.IsMean(traces, trace => trace.States.Average(states => Distance(states) > 0 ? 1.0 : 0), image.Worse);
        PathTraces.IsMean(traces, trace => trace.States.Average(states => Distance(states) < 0 ? 1.0 : 0), image.Better);
        PathTraces.IsMean(traces, trace => Longest(trace, Distance), image.LongestSpell);
        var sorted = traces.Select(trace => Longest(trace, Distance)).Order().ToList();
        Assert.All(image.LongestSpells, quantile => Assert.Equal(sorted[(int)Math.Ceiling(quantile.Share * sorted.Count) - 1], quantile.Steps));
    }

    [Fact]
    public void Seen_worse_is_what_futures_says() => Assert.Equal(
        PathTraces.Run<FuturesResult>(new FuturesStudy(Watched(isTrue: false), PathTraces.Few)).Images[0].SeenWorse.Mean,
        Run(Watched(isTrue: false)).Images[0].Worse.Mean,
        1e-12);

    [Fact]
    public void Two_images_are_told_each_and_together()
    {
        var model = Watched(isTrue: false);
        model = model with
        {
            Factors = [.. model.Factors, ImageOf(Timed.Factor("second", 3, 2, 3), Thing, false)],
            Influences = [.. model.Influences, ModelBuilder.Weight(3, Reader, -2)],
        };
        var result = Run(model);
        Assert.Equal([new FactorId(Image), new FactorId(3)], result.Images.Select(image => image.Image));
        Assert.NotNull(result.AllTransparent);
        Assert.NotEqual(result.Images[1].Transparent.Kinds[0].Second[^1], result.AllTransparent.Kinds[0].Second[^1]);
        Assert.Null(Run(Watched(isTrue: false)).AllTransparent);
    }

    [Fact]
    public void An_image_of_an_image_is_read_as_the_thing_behind_it()
    {
        var model = Watched(isTrue: false);
        model = model with { Factors = [.. model.Factors, ImageOf(Timed.Factor("second", 3, 2, 3), Image, true)], Influences = [.. model.Influences, ModelBuilder.Weight(3, Reader, -2)] };
        var edited = Transparency.Of(model, [Image, 3]);
        Assert.Equal([Thing, Thing, Thing], edited.Influences.Select(influence => influence.From.Index));
        Assert.Equal([Thing, Thing, 3], Transparency.Of(model, [Image]).Influences.Select(influence => influence.From.Index));
    }

    [Fact]
    public void More_images_than_worlds_walked_at_once_are_told_all()
    {
        var model = Watched(isTrue: false);
        model = model with { Factors = [.. model.Factors, .. Enumerable.Range(0, 17).Select(i => ImageOf(Timed.Factor($"i{i}", 3, i % 3, 3), Thing, true))] };
        var result = Run(model, PathTraces.Few with { Paths = 10 });
        Assert.Equal(18, result.Images.Length);
        Assert.All(result.Images.Skip(1), image => Assert.All(All(image.Transparent), series => Assert.Equal(0, series.Difference[^1].StandardError))); // nothing reads them
        Assert.Equal(result.Images[0].Transparent.Kinds[0].Second, result.AllTransparent!.Kinds[0].Second);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var (one, two) = (Run(Watched(false), PathTraces.Few with { Paths = 1200 }), Run(Watched(false), PathTraces.Few with { Paths = 1200, Threads = 2 }));
        Assert.Equal(one.Images[0].Distance, two.Images[0].Distance);
        Assert.Equal(one.Images[0].Transparent.Kinds.SelectMany(series => series.Difference), two.Images[0].Transparent.Kinds.SelectMany(series => series.Difference));
    }

    [Fact]
    public void A_model_without_images_is_refused() => Assert.Equal(
        "DT4353",
        Assert.Throws<StudyException>(() => Run(RandomTimedModel.Of(3))).Diagnostics.Single().Code);

    // The names of effects and causes hold their conditions, so a model written by hand draws other numbers for their chances.
    private static Model WithoutChance(Model model) => model with { Events = [model.Events[0], model.Events[1] with { Outcomes = [model.Events[1].Outcomes[0] with { Effects = [Timed.Move(Reader, 1) with { When = ((MoveEffect)model.Events[1].Outcomes[0].Effects[0]).When }] }] }] };

    private static int Longest(PathTrace trace, Func<int[], int> distance)
    {
        var (longest, spell) = (0, 0);
        foreach (var states in trace.States)
        {
            spell = distance(states) > 0 ? spell + 1 : 0;
            longest = Math.Max(longest, spell);
        }

        return longest;
    }

    private static IEnumerable<PairedSeries> All(PairedCourse course) => [.. course.Kinds, .. course.Severities, .. course.Factors.Select(factor => factor.Series)];
}
