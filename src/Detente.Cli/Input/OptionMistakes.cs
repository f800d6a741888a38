using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Cli.Input;

/// <summary>Gathers what is wrong with expressions that options take, so that all of it is said at once.</summary>
/// <param name="open">The model and the command.</param>
internal sealed class OptionMistakes(OpenModel open)
{
    private readonly List<LocalizedText> mistakes = [];

    /// <summary>What messages call an expression: its option, with a number where it was given several times.</summary>
    public static string Name(string option, int place, int of) => of < 2 ? option : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{option} ({place + 1})");

    /// <summary>Keeps the errors of a reading, each with its line and mark; doubts are shown right away.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="name">What spans call it.</param>
    /// <param name="diagnostics">What was found in it.</param>
    public void Add(string text, string name, ImmutableArray<Diagnostic> diagnostics)
    {
        var reading = new ModelReading(null, diagnostics, ImmutableDictionary<string, string>.Empty.Add(name, text));
        string In(Diagnostic diagnostic, ReaderLanguage language) => DiagnosticText.Write(diagnostic, reading, language).TrimEnd('\n');
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                mistakes.Add(new LocalizedText(In(diagnostic, ReaderLanguage.English), In(diagnostic, ReaderLanguage.German)));
            }
            else
            {
                open.Invocation.Surroundings.Error.WriteLine(In(diagnostic, open.Invocation.Language));
            }
        }
    }

    /// <summary>Keeps another mistake.</summary>
    public void Add(LocalizedText mistake) => mistakes.Add(mistake);

    /// <summary>Refuses the command when anything was wrong.</summary>
    /// <exception cref="Refusal">There are mistakes; it says all of them.</exception>
    public void Refuse()
    {
        if (mistakes.Count > 0)
        {
            throw new Refusal(new(
                "an option cannot be understood\n" + string.Join('\n', mistakes.Select(mistake => mistake.En)),
                "eine Option ist nicht zu verstehen\n" + string.Join('\n', mistakes.Select(mistake => mistake.De))));
        }
    }
}
