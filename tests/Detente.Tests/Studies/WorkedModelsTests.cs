using Detente.Language;
using Detente.Studies;

namespace Detente.Tests.Studies;

/// <summary>Every worked model of the repository answers every study it has the keys for.</summary>
public sealed class WorkedModelsTests
{
    public static TheoryData<string> Models => [.. Directory.EnumerateDirectories(RepositoryRoot.Combine("models")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Without its claims: what it answers to them is asked on purpose, not in passing.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void A_worked_model_is_run_from_its_text_to_the_brief(string name)
    {
        var model = ModelText.Read(RepositoryRoot.Combine("models", name)).Model;
        Assert.NotNull(model);
        Assert.SkipWhen(model.Horizon is null, "A model of consistency only.");
        var options = new StudyOptions { Draws = 3, Paths = 40, Threads = 2 };
        var brief = (BriefResult)new StudyRunner().Run(new BriefStudy(model with { Claims = [] }, options), null, CancellationToken.None);
        foreach (var futures in brief.Options.Select(option => option.Futures).Append(brief.Futures))
        {
            for (var date = 0; date < futures.Dates.Length; date++)
            {
                Assert.Equal(model.Scenarios.IsEmpty ? 0 : 1, futures.Scenarios.Sum(series => series.Values[date].Mean), 1e-9);
                Assert.All(futures.Factors, states => Assert.Equal(1, states.Sum(dates => dates[date]), 1e-9));
            }

            Assert.All(futures.Escalation, risk => Assert.Equal(
                risk.ByDate.Values[^1].Mean,
                risk.Roots.Sum(root => root.Mean),
                1e-9)); // every first event has one root
        }

        var single = (FuturesResult)new StudyRunner().Run(new FuturesStudy(model, options with { Threads = 1 }), null, CancellationToken.None);
        Assert.Equal(brief.Futures.Scenarios.SelectMany(series => series.Values), single.Scenarios.SelectMany(series => series.Values));
    }
}
