using System.Collections.Immutable;
using Detente.Language.Binding;
using Detente.Language.Checks;
using Detente.Language.Exchange;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language;

/// <summary>What came of reading a model's text.</summary>
/// <param name="Model">The model; null exactly when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">All mistakes and doubts of all parts, by file in the order of reading, then by place.</param>
/// <param name="Texts">The text of every file that was read, by the name that spans call it.</param>
public sealed record ModelReading(Model? Model, ImmutableArray<Diagnostic> Diagnostics, ImmutableDictionary<string, string> Texts)
{
    /// <summary>Where the elements stand, by the names that diagnostics call them (<c>factors/trust</c>); the sections, too (<c>horizon</c>).</summary>
    public ImmutableDictionary<string, TextSpan> Places { get; init; } = ImmutableDictionary<string, TextSpan>.Empty;

    /// <summary>The files in the order of reading.</summary>
    internal ImmutableArray<string> Files { get; init; } = [];

    /// <summary>The same reading with what a study found of its model, at the places of the elements it names, all in the order of the text.</summary>
    /// <param name="found">What was found.</param>
    public ModelReading With(ImmutableArray<Diagnostic> found) => this with
    {
        Diagnostics =
        [
            .. Diagnostics.Concat(found.Select(Placed))
                .OrderBy(diagnostic => Files.IndexOf(diagnostic.Span.File) is var file and >= 0 ? file : Files.Length)
                .ThenBy(diagnostic => diagnostic.Span.Line)
                .ThenBy(diagnostic => diagnostic.Span.Column),
        ],
    };

    /// <summary>A diagnostic of a study, which knows elements but not where they stand, at the place of its element.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <returns>The same with a place: the element's, else that of what it is part of, else the model as a whole. One that has a place keeps it.</returns>
    public Diagnostic Placed(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (diagnostic.Span.Line > 0 || Places.IsEmpty)
        {
            return diagnostic;
        }

        var element = diagnostic.Element ?? "";
        while (!Places.ContainsKey(element))
        {
            element = element[..Math.Max(0, element.LastIndexOf('/'))];
        }

        return diagnostic with { Span = Places[element] };
    }

    /// <summary>Whether there is no error and every warning is accepted with a reason.</summary>
    public bool IsClean => Diagnostics.All(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.AcceptedBecause is not null);
}

/// <summary>The text of a model: reading it, and writing it in its one canonical form.</summary>
/// <remarks>
/// Deterministic. Reading costs time and memory in proportion to the text, of which 16 MB a file are read at most; an analyst's
/// mistakes are diagnostics, never exceptions.
/// </remarks>
public static partial class ModelText
{
    /// <summary>
    /// Reads a model from a file, or from a folder with <c>model.yaml</c> and the parts it includes. A file whose name ends in <c>.scw</c>
    /// (ScenarioWizard) or <c>.csv</c> (a matrix with labels) is read as what it is; the model is called by the file's name.
    /// </summary>
    /// <param name="path">The file or folder; spans name files by this path.</param>
    /// <param name="cancellation">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    public static ModelReading Read(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bag = new DiagnosticBag();
        return ExchangeFiles.Is(path) && File.Exists(path)
            ? ExchangeFiles.Read(TextFile.ReadBytes(path, path, bag, cancellation), path, bag)
            : Finish(ModelFiles.Open(path, bag, cancellation), bag, cancellation);
    }

    /// <summary>Reads a model from the bytes of one file: by the ending of its name as above, else as UTF-8 text of the language.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The file's name; spans call it so.</param>
    public static ModelReading ParseFile(ReadOnlySpan<byte> content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        if (ExchangeFiles.Is(fileName))
        {
            return ExchangeFiles.Read(content.ToArray(), fileName, bag);
        }

        return Finish(ModelFiles.Of(content, fileName, bag), bag, CancellationToken.None);
    }

    /// <summary>Whether the name of a file is that of another program's matrix, which is read in place of a model and never formatted in place.</summary>
    /// <param name="fileName">The name.</param>
    public static bool IsMatrixFile(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return ExchangeFiles.Is(fileName);
    }

    /// <summary>Reads a model from one text; it cannot include parts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">What spans call it.</param>
    public static ModelReading Parse(string text, string fileName = "model.yaml")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        return Finish(ModelFiles.Of(text, fileName, bag), bag, CancellationToken.None);
    }

    private static ModelReading Finish(ModelFiles files, DiagnosticBag bag, CancellationToken cancellation)
    {
        Model? model = null;
        var places = ImmutableDictionary<string, TextSpan>.Empty;
        var accepted = ImmutableArray<(AcceptedWarning Warning, TextSpan Place)>.Empty;
        if (files.Roots.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (files.AreBroken)
            {
                bag.ForgiveMissing();
            }

            var binder = new ModelBinder(files.Roots, bag);
            model = binder.Bind();
            accepted = binder.Accepted;
            places = binder.Context.Places();
            cancellation.ThrowIfCancellationRequested();
            if (!bag.HasErrors)
            {
                WholeModel.Check(model, binder.Context);
            }
        }

        var texts = files.Sources.ToImmutableDictionary(source => source.File, source => source.Text, StringComparer.Ordinal);
        ImmutableArray<string> order = [.. files.Sources.Select(source => source.File)];
        var diagnostics = Acceptance.Apply(bag, accepted).InOrderOf(order);
        return new ModelReading(bag.HasErrors ? null : model, diagnostics, texts) { Places = places, Files = order };
    }
}
