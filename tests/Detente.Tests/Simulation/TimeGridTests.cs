using Detente.Simulation;

namespace Detente.Tests.Simulation;

public sealed class TimeGridTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 125)]
    [InlineData(120, 125)]
    [InlineData(120, 40)]
    [InlineData(3653, 125)]
    public void The_first_and_the_last_date_are_kept_and_no_more_than_asked(int steps, int most)
    {
        var grid = new TimeGrid(steps, most);
        Assert.Equal((0, steps), (grid.Steps[0], grid.Steps[^1]));
        Assert.InRange(grid.Count, 2, most + 1);
        Assert.All(Enumerable.Range(0, steps + 1), step => Assert.Equal(grid.Steps.IndexOf(step), grid.Place(step)));
    }

    [Fact]
    public void All_dates_are_kept_where_they_fit() => Assert.Equal(Enumerable.Range(0, 121), new TimeGrid(120, 125).Steps);
}
