using System.Collections.Immutable;
using Detente.Language;
using Detente.Language.Exchange;
using Detente.Models;
using Detente.Studies;

namespace Detente.Tests.Language;

/// <summary>The bad models of Goldens/diagnostics: files, folders, and those that are better made than kept.</summary>
internal static class BadModels
{
    /// <summary>Names of the goldens, each beginning with the code it is about.</summary>
    public static IEnumerable<string> Names => Kept.Concat(["DT1001", "DT1002", "DT1004", "DT1005", "DT1019", "DT1090"]).Order(StringComparer.Ordinal);

    private static string Folder { get; } = Path.Combine(Golden.Folder, "diagnostics");

    private static IEnumerable<string> Kept =>
        Directory.EnumerateFiles(Folder).Where(path => Endings.Contains(Path.GetExtension(path), StringComparer.Ordinal))
            .Concat(Directory.EnumerateDirectories(Folder)).Select(path => Path.GetFileNameWithoutExtension(path)!);

    private static readonly string[] Endings = [".yaml", ".scw", ".csv", ".sl"];

    /// <summary>Reads the bad model of a name; files are named as seen from its folder.</summary>
    public static ModelReading Read(string name)
    {
        using var scratch = new ScratchFolder();
        switch (name)
        {
            case "DT1001":
                return Relative(ModelText.Read(scratch.PathOf("missing.yaml")), scratch.Path);
            case "DT1002":
                Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a file that exists and that nobody can read.");
                return Relative(ModelText.Read("/proc/self/mem"), "/proc/self");
            case "DT1004":
                scratch.WriteEmpty("model.yaml", 100L * 1024 * 1024);
                return Relative(ModelText.Read(scratch.PathOf("model.yaml")), scratch.Path);
            case "DT1005":
                scratch.Write("model.yaml", [.. "id: caf"u8, 0xE9, .. "\n"u8]);
                return Relative(ModelText.Read(scratch.PathOf("model.yaml")), scratch.Path);
            case "DT1090":
                var text = $"? \"{new string('k', 2000)}\"\n: value\n";
                return new ModelReading(null, ModelText.Format(text).Diagnostics, ImmutableDictionary<string, string>.Empty.Add("model.yaml", text));
            case "DT1019":
                return LastOnly(ModelText.Parse("detente: 1\nid: many\n" + string.Concat(Enumerable.Range(0, 1200).Select(i => $"unknown-{i}: 1\n"))));
            default:
                var path = Path.Combine(Folder, name);
                path += Directory.Exists(path) ? "" : Endings.First(ending => File.Exists(path + ending));
                return Relative(path.EndsWith(".sl", StringComparison.Ordinal) ? Solutions(path) : name.StartsWith("DT51", StringComparison.Ordinal) ? Exported(path) : ModelText.Read(path), Folder);
        }
    }

    /// <summary>A solution file, as if it were a model.</summary>
    private static ModelReading Solutions(string path)
    {
        var reading = SolutionFile.Read(File.ReadAllBytes(path), path);
        var model = new Model { Id = "solutions", Title = LocalizedText.Same("") };
        return new ModelReading(reading.Solutions is null ? null : model, reading.Diagnostics, ImmutableDictionary<string, string>.Empty.Add(path, File.ReadAllText(path)));
    }

    /// <summary>What writing a sound model as a file of another program finds: as a table where that alone has something to say.</summary>
    private static ModelReading Exported(string path)
    {
        var reading = ModelText.Read(path);
        var file = path.Contains("DT5105", StringComparison.Ordinal)
            ? ModelExport.MatrixTable(reading.Model!, ReaderLanguage.German)
            : ModelExport.ScenarioWizard(reading.Model!, ReaderLanguage.German);
        return reading with { Model = file.Content is null ? null : reading.Model, Diagnostics = [.. file.Diagnostics.Select(reading.Placed)] };
    }

    /// <summary>The same reading with files named as seen from a folder, so that goldens hold no place of one machine.</summary>
    public static ModelReading Relative(ModelReading reading, string folder)
    {
        return new ModelReading(
            reading.Model,
            [.. reading.Diagnostics.Select(diagnostic => diagnostic with
            {
                Span = Short(diagnostic.Span),
                Related = [.. diagnostic.Related.Select(related => related with { Span = Short(related.Span) })],
            })],
            reading.Texts.ToDictionary(text => Name(text.Key), text => text.Value).ToImmutableDictionary());

        TextSpan Short(TextSpan span) => span with { File = Name(span.File) };

        string Name(string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');
    }

    private static ModelReading LastOnly(ModelReading reading) => reading with { Diagnostics = [reading.Diagnostics[^1]] };
}
