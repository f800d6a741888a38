using Detente.Cli.Syntax;
using Detente.Studies;
using Spectre.Console;

namespace Detente.Cli.Output;

/// <summary>Shows how far a study is and how long it will take, on standard error, when somebody watches and it takes longer than a second.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the work; shows nothing unless somebody watches.</summary>
    public static T Run<T>(Invocation invocation, Func<IProgress<StudyProgress>?, T> work) =>
        invocation.Surroundings.IsWatched ? RunWatched(invocation, work) : work(null);

    // Apart, so that the console library is loaded only when it is used.
    private static T RunWatched<T>(Invocation invocation, Func<IProgress<StudyProgress>?, T> work)
    {
        var latest = new Latest();
        var running = Task.Run(() => work(latest));
        if (!IsDone(running, Patience))
        {
            Show(invocation, latest, running);
        }

        return running.GetAwaiter().GetResult();
    }

    private static void Show(Invocation invocation, Latest latest, Task running)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(invocation.Surroundings.Error) });
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(invocation.Say("Running", "Rechnet"), maxValue: 1);
                do
                {
                    var progress = latest.Value;
                    task.IsIndeterminate = progress.Total == 0;
                    task.Value = progress.Total == 0 ? 0 : (double)progress.Done / progress.Total;
                }
                while (!IsDone(running, Beat));
            });
    }

    // A failure is thrown where the result is taken, not here.
    private static bool IsDone(Task running, TimeSpan within) => Task.WaitAny([running], within) == 0;

    /// <summary>Keeps what was told last: studies tell more often than anybody could read.</summary>
    private sealed class Latest : IProgress<StudyProgress>
    {
        private readonly Lock gate = new();
        private StudyProgress value;

        public StudyProgress Value
        {
            get
            {
                lock (gate)
                {
                    return value;
                }
            }
        }

        public void Report(StudyProgress value)
        {
            lock (gate)
            {
                this.value = value;
            }
        }
    }
}
