using Detente.Studies;

namespace Detente.Cli.Tests;

public sealed class ApplicationTests
{
    [Fact]
    public void Version_is_the_version_of_the_engine()
    {
        var said = Shell.Run("--version");
        Assert.Equal(new Said(ExitCode.Fine, EngineVersion.Number + "\n", ""), said);
    }

    [Fact]
    public void No_command_is_refused_with_the_help_on_standard_error()
    {
        var said = Shell.Run();
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("Usage: detente COMMAND", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_of_ours_ends_with_70_asks_for_a_report_and_hides_its_trace()
    {
        var said = Shell.RunIn(around => around with { Runner = new Broken(new InvalidOperationException("gone wrong")) }, "futures", Shell.SmallModel);
        Assert.Equal((ExitCode.Bug, ""), (said.Code, said.Output));
        Assert.Contains("please report it: InvalidOperationException: gone wrong", said.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trace_of_a_mistake_of_ours_is_shown_when_asked_for()
    {
        var said = Shell.RunIn(
            around => around with
            {
                Runner = new Broken(new InvalidOperationException("gone wrong")),
                Variable = name => name == "DETENTE_DEBUG" ? "1" : around.Variable(name),
            },
            "futures",
            Shell.SmallModel);
        Assert.Contains("   at ", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenarios")]
    [InlineData("futures")]
    [InlineData("coverage")]
    [InlineData("verify")]
    public void A_cancelled_run_ends_with_130_and_leaves_no_file(string command)
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var said = Shell.RunIn(
            around => around with { Runner = new Stopping(around.Runner, stop) }, stop.Token, command, Shell.SmallModel, "--out", folder.Combine("answer.txt"));
        Assert.Equal((ExitCode.Cancelled, ""), (said.Code, said.Output));
        Assert.Equal("detente: cancelled; nothing was written\n", said.Error);
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void A_cancelled_brief_leaves_the_earlier_one_as_it_was()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var file = folder.File("brief.html", "earlier");
        var said = Shell.RunIn(around => around with { Runner = new Stopping(around.Runner, stop) }, stop.Token, "brief", Shell.SmallModel, "--draws", "2", "--paths", "4", "--out", file);
        Assert.Equal(ExitCode.Cancelled, said.Code);
        Assert.Equal(["brief.html"], folder.Names());
        Assert.Equal("earlier", File.ReadAllText(file));
    }

    [Fact]
    public void Without_an_error_stream_the_exit_code_says_it_alone()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        using var output = new StringWriter();
        var full = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)) { AutoFlush = true };
        Assert.Equal(ExitCode.Usage, Application.Run(["check", "no-such-model"], Shell.Quiet(output, full), CancellationToken.None));
        Assert.Equal(ExitCode.Usage, Application.Run(["nonsense"], Shell.Quiet(output, full), CancellationToken.None));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--format", "json")]
    [InlineData("coverage")]
    [InlineData("scenarios")]
    [InlineData("futures", "--draws", "1", "--paths", "2")]
    [InlineData("verify", "--draws", "1", "--paths", "2")]
    [InlineData("brief", "--draws", "1", "--paths", "2")]
    public void An_answer_never_takes_the_place_of_its_model(string command, params string[] options)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("m"));
        var text = File.ReadAllText(Shell.SmallModel);
        var file = folder.File("m/model.yaml", text);
        Directory.CreateSymbolicLink(folder.Combine("link"), folder.Combine("m"));
        foreach (var target in new[] { file, folder.Combine("link/../link/model.yaml") })
        {
            var said = Shell.Run([command, folder.Combine("m"), .. options, "--out", target, "--lang", "de"]);
            Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
            Assert.Contains("die Datei gehört zum Modell selbst", said.Error, StringComparison.Ordinal);
            Assert.Equal(text, File.ReadAllText(file));
        }
    }

    [Fact]
    public void The_report_on_an_unreadable_model_does_not_take_its_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("m.yaml", "detente: \u0001");
        Assert.Equal(ExitCode.Usage, Shell.Run("check", file, "--out", file).Code);
        Assert.Equal("detente: \u0001", File.ReadAllText(file));
    }

    [Fact]
    public void An_answer_that_cannot_be_written_to_standard_output_is_a_fault_of_files()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        using var full = new StreamWriter(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0)) { AutoFlush = false };
        using var error = new StringWriter { NewLine = "\n" };
        var code = Application.Run(["models"], Shell.Quiet(full, error), CancellationToken.None);
        Assert.Equal((ExitCode.Usage, "detente: the answer cannot be written: no space is left\n"), (code, error.ToString()));
    }

    private sealed class Broken(Exception mistake) : IStudyRunner
    {
        public StudyResult Run(Study study, IProgress<StudyProgress>? progress, CancellationToken cancellation) => throw mistake;
    }

    /// <summary>Runs the study, and is cancelled the moment it is done.</summary>
    private sealed class Stopping(IStudyRunner runner, CancellationTokenSource stop) : IStudyRunner
    {
        public StudyResult Run(Study study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
        {
            var result = runner.Run(study, progress, CancellationToken.None);
            stop.Cancel();
            return result;
        }
    }
}
