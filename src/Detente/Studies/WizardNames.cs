using Detente.Language;
using Detente.Language.Exchange;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Names and texts that a <c>.scw</c> file cannot hold: those with a character Windows-1252 does not have, and names of several lines.</summary>
internal static class WizardNames
{
    /// <summary>One diagnostic for each element.</summary>
    /// <param name="model">The model.</param>
    /// <param name="matrix">Its matrix in one language.</param>
    public static IEnumerable<Diagnostic> ThatDoNotFit(Model model, CrossImpactMatrix matrix) =>
        from part in Parts(model, matrix)
        let complaint = part.Names.Select(Complaint).FirstOrDefault(complaint => complaint is not null) ?? part.Texts.Select(Missing).FirstOrDefault(complaint => complaint is not null)
        where complaint is not null
        select StudyDiagnostics.About(model, "DT5103", part.Element, complaint);

    /// <summary>That all letters beyond ASCII together happen to look like UTF-8, as which the file would be read back.</summary>
    /// <param name="model">The model.</param>
    public static Diagnostic WouldBeMistaken(Model model) => StudyDiagnostics.About(model, "DT5103", "title", new LocalizedText(
        "Letters in names or texts, such as “Ã¤” for “ä”, look like UTF-8 read in the wrong character set; the file would be read back with other letters.",
        "Buchstaben in Namen oder Texten, etwa „Ã¤“ für „ä“, sehen aus wie UTF-8 im falschen Zeichensatz; die Datei würde mit anderen Buchstaben zurückgelesen."));

    private static IEnumerable<(string Element, IEnumerable<string> Names, IEnumerable<string> Texts)> Parts(Model model, CrossImpactMatrix matrix)
    {
        yield return ("title", [matrix.Title], []);
        yield return ("notes/" + MatrixImport.ProjectNote, [], [matrix.ProjectText]);
        foreach (var (index, factor) in matrix.Factors.Index())
        {
            yield return ("factors/" + model.Factors[index].Id, [factor.Name, factor.Short, .. factor.States.SelectMany(state => new[] { state.Name, state.Short })], [factor.Text]);
        }

        foreach (var influence in model.Influences.DistinctBy(influence => (influence.From, influence.To)))
        {
            yield return ("influences/" + influence.Name, [], [matrix.Texts.GetValueOrDefault((influence.From.Index, influence.To.Index), "")]);
        }
    }

    private static LocalizedText? Complaint(string name) => name.AsSpan().ContainsAny('\n', '\r')
        ? new LocalizedText("A name of several lines does not fit the file.", "Ein Name aus mehreren Zeilen passt nicht in die Datei.")
        : Missing(name);

    private static LocalizedText? Missing(string text)
    {
        var place = Windows1252.FirstMissing(text);
        if (place < 0)
        {
            return null;
        }

        var character = char.IsHighSurrogate(text[place]) && place + 1 < text.Length ? text.Substring(place, 2) : text[place].ToString();
        return new LocalizedText(
            $"The character “{character}” does not exist in Windows-1252, in which the file is written.",
            $"Das Zeichen „{character}“ gibt es in Windows-1252 nicht, worin die Datei geschrieben wird.");
    }
}
