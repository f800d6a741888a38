using System.Text;
using Detente.Cli.Syntax;

namespace Detente.Cli.Output;

/// <summary>Brings the answer of a command to where it was asked for.</summary>
internal static class Answer
{
    /// <summary>Writes to the file of --out, complete or not at all, else to standard output; lines end with a line feed on every system.</summary>
    public static void Write(Invocation invocation, Action<TextWriter> write)
    {
        // First to memory: a mistake on the way leaves no half answer.
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        invocation.Cancellation.ThrowIfCancellationRequested();
        var answer = Harmless(text.GetStringBuilder());
        if (invocation.OutFile is { } file)
        {
            AtomicFile.Write(file, writer => writer.Write(answer), invocation.Cancellation);
        }
        else
        {
            invocation.Surroundings.Output.Write(answer);
        }
    }

    // A title of somebody else's model may hold characters that steer a terminal or turn letters around.
    private static StringBuilder Harmless(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsControl(text[i]) && text[i] is not ('\n' or '\t')) || text[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                text[i] = '\uFFFD';
            }
        }

        return text;
    }
}
