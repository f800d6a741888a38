using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Structure;

/// <summary>Which way a factor moves another along their orders.</summary>
internal enum LinkSign
{
    /// <summary>More of the one makes less of the other.</summary>
    Negative = -1,

    /// <summary>Depends on the state, or the states have no order.</summary>
    Depends = 0,

    /// <summary>More of the one makes more of the other.</summary>
    Positive = 1,
}

/// <summary>All influences of one factor on another, taken together.</summary>
/// <param name="Source">The source factor.</param>
/// <param name="Target">The target factor; not the source.</param>
/// <param name="Strength">Strength of their sum, in points; above 0.</param>
/// <param name="Sign">Their common sign; depends when they disagree.</param>
internal readonly record struct Link(int Source, int Target, double Strength, LinkSign Sign);

/// <summary>Strengths and signs of the influences of a model: conditional ones as if their condition held, delays not looked at.</summary>
internal sealed class InfluenceGraph
{
    private InfluenceGraph(ImmutableArray<double> strengths, ImmutableArray<ImmutableArray<Link>> links)
    {
        Strengths = strengths;
        Links = links;
    }

    /// <summary>Strength of every influence in points, in declaration order: half the largest range of a target column over the source states.</summary>
    public ImmutableArray<double> Strengths { get; }

    /// <summary>The links from every factor, by target; pairs whose influences have no strength, and influences of a factor on itself, are none.</summary>
    public ImmutableArray<ImmutableArray<Link>> Links { get; }

    /// <summary>Reads the graph of a model, every judgement at its stated point.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tables">Its impacts.</param>
    public static InfluenceGraph Of(Model model, ImpactTables tables)
    {
        var links = from influence in tables.Layout.Influences
                    where influence.Source != influence.Target
                    group influence by (influence.Source, influence.Target) into pair
                    let link = Link(model, tables, [.. pair])
                    where link.Strength > 0
                    orderby link.Target
                    select link;
        var bySource = links.ToLookup(link => link.Source);
        return new InfluenceGraph(
            [.. tables.Layout.Influences.Select(influence => Strength(tables.Of(influence.Index), influence.TargetStates))],
            [.. Enumerable.Range(0, model.Factors.Length).Select(factor => bySource[factor].ToImmutableArray())]);
    }

    private static Link Link(Model model, ImpactTables tables, ImmutableArray<CompiledInfluence> influences)
    {
        var (source, target) = (influences[0].Source, influences[0].Target);
        var sum = new int[influences[0].SourceStates * influences[0].TargetStates];
        var signs = new HashSet<LinkSign>();
        foreach (var influence in influences)
        {
            var table = tables.Of(influence.Index);
            for (var cell = 0; cell < sum.Length; cell++)
            {
                sum[cell] += table[cell];
            }

            // One without strength moves nothing and has no say.
            if (Strength(table, influence.TargetStates) > 0)
            {
                signs.Add(Sign(model.Factors[source], model.Factors[target], table));
            }
        }

        return new Link(source, target, Strength(sum, influences[0].TargetStates), signs.Count == 1 ? signs.First() : LinkSign.Depends);
    }

    private static double Strength(ReadOnlySpan<int> table, int columns)
    {
        var widest = 0;
        for (var b = 0; b < columns; b++)
        {
            var (least, most) = (int.MaxValue, int.MinValue);
            for (var cell = b; cell < table.Length; cell += columns)
            {
                least = Math.Min(least, table[cell]);
                most = Math.Max(most, table[cell]);
            }

            widest = Math.Max(widest, most - least);
        }

        return widest / 200.0;
    }

    // Sign of the sum of u(a) C(a,b) u(b); positions scaled to integers.
    private static LinkSign Sign(Factor source, Factor target, ReadOnlySpan<int> table)
    {
        if (source.Scale != FactorScale.Ordered || target.Scale != FactorScale.Ordered)
        {
            return LinkSign.Depends;
        }

        var (rows, columns) = (source.States.Length, target.States.Length);
        long sum = 0;
        for (var a = 0; a < rows; a++)
        {
            for (var b = 0; b < columns; b++)
            {
                sum += ((2L * a) - (rows - 1)) * table[(a * columns) + b] * ((2L * b) - (columns - 1));
            }
        }

        return (LinkSign)Math.Sign(sum);
    }
}
