using Detente.Models;

namespace Detente.Cli.Syntax;

/// <summary>An option of the command line.</summary>
/// <param name="name">Its name with the hyphens.</param>
/// <param name="help">What it does, in a line or two.</param>
internal sealed class OptionSyntax(string name, LocalizedText help)
{
    /// <summary>Its name with the hyphens.</summary>
    public string Name { get; } = name;

    /// <summary>What it does.</summary>
    public LocalizedText Help { get; } = help;

    /// <summary>What stands for its value in the help; null: it takes none.</summary>
    public LocalizedText? Value { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool Repeats { get; init; }

    /// <summary>Says what is wrong with a value, null when nothing is.</summary>
    public Func<string, LocalizedText?> Complaint { get; init; } = static _ => null;
}
