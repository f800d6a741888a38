using System.Collections.Immutable;
using System.Globalization;
using Detente.Language.Binding;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>Makes a model of a matrix from another program.</summary>
/// <remarks>
/// Factors are nominal: such a file knows no order of states. Influences are the blocks that have an impact or a text; texts become
/// reasons, the text on the project a note. Blocks of a factor on itself are kept.
/// </remarks>
internal sealed class MatrixImport
{
    /// <summary>The note that holds the text on the project.</summary>
    public const string ProjectNote = "project";

    private readonly CrossImpactMatrix _matrix;
    private readonly MatrixPlaces _places;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, TextSpan> _elements = new(StringComparer.Ordinal);

    private MatrixImport(CrossImpactMatrix matrix, MatrixPlaces places, DiagnosticBag bag) => (_matrix, _places, _bag) = (matrix, places, bag);

    /// <summary>The model, and where its elements stand in the file.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="places">Where its parts stand.</param>
    /// <param name="file">The file's name without its ending, from which the model gets its id.</param>
    /// <param name="bag">Takes warnings.</param>
    public static (Model Model, ImmutableDictionary<string, TextSpan> Places) Model(CrossImpactMatrix matrix, MatrixPlaces places, string file, DiagnosticBag bag)
    {
        var import = new MatrixImport(matrix, places, bag);
        var model = import.Model(new UniqueIds('m', Slug.Long).For(file.Length == 0 ? "model" : file, 0));
        return (model, import._elements.ToImmutableDictionary(StringComparer.Ordinal));
    }

    private Model Model(string id)
    {
        _elements[""] = _places.File;
        ReportNames(_matrix.Factors.Select(factor => factor.Name), _places.Factors, null);
        var ids = new UniqueIds('f');
        ImmutableArray<Factor> factors = [.. _matrix.Factors.Select((factor, i) => Factor(ids.For(factor.Name, i), factor, i))];
        return new Model
        {
            Id = id,
            Title = LocalizedText.Same(_matrix.Title.Length == 0 ? id : _matrix.Title),
            Factors = factors,
            Influences = Influences(factors),
            Notes = _matrix.ProjectText.Length == 0 ? [] : [new Note(ProjectNote, LocalizedText.Same(_matrix.ProjectText), Provenance.Judgement)],
        };
    }

    private Factor Factor(string id, MatrixFactor factor, int index)
    {
        var element = "factors/" + id;
        _elements[element] = _places.Factors[index];
        ReportNames(factor.States.Select(state => state.Name), _places.States[index], element);
        var ids = new UniqueIds('s');
        var states = factor.States.Select((state, i) => new FactorState(ids.For(state.Name, i), LocalizedText.Same(state.Name)) { Short = Text(state.Short), Colour = state.Colour });
        return new Factor(id, LocalizedText.Same(factor.Name), FactorScale.Nominal, [.. states])
        {
            Short = Text(factor.Short),
            Provenance = Reason(factor.Text),
        };
    }

    private ImmutableArray<Influence> Influences(ImmutableArray<Factor> factors)
    {
        var influences = ImmutableArray.CreateBuilder<Influence>();
        for (var from = 0; from < factors.Length; from++)
        {
            for (var to = 0; to < factors.Length; to++)
            {
                var text = _matrix.Texts.GetValueOrDefault((from, to), "");
                if (text.Length == 0 && _matrix.IsZero(from, to))
                {
                    continue;
                }

                var name = $"{factors[from].Id} -> {factors[to].Id}";
                var place = _places.Cell(_matrix.First[from], _matrix.First[to]);
                _elements["influences/" + name] = place;
                if (from == to)
                {
                    ReportSelf(factors[from].Id, name, place);
                }

                influences.Add(new Influence(name, new FactorId(from), new FactorId(to)) { Cells = Cells(from, to), IsMatrix = true, Provenance = Reason(text) });
            }
        }

        return influences.ToImmutable();
    }

    private ImmutableArray<ImpactCell> Cells(int from, int to)
    {
        var (rows, columns) = (_matrix.Factors[from].States.Length, _matrix.Factors[to].States.Length);
        var cells = ImmutableArray.CreateBuilder<ImpactCell>(rows * columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                cells.Add(new ImpactCell(row, column, Estimate.Point(_matrix.Impact(from, row, to, column) / 100.0)));
            }
        }

        return cells.MoveToImmutable();
    }

    private void ReportSelf(string factor, string influence, TextSpan place)
    {
        using var scope = _bag.Within("influences/" + influence);
        _bag.Add("DT3008", place, new LocalizedText(
            $"`{factor}` influences itself; the impacts count.",
            $"`{factor}` beeinflusst sich selbst; die Wirkungen zählen mit."));
    }

    /// <summary>One warning for all names of a list that are empty or stand there before.</summary>
    private void ReportNames(IEnumerable<string> names, ImmutableArray<TextSpan> places, string? element)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var odd = names.Index().Where(name => !seen.Add(name.Item.Trim()) || name.Item.AsSpan().Trim().IsEmpty).ToList();
        if (odd.Count == 0)
        {
            return;
        }

        using var scope = _bag.Within(element);
        var first = Values.Short(odd[0].Item.Trim());
        var more = (odd.Count - 1).ToString(CultureInfo.InvariantCulture);
        _bag.Add("DT5010", places[odd[0].Index], new LocalizedText(
            (first.Length == 0 ? "This name is empty" : $"“{first}” stands here again") + (odd.Count == 1 ? "; ids tell them apart." : $", and so with {more} more of its list; ids tell them apart."),
            (first.Length == 0 ? "Dieser Name ist leer" : $"„{first}“ steht hier noch einmal") + (odd.Count == 1 ? "; die Kennungen unterscheiden sie." : $", ebenso bei {more} weiteren seiner Liste; die Kennungen unterscheiden sie.")));
    }

    private static LocalizedText? Text(string text) => text.Length == 0 ? null : LocalizedText.Same(text);

    private static Provenance Reason(string text) => Provenance.Judgement with { Because = Text(text) };
}
