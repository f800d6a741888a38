using Detente.Cli.Syntax;
using Detente.Studies;
using Spectre.Console;

namespace Detente.Cli.Output;

/// <summary>Shows how far a study is and how long it will take, on standard error, when somebody watches.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs the work; shows nothing unless somebody watches.</summary>
    public static T Run<T>(Invocation invocation, Func<IProgress<StudyProgress>?, T> work) =>
        invocation.Surroundings.IsWatched ? RunWatched(invocation, work) : work(null);

    // Apart, so that the console library is loaded only when it is used.
    private static T RunWatched<T>(Invocation invocation, Func<IProgress<StudyProgress>?, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(invocation.Surroundings.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(invocation.Say("Running", "Rechnet"), maxValue: 1);
                task.IsIndeterminate = true;
                return work(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Total > 0)
            {
                task.IsIndeterminate = false;
                task.Value = (double)value.Done / value.Total;
            }
        }
    }
}
