using Detente.Reports.Html;
using Detente.Reports.Tree;

namespace Detente.Reports.Tests.Html;

public sealed class TableauColoursTests
{
    [Fact]
    public void Black_on_white_has_the_contrast_of_the_guidelines() => Assert.Equal(21, TableauColours.Contrast("#000000", "#ffffff"), 9);

    [Fact]
    public void Every_text_has_a_contrast_of_4_5_to_1_at_least()
    {
        var shades = from count in Enumerable.Range(1, 99) from place in Enumerable.Range(0, count) from isOrdered in new[] { true, false } select new StateShade(place, count, isOrdered);
        Assert.All(shades.Append(null), shade => Assert.True(TableauColours.Contrast(TableauColours.Ink(TableauColours.Ground(shade)), TableauColours.Ground(shade)) >= 4.5));
    }

    [Fact]
    public void A_given_colour_is_the_ground_and_its_text_is_read()
    {
        var steps = Enumerable.Range(0, 18).Select(step => 15 * step).ToList();
        var colours = from red in steps from green in steps from blue in steps select $"{red:X2}{green:X2}{blue:X2}";
        Assert.All(colours, colour =>
        {
            var ground = TableauColours.Ground(new StateShade(0, 2, true) { Colour = colour });
            Assert.Equal("#" + colour, ground, ignoreCase: true);
            Assert.True(TableauColours.Contrast(TableauColours.Ink(ground), ground) >= 4.5);
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    public void Ordered_states_go_from_light_to_dark_in_steps_that_show_in_grey(int count)
    {
        var greys = Enumerable.Range(0, count).Select(place => TableauColours.Luminance(TableauColours.Ground(new StateShade(place, count, true)))).ToList();
        Assert.All(greys.Zip(greys.Skip(1)), pair => Assert.True((pair.First + 0.05) / (pair.Second + 0.05) > 1.2));
    }

    [Fact]
    public void Neighbours_among_nominal_states_have_different_grounds()
    {
        var grounds = Enumerable.Range(0, 7).Select(place => TableauColours.Ground(new StateShade(place, 7, false))).ToList();
        Assert.Equal(7, grounds.Distinct().Count());
    }
}
