using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace Detente.Architecture.Tests.Rules;

/// <summary>Rules over a compiled assembly whose rooms are the namespaces directly below <c>root</c>.</summary>
internal static class LayerRules
{
    /// <summary>One use of one type by another, as the compiler left it.</summary>
    public sealed record Use(string FromType, string FromRoom, string ToType, string? ToRoom);

    public static IReadOnlyList<Use> Uses(System.Reflection.Assembly assembly, string root)
    {
        var architecture = new ArchLoader().LoadAssemblies(assembly).Build();
        return
        [
            .. from type in architecture.Types
               let room = Room(type.FullName, root)
               where room is not null
               from target in type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct(StringComparer.Ordinal)
               select new Use(type.FullName, room, target, Room(target, root)),
        ];
    }

    /// <summary>Types outside the listed rooms.</summary>
    public static IEnumerable<string> Homeless(System.Reflection.Assembly assembly, string root) =>
        from type in assembly.GetTypes()
        where !type.Name.StartsWith('<') && type.DeclaringType is null
        where type.Namespace is { } space && (space + ".").StartsWith(root + ".", StringComparison.Ordinal)
        let room = Room(type.FullName!, root)
        where !Layers.All.Contains(room, StringComparer.Ordinal)
        select type.FullName + " is in no room that Layers.cs lists";

    /// <summary>Uses that go up, or that are refused by name.</summary>
    public static IEnumerable<string> Upward(IEnumerable<Use> uses) =>
        from use in uses
        where use.ToRoom is not null && use.FromRoom != use.ToRoom
        let refusal = Layers.Refusal(use.FromRoom, use.ToRoom!)
        where refusal is not null
        select $"{use.FromType} uses {use.ToType}: {refusal}";

    /// <summary>Rooms that reach themselves through other rooms.</summary>
    public static IEnumerable<string> Cycles(IEnumerable<Use> uses)
    {
        var next = uses
            .Where(use => use.ToRoom is not null && use.FromRoom != use.ToRoom)
            .ToLookup(use => use.FromRoom, use => use.ToRoom!, StringComparer.Ordinal);
        foreach (var room in next.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(next[room]);
            while (open.TryPop(out var other))
            {
                if (reached.Add(other))
                {
                    foreach (var further in next[other])
                    {
                        open.Push(further);
                    }
                }
            }

            if (reached.Contains(room))
            {
                yield return room + " uses itself through other rooms";
            }
        }
    }

    /// <summary>Foreign types used outside the rooms they are reserved for.</summary>
    public static IEnumerable<string> Foreign(IEnumerable<Use> uses) =>
        from use in uses
        from rule in Layers.Reserved
        where use.ToType == rule.Foreign || use.ToType.StartsWith(rule.Foreign + ".", StringComparison.Ordinal)
        where !rule.Rooms.Contains(use.FromRoom, StringComparer.Ordinal)
        select $"{use.FromType} uses {use.ToType}: reserved for {string.Join(", ", rule.Rooms)}";

    /// <summary>Types called like a part of a namespace, which makes the name ambiguous wherever both are in sight.</summary>
    public static IEnumerable<string> NamesTwice(params System.Reflection.Assembly[] assemblies)
    {
        var types = assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace is not null && !type.Name.StartsWith('<') && type.Namespace.Split('.')[0] is "Detente" or "Planted")
            .ToList();
        var names = types.SelectMany(type => type.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);
        return types.Where(type => names.Contains(type.Name.Split('`')[0])).Select(type => type.FullName + " is called like a namespace");
    }

    private static string? Room(string type, string root) =>
        type.StartsWith(root + ".", StringComparison.Ordinal) && type[(root.Length + 1)..].Split('.') is { Length: > 1 } parts ? parts[0] : null;
}
