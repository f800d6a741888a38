using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>An event that happened in the present step.</summary>
/// <param name="Event">The event.</param>
/// <param name="Outcome">How it turned out.</param>
/// <param name="Repeat">How many of the same event came before it in the step.</param>
/// <param name="Root">The event its chain began with.</param>
/// <param name="Pathway">The pathway of its chain, or of the edge that led to it.</param>
internal readonly record struct Happening(int Event, int Outcome, int Repeat, int Root, Pathway Pathway)
{
    /// <summary>How many of the root event came before the one this chain began with in the step.</summary>
    public int RootRepeat { get; init; }

    /// <summary>The event of the same step that led to it; -1 of a root. Its first happening in the step if it repeated.</summary>
    public int Cause { get; init; } = -1;

    /// <summary>Whether another one is of the same chain; both of the same step.</summary>
    /// <param name="other">The other one.</param>
    public bool IsOfChainOf(in Happening other) => Root == other.Root && RootRepeat == other.RootRepeat;
}

/// <summary>What the parts of a step share while one path is walked.</summary>
internal sealed class PathState
{
    /// <summary>Initialises the state of a path.</summary>
    /// <param name="model">The model.</param>
    /// <param name="world">Under which rules.</param>
    public PathState(CompiledModel model, PathRules world)
    {
        Model = model;
        Rules = world;
        View = new PathView(model.Conditions, model.Factors.Length, model.Measures.Length);
        Next = new int[model.Factors.Length];
        TookEffect = new bool[model.Measures.Length];
        AgreedEarly = new bool[model.Measures.Length];
        HeldUp = new bool[model.Factors.Length];
        HeldDown = new bool[model.Factors.Length];
        Parameters = null!;
    }

    /// <summary>The model.</summary>
    public CompiledModel Model { get; }

    /// <summary>Under which rules the path is walked.</summary>
    public PathRules Rules { get; }

    /// <summary>What conditions read.</summary>
    public PathView View { get; }

    /// <summary>The draw's parameters; set before the first path.</summary>
    public DrawParameters Parameters { get; set; }

    /// <summary>The path's part of the keys of its random numbers.</summary>
    public PathKey Key { get; set; }

    /// <summary>An event that does not happen in one step of this path, and the step; -1: none.</summary>
    public (int Event, int Step) LeftOut { get; set; }

    /// <summary>The states to be at the next step.</summary>
    public int[] Next { get; }

    /// <summary>Measures that came into force in this step.</summary>
    public bool[] TookEffect { get; }

    /// <summary>Measures agreed in this step without their preconditions.</summary>
    public bool[] AgreedEarly { get; }

    /// <summary>Factors that may not move up in this step.</summary>
    public bool[] HeldUp { get; }

    /// <summary>Factors that may not move down in this step.</summary>
    public bool[] HeldDown { get; }

    /// <summary>What happened in this step, in the order in which it was found.</summary>
    public List<Happening> Happenings { get; } = [];

    /// <summary>Effects overridden in this step.</summary>
    public int Overridden { get; set; }

    /// <summary>The random number of a purpose in this step.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="bits">How many bits, a multiple of 8: <see cref="Thresholds.EventBits"/> or <see cref="Thresholds.StateBits"/>.</param>
    public long Number(ulong purpose, int bits)
    {
        var stepKey = KeyedNoise.StepKey(purpose, View.Step);
        var number = 0L;
        for (var place = 0; place < bits / 8; place++)
        {
            number = (number << 8) | (uint)KeyedNoise.Byte(Key, stepKey, place);
        }

        return number;
    }

    /// <summary>Whether the random number of a purpose in this step is below a threshold; as many bytes are made as it takes to know.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="bits">Its bits.</param>
    public bool IsBelow(ulong purpose, long threshold, int bits) => KeyedNoise.IsBelow(Key, KeyedNoise.StepKey(purpose, View.Step), threshold, bits);

    /// <summary>The purpose of the same thing when it comes several times in a step.</summary>
    /// <param name="purpose">The purpose of the first.</param>
    /// <param name="repeat">How many came before.</param>
    public static ulong Repeated(ulong purpose, int repeat) => repeat == 0 ? purpose : KeyedNoise.Mix64(purpose + (ulong)repeat);

    /// <summary>Whether an effect acts that could: its condition and its chance.</summary>
    /// <param name="effect">The effect's place.</param>
    /// <param name="repeat">How often its owner came before in this step.</param>
    public bool Acts(int effect, int repeat)
    {
        var compiled = Model.Effects[effect];
        return View.Holds(compiled.When)
            && (compiled.ChanceSlot < 0 || IsBelow(Repeated(compiled.Chance, repeat), Parameters.Chances[effect], Thresholds.EventBits));
    }

    /// <summary>The product of the multipliers that hold.</summary>
    /// <param name="multipliers">Rules, and effects of measures.</param>
    public double Product(ImmutableArray<CompiledMultiplier> multipliers)
    {
        var product = 1.0;
        foreach (var multiplier in multipliers)
        {
            var holds = multiplier.Effect < 0
                ? View.Holds(multiplier.When)
                : View.Phases[Model.Effects[multiplier.Effect].Measure] == MeasurePhase.InForce && Acts(multiplier.Effect, 0);
            if (holds)
            {
                product *= Parameters.Values[multiplier.Slot];
            }
        }

        return product;
    }

    /// <summary>Whether a state may not be entered now.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="state">The state.</param>
    public bool IsBarred(int factor, int state)
    {
        foreach (var barrier in Model.Factors[factor].Barriers)
        {
            if (barrier.States[state] && View.Holds(barrier.While))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a move between two states is held.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="from">From.</param>
    /// <param name="to">To.</param>
    public bool IsHeld(int factor, int from, int to) => to > from ? HeldUp[factor] : to < from && HeldDown[factor];
}
