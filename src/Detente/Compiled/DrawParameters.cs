using Detente.Numerics;

namespace Detente.Compiled;

/// <summary>Everything about a model that a draw of its judged numbers changes: impacts, thresholds, tables of choices.</summary>
/// <remarks>Belongs to one thread, since its tables fill themselves. Made once per draw; costs some microseconds per number.</remarks>
internal sealed class DrawParameters
{
    /// <summary>Initialises the parameters of a draw.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">Values by slot, see <see cref="NumberTable"/>.</param>
    public DrawParameters(CompiledModel model, double[] values)
    {
        Values = values;
        FillImpacts(model);
        FillTendencies(model);
        Choices = [.. model.DecisivenessSlots.Select(slot => new ChoiceTable(values[slot]))];
        Up = [.. model.Factors.Select(factor => Reconsidering(model, factor.UpSlot))];
        Down = [.. model.Factors.Select(factor => Reconsidering(model, factor.DownSlot))];
        Events = [.. model.Events.Select(of => new EventOdds(of, values, model.StepYears))];
        Uptake = [.. model.Measures.Select(measure => Thresholds.Of(Elementary.OneMinusExpOfMinus(values[measure.UptakeSlot] * model.StepYears), Thresholds.EventBits))];
        Chances = [.. model.Effects.Select(effect => Thresholds.Of(effect.ChanceSlot < 0 ? 1 : values[effect.ChanceSlot], Thresholds.EventBits))];
        Rates = [.. model.Effects.Select(effect => effect.RateSlot < 0 ? 0 : Thresholds.Of(Elementary.OneMinusExpOfMinus(values[effect.RateSlot] * model.StepYears), Thresholds.EventBits))];
        Draws = [.. model.Effects.Select(Drawing)];
        Pushes = [.. model.Pushes.Select(push => PushUnits.OfHundredths(Impacts.Hundredths(values[push.Lean.Slot])))];
    }

    /// <summary>Values by slot.</summary>
    public double[] Values { get; }

    /// <summary>By source factor what it does at once and unconditionally.</summary>
    public ImpactBlock[][] BySource { get; private set; } = [];

    /// <summary>Influences with a condition or a delay.</summary>
    public SpecialInfluence[] Special { get; private set; } = [];

    /// <summary>What tendencies add to each state, in hundredths of a point.</summary>
    public int[] Tendencies { get; private set; } = [];

    /// <summary>By place of a decisiveness.</summary>
    public ChoiceTable[] Choices { get; }

    /// <summary>By factor: threshold of reconsidering upwards, 16 bits.</summary>
    public long[] Up { get; }

    /// <summary>By factor: threshold of reconsidering downwards, 16 bits.</summary>
    public long[] Down { get; }

    /// <summary>By event.</summary>
    public EventOdds[] Events { get; }

    /// <summary>By measure: threshold of agreeing, 32 bits.</summary>
    public long[] Uptake { get; }

    /// <summary>By effect: threshold of acting, 32 bits.</summary>
    public long[] Chances { get; }

    /// <summary>By effect: threshold of its rate, 32 bits; 0 without one.</summary>
    public long[] Rates { get; }

    /// <summary>By effect: cumulative thresholds of a draw, 32 bits; null for others, and when all weights are 0.</summary>
    public long[]?[] Draws { get; }

    /// <summary>By push: its full strength in 1/65,536 point.</summary>
    public long[] Pushes { get; }

    private long Reconsidering(CompiledModel model, int slot) =>
        slot < 0 ? 0 : Thresholds.Of(Elementary.OneMinusExpOfMinus(model.StepYears / Values[slot]), Thresholds.StateBits);

    private long[]? Drawing(CompiledEffect effect)
    {
        if (effect.Alternatives.IsEmpty)
        {
            return null;
        }

        var cumulative = new long[effect.Slots.Length];
        return Thresholds.Cumulate([.. effect.Slots.Select(slot => Values[slot])], Thresholds.EventBits, cumulative) ? cumulative : null;
    }

    private void FillImpacts(CompiledModel model)
    {
        var tables = ImpactTables.From(model.Impacts, model.ImpactSlots.Select(slot => Values[slot]).ToArray());
        BySource = new ImpactBlock[model.Factors.Length][];
        var pairs = tables.Merge(influence => model.Delays[influence.Index] == 0);
        for (var source = 0; source < BySource.Length; source++)
        {
            BySource[source] = [.. pairs.Where(pair => pair.Source == source).Select(pair =>
                new ImpactBlock(model.Factors[pair.Target].Offset, model.Factors[pair.Target].States, [.. pair.Impacts]))];
        }

        Special = [.. model.Impacts.Influences.Where(influence => influence.When is not null || model.Delays[influence.Index] > 0).Select(influence =>
            new SpecialInfluence(
                influence,
                model.Delays[influence.Index],
                new ImpactBlock(model.Factors[influence.Target].Offset, influence.TargetStates, tables.Of(influence.Index).ToArray())))];
    }

    private void FillTendencies(CompiledModel model)
    {
        Tendencies = new int[model.StatesInAll];
        foreach (var tendency in model.Tendencies)
        {
            var points = Impacts.OfLean(Impacts.Hundredths(Values[tendency.Slot]), tendency.Numerators);
            for (var state = 0; state < points.Length; state++)
            {
                Tendencies[model.Factors[tendency.Factor].Offset + state] += points[state];
            }
        }
    }
}

/// <summary>What the states of one factor add to the states of another.</summary>
/// <param name="TargetOffset">Where the target's states begin.</param>
/// <param name="TargetStates">Number of the target's states.</param>
/// <param name="Impacts">In hundredths of a point; rows source states.</param>
internal sealed record ImpactBlock(int TargetOffset, int TargetStates, int[] Impacts)
{
    /// <summary>Adds a row to balances.</summary>
    /// <param name="balances">The balances of all states.</param>
    /// <param name="state">State of the source.</param>
    /// <param name="sign">1 to add, -1 to take away.</param>
    public void Add(int[] balances, int state, int sign)
    {
        var row = Impacts.AsSpan(state * TargetStates, TargetStates);
        var target = balances.AsSpan(TargetOffset, TargetStates);
        for (var i = 0; i < row.Length; i++)
        {
            target[i] += sign * row[i];
        }
    }
}

/// <summary>An influence with a condition or a delay.</summary>
/// <param name="Influence">The influence.</param>
/// <param name="Delay">Steps by which source and condition are read back.</param>
/// <param name="Block">What it adds while its condition holds.</param>
internal sealed record SpecialInfluence(CompiledInfluence Influence, int Delay, ImpactBlock Block);
