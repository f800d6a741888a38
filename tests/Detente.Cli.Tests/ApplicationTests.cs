using Detente.Studies;

namespace Detente.Cli.Tests;

public sealed class ApplicationTests
{
    [Fact]
    public async Task Version_is_the_version_of_the_engine()
    {
        var (code, output, error) = await RunAsync("--version");
        Assert.Equal((ExitCode.Fine, EngineVersion.Number, ""), (code, output.Trim(), error));
    }

    [Fact]
    public async Task An_unknown_command_is_refused()
    {
        var (code, output, error) = await RunAsync("prophesy");
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains("prophesy", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_command_is_refused_with_the_help_on_standard_error()
    {
        var (code, output, error) = await RunAsync();
        Assert.Equal((ExitCode.Usage, ""), (code, output));
        Assert.Contains("--version", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Application.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
