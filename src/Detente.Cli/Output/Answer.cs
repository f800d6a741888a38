using Detente.Cli.Syntax;

namespace Detente.Cli.Output;

/// <summary>Brings the answer of a command to where it was asked for.</summary>
internal static class Answer
{
    /// <summary>Writes to the file of --out, complete or not at all, else to standard output; lines end with a line feed on every system.</summary>
    public static void Write(Invocation invocation, Action<TextWriter> write)
    {
        if (invocation.OutFile is { } file)
        {
            AtomicFile.Write(file, write, invocation.Cancellation);
            return;
        }

        // First to memory: a mistake on the way leaves no half answer.
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        invocation.Cancellation.ThrowIfCancellationRequested();
        invocation.Surroundings.Output.Write(text.GetStringBuilder());
    }
}
