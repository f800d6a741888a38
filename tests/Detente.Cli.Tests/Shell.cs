namespace Detente.Cli.Tests;

/// <summary>Runs the program in this process, with its streams caught.</summary>
internal static class Shell
{
    /// <summary>A small model with one element of each kind.</summary>
    public static string SmallModel { get; } = RepositoryRoot.Combine("tests", "Detente.Cli.Tests", "Models", "two-powers.yaml");

    /// <summary>The surroundings of an English reader who is at the root of the repository and watches nothing.</summary>
    public static Surroundings Quiet(TextWriter output, TextWriter error) => new(output, error)
    {
        Variable = name => name switch { "LANG" => "en_GB.UTF-8", "DETENTE_ROOT" => RepositoryRoot.Path, _ => null },
    };

    public static Said Run(params string[] words) => RunIn(surroundings => surroundings, words);

    public static Said RunIn(Func<Surroundings, Surroundings> change, params string[] words) => RunIn(change, CancellationToken.None, words);

    public static Said RunIn(Func<Surroundings, Surroundings> change, CancellationToken cancellation, params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = Application.Run(words, change(Quiet(output, error)), cancellation);
        return new(code, output.ToString(), error.ToString());
    }
}

/// <summary>What a run of the program said.</summary>
internal sealed record Said(int Code, string Output, string Error);

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("detente-test-").FullName;

    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file into it and gives its path.</summary>
    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(Combine(name), text);
        return Combine(name);
    }

    /// <summary>The names in it, in order.</summary>
    public IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(Path).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
