using Detente.Models;

namespace Detente.Cli;

/// <summary>The command cannot be done as asked: the words, the input or a file are at fault. Ends in <see cref="ExitCode.Usage"/>.</summary>
internal sealed class Refusal(LocalizedText message) : Exception(message.En)
{
    /// <summary>What is wrong, in one sentence or a few lines.</summary>
    public LocalizedText Text { get; } = message;
}
