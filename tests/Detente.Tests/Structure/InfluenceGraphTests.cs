using Detente.Compiled;
using Detente.Models;
using Detente.Structure;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Structure;

public sealed class InfluenceGraphTests
{
    private static readonly Factor[] Factors = [Factor("a", 3), Factor("b", 3), Factor("n", 3, FactorScale.Nominal), Factor("one", 1)];

    // Three by three, weight 2: the first column runs from 2 to -2, so half its range is 2.
    [Fact]
    public void A_weight_is_as_strong_as_it_is_written() => Assert.Equal([2, 1.5], Graph(Weight(0, 1, 2), Weight(1, 0, -1.5)).Strengths);

    // Columns: (3, 0, 0), (0, -1, 0), (0, 0, 1); the widest range is 3.
    [Fact]
    public void Cells_are_as_strong_as_half_the_widest_column() => Assert.Equal([1.5], Graph(Cells(0, 1, (0, 0, 3), (1, 1, -1), (2, 2, 1))).Strengths);

    // The same pull from every source state is no influence of the source.
    [Fact]
    public void A_pull_that_no_source_state_changes_has_no_strength()
    {
        var graph = Graph(Cells(0, 1, (0, 2, 1), (1, 2, 1), (2, 2, 1)));
        Assert.Equal([0], graph.Strengths);
        Assert.Empty(graph.Links[0]);
    }

    [Fact]
    public void A_condition_is_taken_to_hold() => Assert.Equal([2], Graph(Weight(0, 1, 2) with { When = In(2, 0) }).Strengths);

    [Theory]
    [InlineData(1, (int)LinkSign.Positive)]
    [InlineData(-1, (int)LinkSign.Negative)]
    public void A_weight_has_its_own_sign(double weight, int sign) => Assert.Equal((LinkSign)sign, Assert.Single(Graph(Weight(0, 1, weight)).Links[0]).Sign);

    // u = -1, 0, 1: only corners count. 2 at (low, low) against 3 at (low, high): 2 - 3 < 0; equal ones leave it open.
    [Fact]
    public void Cells_between_ordered_factors_have_the_sign_of_their_corners()
    {
        Assert.Equal(LinkSign.Negative, Assert.Single(Graph(Cells(0, 1, (0, 0, 2), (0, 2, 3), (1, 0, 3))).Links[0]).Sign);
        Assert.Equal(LinkSign.Depends, Assert.Single(Graph(Cells(0, 1, (0, 0, 2), (0, 2, 2))).Links[0]).Sign);
    }

    [Fact]
    public void Without_order_the_sign_depends() => Assert.Equal(LinkSign.Depends, Assert.Single(Graph(Cells(0, 2, (0, 0, 2))).Links[0]).Sign);

    [Fact]
    public void Influences_of_a_pair_are_one_link_and_must_agree_on_its_sign()
    {
        var agreed = Assert.Single(Graph(Weight(0, 1, 2), Weight(0, 1, 1) with { When = In(2, 0) }).Links[0]);
        Assert.Equal(new Link(0, 1, 3, LinkSign.Positive), agreed);
        var torn = Assert.Single(Graph(Weight(0, 1, 2), Weight(0, 1, -1) with { When = In(2, 0) }).Links[0]);
        Assert.Equal(LinkSign.Depends, torn.Sign);
    }

    [Fact]
    public void Nothing_links_to_itself_or_through_one_state()
    {
        var graph = Graph(Weight(0, 0, 2), Weight(0, 3, 2));
        Assert.Equal([2, 0], graph.Strengths);
        Assert.Empty(graph.Links[0]);
    }

    private static InfluenceGraph Graph(params Influence[] influences)
    {
        var model = Model(Factors, influences);
        return InfluenceGraph.Of(model, ImpactTables.Of(model));
    }
}
