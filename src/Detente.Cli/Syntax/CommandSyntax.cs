using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cli.Syntax;

/// <summary>A command of the command line.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it does, in a line.</param>
/// <param name="Run">Does it; gives the exit code.</param>
internal sealed record CommandSyntax(string Name, LocalizedText Summary, Func<Invocation, int> Run)
{
    /// <summary>What it works on, or null when it takes nothing.</summary>
    public OperandSyntax? Operand { get; init; }

    /// <summary>Its own options, besides those of every command.</summary>
    public ImmutableArray<OptionSyntax> Options { get; init; } = [];

    /// <summary>The forms its answer can have: the values of --format.</summary>
    public ImmutableArray<string> Formats { get; init; } = AnswerFormat.OfEveryCommand;

    /// <summary>Options that cannot stand together, in pairs.</summary>
    public ImmutableArray<(OptionSyntax One, OptionSyntax Other)> Exclusive { get; init; } = [];

    /// <summary>An example for the help, without the program's name.</summary>
    public required string Example { get; init; }
}

/// <summary>What a command works on.</summary>
/// <param name="Name">What stands for it in the help.</param>
/// <param name="Help">What it may be.</param>
internal sealed record OperandSyntax(LocalizedText Name, LocalizedText Help);
