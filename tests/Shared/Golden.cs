using System.Reflection;

namespace Detente.Testing;

/// <summary>
/// Compares a text with the golden file of that name under Goldens/ of the running test project.
/// DETENTE_UPDATE_GOLDENS=1 writes the file instead; read the difference before you commit it.
/// </summary>
internal static class Golden
{
    public static string Folder { get; } = RepositoryRoot.Combine("tests", Assembly.GetExecutingAssembly().GetName().Name!, "Goldens");

    public static bool IsUpdating => Environment.GetEnvironmentVariable("DETENTE_UPDATE_GOLDENS") is "1";

    /// <summary>Fails with the first line that differs. Line ends are compared as \n.</summary>
    /// <param name="name">The file below Goldens/, with / between folders, such as <c>bad/duplicate-key.txt</c>.</param>
    /// <param name="actual">What the program says now.</param>
    public static void Match(string name, string actual)
    {
        var path = Path.Combine(Folder, Path.Combine(name.Split('/')));
        actual = actual.ReplaceLineEndings("\n");
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        if (!File.Exists(path))
        {
            Assert.Fail($"The golden file {name} does not exist. DETENTE_UPDATE_GOLDENS=1 writes it:\n{actual}");
        }

        if (Difference(File.ReadAllText(path).ReplaceLineEndings("\n"), actual) is { } difference)
        {
            Assert.Fail($"{name}, {difference}\nDETENTE_UPDATE_GOLDENS=1 accepts the new text.");
        }
    }

    /// <summary>The first line in which two texts differ, in words; null when they are equal.</summary>
    public static string? Difference(string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line])
        {
            line++;
        }

        return $"line {line + 1}:\n  expected: {At(before, line)}\n  actual:   {At(after, line)}";

        static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(the text ends here)";
    }
}
