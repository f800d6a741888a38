using System.Collections.Immutable;
using Detente.Language.Binding;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Finds fast factors that stand in a loop with each other: their order of redraw within a step then matters.</summary>
internal static class FastLoops
{
    private const double FewestSteps = 2;
    private const int MostNamed = 10;

    /// <summary>Reports each group of fast factors that all reach each other through fast factors, once, at its first factor.</summary>
    public static void Check(Model model, BindingContext context)
    {
        if (model.Horizon is not { } horizon)
        {
            return;
        }

        var fast = model.Factors.Select(factor => IsFast(factor.Inertia, horizon)).ToImmutableArray();
        var edges = model.Influences
            .Where(influence => influence.From != influence.To && fast[influence.From.Index] && fast[influence.To.Index])
            .Select(influence => (From: influence.From.Index, To: influence.To.Index))
            .Distinct()
            .ToList();
        foreach (var group in Groups(model.Factors.Length, edges).Where(group => group.Count > 1).OrderBy(group => group[0]))
        {
            var ids = group.ConvertAll(index => model.Factors[index].Id);
            var names = string.Join(", ", ids.Count <= MostNamed ? ids : ids.Take(MostNamed).Append("..."));
            using var scope = context.Bag.Within("factors/" + ids[0]);
            context.Bag.Add(
                "DT3021",
                context.PlaceOf("factors/" + ids[0]),
                new LocalizedText(
                    $"Fast factors (inertia under two steps) stand in a loop: {names}; shorten the step or slow them down.",
                    $"Schnelle Faktoren (Trägheit unter zwei Schritten) stehen in einer Schleife: {names}; bitte den Schritt verkürzen oder sie verlangsamen."),
                [.. ids.Skip(1).Take(MostNamed).Select(id => new RelatedPlace(context.PlaceOf("factors/" + id), new LocalizedText("This factor belongs to the loop.", "Dieser Faktor gehört zur Schleife.")))]);
        }
    }

    private static bool IsFast(Inertia? inertia, Horizon horizon)
    {
        var least = FewestSteps * Period.DaysIn(horizon.Step);
        return inertia?.Up?.Value.Days < least || inertia?.Down?.Value.Days < least;
    }

    /// <summary>Strongly connected groups (Kosaraju 1978, Sharir 1981), each ascending.</summary>
    private static List<List<int>> Groups(int count, List<(int From, int To)> edges)
    {
        var (forward, backward) = (edges.ToLookup(edge => edge.From, edge => edge.To), edges.ToLookup(edge => edge.To, edge => edge.From));
        var order = new List<int>();
        var seen = new bool[count];
        for (var i = 0; i < count; i++)
        {
            Follow(i, forward, seen, order);
        }

        seen = new bool[count];
        var groups = new List<List<int>>();
        foreach (var start in order.AsEnumerable().Reverse())
        {
            var group = new List<int>();
            Follow(start, backward, seen, group);
            group.Sort();
            groups.Add(group);
        }

        return [.. groups.Where(group => group.Count > 0)];
    }

    /// <summary>Adds what is reached and not seen yet, each after everything reached from it; with a stack of its own.</summary>
    private static void Follow(int start, ILookup<int, int> next, bool[] seen, List<int> finished)
    {
        var open = new Stack<(int At, bool IsLeaving)>();
        open.Push((start, false));
        while (open.TryPop(out var item))
        {
            if (item.IsLeaving)
            {
                finished.Add(item.At);
                continue;
            }

            if (seen[item.At])
            {
                continue;
            }

            seen[item.At] = true;
            open.Push((item.At, true));
            foreach (var other in next[item.At].Where(other => !seen[other]))
            {
                open.Push((other, false));
            }
        }
    }
}
