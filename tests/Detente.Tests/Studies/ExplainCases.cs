using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Cib;

namespace Detente.Tests.Studies;

/// <summary>Configurations of small random models with their explanations, and the changes that these speak of.</summary>
internal static class ExplainCases
{
    public const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static void ForAll(int seeds, Action<Model, int[], ConfigurationExplanation> check) => ForAll(seeds, model => model, check);

    public static void ForAll(int seeds, Func<Model, Model> change, Action<Model, int[], ConfigurationExplanation> check)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            var (model, random) = (change(RandomModel.Of(seed)), new Random(seed));
            var x = model.Factors.Select(factor => random.Next(factor.States.Length)).ToArray();
            check(model, x, Explain(model, [[.. x]]).Configurations[0]);
        }
    }

    public static void ForAllRivals(Model model, int[] x, ConfigurationExplanation explained, Action<int, Overtaking> check)
    {
        for (var factor = 0; factor < x.Length; factor++)
        {
            var scores = BruteForce.Balance(model, x)[factor];
            var overtakings = explained.Factors[factor].Overtakings;
            Assert.Equal(
                Enumerable.Range(0, scores.Length).Where(state => state != x[factor] && scores[state] <= scores[x[factor]]).Select(state => (state, scores[x[factor]] - scores[state])),
                overtakings.Select(overtaking => (overtaking.Rival, overtaking.LeadHundredths)));
            Assert.All(overtakings, overtaking => check(factor, overtaking));
        }
    }

    public static ExplainResult Explain(Model model, ImmutableArray<ImmutableArray<int>> configurations) =>
        ExplainRun.Run(new ExplainStudy(model, new StudyOptions(), configurations), Hash, null, CancellationToken.None);

    public static ImmutableArray<int> First(Model model) => [.. model.Factors.Select(_ => 0)];

    public static int[] With(int[] x, params ReadOnlySpan<(int Factor, int State)> changes)
    {
        var changed = x.ToArray();
        foreach (var (factor, state) in changes)
        {
            changed[factor] = state;
        }

        return changed;
    }

    public static Model Unconditional(Model model) => model with { Influences = [.. model.Influences.Select(influence => influence with { When = null })] };

    public static int Stated(Model model, int[] x, JudgementChange change)
    {
        var influence = model.Influences[change.Influence];
        var points = influence.Weight is { } weight
            ? weight.Value
            : influence.Cells.Where(cell => cell.SourceState == x[influence.From.Index] && cell.TargetState == change.TargetState).Sum(cell => cell.Impact.Value);
        return (int)Math.Round(points * 100, MidpointRounding.AwayFromZero);
    }

    public static Model Judged(Model model, int[] x, JudgementChange change, int hundredths)
    {
        var influence = model.Influences[change.Influence];
        var points = Estimate.Point(hundredths / 100.0);
        var judged = change.TargetState is not { } target
            ? influence with { Weight = points }
            : influence with
            {
                Cells =
                [
                    .. influence.Cells.Where(cell => cell.SourceState != x[influence.From.Index] || cell.TargetState != target),
                    new ImpactCell(x[influence.From.Index], target, points),
                ],
            };
        return model with { Influences = model.Influences.SetItem(change.Influence, judged) };
    }
}
