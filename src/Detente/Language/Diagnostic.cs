using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language;

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The model can be run; the analyst should know.</summary>
    Warning,

    /// <summary>The model cannot be run.</summary>
    Error,
}

/// <summary>A place in a file: 1-based lines and columns, the end exclusive. All zero for a file as a whole.</summary>
/// <param name="File">The file's name as it was given.</param>
/// <param name="Line">First line, from 1; 0 for the file as a whole.</param>
/// <param name="Column">First column, from 1.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">Column after the last character.</param>
public readonly record struct TextSpan(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>A file as a whole.</summary>
    /// <param name="file">The file's name.</param>
    public static TextSpan Whole(string file) => new(file, 0, 0, 0, 0);
}

/// <summary>A further place that explains a diagnostic.</summary>
/// <param name="Span">The place.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedPlace(TextSpan Span, LocalizedText Message);

/// <summary>A mistake, or a doubt, of the analyst, with its place.</summary>
/// <param name="Code">Permanent code <c>DTnnnn</c>: 1xxx text, 2xxx names and shape, 3xxx meaning, 4xxx study, 5xxx import and storage.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, TextSpan Span, LocalizedText Message)
{
    /// <summary>The element it concerns (<c>factors/trust</c>), by which a warning can be accepted; null for the text as such.</summary>
    public string? Element { get; init; }

    /// <summary>A name that was probably meant, or null.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Further places.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>The reason for which the analyst accepts this warning, or null when it is not accepted.</summary>
    public LocalizedText? AcceptedBecause { get; init; }
}
