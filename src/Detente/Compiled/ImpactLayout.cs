using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>Everything about the influences of a model that no draw of its judgements changes.</summary>
/// <remarks>
/// Built once per model; every draw fills one <see cref="ImpactTables"/> from it. Its numbers have slots in declaration order:
/// the weight of an influence, or its cells one after the other. Immutable, safe to read from any thread.
/// </remarks>
internal sealed class ImpactLayout
{
    /// <summary>The largest judgement in points, either way: far above any scale in use, small enough that no sum of impacts overflows.</summary>
    public const double LargestJudgement = 10_000;

    /// <summary>The most influences on one factor; see <see cref="LargestJudgement"/>.</summary>
    public const int MostInfluencesOnOneFactor = 500;

    private ImpactLayout(
        ImmutableArray<int> states,
        ImmutableArray<CompiledInfluence> influences,
        ImmutableArray<ImpactNumber> numbers,
        int length)
    {
        States = states;
        Influences = influences;
        Numbers = numbers;
        Length = length;
    }

    /// <summary>Number of states of every factor.</summary>
    public ImmutableArray<int> States { get; }

    /// <summary>The influences, in declaration order.</summary>
    public ImmutableArray<CompiledInfluence> Influences { get; }

    /// <summary>The judged numbers in the order of their slots, points and ranges alike.</summary>
    public ImmutableArray<ImpactNumber> Numbers { get; }

    /// <summary>Number of cells of all influences' tables together.</summary>
    public int Length { get; }

    /// <summary>Lays out the influences of a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">A reference that is not in the model, a number that is none or out of range, a condition of another kind: only in models built by hand.</exception>
    public static ImpactLayout Of(Model model)
    {
        ImmutableArray<int> states = [.. model.Factors.Select(factor => factor.States.Length)];
        if (states.Contains(0))
        {
            throw new ArgumentException("A factor has no states.", nameof(model));
        }

        var influences = ImmutableArray.CreateBuilder<CompiledInfluence>(model.Influences.Length);
        var numbers = ImmutableArray.CreateBuilder<ImpactNumber>();
        var names = new UniqueNames();
        var onTarget = new int[states.Length];
        var offset = 0;
        for (var i = 0; i < model.Influences.Length; i++)
        {
            var influence = model.Influences[i];
            Check(influence, states);
            if (++onTarget[influence.To.Index] > MostInfluencesOnOneFactor)
            {
                throw new ArgumentException("More than 500 influences act on one factor.", nameof(model));
            }

            var compiled = Compile(i, influence, states, new Places(offset, numbers.Count));
            AddNumbers(numbers, names.For(KeyNames.Of(influence, model)), model, i);
            influences.Add(compiled);
            offset += compiled.SourceStates * compiled.TargetStates;
        }

        return new ImpactLayout(states, influences.MoveToImmutable(), numbers.ToImmutable(), offset);
    }

    /// <summary>The stated points of all numbers, by slot: what a draw starts from.</summary>
    public double[] StatedPoints()
    {
        var points = new double[Numbers.Length];
        for (var slot = 0; slot < points.Length; slot++)
        {
            points[slot] = Numbers[slot].Points.Value;
        }

        return points;
    }

    private static CompiledInfluence Compile(int index, Influence influence, ImmutableArray<int> states, Places places)
    {
        var when = influence.When is null ? null : StatePredicate.Of(influence.When, states);
        return new CompiledInfluence(index, influence.From.Index, influence.To.Index)
        {
            SourceStates = states[influence.From.Index],
            TargetStates = states[influence.To.Index],
            When = when is { Factors.IsEmpty: true } && when.Holds(0, 0) ? null : when,
            IsWeight = influence.Weight is not null,
            Shape = influence.Shape,
            Offset = places.Offset,
            FirstSlot = places.FirstSlot,
            Slots = influence.Weight is null ? influence.Cells.Length : 1,
        };
    }

    private static void AddNumbers(ImmutableArray<ImpactNumber>.Builder numbers, string key, Model model, int index)
    {
        var influence = model.Influences[index];
        if (influence.Weight is { } weight)
        {
            numbers.Add(new ImpactNumber(index, key, Checked(weight)));
            return;
        }

        var (source, target) = (model.Factors[influence.From.Index], model.Factors[influence.To.Index]);
        foreach (var cell in influence.Cells)
        {
            var name = $"{key}/{source.States[cell.SourceState].Id} -> {target.States[cell.TargetState].Id}";
            numbers.Add(new ImpactNumber(index, name, Checked(cell.Impact)) { SourceState = cell.SourceState, TargetState = cell.TargetState });
        }
    }

    private static void Check(Influence influence, ImmutableArray<int> states)
    {
        var (from, to) = (influence.From.Index, influence.To.Index);
        if (from < 0 || from >= states.Length || to < 0 || to >= states.Length)
        {
            throw new ArgumentException($"The influence {influence.Name} joins a factor that the model does not have.", nameof(influence));
        }

        foreach (var cell in influence.Cells)
        {
            if (cell.SourceState < 0 || cell.SourceState >= states[from] || cell.TargetState < 0 || cell.TargetState >= states[to])
            {
                throw new ArgumentException($"The influence {influence.Name} has a cell outside its table.", nameof(influence));
            }
        }

        if (influence.Cells.DistinctBy(cell => (cell.SourceState, cell.TargetState)).Count() != influence.Cells.Length)
        {
            throw new ArgumentException($"The influence {influence.Name} has a cell twice.", nameof(influence));
        }
    }

    private static Estimate Checked(Estimate points) =>
        IsInRange(points.Value) && IsInRange(points.Low) && IsInRange(points.High) && points.Low <= points.Value && points.Value <= points.High
            ? points
            : throw new ArgumentException("A judgement is no number, or beyond 10,000 points, or outside its own range.", nameof(points));

    /// <summary>Whether a number may be a judgement. False for what is no number.</summary>
    /// <param name="points">Points.</param>
    public static bool IsInRange(double points) => Math.Abs(points) <= LargestJudgement;

    private readonly record struct Places(int Offset, int FirstSlot);
}

/// <summary>One influence with its factors as places.</summary>
/// <param name="Index">Its place in <see cref="Model.Influences"/>.</param>
/// <param name="Source">The source factor.</param>
/// <param name="Target">The target factor; may be the source.</param>
internal sealed record CompiledInfluence(int Index, int Source, int Target)
{
    /// <summary>Number of states of the source: rows of its table.</summary>
    public required int SourceStates { get; init; }

    /// <summary>Number of states of the target: columns of its table.</summary>
    public required int TargetStates { get; init; }

    /// <summary>The condition while which it counts, or null when it always does.</summary>
    public required StatePredicate? When { get; init; }

    /// <summary>Whether it is one weight; otherwise cells.</summary>
    public required bool IsWeight { get; init; }

    /// <summary>How a weight is spread.</summary>
    public required ImpactShape Shape { get; init; }

    /// <summary>Where its table begins among the cells of all influences.</summary>
    public required int Offset { get; init; }

    /// <summary>Slot of its first number.</summary>
    public required int FirstSlot { get; init; }

    /// <summary>Number of its numbers.</summary>
    public required int Slots { get; init; }
}

/// <summary>One judged number.</summary>
/// <param name="Influence">The influence, its place in <see cref="Model.Influences"/>.</param>
/// <param name="Name">Keys its draws, see <see cref="KeyNames"/>: the influence's name, with <c>/source state -> target state</c> for a cell.</param>
/// <param name="Points">The number in points, with its range.</param>
internal readonly record struct ImpactNumber(int Influence, string Name, Estimate Points)
{
    /// <summary>The state of the source of a cell; 0 for a weight.</summary>
    public int SourceState { get; init; }

    /// <summary>The state of the target of a cell; 0 for a weight.</summary>
    public int TargetState { get; init; }
}
