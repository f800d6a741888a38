using Detente.Studies;

namespace Detente.Cli;

/// <summary>What lies around one run of the program, so that tests can put something else there.</summary>
/// <param name="Output">Where answers go.</param>
/// <param name="Error">Where everything else goes.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error)
{
    /// <summary>Reads a variable of the environment; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = static _ => null;

    /// <summary>Runs the studies.</summary>
    public IStudyRunner Runner { get; init; } = new StudyRunner();

    /// <summary>Whether somebody watches standard error, so that progress is worth showing.</summary>
    public bool IsWatched { get; init; }
}
