using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Compiled;

public sealed class ImpactTablesTests
{
    private static readonly Factor[] Three = [Factor("a", 2), Factor("b", 3), Factor("c", 2)];

    [Fact]
    public void Cells_that_are_not_named_are_nought()
    {
        var tables = ImpactTables.Of(Model(Three, Cells(0, 1, (1, 2, 2), (0, 0, -1.25))));
        Assert.Equal([-125, 0, 0, 0, 0, 200], tables.Of(0));
        Assert.Equal([0, 0, 200], tables.Row(0, 1));
    }

    [Fact]
    public void Numbers_have_slots_in_declaration_order_and_names_of_their_own()
    {
        var layout = ImpactLayout.Of(Model(Three, Weight(0, 1, 2), Cells(1, 2, (2, 0, 1), (0, 1, 3))));
        Assert.Equal(["f0 -> f1", "f1 -> f2/b2 -> c0", "f1 -> f2/b0 -> c1"], layout.Numbers.Select(number => number.Name));
        Assert.Equal([2, 1, 3], layout.StatedPoints());
    }

    [Fact]
    public void A_draw_replaces_the_stated_points_and_is_rounded_to_hundredths_first()
    {
        var layout = ImpactLayout.Of(Model(Three, Weight(0, 2, 2), Cells(0, 1, (1, 2, 2))));
        var tables = ImpactTables.From(layout, [-0.504, 1.005001]);
        Assert.Equal([-50, 50, 50, -50], tables.Of(0));
        Assert.Equal([0, 0, 0, 0, 0, 101], tables.Of(1));
    }

    [Fact]
    public void Unconditional_influences_of_a_pair_add_up_and_conditional_ones_stay_apart()
    {
        var tables = ImpactTables.Of(Model(
            Three,
            Weight(0, 2, 1),
            Cells(0, 2, (0, 0, 1)),
            Weight(0, 2, 3) with { When = In(1, 2) },
            Weight(2, 2, 1)));
        var pairs = tables.Merge();
        Assert.Equal([(0, 2), (2, 2)], pairs.Select(pair => (pair.Source, pair.Target)));
        Assert.Equal([200, -100, -100, 100], pairs[0].Impacts);
        Assert.Equal([(2, 2)], tables.Merge(influence => influence.Index == 3).Select(pair => (pair.Source, pair.Target)));
    }

    [Fact]
    public void A_balance_minds_conditions()
    {
        var tables = ImpactTables.Of(Model(Three, Weight(0, 2, 1), Weight(0, 2, -2) with { When = new Not(In(1, 0, 1)) }));
        Assert.Equal([100, -100], tables.Balance([0, 1, 0])[2]);
        Assert.Equal([-100, 100], tables.Balance([0, 2, 0])[2]);
    }

    [Fact]
    public void A_condition_that_always_holds_is_none()
    {
        var layout = ImpactLayout.Of(Model(Three, Weight(0, 2, 1) with { When = new ConstantCondition(true) }, Weight(0, 2, 1) with { When = new ConstantCondition(false) }));
        Assert.Null(layout.Influences[0].When);
        Assert.False(layout.Influences[1].When!.Holds([0, 0, 0]));
    }

    [Fact]
    public void What_no_text_could_hold_is_refused()
    {
        Refuses(Weight(0, 3, 1));
        Refuses(Weight(-1, 0, 1));
        Refuses(Cells(0, 1, (2, 0, 1)));
        Refuses(Cells(0, 1, (0, 3, 1)));
        Refuses(Cells(0, 1, (0, 0, 1), (0, 0, 2)));
        Refuses(Weight(0, 1, double.NaN));
        Refuses(Weight(0, 1, double.PositiveInfinity));
        Refuses(Weight(0, 1, 10_001));
        Refuses(Weight(0, 1, 1) with { Weight = new Estimate(1, 2, 3) });
        Refuses(Weight(0, 1, 1) with { When = In(3, 0) });
        Refuses(Weight(0, 1, 1) with { When = In(0, 2) });
        Refuses(Weight(0, 1, 1) with { When = new DateCondition(Comparison.Less, new DateOnly(2000, 1, 1)) });
        Assert.Throws<ArgumentException>(() => ImpactLayout.Of(Model([Factor("a", 0)])));
        Assert.Throws<ArgumentException>(() => ImpactTables.From(ImpactLayout.Of(Model(Three, Weight(0, 1, 1))), []));
        Assert.Throws<ArgumentException>(() => ImpactTables.From(ImpactLayout.Of(Model(Three, Weight(0, 1, 1))), [double.NaN]));

        static void Refuses(Influence influence) => Assert.Throws<ArgumentException>(() => ImpactLayout.Of(Model(Three, influence)));
    }
}
