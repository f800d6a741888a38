using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Cib;

/// <summary>The smallest change of one judged number under which a rival strictly beats a factor's own state. In hundredths of a point.</summary>
/// <param name="Influence">The influence in force, its place in <see cref="Model.Influences"/>.</param>
/// <param name="TargetState">The state of the target that the changed cell is on; null for the weight of the influence.</param>
/// <param name="From">The number as stated.</param>
/// <param name="To">The number that would tip it.</param>
/// <param name="IsWithinRange">Whether it lies in the range stated for the judgement.</param>
internal sealed record JudgementTip(int Influence, int? TargetState, int From, int To, bool IsWithinRange)
{
    /// <summary>Numbers beyond this are no judgement: the language takes none.</summary>
    public const int Largest = 10_000;

    /// <summary>The tips of all influences in force that have one, the nearest of each number and, if that is out of range, one of the other sign within it; smallest change first; on a tie those within their range, then in declaration order.</summary>
    /// <param name="contest">The own state and its rival; not ahead yet.</param>
    /// <param name="rival">The rival.</param>
    /// <param name="model">The model.</param>
    public static IEnumerable<JudgementTip> All(Contest contest, int rival, Model model)
    {
        var x = contest.Configuration;
        return contest.Influences
            .Where(influence => influence.When?.Holds(x.AsSpan()) ?? true)
            .SelectMany(influence => influence.IsWeight
                ? OfWeight(contest, rival, influence, model.Influences[influence.Index].Weight!.Value)
                : OfCells(contest, rival, influence, model.Influences[influence.Index].Cells))
            .OrderBy(tip => Math.Abs(tip.To - tip.From))
            .ThenByDescending(tip => tip.IsWithinRange)
            .ThenBy(tip => tip.Influence)
            .ThenBy(tip => tip.TargetState);
    }

    private static IEnumerable<JudgementTip> OfCells(Contest contest, int rival, CompiledInfluence influence, ImmutableArray<ImpactCell> cells)
    {
        var x = contest.Configuration;
        foreach (var (target, change) in new[] { (x[contest.Factor], -contest.Lead - 1), (rival, contest.Lead + 1) })
        {
            var stated = cells.FirstOrDefault(cell => cell.SourceState == x[influence.Source] && cell.TargetState == target).Impact;
            var from = Impacts.Hundredths(stated.Value);
            if (Math.Abs(from + change) <= Largest)
            {
                yield return new(influence.Index, target, from, from + change, Covers(stated, from + change));
            }
        }
    }

    private static IEnumerable<JudgementTip> OfWeight(Contest contest, int rival, CompiledInfluence influence, Estimate stated)
    {
        if (influence.SourceStates < 2)
        {
            yield break;
        }

        var (from, source) = (Impacts.Hundredths(stated.Value), contest.Configuration[influence.Source]);
        var most = contest.Advantage(influence, source) - contest.Lead - 1;
        var nearest = new[] { false, true }
            .SelectMany(isNegative => Spread(isNegative).Nearest(isNegative ? -from : from, most).Select(size => isNegative ? -size : size))
            .OrderBy(to => Math.Abs(to - from))
            .ThenBy(to => to)
            .Select(to => new JudgementTip(influence.Index, null, from, to, Covers(stated, to)));

        // One of the other sign may lie in the range where a nearer one does not.
        var isFirst = true;
        foreach (var tip in nearest)
        {
            if (isFirst || tip.IsWithinRange)
            {
                yield return tip;
            }

            if (tip.IsWithinRange)
            {
                break;
            }

            isFirst = false;
        }

        UnitSpread Spread(bool isNegative)
        {
            var (numerators, denominator) = Impacts.UnitRow(isNegative, source, (influence.SourceStates, influence.TargetStates), influence.Shape);
            return new(numerators[contest.Configuration[contest.Factor]], numerators[rival], denominator);
        }
    }

    private static bool Covers(Estimate stated, int hundredths) => stated.Low <= hundredths / 100.0 && hundredths / 100.0 <= stated.High;

    /// <summary>How much a weight of one sign adds to the own state and to the rival, for each hundredth of its size.</summary>
    private readonly record struct UnitSpread(long Own, long Rival, long Denominator)
    {
        /// <summary>The sizes nearest to one, at most one smaller and one larger, at which the own state gets at most so much more than the rival.</summary>
        public IEnumerable<int> Nearest(int size, int most)
        {
            var start = Math.Clamp(size, 0, Largest);
            return new[] { First(start, -1, most), First(start, 1, most) }.OfType<int>();
        }

        private long Slope => Own - Rival;

        // Rounded, an advantage differs from size times slope by a hundredth at most: what lies further off need not be looked at.
        private int? First(int start, int step, int most)
        {
            var (reach, at) = ((most + 1) * Denominator, (long)start);
            if (at * Slope > reach)
            {
                if (Slope * step >= 0)
                {
                    return null;
                }

                at = Slope > 0 ? Floor(reach, Slope) : -Floor(reach, -Slope);
            }

            for (; at is >= 0 and <= Largest && at * Slope <= reach && Slope != 0; at += step)
            {
                if (Impacts.DivideRounded(at * Own, Denominator) - Impacts.DivideRounded(at * Rival, Denominator) <= most)
                {
                    return (int)at;
                }
            }

            return null;
        }

        private static long Floor(long numerator, long positive) => (numerator / positive) - (numerator % positive < 0 ? 1 : 0);
    }
}
