using System.Collections.Immutable;
using System.Security.Cryptography;
using Detente.Language.Text;
using Detente.Language.Writing;
using Detente.Models;

namespace Detente.Language;

/// <summary>What came of formatting a file.</summary>
/// <param name="Text">The new text; null exactly when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">Mistakes for which the file was left as it is, by place.</param>
public sealed record FormattedText(string? Text, ImmutableArray<Diagnostic> Diagnostics);

/// <content>Writing a model in its canonical form.</content>
public static partial class ModelText
{
    /// <summary>
    /// The canonical text of a model: declaration order, no comments, defaults left out, lines ended by LF,
    /// letters in normalization form C. Equal models have equal
    /// texts, and the text reads back as an equal model.
    /// </summary>
    /// <param name="model">The model, as the language can state it.</param>
    /// <exception cref="ArgumentException">The model holds something the language has no words for, such as a hold that bars nothing.</exception>
    public static string Write(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return LetterForm.Normalized(YamlPrinter.Print([], ModelWriter.Write(model), []));
    }

    /// <summary>The SHA-256 of the canonical text in UTF-8: 64 hexadecimal digits in lower case. The same for every way of writing the same model.</summary>
    /// <param name="model">The model.</param>
    public static string Hash(Model model) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Write(model))));

    /// <summary>
    /// Rewrites one file in the canonical layout: indentation, quotes, spacing and the order of sections. Comments stay: those on lines
    /// of their own before what they preceded, the others beside their element. Nothing is abbreviated, spelt out or left out, so that
    /// the file says the same; formatting twice changes nothing more. Of a model in parts each file is formatted by itself.
    /// </summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">What spans call it.</param>
    /// <param name="cancellation">Ends the work with an <see cref="OperationCanceledException"/>.</param>
    public static FormattedText Format(string text, string fileName = "model.yaml", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        var formatted = Formatter.Format(text, fileName, bag, cancellation);
        return new FormattedText(formatted, bag.InOrderOf([fileName]));
    }
}
