using System.CommandLine;
using System.CommandLine.Invocation;
using Detente.Studies;

namespace Detente.Cli;

/// <summary>The command line from its words to its exit code, without a process around it.</summary>
internal static class Application
{
    /// <summary>Runs the command that <paramref name="args"/> names; answers go to <paramref name="output"/>, everything else to <paramref name="error"/>.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        try
        {
            var parsed = Root().Parse(args);
            if (parsed.Errors.Count > 0)
            {
                foreach (var mistake in parsed.Errors)
                {
                    await error.WriteLineAsync("detente: " + mistake.Message);
                }

                await error.WriteLineAsync("Try: detente --help");
                return ExitCode.Usage;
            }

            var console = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(console, cancellation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // the last line of defence: whatever reaches it is a mistake of ours and must say so
        catch (Exception bug)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync("detente: internal error, please report it: " + bug);
            return ExitCode.Bug;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("A workbench for analysts of a strategic rivalry.");
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        root.SetAction(parsed =>
        {
            var console = parsed.InvocationConfiguration;
            root.Parse("--help").Invoke(new InvocationConfiguration { Output = console.Error, Error = console.Error });
            return ExitCode.Usage;
        });
        return root;
    }

    private sealed class VersionAction : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(EngineVersion.Number);
            return ExitCode.Fine;
        }
    }
}
