using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>Factors of a box that have nothing to do with each other: no balance that is still in doubt, no condition and no order joins two groups of them.</summary>
internal static class Islands
{
    /// <summary>Groups the factors with several open states.</summary>
    /// <param name="box">The box, propagated.</param>
    /// <param name="ground">What is common to the search.</param>
    /// <param name="isExact">Whether the total impact score must be the sum of what the groups contribute, too.</param>
    /// <returns>Groups of two factors or more, by their first factor; then all others as one more, if there are any.</returns>
    public static ImmutableArray<ImmutableArray<int>> Of<T>(Box<T> box, SearchGround<T> ground, bool isExact)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        var root = Enumerable.Range(0, ground.Factors).ToArray();
        bool IsOpen(int factor) => (box.Open[factor] & (box.Open[factor] - 1)) != 0;
        int Find(int factor) => root[factor] == factor ? factor : root[factor] = Find(root[factor]);
        void Join(IEnumerable<int> factors)
        {
            var open = factors.Where(IsOpen).ToList();
            foreach (var factor in open.Skip(1))
            {
                root[Find(factor)] = Find(open[0]);
            }
        }

        var inDoubt = new bool[ground.Factors];
        box.Doubt(inDoubt, withinReach: false);
        for (var target = 0; target < inDoubt.Length; target++)
        {
            var movers = Enumerable.Range(0, ground.Factors).Where(source => ground.Box.Tables.Moved[source].Contains(target)).ToList();
            Join(inDoubt[target] ? movers.Append(target) : []);
            foreach (var source in isExact ? movers : [])
            {
                Join([source, target]);
            }
        }

        foreach (var influence in ground.Box.Tables.Matrix.Conditional)
        {
            Join(isExact || inDoubt[influence.Target] ? influence.When!.Factors.Append(influence.Source).Append(influence.Target) : []);
        }

        foreach (var asks in ground.Conditions.Asks)
        {
            Join(asks);
        }

        var groups = Enumerable.Range(0, ground.Factors).Where(IsOpen).GroupBy(Find).Select(group => group.ToImmutableArray()).ToList();
        ImmutableArray<int> alone = [.. groups.Where(group => group.Length == 1).SelectMany(group => group)];
        return [.. groups.Where(group => group.Length > 1), .. alone.IsEmpty ? [] : (ImmutableArray<int>[])[alone]];
    }
}
