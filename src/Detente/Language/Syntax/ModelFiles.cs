using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Syntax;

/// <summary>The files of one model, read and parsed: the main one first, then the parts it includes.</summary>
internal sealed class ModelFiles
{
    /// <summary>The name of a folder's main file.</summary>
    public const string MainFile = "model.yaml";

    private const int MostParts = 1000;

    private readonly DiagnosticBag _bag;
    private readonly CancellationToken _cancellation;

    private ModelFiles(DiagnosticBag bag, CancellationToken cancellation) => (_bag, _cancellation) = (bag, cancellation);

    /// <summary>Every file whose text could be read, in the order of reading.</summary>
    public List<SourceText> Sources { get; } = [];

    /// <summary>The syntax of every file that has one.</summary>
    public List<MapNode> Roots { get; } = [];

    /// <summary>Whether something could not be read, so that names may be missing.</summary>
    public bool AreBroken { get; private set; }

    /// <summary>Reads a file, or a folder's main file and its parts.</summary>
    public static ModelFiles Open(string path, DiagnosticBag bag, CancellationToken cancellation)
    {
        var files = new ModelFiles(bag, cancellation);
        var name = path;
        if (Directory.Exists(path))
        {
            name = Path.Combine(path, MainFile);
            if (!File.Exists(name))
            {
                bag.Add("DT1003", TextSpan.Whole(path), new LocalizedText(
                    "The folder has no file `model.yaml`.",
                    "Der Ordner enthält keine Datei `model.yaml`."));
                return files;
            }
        }
        else if (!File.Exists(path))
        {
            bag.Add("DT1001", TextSpan.Whole(path), new LocalizedText(
                "There is no file or folder of this name.",
                "Eine Datei oder einen Ordner dieses Namens gibt es nicht."));
            return files;
        }

        if (TextFile.Read(name, name, bag, cancellation) is { } main && files.Add(main) is { } root)
        {
            files.Include(root, name);
        }

        return files;
    }

    /// <summary>One text in memory.</summary>
    public static ModelFiles Of(string text, string name, DiagnosticBag bag) => Of(TextFile.Of(text, name, bag), bag);

    /// <summary>The bytes of one file in memory.</summary>
    public static ModelFiles Of(ReadOnlySpan<byte> bytes, string name, DiagnosticBag bag) =>
        Of(bytes.Length > TextFile.Largest ? TextFile.TooLarge(name, bag) : TextFile.Decode(bytes, name, bag), bag);

    private static ModelFiles Of(SourceText? source, DiagnosticBag bag)
    {
        var files = new ModelFiles(bag, CancellationToken.None);
        if (source is not null && files.Add(source) is { } root)
        {
            files.RefuseIncludes(root);
        }

        return files;
    }

    private MapNode Add(SourceText source)
    {
        Sources.Add(source);
        var (root, isBroken) = YamlReader.Read(source, _bag, _cancellation);
        Roots.Add(root);
        AreBroken |= isBroken;
        return root;
    }

    private void Include(MapNode root, string main)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(main))!;
        var taken = new HashSet<string>(StringComparer.Ordinal) { Path.GetFullPath(main) };
        foreach (var item in Includes(root).Take(MostParts))
        {
            if (item is not ScalarNode { IsAbsent: false } name)
            {
                _bag.Add("DT2003", item.Span, new LocalizedText("The name of a file is expected here.", "Hier wird der Name einer Datei erwartet."));
                AreBroken = true;
                continue;
            }

            if (Resolve(name, folder, taken) is { } path && TextFile.Read(path, Path.Combine(Path.GetDirectoryName(main) ?? "", name.Text), _bag, _cancellation) is { } source)
            {
                RefuseIncludes(Add(source));
            }
            else
            {
                AreBroken = true;
            }
        }
    }

    /// <summary>The full path of a part, or null with a message when it must not be or cannot be read.</summary>
    private string? Resolve(ScalarNode name, string folder, HashSet<string> taken)
    {
        var text = name.Text;
        var isInside = !Path.IsPathRooted(text) && !text.Contains('\\', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal) && !text.Contains('\0', StringComparison.Ordinal);
        var path = isInside ? Path.GetFullPath(Path.Combine(folder, text)) : "";
        if (!isInside || !IsBelow(path, folder))
        {
            _bag.Add("DT1016", name.Span, new LocalizedText(
                "Parts lie in the folder of `model.yaml` or below it and are named from there, with `/`.",
                "Teile liegen im Ordner der `model.yaml` oder darunter und werden von dort aus benannt, mit `/`."));
            return null;
        }

        if (!File.Exists(path))
        {
            _bag.Add("DT1015", name.Span, new LocalizedText($"There is no file `{text}` beside `model.yaml`.", $"Eine Datei `{text}` gibt es neben `model.yaml` nicht."));
            return null;
        }

        if (new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target && !IsBelow(target.FullName, folder))
        {
            _bag.Add("DT1016", name.Span, new LocalizedText(
                "This part is a link to a file outside the folder.",
                "Dieser Teil ist ein Verweis auf eine Datei außerhalb des Ordners."));
            return null;
        }

        if (!taken.Add(path))
        {
            _bag.Add("DT1017", name.Span, new LocalizedText($"`{text}` is part of the model already.", $"`{text}` gehört schon zum Modell."));
            return null;
        }

        return path;
    }

    private void RefuseIncludes(MapNode root)
    {
        foreach (var entry in root.Entries.Where(entry => entry.Key.Text == "include"))
        {
            AreBroken = true;
            _bag.Add("DT1018", entry.Key.Span, new LocalizedText(
                "Only the `model.yaml` of a folder includes parts.",
                "Nur die `model.yaml` eines Ordners bindet Teile ein."));
        }
    }

    private static IEnumerable<SyntaxNode> Includes(MapNode root) =>
        root.Entries.FirstOrDefault(entry => entry.Key.Text == "include")?.Value switch
        {
            ListNode list => list.Items,
            ScalarNode { IsAbsent: true } or null => [],
            { } other => [other],
        };

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
