using Detente.Language;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Language;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>What a modeller should know: found, said in both languages, at the place of the element, and accepted with a reason.</summary>
public sealed class WarningsRunTests
{
    private static readonly StudyOptions Small = new() { Draws = 4, Paths = 60, Threads = 1 };

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder { get; } = Path.Combine(Golden.Folder, "warnings");

    private static ModelWarnings Warnings(Model model, bool isQuick = false) =>
        ((WarningsResult)new StudyRunner().Run(new WarningsStudy(model, Small) { IsQuick = isQuick }, null, CancellationToken.None)).Warnings;

    private static ModelReading Read(string name)
    {
        var reading = ModelText.Read(Path.Combine(Folder, name + ".yaml"));
        Assert.All(reading.Diagnostics, diagnostic => Assert.NotNull(diagnostic.AcceptedBecause));
        return BadModels.Relative(reading.With(Warnings(reading.Model!).Diagnostics), Folder);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_doubtful_model_gets_its_exact_answer_in_both_languages(string name)
    {
        var reading = Read(name);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Code == name);
        foreach (var (language, short_) in new[] { (ReaderLanguage.English, "en"), (ReaderLanguage.German, "de") })
        {
            Golden.Match($"warnings/{name}.{short_}.txt", string.Concat(reading.Diagnostics.Select(diagnostic => DiagnosticText.Write(diagnostic, reading, language))));
        }
    }

    [Theory]
    [InlineData(StudyDiagnostics.Relaxation)]
    [InlineData(StudyDiagnostics.StartRejected)]
    [InlineData(StudyDiagnostics.Rests)]
    [InlineData(StudyDiagnostics.NeverHolds)]
    [InlineData(StudyDiagnostics.CanBeReached)]
    public void Every_warning_has_a_doubtful_model_and_a_page(string code)
    {
        Assert.Contains(code, (IEnumerable<string>)[.. Names.Select(name => name.Data)]);
        Assert.NotNull(DiagnosticCatalog.Page(code, ReaderLanguage.English));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_said_in_a_hurry_is_part_of_what_is_said_at_leisure(string name)
    {
        var model = ModelText.Read(Path.Combine(Folder, name + ".yaml")).Model!;
        var (quick, full) = (Warnings(model, isQuick: true), Warnings(model));
        Assert.Equal(full.RejectedStarts, quick.RejectedStarts);
        Assert.Null(quick.RelaxationShare);
        Assert.Equal(0, quick.RestPoints.Count);
        Assert.Empty(quick.Diagnostics.Except(full.Diagnostics));
        Assert.DoesNotContain(quick.Diagnostics, found => found.Code is StudyDiagnostics.Relaxation or StudyDiagnostics.Rests);
    }

    // The search is not run in a hurry, so nothing can be said of what it would find; DT4203 belongs to another study.
    [Fact]
    public void An_acceptance_is_needless_only_for_what_was_looked_for()
    {
        var model = ModelText.Read(Path.Combine(Folder, "DT3027.yaml")).Model!;
        Assert.Equal(["accepted/DT4021 factors/trust", "accepted/DT4022"], Warnings(model).Diagnostics.Select(found => found.Element));
        Assert.Equal(["accepted/DT4021 factors/trust"], Warnings(model, isQuick: true).Diagnostics.Select(found => found.Element));
    }

    [Fact]
    public void A_search_that_ends_early_says_so_and_calls_no_acceptance_needless()
    {
        var model = ModelText.Read(Path.Combine(Folder, "DT3027.yaml")).Model!;
        var study = new WarningsStudy(model, Small) { MostBoxes = 0 };
        var result = (WarningsResult)new StudyRunner().Run(study, null, CancellationToken.None);
        Assert.False(result.Warnings.RestPoints.IsComplete);
        Assert.False(result.Provenance.Completeness.IsComplete);
        Assert.Equal(["accepted/DT4021 factors/trust"], result.Warnings.Diagnostics.Select(found => found.Element));
    }

    [Fact]
    public void The_share_of_the_first_year_is_the_one_that_futures_say()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var model = RandomTimedModel.Of(seed);
            var futures = (FuturesResult)new StudyRunner().Run(new FuturesStudy(model, Small), null, CancellationToken.None);
            Assert.Equal(futures.RelaxationShare, Warnings(model).RelaxationShare);
        }
    }

    [Fact]
    public void The_search_for_rests_settles_every_worked_model() => Assert.All(
        Directory.EnumerateDirectories(RepositoryRoot.Combine("models")),
        folder => Assert.True(Warnings(ModelText.Read(folder).Model!).RestPoints.IsComplete));

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_verifies_the_model_is_told_the_same(string name)
    {
        var model = ModelText.Read(Path.Combine(Folder, name + ".yaml")).Model!;
        var (expected, verified) = (Warnings(model), (VerifyResult)new StudyRunner().Run(new VerifyStudy(model, Small), null, CancellationToken.None));
        Assert.Equal(expected.Diagnostics, verified.Warnings.Diagnostics);
        Assert.Equal(expected.Diagnostics, verified.Provenance.Warnings);
        Assert.Equal((expected.RelaxationShare, expected.RestPoints.Count), (verified.Warnings.RelaxationShare, verified.Warnings.RestPoints.Count));
    }

    [Fact]
    public void A_model_without_time_is_asked_for_its_rules_only()
    {
        var model = ModelBuilder.Model([ModelBuilder.Factor("a", 3), ModelBuilder.Factor("b", 3)], ModelBuilder.Weight(0, 1, 1)) with
        {
            Barred = [new Models.Barrier(new FactorId(1), [2], new ConstantCondition(true), Provenance.Judgement)],
            Scenarios =
            [
                new Scenario("high", LocalizedText.Same("high"), null, ModelBuilder.In(1, 2), null, Provenance.Judgement),
                new Scenario("rest", LocalizedText.Same("rest"), null, new ConstantCondition(true), null, Provenance.Judgement),
            ],
        };
        var warnings = Warnings(model);
        Assert.Equal(["DT4023 scenarios/high"], warnings.Diagnostics.Select(found => $"{found.Code} {found.Element}"));
        Assert.Equal((true, 0, null), (warnings.RejectedStarts.IsEmpty, warnings.RestPoints.Count, warnings.RelaxationShare));
    }

    [Fact]
    public void A_cancelled_study_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new StudyRunner().Run(new WarningsStudy(RandomTimedModel.Of(3), Small), null, source.Token));
    }

    [Fact]
    public void Paths_are_asked_for_only_where_they_are_walked()
    {
        var model = RandomTimedModel.Of(3);
        var study = new WarningsStudy(model, Small with { Paths = 1 });
        Assert.Throws<ArgumentException>(() => new StudyRunner().Run(study, null, CancellationToken.None));
        Assert.IsType<WarningsResult>(new StudyRunner().Run(study with { IsQuick = true }, null, CancellationToken.None));
    }
}
