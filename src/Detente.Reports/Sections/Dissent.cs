using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Reports.Sections;

/// <summary>Where the model holds disagreement: within the sides, in the sign of judgements, and between experts and the model.</summary>
internal static class Dissent
{
    /// <summary>The widest splits of each side, widest first: issues on which one member is for and another against.</summary>
    public static IEnumerable<(ActorId Side, ImmutableArray<Split> Splits)> Splits(Model model) =>
        from side in Enumerable.Range(0, model.Actors.Length)
        where model.Actors[side].In is null
        let members = Enumerable.Range(0, model.Actors.Length).Where(member => member != side && IsWithin(model, member, side)).ToList()
        let splits = model.Issues.Select(issue => Of(model, issue, members)).OfType<Split>().OrderByDescending(split => split.Highest - split.Lowest).ToImmutableArray()
        where !splits.IsEmpty
        select (new ActorId(side), splits);

    /// <summary>Whether any member of a side states a position at all.</summary>
    public static bool HasMembersWithPositions(Model model) => model.Actors.Any(actor => actor.In is not null && !actor.Positions.IsEmpty);

    /// <summary>Whether the range of an estimate has negative and positive values.</summary>
    public static bool IsContested(Estimate estimate) => estimate is { Low: < 0, High: > 0 };

    /// <summary>Whether the range of any of its points crosses zero.</summary>
    public static bool IsContested(Influence influence) =>
        influence.Weight is { } weight ? IsContested(weight) : influence.Cells.Any(cell => IsContested(cell.Impact));

    /// <summary>What an expert judges otherwise than the model, furthest apart first.</summary>
    public static ImmutableArray<Difference> Differences(Model model, Expert expert) =>
    [
        .. expert.Judgements
            .Select(theirs => (Theirs: theirs, Ours: Counterpart(model, theirs)))
            .Select(pair => new Difference(pair.Theirs, pair.Ours, Distance(pair.Theirs, pair.Ours)))
            .Where(difference => difference.Distance > 0)
            .OrderByDescending(difference => difference.Distance),
    ];

    private static bool IsWithin(Model model, int member, int side)
    {
        for (var above = model.Actors[member].In; above is { } actor; above = model.Actors[actor.Index].In)
        {
            if (actor.Index == side)
            {
                return true;
            }
        }

        return false;
    }

    private static Split? Of(Model model, NamedTitle issue, List<int> members)
    {
        var stated = members.SelectMany(member => model.Actors[member].Positions.Where(position => position.Issue == issue.Id).Select(position => (Member: new ActorId(member), position.Value))).ToList();
        if (stated.Count == 0 || stated.Min(one => one.Value) is not (< 0 and var lowest) || stated.Max(one => one.Value) is not (> 0 and var highest))
        {
            return null;
        }

        ImmutableArray<ActorId> At(double value) => [.. stated.Where(one => one.Value == value).Select(one => one.Member)];
        return new Split(issue, lowest, At(lowest), highest, At(highest));
    }

    // An unconditional judgement is compared with the unconditional one of the pair where there is one.
    private static Influence? Counterpart(Model model, Influence theirs) => model.Influences
        .Where(ours => ours.From == theirs.From && ours.To == theirs.To)
        .OrderBy(ours => (ours.When is null) == (theirs.When is null) ? 0 : 1)
        .FirstOrDefault();

    private static double Distance(Influence theirs, Influence? ours)
    {
        if (theirs.Weight is { } weight && (ours is null || ours.Weight is not null))
        {
            return Math.Abs(weight.Value - (ours?.Weight?.Value ?? 0));
        }

        var (first, second) = (Cells(theirs), ours is null ? [] : Cells(ours));
        return first.Keys.Union(second.Keys).Select(cell => Math.Abs(first.GetValueOrDefault(cell) - second.GetValueOrDefault(cell))).DefaultIfEmpty(0).Max();
    }

    // A weight beside cells is compared by its size at the ends of the scale.
    private static Dictionary<(int Source, int Target), double> Cells(Influence influence) => influence.Weight is { } weight
        ? new Dictionary<(int Source, int Target), double> { [(-1, -1)] = weight.Value }
        : influence.Cells.ToDictionary(cell => (cell.SourceState, cell.TargetState), cell => cell.Impact.Value);

    /// <summary>An issue on which members of one side pull apart.</summary>
    internal sealed record Split(NamedTitle Issue, double Lowest, ImmutableArray<ActorId> Against, double Highest, ImmutableArray<ActorId> For);

    /// <summary>A judgement of an expert beside the model's, null where the model has none; the distance in points.</summary>
    internal sealed record Difference(Influence Theirs, Influence? Ours, double Distance);
}
