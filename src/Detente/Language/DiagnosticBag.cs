using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language;

/// <summary>Gathers the diagnostics of one reading.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>How many are kept; one more says that there were more.</summary>
    public const int Most = 1000;

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<string> _silenced = new(StringComparer.Ordinal);

    /// <summary>The element that new diagnostics concern (<c>factors/trust</c>), or null.</summary>
    public string? Element { get; private set; }

    public bool HasErrors { get; private set; }

    public int Count => _diagnostics.Count;

    /// <summary>Whether nothing more is kept: looking further is then in vain.</summary>
    public bool IsFull => _diagnostics.Count > Most;

    /// <summary>Everything found so far, in order of discovery.</summary>
    public IReadOnlyList<Diagnostic> Found => _diagnostics;

    /// <summary>Until the answer is disposed of, new diagnostics concern this element.</summary>
    /// <param name="element">Such as <c>factors/trust</c>; null: the text as such.</param>
    public ElementScope Within(string? element)
    {
        var outer = Element;
        Element = element;
        return new ElementScope(this, outer);
    }

    /// <summary>From now on missing keys and unknown names are not kept: what could not be read may hold them.</summary>
    public void ForgiveMissing()
    {
        _silenced.UnionWith(["DT2002", "DT2004", "DT2027"]);
        _silenced.UnionWith(DiagnosticCatalog.Entries.Select(entry => entry.Code).Where(code => string.CompareOrdinal(code, "DT2101") >= 0 && string.CompareOrdinal(code, "DT2109") <= 0));
    }

    /// <summary>Keeps a diagnostic; takes the element from the scope unless it names one.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (_silenced.Contains(diagnostic.Code) || _diagnostics.Count > Most)
        {
            return;
        }

        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        _diagnostics.Add(_diagnostics.Count == Most
            ? new Diagnostic("DT1019", DiagnosticSeverity.Error, diagnostic.Span, new LocalizedText(
                "There are more than 1,000 findings; the search stopped here.",
                "Es gibt mehr als 1000 Befunde; die Suche wurde hier abgebrochen."))
            : diagnostic with { Element = diagnostic.Element ?? Element });
        HasErrors |= _diagnostics.Count > Most;
    }

    /// <summary>Keeps a diagnostic with the severity of its code.</summary>
    public void Add(string code, TextSpan span, LocalizedText message, string? didYouMean = null) =>
        Add(new Diagnostic(code, DiagnosticCatalog.SeverityOf(code), span, message) { DidYouMean = didYouMean });

    /// <summary>Keeps a diagnostic with further places.</summary>
    public void Add(string code, TextSpan span, LocalizedText message, ImmutableArray<RelatedPlace> related) =>
        Add(new Diagnostic(code, DiagnosticCatalog.SeverityOf(code), span, message) { Related = related });

    /// <summary>Everything found, by file in the order given, then by place, then by discovery.</summary>
    public ImmutableArray<Diagnostic> InOrderOf(IReadOnlyList<string> files) =>
        [.. _diagnostics.OrderBy(d => d.Code == "DT1019").ThenBy(d => Place(files, d.Span.File)).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column)];

    private static int Place(IReadOnlyList<string> files, string file)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i] == file)
            {
                return i;
            }
        }

        return files.Count;
    }

    /// <summary>Ends a scope of <see cref="Within"/>.</summary>
    public readonly struct ElementScope(DiagnosticBag bag, string? outer) : IDisposable
    {
        public void Dispose() => bag.Element = outer;
    }
}
