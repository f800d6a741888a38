namespace Detente.Architecture.Tests.Rules;

/// <summary>A list of exceptions in a text file beside the tests: per line the exception, then, after two blanks, its reason.</summary>
internal static class Exceptions
{
    public static IReadOnlyDictionary<string, string> Read(string name) =>
        (from line in File.ReadAllLines(RepositoryRoot.Combine("tests", "Detente.Architecture.Tests", name))
         where line.Trim().Length > 0 && !line.StartsWith('#')
         select Parse(name, line)).ToDictionary(entry => entry.What, entry => entry.Why, StringComparer.Ordinal);

    public static (string What, string Why) Parse(string name, string line) =>
        line.Split("  ", 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } what, { Length: > 0 } why]
            ? (what, why)
            : throw new FormatException($"{name}: \"{line}\" gives no reason (two blanks, then the reason).");
}
