using Detente.Simulation;

namespace Detente.Tests.Simulation;

public sealed class PathwayTreeTests
{
    [Theory]
    [InlineData(1, 5, 0, 1)]
    [InlineData(2, 5, 5, 6)]
    [InlineData(3, 4, 4, 31)]
    [InlineData(5, 5, 5, 1365)]
    [InlineData(9, 5, 3, 585)] // the next level would have 4,096 nodes more
    public void The_tree_is_as_deep_as_asked_or_as_its_nodes_allow(int kinds, int depth, int reached, int nodes)
    {
        var tree = new PathwayTree(kinds, depth);
        Assert.Equal((reached, nodes), (tree.Depth, tree.Nodes));
    }

    [Fact]
    public void Every_node_is_the_child_of_its_parent_by_its_own_kind()
    {
        var tree = new PathwayTree(4, 4);
        var kinds = tree.Kinds(2);
        Assert.Equal(2, kinds[0]);
        Assert.All(Enumerable.Range(1, tree.Nodes - 1), node =>
        {
            var parent = tree.Parent(node);
            Assert.NotEqual(kinds[parent], kinds[node]);
            Assert.Equal(node, tree.Child(parent, kinds[parent], kinds[node]));
        });
    }
}
