using System.Collections.Immutable;
using System.Globalization;
using Detente.Compiled;
using Detente.Language;
using Detente.Language.Exchange;
using Detente.Models;

namespace Detente.Studies;

/// <summary>A file for another program.</summary>
/// <param name="Content">The bytes; null exactly when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">What does not fit the file, and what is left out of it, each with its element.</param>
public sealed record ExportedFile(ReadOnlyMemory<byte>? Content, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Models as files for other programs: their cross-impact matrix, names and texts in one language.</summary>
/// <remarks>
/// Influences of a pair are added up, weights written as their impacts, every judgement at its point. What cross-impact balance does not
/// know is left out with a warning; a conditional influence, which has no place in a matrix, is an error. Deterministic; the cost is one
/// pass over the square of the number of states.
/// </remarks>
public static class ModelExport
{
    /// <summary>The model as a <c>.scw</c> file of ScenarioWizard 4: Windows-1252, lines ended by CR LF, whole points only.</summary>
    /// <param name="model">The model.</param>
    /// <param name="language">The language of names and texts.</param>
    public static ExportedFile ScenarioWizard(Model model, ReaderLanguage language)
    {
        ArgumentNullException.ThrowIfNull(model);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var matrix = Matrix(model, language, found);
        found.AddRange(ImpactsThatDoNotFit(model, matrix, isWholeOnly: true));
        found.AddRange(WizardNames.ThatDoNotFit(model, matrix));
        found.AddRange(LeftOut.Of(model, language, withTexts: true));
        var file = Finish(found, () => ScenarioWizardWriter.Write(matrix));
        return file.Content is { } content && ExchangeText.IsMistakenForUtf8(content.Span)
            ? new ExportedFile(null, [.. file.Diagnostics, WizardNames.WouldBeMistaken(model)])
            : file;
    }

    /// <summary>The model as a table with labels (<c>.csv</c>): UTF-8, commas, decimals behind a point, lines ended by LF. It holds no texts and no colours.</summary>
    /// <param name="model">The model.</param>
    /// <param name="language">The language of names.</param>
    public static ExportedFile MatrixTable(Model model, ReaderLanguage language)
    {
        ArgumentNullException.ThrowIfNull(model);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var matrix = Named(model, Matrix(model, language, found), found);
        found.AddRange(ImpactsThatDoNotFit(model, matrix, isWholeOnly: false));
        found.AddRange(LeftOut.Of(model, language, withTexts: false));
        return Finish(found, () => System.Text.Encoding.UTF8.GetBytes(Language.Exchange.MatrixTable.Write(matrix)));
    }

    private static ExportedFile Finish(ImmutableArray<Diagnostic>.Builder found, Func<byte[]> write) =>
        new(found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? (ReadOnlyMemory<byte>?)null : write(), found.ToImmutable());

    private static CrossImpactMatrix Matrix(Model model, ReaderLanguage language, ImmutableArray<Diagnostic>.Builder found)
    {
        StudyDiagnostics.NeedFactors(model);
        foreach (var influence in model.Influences.Where(influence => influence.When is not null))
        {
            found.Add(StudyDiagnostics.About(model, "DT5101", "influences/" + influence.Name, new LocalizedText(
                $"The influence {influence.Name} has a condition; a cross-impact matrix has no place for it.",
                $"Der Einfluss {influence.Name} hat eine Bedingung; eine Cross-Impact-Matrix hat dafür keinen Platz.")));
        }

        var factors = model.Factors.Select(factor => new MatrixFactor(
            factor.Title.In(language),
            factor.Short?.In(language) ?? "",
            [.. factor.States.Select(state => new MatrixState(state.Title.In(language), state.Short?.In(language) ?? "", state.Colour))],
            Lines(factor.Provenance.Because?.In(language) ?? "")));
        var size = model.Factors.Sum(factor => factor.States.Length);
        var project = model.Notes.FirstOrDefault(note => note.Id == MatrixImport.ProjectNote);
        var matrix = new CrossImpactMatrix(model.Title.In(language), [.. factors], new int[size * size])
        {
            ProjectText = Lines(project?.Text.In(language) ?? ""),
            Texts = Reasons(model, language),
        };
        foreach (var table in ImpactTables.Of(model).Merge())
        {
            var columns = model.Factors[table.Target].States.Length;
            for (var row = 0; row < model.Factors[table.Source].States.Length; row++)
            {
                table.Impacts.AsSpan(row * columns, columns).CopyTo(matrix.Hundredths.AsSpan(((matrix.First[table.Source] + row) * size) + matrix.First[table.Target]));
            }
        }

        return matrix;
    }

    private static Dictionary<(int From, int To), string> Reasons(Model model, ReaderLanguage language)
    {
        var reasons = new Dictionary<(int From, int To), string>();
        foreach (var influence in model.Influences)
        {
            if (influence.Provenance.Because?.In(language) is { Length: > 0 } reason)
            {
                var pair = (influence.From.Index, influence.To.Index);
                reasons[pair] = reasons.TryGetValue(pair, out var before) ? before + "\n" + Lines(reason) : Lines(reason);
            }
        }

        return reasons;
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Pairs of factors with an impact that the file cannot hold, each named once.</summary>
    private static IEnumerable<Diagnostic> ImpactsThatDoNotFit(Model model, CrossImpactMatrix matrix, bool isWholeOnly)
    {
        foreach (var pair in model.Influences.Where(influence => influence.When is null).GroupBy(influence => (From: influence.From.Index, To: influence.To.Index)))
        {
            var impacts = Enumerable.Range(0, matrix.Factors[pair.Key.From].States.Length)
                .SelectMany(row => Enumerable.Range(0, matrix.Factors[pair.Key.To].States.Length).Select(column => matrix.Impact(pair.Key.From, row, pair.Key.To, column)))
                .ToList();
            var place = impacts.FindIndex(impact => Math.Abs(impact) > 100 * 100 || (isWholeOnly && impact % 100 != 0));
            if (place < 0)
            {
                continue;
            }

            var written = (impacts[place] / 100m).ToString("0.##", CultureInfo.InvariantCulture);
            var name = pair.First().Name;
            yield return StudyDiagnostics.About(model, "DT5102", "influences/" + name, isWholeOnly
                ? new LocalizedText(
                    $"The influence {name} has the impact {written}; the file holds whole points from -100 to 100 only.",
                    $"Der Einfluss {name} hat die Wirkung {written.Replace('.', ',')}; die Datei hält nur ganze Punkte von -100 bis 100 fest.")
                : new LocalizedText(
                    $"The influences {name} add up to the impact {written}; the file holds points from -100 to 100 only.",
                    $"Die Einflüsse {name} ergeben zusammen die Wirkung {written.Replace('.', ',')}; die Datei hält nur Punkte von -100 bis 100 fest."));
        }
    }

    /// <summary>The matrix with a name wherever a label would be empty, or could not be told from the one before it: the id.</summary>
    private static CrossImpactMatrix Named(Model model, CrossImpactMatrix matrix, ImmutableArray<Diagnostic>.Builder found)
    {
        var factors = matrix.Factors.ToBuilder();
        var isAmbiguous = factors.All(factor => factor.States.Length == 1);
        for (var i = 0; i < factors.Count; i++)
        {
            var factor = model.Factors[i];
            if (string.IsNullOrWhiteSpace(factors[i].Name) || (isAmbiguous && i > 0 && factors[i].Name == factors[i - 1].Name))
            {
                found.Add(Renamed(model, factor.Id, factor.Id));
                factors[i] = factors[i] with { Name = factor.Id };
            }

            foreach (var (index, state) in factors[i].States.Index().Where(state => string.IsNullOrWhiteSpace(state.Item.Name)).ToList())
            {
                found.Add(Renamed(model, factor.Id, factor.States[index].Id));
                factors[i] = factors[i] with { States = factors[i].States.SetItem(index, state with { Name = factor.States[index].Id }) };
            }
        }

        return new CrossImpactMatrix(matrix.Title, factors.ToImmutable(), matrix.Hundredths);
    }

    private static Diagnostic Renamed(Model model, string factor, string name) => StudyDiagnostics.About(model, "DT5105", "factors/" + factor, new LocalizedText(
        $"A table cannot tell an empty or repeated label from none; the file says {name} instead.",
        $"Eine Tabelle kann eine leere oder wiederholte Beschriftung nicht von keiner unterscheiden; die Datei nennt stattdessen {name}."));
}
