using System.Collections.Immutable;
using Detente.Language.Binding;
using Detente.Language.Checks;
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
    /// <summary>Reads a model from a file, or from a folder with <c>model.yaml</c> and the parts it includes.</summary>
    /// <param name="path">The file or folder; spans name files by this path.</param>
    /// <param name="cancellation">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    public static ModelReading Read(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bag = new DiagnosticBag();
        return Finish(ModelFiles.Open(path, bag, cancellation), bag, cancellation);
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
            cancellation.ThrowIfCancellationRequested();
            if (!bag.HasErrors)
            {
                WholeModel.Check(model, binder.Context);
            }
        }

        var texts = files.Sources.ToImmutableDictionary(source => source.File, source => source.Text, StringComparer.Ordinal);
        var diagnostics = Acceptance.Apply(bag, accepted).InOrderOf([.. files.Sources.Select(source => source.File)]);
        return new ModelReading(bag.HasErrors ? null : model, diagnostics, texts);
    }
}
