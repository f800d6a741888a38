using System.Diagnostics;

namespace Detente.Architecture.Tests.Rules;

/// <summary>One text file of the repository: its path from the root, with /, and what stands in it.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public IReadOnlyList<string> Lines => Text.Split('\n');

    /// <summary>What git tracks or would track: everything that is not ignored. Files that are not text are left out.</summary>
    public static IReadOnlyList<SourceFile> OfRepository()
    {
        var listing = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(listing)!;
        var paths = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.SkipUnless(git.ExitCode == 0, "This is no git checkout, so nobody knows which files are tracked.");
        return
        [
            .. from path in paths.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)
               let full = RepositoryRoot.Combine(path)
               where File.Exists(full)
               let text = File.ReadAllText(full)
               where !text.Contains('\0', StringComparison.Ordinal)
               select new SourceFile(path, text),
        ];
    }

    /// <summary>The files below a folder of the repository with that ending; none when the folder does not exist.</summary>
    public static IReadOnlyList<SourceFile> Below(string folder, params string[] endings)
    {
        var full = RepositoryRoot.Combine(folder);
        return !Directory.Exists(full)
            ? []
            :
            [
                .. from path in Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                   where endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
                   let name = System.IO.Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/')
                   where !name.Contains("/bin/", StringComparison.Ordinal) && !name.Contains("/obj/", StringComparison.Ordinal)
                   select new SourceFile(name, File.ReadAllText(path)),
            ];
    }
}
