using Detente.Cib;

namespace Detente.Tests.Cib;

public sealed class ScenarioListTests
{
    [Fact]
    public void A_box_of_more_configurations_than_can_be_looked_at_is_left_when_cancelled()
    {
        using var source = new CancellationTokenSource();
        var list = new ScenarioList(10, new ScenarioOrder(RandomQuestion.Of(1).Matrix));
        list.Add([1, 3], source.Token);
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => list.Add([2, 3], source.Token));
        Assert.Equal(2, list.InOrder().Length);
    }
}
