using System.Security.Cryptography;
using Detente.Language.Writing;
using Detente.Models;

namespace Detente.Language;

/// <content>Writing a model in its canonical form.</content>
public static partial class ModelText
{
    /// <summary>
    /// The canonical text of a model: declaration order, no comments, defaults left out, lines ended by LF. Equal models have equal
    /// texts, and the text reads back as an equal model.
    /// </summary>
    /// <param name="model">The model, as the language can state it.</param>
    /// <exception cref="ArgumentException">The model holds something the language has no words for, such as a hold that bars nothing.</exception>
    public static string Write(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return YamlPrinter.Print([], ModelWriter.Write(model), []);
    }

    /// <summary>The SHA-256 of the canonical text in UTF-8: 64 hexadecimal digits in lower case. The same for every way of writing the same model.</summary>
    /// <param name="model">The model.</param>
    public static string Hash(Model model) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Write(model))));
}
