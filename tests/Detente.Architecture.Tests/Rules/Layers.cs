namespace Detente.Architecture.Tests.Rules;

/// <summary>The rooms of src/Detente and who may know whom. The one list to change when a room is added.</summary>
internal static class Layers
{
    /// <summary>Top to bottom. A room may use every lower floor; rooms of one floor may use each other as long as no cycle arises.</summary>
    private static readonly string[][] Floors =
    [
        ["Studies"],
        ["Decisions", "Evidence", "Claims"],
        ["Cib", "Simulation", "Structure"],
        ["Discovery"],
        ["Compiled"],
        ["Language"],
        ["Models"],
        ["Numerics"],
    ];

    /// <summary>What the floors alone would allow and is refused nevertheless.</summary>
    private static readonly (string From, string To, string Why)[] Refused =
    [
        ("Models", "Numerics", "Models knows nothing else"),
        ("Compiled", "Language", "text is finished before a model is compiled"),
        ("Cib", "Language", "engines see compiled models, not text"),
        ("Simulation", "Language", "engines see compiled models, not text"),
        ("Structure", "Language", "engines see compiled models, not text"),
        ("Cib", "Discovery", "engines know nothing of what is made of their results"),
        ("Simulation", "Discovery", "engines know nothing of what is made of their results"),
        ("Structure", "Discovery", "engines know nothing of what is made of their results"),
    ];

    /// <summary>Foreign names (a namespace or a type) that only the listed rooms may use.</summary>
    public static readonly (string Foreign, string[] Rooms)[] Reserved =
    [
        ("YamlDotNet", ["Language"]),
        ("System.IO.File", ["Language"]),
        ("System.IO.FileInfo", ["Language"]),
        ("System.IO.FileStream", ["Language"]),
        ("System.IO.Directory", ["Language"]),
        ("System.IO.DirectoryInfo", ["Language"]),
        ("System.IO.StreamReader", ["Language"]),
    ];

    public static IEnumerable<string> All => Floors.SelectMany(rooms => rooms);

    /// <summary>Why <paramref name="from"/> must not use <paramref name="to"/>; null when it may.</summary>
    public static string? Refusal(string from, string to)
    {
        if (Floor(to) < Floor(from))
        {
            return "it lies above";
        }

        return Refused.FirstOrDefault(rule => rule.From == from && rule.To == to).Why;
    }

    private static int Floor(string room) => Array.FindIndex(Floors, rooms => rooms.Contains(room, StringComparer.Ordinal));
}
