using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Detente.Architecture.Tests.Rules;

/// <summary>Rules over the text of files.</summary>
internal static partial class FileRules
{
    public const int LongestFile = 400;

    /// <summary>What a project of src may reference among its siblings. A project that is not listed has no reason to exist yet.</summary>
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["Detente"] = [],
        ["Detente.Reports"] = ["Detente"],
        ["Detente.Storage"] = ["Detente"],
        ["Detente.Cluster"] = ["Detente"],
        ["Detente.Cli"] = ["Detente", "Detente.Reports", "Detente.Storage", "Detente.Cluster"],
        ["Detente.Web"] = ["Detente", "Detente.Reports", "Detente.Storage", "Detente.Cluster"],
    };

    /// <summary>Words of the trade that the mathematics below it must not know.</summary>
    private static readonly string[] DomainWords =
        ["actor", "analyst", "cib", "claim", "escalation", "indicator", "influence", "rivalry", "scenario", "strategy", "study"];

    /// <summary>Registries and mirrors, in pieces so that this file does not name one.</summary>
    private static readonly string[] Hosts =
        [.. new[] { "api.nuget+.org", "nuget+.org/v3", "registry.npm+js.org", "npm+mirror.com", "deb.deb+ian.org", "pypi+.org", "pkgs.dev.az+ure.com", "crates+.io", "proxy.gol+ang.org" }
            .Select(host => host.Replace("+", "", StringComparison.Ordinal))];

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files, IReadOnlyDictionary<string, string> exceptions) =>
        from file in files
        where file.Lines.Count - 1 > LongestFile && !exceptions.ContainsKey(file.Path)
        select $"{file.Path} has {file.Lines.Count - 1} lines, {LongestFile} are allowed";

    public static IEnumerable<string> References(IEnumerable<SourceFile> projects) =>
        from file in projects
        let project = Path.GetFileNameWithoutExtension(file.Path)
        from violation in MayReference.TryGetValue(project, out var allowed)
            ? from element in XDocument.Parse(file.Text).Descendants("ProjectReference")
              let target = Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value.Replace('\\', '/'))
              where !allowed.Contains(target, StringComparer.Ordinal)
              select $"{project} references {target}"
            : [project + " is not in the list of projects"]
        select violation;

    /// <summary>Lock files that are missing beside a project, given all tracked paths.</summary>
    public static IEnumerable<string> Unlocked(IEnumerable<string> paths)
    {
        var all = paths.ToHashSet(StringComparer.Ordinal);
        return all.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(path => !all.Contains(path[..(path.LastIndexOf('/') + 1)] + "packages.lock.json"))
            .Order(StringComparer.Ordinal)
            .Select(path => path + " has no packages.lock.json beside it");
    }

    public static IEnumerable<string> PlacesOfOneMachine(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines.Index()
        from found in Hosts.Where(host => line.Item.Contains(host, StringComparison.OrdinalIgnoreCase))
            .Concat(MachinePath.Matches(line.Item).Select(match => match.Value))
        select $"{file.Path}:{line.Index + 1} names {found}";

    public static IEnumerable<string> DomainWordsIn(IEnumerable<SourceFile> files) => Words.Occurrences(files, DomainWords);

    [GeneratedRegex(@"(?<![\w.~$}*/-])/(work|root|home|Users)/[\w.-]+|\b[A-Za-z]:\\Users\\", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath { get; }
}
