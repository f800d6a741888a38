namespace Detente.Reports.Tests.Linting;

/// <summary>What a rule is about.</summary>
internal enum LintRule
{
    /// <summary>The text is not well-formed.</summary>
    Form,

    /// <summary>A word that plausibility mode does not allow.</summary>
    ForbiddenWord,

    /// <summary>A percentage in plausibility mode.</summary>
    Percentage,

    /// <summary>The hindsight banner is missing.</summary>
    Hindsight,

    /// <summary>A chart lacks its description, its conclusion or its table.</summary>
    Chart,

    /// <summary>Words of the other language.</summary>
    Language,

    /// <summary>A reference to something outside the document, or a script.</summary>
    ExternalReference,

    /// <summary>A statement or a table without a label.</summary>
    Unlabelled,

    /// <summary>Headings out of order, headers of tables without scope, links to nowhere, places of a wording that were not filled.</summary>
    Structure,

    /// <summary>Double blanks, blanks before a stop, empty brackets, quotation marks without their counterpart, words of a machine, sentences too long to be read.</summary>
    Style,
}

/// <summary>A fault of a written brief.</summary>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="Detail">Where, or what.</param>
internal sealed record LintFinding(LintRule Rule, string Detail);
