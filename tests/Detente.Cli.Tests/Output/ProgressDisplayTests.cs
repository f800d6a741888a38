using Detente.Studies;

namespace Detente.Cli.Tests.Output;

/// <summary>Progress for those who watch, and for them only when they have to wait.</summary>
public sealed class ProgressDisplayTests
{
    [Theory]
    [InlineData(true, 1500, true)]
    [InlineData(true, 0, false)]
    [InlineData(false, 1500, false)]
    public void It_is_shown_to_those_who_watch_after_a_second(bool isWatched, int milliseconds, bool isShown)
    {
        var said = Shell.RunIn(surroundings => surroundings with { IsWatched = isWatched, Runner = new SlowRunner(milliseconds) }, "futures", Shell.SmallModel, "--draws", "2", "--paths", "2");
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Equal(isShown, said.Error.Contains("Running", StringComparison.Ordinal));
        Assert.DoesNotContain("Running", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_of_the_study_comes_through()
    {
        var said = Shell.RunIn(surroundings => surroundings with { IsWatched = true }, "futures", "somewhereland");
        Assert.Equal(ExitCode.Usage, said.Code);
        Assert.Contains("DT4002", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_comes_through()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Equal(ExitCode.Cancelled, Shell.RunIn(surroundings => surroundings with { IsWatched = true }, source.Token, "futures", Shell.SmallModel).Code);
    }

    private sealed class SlowRunner(int milliseconds) : IStudyRunner
    {
        public StudyResult Run(Study study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
        {
            progress?.Report(new StudyProgress(1, 4));
            Thread.Sleep(milliseconds);
            return new StudyRunner().Run(study, null, cancellation);
        }
    }
}
