using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>Why measures change the pathways of escalation: by root, by cause, and through which part of the chain.</summary>
public sealed class EscalationExplanationTests
{
    private const int Line = 1; // the factor that the measures act on
    private static readonly EventId Accident = new(0);
    private static readonly EventId Decision = new(1);
    private static readonly EventId Fight = new(2);

    /// <summary>An accident and a decision lead to the same fight, which a line makes rarer; one measure opens the line, another one discourages decisions.</summary>
    private static Model Rivals { get; } = (Timed.Model(60, [Timed.Factor("other", 2, 0, 12), Timed.Fixed("line", 2, 0)]) with
    {
        Severities = [new("incident", LocalizedText.Same("incident"), 1), new("fight", LocalizedText.Same("fight"), 2)],
        Events =
        [
            Of("accident", new Stochastic(Estimate.Point(0.5)), 0) with { Pathway = Pathway.Inadvertent },
            Of("decision", new Stochastic(Estimate.Point(0.2)), 0) with { Pathway = Pathway.Deliberate },
            Of("fight", Timed.By((0, 0.3, null), (1, 0.6, null)), 1) with { Multipliers = [new Multiplier(Timed.In(Line, 1), Estimate.Point(0.2), Provenance.Judgement)] },
        ],
        Measures =
        [
            Timed.Measure("open-line", Timed.Set(Line, 1)),
            Timed.Measure("deter", new MultiplyEffect(new EventReference(Decision, null), Estimate.Point(0.4))),
            Timed.Measure("idle", Timed.Push(0, 1, 6)),
        ],
    }).PursuingAll();

    private static ModelEvent Of(string id, Trigger trigger, int severity) => Timed.Event(id, trigger) is var of ? of with { Outcomes = [of.Outcomes[0] with { Severity = severity }] } : null!;

    private static EscalationResult Run(Model model, params ImmutableArray<MeasureId> without) => (EscalationResult)new StudyRunner().Run(
        new EscalationStudy(model, new StudyOptions { Draws = 1, Paths = 1_500, Seed = 2, Threads = 1 }) { Without = without, Severity = 1 }, null, CancellationToken.None);

    [Fact]
    public void A_line_that_is_read_by_a_late_event_brakes_both_pathways_and_nothing_is_left_without_that_reading()
    {
        var explanation = Assert.Single(Run(Rivals, new MeasureId(0)).Explanations);
        Assert.Equal(EscalationRole.Brake, explanation.Change.Role);
        Assert.False(EscalationChange.IsNoise(explanation.Change.Share.Inadvertent));
        Assert.False(EscalationChange.IsNoise(explanation.Change.Expected.Deliberate));
        var link = Assert.Single(explanation.Links);
        Assert.Equal((new FactorId(Line), new MultiplierElement(new EventReference(Fight, null), 0)), (link.Through, link.Target));
        Assert.Equal((0.0, 0.0), (link.Left.All.Mean, link.Left.All.StandardError));
        Assert.Equal(0, explanation.WithoutAllLinks!.Deliberate.StandardError);
    }

    [Fact]
    public void A_measure_that_multiplies_an_event_acts_through_that()
    {
        var explanation = Assert.Single(Run(Rivals, new MeasureId(1)).Explanations);
        var link = Assert.Single(explanation.Links);
        Assert.Equal((null, new MeasureEffectElement(new MeasureId(1), 0)), (link.Through, link.Target));
        Assert.Equal(0, link.Left.All.StandardError);
        Assert.True(explanation.Change.Share.Deliberate.Mean > 0);
    }

    [Fact]
    public void Two_measures_have_the_links_of_both_and_each_alone_leaves_the_other()
    {
        var explanation = Run(Rivals, new MeasureId(0), new MeasureId(1)).Explanations[0];
        Assert.Equal(2, explanation.Links.Length);
        Assert.All(explanation.Links, link => Assert.False(EscalationChange.IsNoise(link.Left.All)));
        Assert.Equal(0, explanation.WithoutAllLinks!.All.StandardError);
    }

    [Fact]
    public void A_condition_of_a_cause_that_reads_what_a_measure_does_is_a_link()
    {
        var causes = ((Consequence)Rivals.Events[2].Trigger).Causes;
        var fight = Rivals.Events[2] with { Multipliers = [], Trigger = new Consequence([causes[0] with { When = Timed.In(Line, 0) }, causes[1]]) };
        var explanation = Assert.Single(Run(Rivals with { Events = Rivals.Events.SetItem(2, fight) }, new MeasureId(0)).Explanations);
        var link = Assert.Single(explanation.Links);
        Assert.Equal(new ConditionElement(Fight, 0), link.Target);
        Assert.Equal(0, link.Left.All.StandardError);
    }

    [Fact]
    public void A_condition_of_an_event_and_one_on_the_measure_itself_are_links()
    {
        var decision = Rivals.Events[1] with { When = new InForce(new MeasureId(0)) };
        var explanation = Assert.Single(Run(Rivals with { Events = Rivals.Events.SetItem(1, decision) }, new MeasureId(0)).Explanations);
        Assert.Contains(explanation.Links, link => link.Through is null && link.Target == new ConditionElement(Decision, null));
    }

    [Fact]
    public void Parts_add_up_to_the_change()
    {
        var explanation = Run(Rivals, new MeasureId(0)).Explanations[0];
        var share = explanation.Change.Share;
        Assert.Equal(share.All.Mean, share.Inadvertent.Mean + share.Deliberate.Mean + share.Neither.Mean, 1e-12);
        Assert.Equal(share.All.Mean, explanation.Roots.Sum(root => root.Share.All.Mean), 1e-12);
        Assert.Equal(share.Deliberate.Mean, explanation.Roots.Single(root => root.Root == Decision).Share.Deliberate.Mean, 1e-12);
        Assert.Equal(share.Inadvertent.Mean, explanation.Edges.Single(edge => edge.From.Event == Accident && edge.To == Fight).Share.Inadvertent.Mean, 1e-12);
        Assert.Equal(share.All.Mean, explanation.Routes.Sum(route => route.Share.Mean), 1e-12);
        Assert.Equal(share.Inadvertent.Mean, Net(explanation.Inadvertent), 1e-12);
        Assert.Equal(share.Deliberate.Mean, Net(explanation.Deliberate), 1e-12);
        Assert.Equal(explanation.Inadvertent.ToOther.Mean, explanation.Deliberate.FromOther.Mean);
        Assert.True(explanation.Deliberate.ToOther.Mean > 0); // an earlier accident is the first now

        static double Net(PathwayFlow flow) => flow.Gained.Mean - flow.Lost.Mean + flow.FromOther.Mean - flow.ToOther.Mean;
    }

    [Fact]
    public void Without_measures_is_a_model_in_which_nobody_pursues_them()
    {
        var (with, without) = (Run(Rivals), Run(Rivals.Pursuing(new Pursuit(new MeasureId(1), null, null, []), new Pursuit(new MeasureId(2), null, null, []))));
        var change = with.Changes.Single(one => one.Without is MeasuresElement { Measures: [{ Index: 0 }] });
        Assert.Equal(without.Severities[1].First.Deliberate.Mean - with.Severities[1].First.Deliberate.Mean, change.Share.Deliberate.Mean, 1e-12);
        Assert.Equal(without.Severities[1].Expected.Inadvertent.Mean - with.Severities[1].Expected.Inadvertent.Mean, change.Expected.Inadvertent.Mean, 1e-12);
    }

    [Fact]
    public void Measures_that_move_the_deliberate_share_are_explained_unasked_and_others_are_not()
    {
        var explained = Run(Rivals).Explanations.Select(explanation => ((MeasuresElement)explanation.Change.Without).Measures.Single().Index).ToList();
        Assert.Contains(1, explained);
        Assert.DoesNotContain(2, explained);
        Assert.Equal(EscalationRole.WithinNoise, Run(Rivals).Changes.Single(one => one.Without is MeasuresElement { Measures: [{ Index: 2 }] }).Role);
    }

    [Fact]
    public void Nobody_pursuing_anything_leaves_no_measure_to_take_out()
    {
        var study = new EscalationStudy(Rivals, new StudyOptions { Draws = 1, Paths = 50 }) { NoMeasures = true, Severity = 1 };
        var result = (EscalationResult)new StudyRunner().Run(study, null, CancellationToken.None);
        Assert.DoesNotContain(result.Changes, change => change.Without is MeasuresElement or MeasureEffectElement);
        Assert.Contains(result.Changes, change => change.Without is MultiplierElement);
    }
}
