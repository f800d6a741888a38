using Detente.Language.Expressions;
using Detente.Cli.Syntax;
using Detente.Language;

namespace Detente.Cli.Input;

/// <summary>Finds what MODEL on the command line means: a file, also one of another program, a folder, or the name of a worked model.</summary>
/// <param name="Variable">Reads the environment; DETENTE_ROOT names the folder that holds models/.</param>
internal sealed record ModelFinder(Func<string, string?> Variable)
{
    private const string Extension = ".yaml";

    /// <summary>The worked models with the names they can be called by, in alphabetical order.</summary>
    public IEnumerable<(string Name, string Path)> WorkedModels()
    {
        if (Folder() is not { } folder)
        {
            return [];
        }

        var files = Directory.EnumerateFiles(folder, "*" + Extension).Select(path => (Name: Path.GetFileNameWithoutExtension(path), path));
        var folders = Directory.EnumerateDirectories(folder)
            .Where(path => File.Exists(Path.Combine(path, "model" + Extension)))
            .Select(path => (Name: Path.GetFileName(path), path));
        return files.Concat(folders).OrderBy(model => model.Name, StringComparer.Ordinal);
    }

    /// <summary>The path of the file or folder that is meant.</summary>
    /// <exception cref="Refusal">There is nothing of that name.</exception>
    public string Find(string written)
    {
        if (Path.Exists(written))
        {
            return written;
        }

        var worked = WorkedModels().ToList();
        if (worked.Find(model => model.Name == written) is { Path: { } path })
        {
            return path;
        }

        if (written.AsSpan().ContainsAny('/', '\\') || written.EndsWith(Extension, StringComparison.Ordinal) || ModelText.IsMatrixFile(written))
        {
            throw new Refusal(new($"there is no file or folder {written}", $"Datei oder Ordner {written} gibt es nicht"));
        }

        var hint = Suggestion.For(written, worked.Select(model => model.Name));
        throw new Refusal(new(
            $"there is no file, folder or worked model \"{written}\"" + (hint is null ? "; detente models lists the worked models" : $"; did you mean {hint}?"),
            $"es gibt weder Datei noch Ordner noch Beispielmodell „{written}“" + (hint is null ? "; detente models nennt die Beispielmodelle" : $"; ist {hint} gemeint?")));
    }

    // What the launcher says; else beside the program or above it, as long as that is this product's folder.
    private string? Folder()
    {
        if (Variable("DETENTE_ROOT") is { Length: > 0 } root)
        {
            var named = Path.Combine(root, "models");
            return Directory.Exists(named) ? named : null;
        }

        for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            var models = Path.Combine(place.FullName, "models");
            if (Directory.Exists(models))
            {
                return models;
            }

            if (File.Exists(Path.Combine(place.FullName, "Detente.slnx")))
            {
                return null;
            }
        }

        return null;
    }
}
