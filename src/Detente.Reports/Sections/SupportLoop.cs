using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The loop of mutual support that holds a scenario together. The brief and the answers of the command line find the same one.</summary>
internal static class SupportLoop
{
    private const int LongestLoop = 5;

    /// <summary>What speaks for the states of a scenario against their best rivals, strongest first.</summary>
    public static IEnumerable<BalanceContribution> Supports(IEnumerable<FactorBalance> balances) => balances
        .SelectMany(balance => balance.Contributions)
        .Where(contribution => contribution.AdvantageHundredths > 0)
        .OrderByDescending(contribution => contribution.AdvantageHundredths);

    /// <summary>The loop through the strongest support that lies on one; empty when there is none.</summary>
    public static ImmutableArray<FactorId> Find(Model model, IEnumerable<FactorBalance> balances)
    {
        var links = Supports(balances).Select(support => model.Influences[support.Influence]).ToList();
        return links.Select(link => LoopThrough(links, link)).FirstOrDefault(loop => loop.Length > 0, []);
    }

    /// <summary>A loop in words, back to where it begins.</summary>
    public static Phrase Round(ModelNames names, ImmutableArray<FactorId> loop) => Voice.Join(" → ", loop.Append(loop[0]).Select(factor => names.Factor(factor)));

    /// <summary>The shortest chain of links that leads from the end of one back to its beginning.</summary>
    private static ImmutableArray<FactorId> LoopThrough(List<Influence> links, Influence start)
    {
        var reached = new Dictionary<FactorId, ImmutableArray<FactorId>> { [start.To] = [start.From, start.To] };
        var queue = new Queue<FactorId>([start.To]);
        while (queue.TryDequeue(out var factor))
        {
            foreach (var next in links.Where(link => link.From == factor).Select(link => link.To))
            {
                if (next == start.From)
                {
                    return reached[factor];
                }

                if (reached[factor].Length < LongestLoop && reached.TryAdd(next, [.. reached[factor], next]))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return [];
    }
}
