using Detente.Benchmarks.Cib;

namespace Detente.Rivals;

/// <summary>Both on one matrix.</summary>
/// <param name="CpSat">CP-SAT.</param>
/// <param name="Search">The library's search; null where it is not measured.</param>
internal sealed record Race(RivalOutcome CpSat, SearchOutcome? Search)
{
    /// <summary>Number of consistent scenarios, where either came to its end.</summary>
    public double? Count => CpSat.Measured.IsFinished ? CpSat.Count : (double?)Search?.Count;

    /// <summary>Refuses to go on where the two disagree: in number where both came to their end, set for set where all are listed.</summary>
    /// <param name="what">Which matrix it is.</param>
    /// <exception cref="InvalidOperationException">They do.</exception>
    public void Check(string what)
    {
        if (Search is not { Measured.IsFinished: true } || !CpSat.Measured.IsFinished)
        {
            return;
        }

        if (CpSat.Count != Search.Count)
        {
            throw new InvalidOperationException($"{what}: CP-SAT finds {CpSat.Count} scenarios, the search {Search.Count}.");
        }

        var listed = Search.Listed.Select(states => Key(states)).ToHashSet(StringComparer.Ordinal);
        if (CpSat.Count <= listed.Count && !listed.SetEquals(CpSat.Kept.Select(Key)))
        {
            throw new InvalidOperationException($"{what}: the two find other scenarios.");
        }

        static string Key(IEnumerable<int> states) => string.Join(' ', states);
    }

    /// <summary>In words, times in seconds.</summary>
    public override string ToString() =>
        $"CP-SAT {Told(CpSat.Measured)}, {CpSat.Count} scenarios" + (Search is null ? "" : $"; Détente {Told(Search.Measured)}, {Search.Count?.ToString() ?? "no count"}");

    private static string Told(Measurement run) =>
        $"{(run.IsFinished ? "wall" : "given up after")} {Spread.Short(run.Wall)} s, processor {Spread.Short(run.Processor)} s";
}
