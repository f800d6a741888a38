namespace Detente.Language.Writing;

/// <summary>The order in which a file's sections are written.</summary>
internal static class SectionOrder
{
    private static readonly string[] Sections =
    [
        "detente", "id", "include", "title", "question", "mode", "cutoff", "encoded", "horizon", "preference", "decisiveness",
        "sources", "items", "issues", "actors", "groups", "factors", "influences", "tendencies", "barred", "severity", "events", "history",
        "measures", "strategies", "baseline", "constraints", "scenarios", "objective", "indicators", "questions", "evidence", "watched",
        "experts", "claims", "notes", "accepted",
    ];

    /// <summary>The place of a section; what is no section comes last.</summary>
    public static int Of(string section) => Array.IndexOf(Sections, section) is >= 0 and var place ? place : Sections.Length;
}
