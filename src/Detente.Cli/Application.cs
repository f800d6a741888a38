using System.Collections.Immutable;
using Detente.Cli.Commands;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli;

/// <summary>The command line from its words to its exit code, without a process around it.</summary>
internal static class Application
{
    /// <summary>All commands, in the order of the help.</summary>
    public static ImmutableArray<CommandSyntax> Commands { get; } =
    [
        CheckCommand.Syntax,
        ExplainCommand.Syntax,
        FormatCommand.Syntax,
        CoverageCommand.Syntax,
        ScenariosCommand.Syntax,
        FuturesCommand.Syntax,
        EscalationCommand.Syntax,
        WhyCommand.Syntax,
        VerifyCommand.Syntax,
        BriefCommand.Syntax,
        ModelsCommand.Syntax,
    ];

    /// <summary>Runs the command that <paramref name="args"/> names; its answer goes to the output, everything else to the error stream.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Surroundings surroundings, CancellationToken cancellation = default)
    {
        var language = CommandLine.LanguageOf(args, surroundings.Variable);
        try
        {
            var code = Run(args, surroundings, language, cancellation);
            surroundings.Output.Flush();
            return code;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Complain(surroundings, language, new("cancelled; nothing was written", "abgebrochen; nichts wurde geschrieben"));
            return ExitCode.Cancelled;
        }
        catch (Refusal refusal)
        {
            Complain(surroundings, language, refusal.Text);
            return ExitCode.Usage;
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            var reason = FileFailure.Describe(failure);
            Complain(surroundings, language, new($"the answer cannot be written: {reason.En}", $"die Antwort kann nicht geschrieben werden: {reason.De}"));
            return ExitCode.Usage;
        }
#pragma warning disable CA1031 // the last line of defence: whatever reaches it is a mistake of ours and must say so
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Complain(surroundings, language, new(
                $"this is a mistake of the program, please report it: {bug.GetType().Name}: {bug.Message}",
                $"das ist ein Fehler des Programms, bitte melden: {bug.GetType().Name}: {bug.Message}"));
            if (!string.IsNullOrEmpty(surroundings.Variable("DETENTE_DEBUG")))
            {
                surroundings.Error.WriteLine(bug);
            }

            return ExitCode.Bug;
        }
    }

    private static int Run(IReadOnlyList<string> args, Surroundings surroundings, ReaderLanguage language, CancellationToken cancellation)
    {
        var read = new CommandLine(Commands).Read(args);
        if (read.Mistakes.Length > 0)
        {
            foreach (var mistake in read.Mistakes)
            {
                Complain(surroundings, language, mistake);
            }

            var help = read.Command is null ? "detente --help" : $"detente {read.Command.Name} --help";
            surroundings.Error.WriteLine(language == ReaderLanguage.German ? "Hilfe: " + help : "Help: " + help);
            return ExitCode.Usage;
        }

        if (read.Given.ContainsKey(SharedOptions.Version))
        {
            surroundings.Output.WriteLine(EngineVersion.Number);
            return ExitCode.Fine;
        }

        var asked = read.Given.ContainsKey(SharedOptions.Help);
        if (read.Command is not { } command)
        {
            HelpText.Write(asked ? surroundings.Output : surroundings.Error, Commands, language);
            return asked ? ExitCode.Fine : ExitCode.Usage;
        }

        if (asked)
        {
            HelpText.Write(surroundings.Output, command, language);
            return ExitCode.Fine;
        }

        cancellation.ThrowIfCancellationRequested();
        return command.Run(new Invocation(command, surroundings, language)
        {
            Operand = read.Operand,
            Given = read.Given,
            Cancellation = cancellation,
        });
    }

    // The last word to a reader: when even that cannot be written, the exit code alone must say it.
    private static void Complain(Surroundings surroundings, ReaderLanguage language, LocalizedText text)
    {
        try
        {
            surroundings.Error.WriteLine("detente: " + text.In(language));
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            return;
        }
    }
}
