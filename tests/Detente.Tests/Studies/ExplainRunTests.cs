using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Cib;
using static Detente.Tests.Compiled.ModelBuilder;
using static Detente.Tests.Studies.ExplainCases;

namespace Detente.Tests.Studies;

public sealed class ExplainRunTests
{
    [Fact]
    public void A_result_says_how_it_was_made()
    {
        var study = new ExplainStudy(RandomModel.Of(7), new StudyOptions(), [First(RandomModel.Of(7))]);
        var result = ExplainRun.Run(study, Hash, null, CancellationToken.None);
        Assert.Equal((EngineVersion.Number, "small", Hash), (result.Provenance.Engine, result.Provenance.ModelId, result.Provenance.ModelHash));
        Assert.Same(study, result.Provenance.Study);
        Assert.Equal(new Completeness(true, 1, 1), result.Provenance.Completeness);
        Assert.IsType<ExplainResult>(new StudyRunner().Run(study, null, CancellationToken.None));
    }

    [Fact]
    public void Scores_leads_and_figures_are_those_of_the_definition()
    {
        ForAll(1_000, (model, x, explained) =>
        {
            var balance = BruteForce.Balance(model, x);
            Assert.Equal(BruteForce.ConsistencyValue(balance, x), explained.ConsistencyHundredths);
            Assert.Equal(Math.Max(0, -explained.ConsistencyHundredths), explained.InconsistencyHundredths);
            Assert.Equal(BruteForce.TotalImpact(balance, x), explained.TotalImpactHundredths);
            foreach (var factor in explained.Factors)
            {
                var scores = balance[factor.Factor.Index];
                Assert.Equal(scores, factor.Balance.ScoresHundredths);
                var rivals = scores.Select((score, state) => (score, state)).Where(one => one.state != factor.State).ToList();
                var best = rivals.Count == 0 ? ((long, int)?)null : rivals.MaxBy(one => one.score);
                Assert.Equal(best?.Item2, factor.BestRival);
                Assert.Equal(best is { } rival ? scores[factor.State] - rival.Item1 : 0, factor.LeadHundredths);
            }
        });
    }

    [Fact]
    public void Arguments_add_up_to_the_balance_largest_first()
    {
        ForAll(1_000, (_, _, explained) =>
        {
            foreach (var factor in explained.Factors)
            {
                Assert.Equal(factor.Balance.ScoresHundredths, factor.Arguments.Select(arguments => arguments.Sum(argument => (long)argument.ImpactHundredths)));
                Assert.All(factor.Arguments, arguments => Assert.Equal(
                    arguments.OrderByDescending(argument => Math.Abs(argument.ImpactHundredths)).ThenBy(argument => argument.Influence), arguments));
                Assert.DoesNotContain(factor.Arguments.SelectMany(arguments => arguments), argument => argument.ImpactHundredths == 0);
            }
        });
    }

    // The brief explains a scenario by the same balances.
    [Fact]
    public void A_listed_scenario_is_explained_by_the_same_figures()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var model = RandomModel.Of(seed);
            var listed = ((ScenariosResult)new StudyRunner().Run(new ScenariosStudy(model, new StudyOptions()) { Tolerance = 2 }, null, CancellationToken.None)).Scenarios;
            foreach (var (scenario, explained) in listed.Zip(Explain(model, [.. listed.Select(scenario => scenario.States)]).Configurations))
            {
                Assert.Equal(
                    (scenario.InconsistencyHundredths, scenario.ConsistencyHundredths, scenario.TotalImpactHundredths),
                    (explained.InconsistencyHundredths, explained.ConsistencyHundredths, explained.TotalImpactHundredths));
                foreach (var (balance, factor) in scenario.Balances.Zip(explained.Factors))
                {
                    Assert.Equal(balance.ScoresHundredths, factor.Balance.ScoresHundredths);
                    Assert.Equal(balance.Contributions, factor.Balance.Contributions);
                    Assert.Equal(
                        balance.Contributions.Where(part => part.ImpactHundredths != 0).Select(part => (part.Influence, part.ImpactHundredths)),
                        factor.Arguments[factor.State].OrderBy(argument => argument.Influence).Select(argument => (argument.Influence, argument.ImpactHundredths)));
                }
            }
        }
    }

    [Fact]
    public void What_decides_is_the_least_number_of_arguments_that_outweighs_the_other_side()
    {
        ForAll(1_000, (_, _, explained) =>
        {
            foreach (var factor in explained.Factors)
            {
                var advantages = factor.Balance.Contributions.Select(one => (long)one.AdvantageHundredths).ToList();
                var side = factor.LeadHundredths < 0 ? -1 : 1;
                var other = advantages.Where(advantage => side * advantage < 0).Sum(advantage => -side * advantage);
                var own = advantages.Select(advantage => side * advantage).Where(advantage => advantage > 0).OrderDescending().ToList();
                var least = Enumerable.Range(0, own.Count + 1).First(count => own.Take(count).Sum() >= other);
                Assert.Equal(Math.Max(least, Math.Min(1, own.Count)), factor.Decisive.Length);
                Assert.True(factor.Decisive.Sum(one => (long)one.AdvantageHundredths) * side >= other);
                Assert.All(factor.Decisive, one => Assert.Contains(one, factor.Balance.Contributions));
            }
        });
    }

    [Fact]
    public void The_weakest_links_have_the_least_lead_of_all_that_something_influences()
    {
        ForAll(1_000, (model, x, explained) =>
        {
            var balance = BruteForce.Balance(model, x);
            var leads = Enumerable.Range(0, x.Length)
                .Where(f => model.Factors[f].States.Length > 1 && model.Influences.Any(influence => influence.To.Index == f))
                .Select(f => (Factor: f, Lead: balance[f].Where((_, state) => state != x[f]).Select(score => balance[f][x[f]] - score).Min()))
                .ToList();
            Assert.Equal(leads.Where(one => one.Lead == leads.Min(other => other.Lead)).Select(one => one.Factor), explained.Weakest.Select(factor => factor.Index));
        });
    }

    [Fact]
    public void Every_single_change_that_lets_a_rival_win_is_found_and_no_other()
    {
        ForAll(1_000, (model, x, explained) => ForAllRivals(model, x, explained, (factor, overtaking) =>
        {
            var expected = from g in Enumerable.Range(0, x.Length)
                           where g != factor
                           from state in Enumerable.Range(0, model.Factors[g].States.Length)
                           where state != x[g]
                           let scores = BruteForce.Balance(model, With(x, (g, state)))[factor]
                           let lead = scores[x[factor]] - scores[overtaking.Rival]
                           where lead < 0
                           select new StateChange(new FactorId(g), state, Array.IndexOf(scores, scores.Max()), lead);
            Assert.Equal(expected, overtaking.Singles);
        }));
    }

    [Fact]
    public void The_fewest_changes_are_the_fewest_of_all_configurations()
    {
        var (together, impossible) = (0, 0);
        ForAll(1_000, (model, x, explained) => ForAllRivals(model, x, explained, (factor, overtaking) =>
        {
            var fewest = BruteForce.Configurations(model, free: true)
                .Where(at => at[factor] == x[factor])
                .Where(at => BruteForce.Balance(model, at)[factor] is var scores && scores[x[factor]] < scores[overtaking.Rival])
                .Select(at => (int?)at.Zip(x).Count(pair => pair.First != pair.Second))
                .Min();
            Assert.True(overtaking.IsProven);
            Assert.Equal(overtaking.Singles.IsEmpty ? fewest ?? 0 : 0, overtaking.Together.Length);
            Assert.Equal(!overtaking.Singles.IsEmpty, fewest == 1);
            together += overtaking.Together.Length > 1 ? 1 : 0;
            impossible += fewest is null ? 1 : 0;
            if (overtaking.Together.Length > 0)
            {
                var scores = BruteForce.Balance(model, With(x, [.. overtaking.Together.Select(change => (change.Factor.Index, change.State))]))[factor];
                Assert.True(scores[x[factor]] < scores[overtaking.Rival]);
                Assert.Equal(Array.IndexOf(scores, scores.Max()), overtaking.Winner);
            }
        }));
        Assert.True(together > 40 && impossible > 100, $"{together} together, {impossible} impossible");
    }

    // With pairwise influences gains add up, so the largest are taken first.
    [Fact]
    public void Without_conditions_the_largest_gains_are_the_fewest_changes()
    {
        var compared = 0;
        ForAll(1_000, Unconditional, (model, x, explained) => ForAllRivals(model, x, explained, (factor, overtaking) =>
        {
            long Lead(int[] at) => BruteForce.Balance(model, at)[factor] is var scores ? scores[x[factor]] - scores[overtaking.Rival] : 0;
            var gains = Enumerable.Range(0, x.Length).Where(g => g != factor)
                .Select(g => Enumerable.Range(0, model.Factors[g].States.Length).Max(state => Lead(x) - Lead(With(x, (g, state)))))
                .OrderDescending()
                .ToList();
            var greedy = Enumerable.Range(0, gains.Count + 1).FirstOrDefault(count => gains.Take(count).Sum() > overtaking.LeadHundredths, -1);
            Assert.Equal(greedy < 0, overtaking.Singles.IsEmpty && overtaking.Together.IsEmpty);
            Assert.Equal(greedy > 1 ? greedy : 0, overtaking.Together.Length);
            compared += overtaking.Together.Length > 1 ? 1 : 0;
        }));
        Assert.True(compared > 30, $"{compared} compared");
    }

    [Fact]
    public void Ordered_factors_move_no_further_than_needed()
    {
        ForAll(1_000, (model, x, explained) => ForAllRivals(model, x, explained, (factor, overtaking) =>
        {
            foreach (var change in overtaking.Together.Where(change => model.Factors[change.Factor.Index].Scale == FactorScale.Ordered))
            {
                var (g, way) = (change.Factor.Index, Math.Sign(change.State - x[change.Factor.Index]));
                for (var nearer = change.State - way; nearer != x[g]; nearer -= way)
                {
                    var scores = BruteForce.Balance(model, With(x, [.. overtaking.Together.Select(one => (one.Factor.Index, one == change ? nearer : one.State))]))[factor];
                    Assert.True(scores[x[factor]] >= scores[overtaking.Rival]);
                }
            }
        }));
    }

    [Fact]
    public void A_changed_judgement_tips_it_and_a_hundredth_less_does_not()
    {
        var (weights, cells) = (0, 0);
        ForAll(600, (model, x, explained) => ForAllRivals(model, x, explained, (factor, overtaking) =>
        {
            long Lead(JudgementChange change, int hundredths)
            {
                var scores = BruteForce.Balance(Judged(model, x, change, hundredths), x)[factor];
                return scores[x[factor]] - scores[overtaking.Rival];
            }

            foreach (var change in overtaking.Judgements)
            {
                Assert.Equal(Stated(model, x, change), change.FromHundredths);
                Assert.True(Lead(change, change.ToHundredths) < 0);
                Assert.True(Lead(change, change.ToHundredths - Math.Sign(change.ToHundredths - change.FromHundredths)) >= 0);
                (weights, cells) = change.TargetState is null ? (weights + 1, cells) : (weights, cells + 1);
            }

            Assert.Equal(overtaking.Judgements.OrderBy(change => Math.Abs(change.ToHundredths - change.FromHundredths)), overtaking.Judgements);
        }));
        Assert.True(weights > 300 && cells > 300, $"{weights} weights, {cells} cells");
    }

    [Fact]
    public void No_nearer_weight_tips_it_and_where_none_is_named_none_does()
    {
        var impossible = 0;
        ForAll(60, (model, x, explained) => ForAllRivals(model, x, explained, (factor, overtaking) =>
        {
            for (var i = 0; i < model.Influences.Length; i++)
            {
                var influence = model.Influences[i];
                if (influence.To.Index != factor || influence.Weight is not { } stated || (influence.When is { } when && !BruteForce.Holds(when, x)))
                {
                    continue;
                }

                var from = (int)Math.Round(stated.Value * 100);
                var without = BruteForce.Balance(model with { Influences = model.Influences.RemoveAt(i) }, x)[factor];
                var (states, a) = ((model.Factors[influence.From.Index].States.Length, model.Factors[factor].States.Length), x[influence.From.Index]);
                bool Tips(int weight)
                {
                    var impacts = Detente.Compiled.Impacts.OfWeight(weight, states.Item1, states.Item2, influence.Shape);
                    return without[x[factor]] + impacts[(a * states.Item2) + x[factor]] < without[overtaking.Rival] + impacts[(a * states.Item2) + overtaking.Rival];
                }

                var nearest = Enumerable.Range(1, 20_000)
                    .SelectMany(step => new[] { from - step, from + step })
                    .Where(weight => Math.Abs(weight) <= 10_000)
                    .Select(weight => (int?)weight)
                    .FirstOrDefault(weight => Tips(weight!.Value));
                var named = overtaking.Judgements.Where(change => change.Influence == i).Select(change => (int?)change.ToHundredths).SingleOrDefault();
                Assert.Equal(nearest is { } value ? Math.Abs(value - from) : -1, named is { } to ? Math.Abs(to - from) : -1);
                impossible += nearest is null ? 1 : 0;
            }
        }));
        Assert.True(impossible > 10, $"{impossible} impossible");
    }

    [Fact]
    public void A_judgement_says_whether_the_change_lies_in_its_own_range()
    {
        // f1 follows f0 by 2 points either way: it leads by 4, and 2.01 below tips it; the other way round it takes a weight below 0.
        var model = Model([Factor("a", 2), Factor("b", 2)], Weight(0, 1, 2), Cells(0, 1, (0, 0, 1)));
        model = model with { Influences = [model.Influences[0] with { Weight = new Estimate(2, -1, 3) }, model.Influences[1]] };
        var overtaking = Explain(model, [[0, 0]]).Configurations[0].Factors[1].Overtakings.Single();
        Assert.Equal(500, overtaking.LeadHundredths);
        Assert.Equal(
            [new JudgementChange(0, null, 200, -51, true), new JudgementChange(1, 0, 100, -401, false), new JudgementChange(1, 1, 0, 501, false)],
            overtaking.Judgements);
    }

    [Fact]
    public void A_weight_of_the_other_sign_within_the_range_is_named_behind_a_nearer_one_beyond_it()
    {
        // The middle of a pulls b to its middle, whatever the sign of the weight: three points of either sign weigh as much as the cell.
        var model = Model([Factor("a", 3), Factor("b", 3)], Weight(0, 1, 2), Cells(0, 1, (1, 0, 3)));
        model = model with { Influences = [model.Influences[0] with { Weight = new Estimate(2, -4, 2) }, model.Influences[1]] };
        var overtaking = Explain(model, [[1, 0]]).Configurations[0].Factors[1].Overtakings.Single(overtaking => overtaking.Rival == 1);
        Assert.Equal(100, overtaking.LeadHundredths);
        Assert.Equal(
            [new JudgementChange(0, null, 200, 301, false), new JudgementChange(0, null, 200, -301, true)],
            overtaking.Judgements.Where(change => change.Influence == 0));
    }

    [Fact]
    public void Rivals_that_are_ahead_need_no_change()
    {
        var model = Model([Factor("a", 2), Factor("b", 3)], Cells(0, 1, (0, 1, 2), (0, 2, -1)));
        var factor = Explain(model, [[0, 0]]).Configurations[0].Factors[1];
        Assert.Equal((1, -200L), (factor.BestRival, factor.LeadHundredths));
        Assert.Equal([2], factor.Overtakings.Select(overtaking => overtaking.Rival));
        Assert.Equal([new BalanceContribution(0, 0, -200)], factor.Decisive);
    }

    [Fact]
    public void A_state_barred_at_rest_is_named()
    {
        var model = Model([Factor("a", 2), Factor("b", 2)], Weight(0, 1, 1)) with
        {
            Barred = [new Models.Barrier(new FactorId(1), [0], In(0, 0), Provenance.Judgement)],
        };
        Assert.Equal([new FactorId(1)], Explain(model, [[0, 0]]).Configurations[0].Barred);
        Assert.Empty(Explain(model, [[1, 0]]).Configurations[0].Barred);
    }

    [Fact]
    public void Succession_is_followed_to_its_fixed_point_or_cycle()
    {
        var cycles = 0;
        ForAll(1_000, (model, x, explained) =>
        {
            var (walked, at) = (new List<string>(), x);
            while (!walked.Contains(string.Join(',', at)))
            {
                walked.Add(string.Join(',', at));
                at = BruteForce.Next(model, "global", at);
            }

            var steps = walked.IndexOf(string.Join(',', at));
            Assert.Equal(steps, explained.Succession!.Steps);
            Assert.Equal(walked.Skip(steps), explained.Succession.Configurations.Select(states => string.Join(',', states)));
            Assert.Equal(explained.InconsistencyHundredths == 0, explained.Succession is { Steps: 0, Configurations.Length: 1 });
            cycles += explained.Succession.Configurations.Length > 1 ? 1 : 0;
        });
        Assert.True(cycles > 50, $"{cycles} cycles");
    }

    [Fact]
    public void What_is_held_makes_nothing_inconsistent_and_is_not_moved()
    {
        var behind = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var model = RandomModel.Of(seed);
            ImmutableArray<HeldState> holds = [new(new FactorId(0), seed % model.Factors[0].States.Length)];
            var listed = ((ScenariosResult)new StudyRunner().Run(new ScenariosStudy(model, new StudyOptions()) { Holds = holds }, null, CancellationToken.None)).Scenarios;
            var study = new ExplainStudy(model, new StudyOptions(), [.. listed.Select(scenario => scenario.States)]) { Held = [new FactorId(0)] };
            foreach (var (scenario, explained) in listed.Zip(ExplainRun.Run(study, Hash, null, CancellationToken.None).Configurations))
            {
                Assert.Equal((0, scenario.ConsistencyHundredths), (explained.InconsistencyHundredths, explained.ConsistencyHundredths));
                Assert.DoesNotContain(new FactorId(0), explained.Weakest);
                Assert.Equal((0, 1), (explained.Succession!.Steps, explained.Succession.Configurations.Length));
                behind += explained.Factors[0].LeadHundredths < 0 ? 1 : 0;
            }
        }

        Assert.True(behind > 50, $"{behind} behind");
        var small = Model([Factor("a", 2)]);
        Assert.Throws<ArgumentException>(() => ExplainRun.Run(new ExplainStudy(small, new StudyOptions(), [[0]]) { Held = [new FactorId(1)] }, Hash, null, CancellationToken.None));
    }

    [Fact]
    public void A_configuration_has_one_state_for_each_factor()
    {
        var model = Model([Factor("a", 2), Factor("b", 3)]);
        foreach (var wrong in new ImmutableArray<int>[] { [0], [0, 0, 0], [0, 3], [-1, 0], default })
        {
            Assert.Throws<ArgumentException>(() => Explain(model, [wrong]));
        }

        Assert.Throws<ArgumentException>(() => Explain(model, default));
    }

    [Fact]
    public void It_can_be_cancelled_and_says_how_far_it_is()
    {
        var model = RandomModel.Of(7);
        var told = new List<StudyProgress>();
        var study = new ExplainStudy(model, new StudyOptions(), [First(model), First(model)]);
        ExplainRun.Run(study, Hash, new Listener(told), CancellationToken.None);
        Assert.Equal([new StudyProgress(1, 2), new StudyProgress(2, 2)], told);
        Assert.Throws<OperationCanceledException>(() => ExplainRun.Run(study, Hash, null, new CancellationToken(canceled: true)));
    }

    private sealed class Listener(List<StudyProgress> told) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => told.Add(value);
    }
}
