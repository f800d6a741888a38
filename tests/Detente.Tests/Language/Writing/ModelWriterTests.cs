using System.Collections.Immutable;
using CsCheck;
using Detente.Language;
using Detente.Models;
using Detente.Tests.Language.Expressions;

namespace Detente.Tests.Language.Writing;

public sealed class ModelWriterTests
{
    private static string EveryElement { get; } = File.ReadAllText(Path.Combine(Golden.Folder, "every-element.yaml"));

    [Fact]
    public void Text_written_from_a_model_reads_back_as_an_equal_model()
    {
        var model = Read(EveryElement);
        var text = ModelText.Write(model);
        var again = Read(text);
        Assert.Null(Golden.Difference(Structure.Of(model), Structure.Of(again)));
        Assert.Equal(text, ModelText.Write(again));
    }

    [Fact]
    public void The_canonical_text_of_every_element() => Golden.Match("canonical/every-element.yaml", ModelText.Write(Read(EveryElement)));

    /// <summary>Every element with random texts, numbers, periods, dates, conditions and claims in place of its own.</summary>
    [Fact]
    public void Random_models_read_back_as_equal_models_and_formatting_leaves_their_text_alone()
    {
        var model = Read(EveryElement);
        Varied(model).Sample(varied =>
        {
            var text = ModelText.Write(varied);
            var again = Read(text);
            Assert.True(Structure.Of(varied) == Structure.Of(again), Golden.Difference(Structure.Of(varied), Structure.Of(again)) + "\n" + text);
            Assert.Equal(text, ModelText.Write(again));
            Assert.Equal(text, ModelText.Format(text).Text);
        }, iter: 60, threads: 1);
    }

    [Fact]
    public void Lines_end_with_a_line_feed_and_bear_no_blanks_at_their_end()
    {
        var text = ModelText.Write(Read(EveryElement));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
    }

    private static readonly string[] Scraps =
    [
        "word", "Wort", "Übermaß", "ß", " ", "  ", ": ", " #", "#", "-", "- ", "'", "\"", "\\", "\n", "\t", "{", "}", "[", "]", ",", "&a", "*a", "!t", "|", ">", "%", "@", "`", "?",
        "null", "~", "true", "1.5", "---", "...", "<<", "=", "\u0007", "\u0085", "\u2028", "\uFEFF", "„", "“", "🙂", "a longer piece of text that makes lines long enough to be folded somewhere",
    ];

    private static Gen<string> Texts { get; } = Gen.Int[0, Scraps.Length - 1].Array[0, 9].Select(places => string.Concat(places.Select(place => Scraps[place])));

    private static Gen<LocalizedText> Titles { get; } = Gen.OneOf(
        Gen.Select(Texts, Texts, (en, de) => new LocalizedText(en, de)),
        Texts.Select(LocalizedText.Same));

    private static Gen<Estimate> Points { get; } =
        from value in Gen.Int[-300, 300] from below in Gen.Int[0, 2] from above in Gen.Int[0, 99]
        select new Estimate(Hundredths(value), below == 0 ? Hundredths(value) : Hundredths(value - below), below == 0 ? Hundredths(value) : Hundredths(value + above));

    private static Gen<Estimate> Positive { get; } = Gen.OneOf(
        Gen.Double[0.01, 1].Select(Estimate.Point),
        Gen.Double[0.25, 0.75].Select(value => new Estimate(value, value / 2, value)),
        Gen.Double[1e-9, 1e-3].Select(Estimate.Point));

    private static double Hundredths(int count) => (double)(count / 100m);

    private sealed record Draws(
        LocalizedText[] Titles, string[] Texts, Estimate[] Points, Estimate[] Numbers, Condition[] Conditions, Statement[] Statements, Period[] Periods);

    private static Gen<Model> Varied(Model model) =>
        from titles in Titles.Array[40]
        from texts in Texts.Array[12]
        from points in Points.Array[10]
        from numbers in Positive.Array[10]
        from conditions in ExpressionModels.Conditions(Only(model), 2).Array[6]
        from statements in ExpressionModels.Statements(Only(model)).Select(SensibleClaims.Of).Array[3]
        from periods in Gen.Int[1, 9_999_999].Select(count => new Period((double)(count / 10_000m), (TimeUnit)(count % 5))).Array[6]
        select Vary(model, new Draws(titles, texts, points, numbers, conditions, statements, periods));

    private static Model Vary(Model model, Draws draws) => model with
    {
        Title = draws.Titles[0],
        Question = draws.Titles[1],
        Sources = [.. model.Sources.Select((source, i) => source with
        {
            Title = draws.Texts[i], Authors = [draws.Texts[2], draws.Texts[3]], Publisher = draws.Texts[4], Address = draws.Texts[5], Note = draws.Titles[2 + i],
        })],
        Issues = [.. model.Issues.Select((issue, i) => issue with { Title = draws.Titles[4 + i] })],
        Groups = [.. model.Groups.Select((group, i) => group with { Title = draws.Titles[6 + i] })],
        Factors = [.. model.Factors.Select((factor, i) => factor with { Title = draws.Titles[8 + i], States = Vary(factor.States, draws, IsAlone(model, i) ? 14 + i : -1) })],
        Influences = [.. model.Influences.Select((influence, i) => influence with
        {
            Weight = influence.Weight is null ? null : draws.Points[i],
            Cells = [.. influence.Cells.Select(cell => cell with { Impact = draws.Points[i] })],
            Delay = i % 2 == 0 ? draws.Periods[i % 6] : null,
            Provenance = influence.Provenance with { Because = draws.Titles[20 + i] },
        })],
        Events = [.. model.Events.Select((item, i) => item with
        {
            Title = draws.Titles[28 + i],
            Outcomes = [.. item.Outcomes.Select((outcome, o) => outcome.Id == item.Id ? outcome with { Title = draws.Titles[28 + i] } : outcome with { Weight = draws.Numbers[o] })],
            When = draws.Conditions[i],
            Trigger = item.Trigger is Stochastic ? new Stochastic(draws.Numbers[2 + i]) : item.Trigger,
        })],
        Measures = [.. model.Measures.Select((measure, i) => measure with
        {
            SustainedBy = draws.Conditions[4 + i], Uptake = draws.Numbers[6 + i], Lead = draws.Periods[i], Pause = draws.Periods[2 + i], Cost = Math.Abs(draws.Points[8].Value),
        })],
        Claims = [.. draws.Statements.Select((statement, i) => new Claim("c" + i, i == 0 ? null : draws.Titles[32 + i], statement, Provenance.Judgement))],
        Notes = [.. draws.Texts[6..].Select((text, i) => new Note("n" + i, draws.Titles[34 + i], Provenance.Judgement with { Items = [text], Label = (EvidenceLabel)(i % 3) }))],
    };

    /// <summary>An image has the states of the thing: those of both stay as they are.</summary>
    private static bool IsAlone(Model model, int factor) =>
        model.Factors[factor].Image is null && model.Factors.All(other => other.Image?.Of.Index != factor);

    private static ImmutableArray<FactorState> Vary(ImmutableArray<FactorState> states, Draws draws, int first) =>
        first < 0 ? states : [.. states.Select((state, i) => state with { Title = draws.Titles[first + i] })];

    /// <summary>The model with what the random expressions name: two measures, scenarios and outcomes there are, and the severities 1, 3 and 4.</summary>
    private static Model Only(Model model) => model with { Strategies = model.Strategies[..1] };

    internal static Model Read(string text)
    {
        var reading = ModelText.Parse(text);
        var errors = reading.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(found => $"{found.Code} {found.Span} {found.Message.En}")) + "\n" + text);
        return reading.Model!;
    }
}
