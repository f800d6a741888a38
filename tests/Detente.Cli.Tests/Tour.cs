using System.Text;
using System.Text.RegularExpressions;
using Detente.Language;

namespace Detente.Cli.Tests;

/// <summary>A document as its reader follows it, from top to bottom, in a folder of its own.</summary>
/// <remarks>
/// A block marked <c>yaml</c> that begins with <c># FILE.yaml: new</c> (<c>neu</c>) is written, one that begins with
/// <c># FILE.yaml: append</c> (<c>anhängen</c>) is put at the file's end; after each the model must be readable. In a block marked
/// <c>console</c> a command stands after <c>$ </c>; the lines after it are its answer, and <c>...</c> stands for what is left out.
/// </remarks>
internal sealed partial class Tour(string document) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string path = RepositoryRoot.Combine(document.Split('/'));

    /// <summary>The document as it stands.</summary>
    public string Before { get; } = File.ReadAllText(RepositoryRoot.Combine(document.Split('/'))).ReplaceLineEndings("\n");

    /// <summary>The document with what the program says now, as many lines as are shown.</summary>
    public string After { get; private set; } = "";

    /// <summary>How many commands were run.</summary>
    public int Commands { get; private set; }

    /// <summary>How often the model was written or added to.</summary>
    public int Writings { get; private set; }

    /// <summary>A file that the tour wrote.</summary>
    public string Combine(string file) => folder.Combine(file);

    /// <summary>Writes and runs what the document tells to.</summary>
    public void Follow()
    {
        var after = new StringBuilder();
        var from = 0;
        foreach (var block in Blocks.Matches(Before).Cast<Match>())
        {
            var body = block.Groups["body"];
            after.Append(Before, from, body.Index - from);
            after.Append(block.Groups["kind"].Value == "console" ? Replay(body.Value) : WriteDown(body.Value));
            from = body.Index + body.Length;
        }

        After = after.Append(Before, from, Before.Length - from).ToString();
    }

    /// <summary>Puts what the program says now into the document.</summary>
    public void Renew() => File.WriteAllText(path, After);

    public void Dispose() => folder.Dispose();

    private string WriteDown(string body)
    {
        var mark = Marks.Match(body);
        if (mark.Success)
        {
            var file = folder.Combine(mark.Groups["file"].Value);
            var isNew = mark.Groups["how"].Value is "new" or "neu";
            Assert.NotEqual(isNew, File.Exists(file));
            File.AppendAllText(file, body);
            Writings++;
            Assert.DoesNotContain(ModelText.Read(file).Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }

        return body;
    }

    private string Replay(string body)
    {
        var replayed = new StringBuilder();
        var lines = body.Split('\n')[..^1];
        for (var i = 0; i < lines.Length; i++)
        {
            var command = lines[i];
            replayed.Append(command).Append('\n');
            Assert.StartsWith("$ ./", command, StringComparison.Ordinal);
            var shown = lines.Skip(i + 1).TakeWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal)).ToList();
            i += shown.Count;
            if (command.StartsWith("$ ./detente ", StringComparison.Ordinal))
            {
                foreach (var line in Shown(Answer(command["$ ./detente ".Length..]), shown))
                {
                    replayed.Append(line).Append('\n');
                }
            }
        }

        return replayed.ToString();
    }

    // A model that the tour is about to write has warnings on its way, and a claim may fail: both say so with the exit code 1; everything else must be fine.
    private string[] Answer(string command)
    {
        var words = command.Split(' ').Select(word => word.EndsWith(".html", StringComparison.Ordinal) || word.EndsWith(".svg", StringComparison.Ordinal) || File.Exists(folder.Combine(word)) ? folder.Combine(word) : word);
        var said = Shell.Run([.. words]);
        Commands++;
        var isFine = said.Code == ExitCode.Fine || (said.Code == ExitCode.Findings
            && ((Writings > 0 && command.StartsWith("check ", StringComparison.Ordinal)) || command.StartsWith("verify ", StringComparison.Ordinal)));
        Assert.True(isFine, command + " ended with " + said.Code + ": " + said.Error);
        return said.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n')[..^1];
    }

    // Without a cut all of it; else as many lines from the beginning and from the end as are shown now.
    private static IEnumerable<string> Shown(string[] answer, List<string> shown)
    {
        var cut = shown.IndexOf("...");
        return cut < 0 ? answer : answer.Take(cut).Append("...").Concat(answer.TakeLast(shown.Count - cut - 1));
    }

    [GeneratedRegex("```(?<kind>console|yaml)\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks { get; }

    [GeneratedRegex("^# (?<file>[a-z-]+\\.yaml): (?<how>new|append|neu|anhängen)\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks { get; }
}
