using System.Collections.Immutable;
using Detente.Language.Syntax;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>Files of other programs that are read in place of a model, known by the ending of their names.</summary>
internal static class ExchangeFiles
{
    /// <summary>The endings.</summary>
    public static readonly string[] Endings = [".scw", ".csv"];

    /// <summary>Whether a file is one of another program.</summary>
    /// <param name="name">Its name.</param>
    public static bool Is(string name) => Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one; the bytes are null when they could not be read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name, from which the model gets its id.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static ModelReading Read(byte[]? bytes, string name, DiagnosticBag bag)
    {
        var texts = ImmutableDictionary<string, string>.Empty;
        (Model Model, ImmutableDictionary<string, TextSpan> Places)? read = null;
        if (bytes is not null && ExchangeText.Decode(bytes, name, bag) is { } source)
        {
            texts = texts.Add(name, source.Text);
            var matrix = Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? MatrixTable.Read(source, bag) : ScenarioWizardReader.Read(source, bag);
            if (matrix is var (content, places))
            {
                read = MatrixImport.Model(content, places, Path.GetFileNameWithoutExtension(name), bag);
            }
        }

        return new ModelReading(read?.Model, bag.InOrderOf([name]), texts)
        {
            Places = read?.Places ?? ImmutableDictionary<string, TextSpan>.Empty,
            Files = [name],
        };
    }
}
