using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Tests.Language;

/// <summary>A valid text binds to what it says.</summary>
public sealed class ModelTextTests
{
    public static string EveryElement { get; } = File.ReadAllText(Path.Combine(Golden.Folder, "every-element.yaml"));

    private static readonly ModelReading Reading = ModelText.Parse(EveryElement);

    private static readonly Model Model = Reading.Model!;

    [Fact]
    public void A_text_with_every_key_has_no_mistake_and_no_warning_that_is_not_accepted()
    {
        Assert.Equal("", string.Concat(Reading.Diagnostics.Where(diagnostic => diagnostic.AcceptedBecause is null).Select(diagnostic => DiagnosticText.Write(diagnostic, Reading, ReaderLanguage.English))));
        Assert.True(Reading.IsClean);
        Assert.Equal(EveryElement, Reading.Texts["model.yaml"]);
    }

    [Fact]
    public void The_frame_is_bound()
    {
        Assert.Equal("every-element", Model.Id);
        Assert.Equal(new LocalizedText("Every element", "Jedes Element"), Model.Title);
        Assert.Equal("Wohin gehen Arden und Borea?", Model.Question!.De);
        Assert.Equal(ModelMode.Forecast, Model.Mode);
        Assert.Equal(new DateOnly(2015, 9, 30), Model.Cutoff);
        Assert.Equal(new Encoding("Tests", "2026-11", Hindsight: true), Model.Encoded);
        Assert.Equal(new Horizon(new DateOnly(2015, 10, 1), new DateOnly(2025, 9, 30), TimeUnit.Month), Model.Horizon);
        Assert.Equal(120, Model.Horizon!.StepCount);
        Assert.Equal(new ScenarioId(2), Model.Preference);
        Assert.Equal(new Estimate(0.7, 0.35, 1.4), Model.Decisiveness);
        Assert.Equal(["A. Author", "B. Author"], Model.Sources[0].Authors);
        Assert.Equal((2015, "A house", "https://example.org/study", false), (Model.Sources[0].Year, Model.Sources[0].Publisher, Model.Sources[0].Address, Model.Sources[0].IsData));
        Assert.True(Model.Sources[1].IsData);
        Assert.Equal("Bases", Model.Issues[1].Title.De);
        Assert.Equal(new ActorId(0), Model.Actors[1].In);
        Assert.Equal([new Position("dialogue", -3), new Position("bases", 1.5)], Model.Actors[1].Positions);
        Assert.Equal([1, 3, 4], Model.Severities.Select(severity => severity.Level));
        Assert.Equal("Bewaffneter Zusammenstoß", Model.Severities[2].Title.De);
        Assert.Equal("A remark", Model.Notes[0].Text.En);
        Assert.Equal(new AcceptedWarning("DT3016", null, new LocalizedText("Nothing of the kind is known", "Dergleichen ist nicht bekannt")), Model.Accepted[0]);
    }

    [Fact]
    public void Provenance_is_bound_and_labelled()
    {
        var arden = Model.Actors[1].Provenance;
        Assert.Equal(("Its history", EvidenceLabel.QuotedSource), (arden.Because!.En, arden.Label));
        Assert.Equal([new SourceReference(new SourceId(0), "p1")], arden.Sources);
        Assert.Equal(["S-01"], arden.Items);
        Assert.Equal([new SourceReference(new SourceId(0), "p2"), new SourceReference(new SourceId(1), "t1")], Model.Factors[0].Provenance.Sources);
        Assert.Equal(EvidenceLabel.QuotedSource, Model.Factors[0].Provenance.Label);
        Assert.Equal(EvidenceLabel.Data, Model.Factors[1].Provenance.Label);
        Assert.Equal(EvidenceLabel.ExpertJudgement, Model.Influences[4].Provenance.Label);
        Assert.Empty(Model.Influences[4].Provenance.Sources);
        Assert.Null(Model.Strategies[0].Provenance.Because);
    }

    [Fact]
    public void Factors_are_bound()
    {
        var trust = Model.Factors[0];
        Assert.Equal(("relationship", FactorScale.Ordered, 0, MoveRule.Neighbours), (trust.Group, trust.Scale, trust.Initial, trust.Moves));
        Assert.Equal(["broken", "low", "working"], trust.States.Select(state => state.Id));
        Assert.Equal("tragfähig", trust.States[2].Title.De);
        Assert.Equal(new DateOnly(2014, 3, 1), trust.Since);
        Assert.Equal(PeriodEstimate.Point(new Period(36, TimeUnit.Month)), trust.Inertia!.Up);
        Assert.Equal(new PeriodEstimate(new Period(6, TimeUnit.Month), new Period(3, TimeUnit.Month), new Period(9, TimeUnit.Month)), trust.Inertia.Down);
        Assert.Equal("sporadic", Model.Factors[1].States[1].Title.En);
        Assert.Equal(Model.Factors[1].Inertia!.Up, Model.Factors[1].Inertia!.Down);
        Assert.Equal((new ActorId(1), Estimate.Point(0.9)), (Model.Factors[2].Of, Model.Factors[2].Decisiveness));
        Assert.Equal(new ImageOf(new FactorId(2), new ActorId(2), HigherIsWorse: true), Model.Factors[3].Image);
        Assert.Equal(Model.Factors[2].States, Model.Factors[3].States);
        Assert.Equal((FactorScale.Nominal, MoveRule.Any), (Model.Factors[4].Scale, Model.Factors[4].Moves));
        Assert.Equal(new Inertia(null, null), Model.Factors[5].Inertia);
    }

    [Fact]
    public void Influences_are_bound_under_their_qualified_names()
    {
        Assert.Equal(
            ["trust -> channels", "trust -> channels#2", "orientation -> trust", "posture -> posture-seen-by-borea", "fear", "trust -> posture", "channels -> elite"],
            Model.Influences.Select(influence => influence.Name));
        Assert.Equal(new Estimate(2, 1, 3), Model.Influences[0].Weight);
        Assert.Equal((ImpactShape.Linear, new Period(6, TimeUnit.Month)), (Model.Influences[1].Shape, Model.Influences[1].Delay));
        Assert.Equal([new ImpactCell(1, 0, Estimate.Point(2)), new ImpactCell(0, 2, new Estimate(1, 0, 2))], Model.Influences[2].Cells);
        Assert.Equal([1], Assert.IsType<FactorIn>(Model.Influences[2].When).States);
        Assert.True(Model.Influences[3].IsMatrix);
        Assert.Equal(
            [new ImpactCell(0, 0, Estimate.Point(1)), new ImpactCell(0, 1, Estimate.Point(-1)), new ImpactCell(1, 0, new Estimate(-1, -2, 0)), new ImpactCell(1, 1, Estimate.Point(1.25))],
            Model.Influences[3].Cells);
        Assert.Equal(["trust", "orientation"], Model.Tendencies.Select(tendency => tendency.Name));
        Assert.Equal(new Lean(new Estimate(-1, -2, 0), null), Model.Tendencies[0].Lean);
        Assert.Equal(new Lean(Estimate.Point(1), 1), Model.Tendencies[1].Lean);
        Assert.Equal([2], Model.Barred[0].States);
        Assert.Equal(new DateCondition(Comparison.Less, new DateOnly(2018, 1, 1)), Model.Barred[0].While);
    }

    [Fact]
    public void Events_are_bound()
    {
        var summit = Assert.IsType<Scheduled>(Model.Events[0].Trigger);
        Assert.Equal([new DateOnly(2016, 7, 8), new DateOnly(2018, 7, 11)], summit.Dates);
        Assert.Equal((new Estimate(0.8, 0.6, 1), new Period(150, TimeUnit.Day), new Period(30, TimeUnit.Day)), (summit.Probability, summit.Before, summit.After));
        Assert.Equal(("summit", "Gipfel"), (Model.Events[0].Outcomes[0].Id, Model.Events[0].Outcomes[0].Title.De));
        var push = Assert.IsType<PushEffect>(Model.Events[0].Outcomes[0].Effects[0]);
        Assert.Equal((new Period(6, TimeUnit.Month), Estimate.Point(0.5)), (push.HalfLife, push.Chance));

        var nearMiss = Model.Events[1];
        Assert.Equal(new Estimate(0.4, 0.2, 0.8), Assert.IsType<Stochastic>(nearMiss.Trigger).Rate);
        Assert.Equal((Pathway.Inadvertent, true, new Estimate(2, 1.5, 3)), (nearMiss.Pathway, nearMiss.Repeats, nearMiss.Multipliers[0].Factor));
        Assert.Equal("No line", nearMiss.Multipliers[0].Provenance.Because!.En);
        Assert.IsType<FactorIn>(nearMiss.When);
        var loss = nearMiss.Outcomes[1];
        Assert.Equal((new Estimate(1, 0.5, 2), 0, 1), (loss.Weight, loss.Severity, loss.Multipliers.Length));
        Assert.Equal(new MoveEffect(new FactorId(0), -1) { Chance = new Estimate(0.5, 0.25, 0.75), When = loss.Effects[0].When }, loss.Effects[0]);
        var stacking = Assert.IsType<PushEffect>(loss.Effects[1]);
        Assert.Equal((1, true, 4.0), (stacking.Lean.Towards, stacking.Stacks, stacking.Cap));
        Assert.NotNull(stacking.While);

        var effects = Model.Events[2].Outcomes[0].Effects;
        Assert.Equal(new SetEffect(new FactorId(0), 0), effects[0]);
        var (states, moves) = (Assert.IsType<DrawEffect>(effects[1]), Assert.IsType<DrawEffect>(effects[2]));
        Assert.Equal((false, true), (states.AreMoves, moves.AreMoves));
        Assert.Equal([new DrawAlternative(1, Estimate.Point(2)), new DrawAlternative(2, Estimate.Point(1))], states.Alternatives);
        Assert.Equal([new DrawAlternative(-1, Estimate.Point(1)), new DrawAlternative(0, new Estimate(2, 1, 3)), new DrawAlternative(1, Estimate.Point(1))], moves.Alternatives);

        var causes = Assert.IsType<Consequence>(Model.Events[3].Trigger).Causes;
        Assert.Equal(new Cause(new EventReference(new EventId(1), 1), Estimate.Point(0.05), null, null), causes[0]);
        Assert.Equal((Pathway.Deliberate, new Estimate(0.1, 0.05, 0.2)), (causes[1].Pathway, causes[1].Probability));
        Assert.Equal(2, Model.Events[3].Outcomes[0].Severity);
        Assert.Equal((new EventReference(new EventId(1), 1), new DateOnly(2014, 12, 15)), (Model.History[0].Of, Model.History[0].On));
        Assert.Equal(new DateOnly(2015, 2, 1), Model.History[1].On);
    }

    [Fact]
    public void Options_are_bound()
    {
        var measure = Model.Measures[1];
        Assert.Equal([new ActorId(1), new ActorId(2)], measure.By);
        Assert.Equal((2, Gate.Advisory, new Estimate(0.5, 0.25, 1), 1.0), (measure.Step, measure.Gate, measure.Uptake, measure.Cost));
        Assert.Equal((new Period(6, TimeUnit.Month), new Period(52, TimeUnit.Week)), (measure.Lead, measure.Pause));
        Assert.Equal(("talks", "Sie reden"), (measure.Preconditions[0].Id, measure.Preconditions[0].Title.De));
        Assert.Equal(new MultiplyEffect(new EventReference(new EventId(3), null), new Estimate(0.5, 0.25, 0.75)), measure.Effects[0]);
        Assert.Equal(new MultiplyEffect(new EventReference(new EventId(1), 1), Estimate.Point(0.8)), measure.Effects[1]);
        Assert.Equal(new HoldEffect(new FactorId(1), Up: false, Down: true), measure.Effects[2]);
        Assert.Equal(Estimate.Point(0.5), measure.Effects[3].Rate);
        Assert.IsType<PushEffect>(measure.Early[0]);
        Assert.NotNull(measure.SustainedBy);
        var strategy = Model.Strategies[0];
        Assert.Equal(new Pursuit(new MeasureId(0), null, null, []), strategy.Pursuits[0]);
        Assert.Equal([new MeasureId(0)], strategy.Pursuits[1].After);
        Assert.IsType<Occurred>(strategy.Pursuits[1].Until);
        Assert.Equal([new ActorId(2)], Model.Strategies[1].Of);
        Assert.Equal([new StrategyId(1)], Model.Baseline);
        Assert.Equal([true, false], Model.Constraints.Select(constraint => constraint.IsHard));
    }

    [Fact]
    public void Futures_and_observations_are_bound()
    {
        Assert.Equal(new ConstantCondition(true), Model.Scenarios[3].Rule);
        Assert.Equal("Die Zeit ist vorbei", Model.Scenarios[1].Unreachable!.De);
        Assert.Equal("It gets worse", Model.Scenarios[0].Description!.En);
        Assert.Equal([(new ScenarioId(2), 1.0), (new ScenarioId(0), -1.0)], Model.Objective!.Weights);
        Assert.Equal([(2, -10.0)], Model.Objective.SeverityWeights);
        var flights = Model.Indicators[0];
        Assert.Equal([0.1, 0.9], flights.Likelihood[1]);
        Assert.Equal((1, "Watch", new Period(1, TimeUnit.Month), new Period(3, TimeUnit.Month)), (flights.Threshold, flights.Owner, flights.Cadence, flights.IndependentAfter));
        var question = Model.Questions[0];
        Assert.Equal((new DateOnly(2016, 12, 31), true), (question.Deadline, question.Outcome));
        Assert.Equal([new StatedForecast("A team", new DateOnly(2016, 1, 10), 0.6)], question.Forecasts);
        Assert.Equal("Die Presse", question.Resolution!.Source.De);
        Assert.Equal(["e1", "e2"], Model.Evidence.Select(evidence => evidence.Id));
        Assert.Equal((new EventFinding(new EventReference(new EventId(1), 1)), "B2"), (Model.Evidence[0].Finding, Model.Evidence[0].Grade));
        Assert.Equal(new ReadingFinding(new IndicatorId(0), 1), Model.Evidence[1].Finding);
        Assert.Equal([new EventId(3)], Model.Watched[0].Events);
        Assert.Equal("trust -> channels", Model.Experts[0].Judgements[0].Name);
        Assert.Equal([(new FactorId(0), new FactorId(2))], Model.Experts[0].DoNotKnow);
        Assert.IsType<ComparedWorlds>(Model.Claims[0].Statement);
    }

    [Fact]
    public void The_least_model_binds_to_the_defaults()
    {
        var model = ModelText.Parse("detente: 1\nid: least\nfactors:\n  a: {states: [x, y]}\n").Model!;
        Assert.Equal(LocalizedText.Same("least"), model.Title);
        Assert.Equal(Model.DefaultDecisiveness, model.Decisiveness);
        Assert.Null(model.Horizon);
        Assert.Null(model.Factors[0].Initial);
        Assert.Null(model.Factors[0].Inertia);
        Assert.Equal(LocalizedText.Same("a"), model.Factors[0].Title);
    }

    [Fact]
    public void An_accepted_warning_is_still_listed_with_its_reason()
    {
        var reading = ModelText.Parse("detente: 1\nid: least\nfactors:\n  a: {states: [x, y]}\naccepted:\n  - {code: DT3010, at: factors/a, because: Given}\n");
        Assert.Equal("Given", reading.Diagnostics.Single(diagnostic => diagnostic.Code == "DT3010").AcceptedBecause?.En);
        Assert.Null(reading.Diagnostics.Single(diagnostic => diagnostic.Code == "DT3011").AcceptedBecause);
        Assert.False(reading.IsClean);
    }

    [Fact]
    public void What_only_a_study_can_raise_is_not_missed_by_reading()
    {
        var reading = ModelText.Parse("detente: 1\nid: least\nfactors:\n  a: {states: [x, y]}\naccepted:\n  - {code: DT4021, because: Given}\n  - {code: DT3021, because: Given}\n");
        Assert.Equal(7, reading.Diagnostics.Single(diagnostic => diagnostic.Code == "DT3027").Span.Line);
    }

    [Theory]
    [InlineData("factors/a", "a.yaml", 2, 3)]
    [InlineData("influences/b -> a", "model.yaml", 4, 14)]
    [InlineData("barred/b", "model.yaml", 5, 19)]
    [InlineData("barred/a", "model.yaml", 5, 1)] // not there: where the section stands
    [InlineData("accepted/DT4021 factors/a", "model.yaml", 6, 19)]
    [InlineData("factors/a/states", "a.yaml", 2, 3)]
    [InlineData("horizon", "model.yaml", 0, 0)]
    [InlineData(null, "model.yaml", 0, 0)]
    public void What_a_study_says_of_an_element_is_placed_where_it_stands(string? element, string file, int line, int column)
    {
        using var scratch = new ScratchFolder();
        var reading = Parts(scratch);
        var placed = reading.Placed(new Diagnostic("DT4021", DiagnosticSeverity.Warning, TextSpan.Whole("parts"), LocalizedText.Same("m")) { Element = element });
        Assert.Equal((scratch.PathOf(file), line, column), (placed.Span.File, placed.Span.Line, placed.Span.Column));
        Assert.Equal(placed, reading.Placed(placed));
    }

    [Fact]
    public void What_a_study_found_joins_what_was_read_in_the_order_of_the_text()
    {
        using var scratch = new ScratchFolder();
        var reading = Parts(scratch);
        Assert.Equal([("DT3010", "a.yaml")], Shown(reading));
        Diagnostic Of(string code, string? element) => new(code, DiagnosticSeverity.Warning, TextSpan.Whole("parts"), LocalizedText.Same("m")) { Element = element };
        var joined = reading.With([Of("DT4023", "factors/b"), Of("DT4021", "factors/a"), Of("DT4022", "influences"), Of("DT4020", null)]);
        Assert.Equal([("DT4020", "model.yaml"), ("DT4022", "model.yaml"), ("DT4021", "a.yaml"), ("DT3010", "a.yaml"), ("DT4023", "a.yaml")], Shown(joined));

        IEnumerable<(string Code, string File)> Shown(ModelReading shown) => shown.Diagnostics.Select(found => (found.Code, Path.GetFileName(found.Span.File)));
    }

    private static ModelReading Parts(ScratchFolder scratch)
    {
        scratch.Write("model.yaml", "detente: 1\nid: parts\ninclude: [a.yaml]\ninfluences: [{from: b, to: a, weight: 1}]\nbarred: [{factor: b, states: [y], while: \"a = x\"}]\naccepted: [{code: DT4021, at: factors/a, because: Given}, {code: DT3010, because: Given}]\n");
        scratch.Write("a.yaml", "factors:\n  a: {states: [x, y]}\n  b: {states: [x, y]}\n");
        return ModelText.Read(scratch.Path);
    }
}
