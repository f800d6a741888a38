using System.Runtime.InteropServices;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Walks one path after the other through the steps of the horizon, in the order of docs/methods/futures.md.</summary>
/// <remarks>
/// For each step: <see cref="View"/> is the snapshot at its start; <see cref="MoveMeasures"/> does part 1; <see cref="Finish"/> does the rest
/// and shows the snapshot of the next step. One thread. The path depends on model, parameters, key and world only.
/// Cost of a step: two random numbers per factor, one per event and measure; balances change only with the states that change.
/// </remarks>
internal sealed class PathSimulator
{
    private readonly PathState path;
    private readonly MeasureStage measures;
    private readonly EventStage events;
    private readonly BalanceField balances;
    private readonly PushField pushes;
    private readonly RedrawStage redraw;
    private readonly EffectStage effects;

    /// <summary>Initialises a simulator.</summary>
    /// <param name="model">The model.</param>
    /// <param name="world">Under which rules.</param>
    public PathSimulator(CompiledModel model, PathRules world)
    {
        path = new PathState(model, world);
        measures = new MeasureStage(path);
        events = new EventStage(path);
        balances = new BalanceField(path);
        pushes = new PushField(path);
        redraw = new RedrawStage(path, balances, pushes);
        effects = new EffectStage(path, pushes);
    }

    /// <summary>The model.</summary>
    public CompiledModel Model => path.Model;

    /// <summary>The snapshot.</summary>
    public PathView View => path.View;

    /// <summary>What happened in the step just finished.</summary>
    public ReadOnlySpan<Happening> Happenings => CollectionsMarshal.AsSpan(path.Happenings);

    /// <summary>Measures agreed in the present step without their preconditions; after <see cref="MoveMeasures"/>.</summary>
    public ReadOnlySpan<bool> AgreedEarly => path.AgreedEarly;

    /// <summary>Effects overridden in the step just finished.</summary>
    public int Overridden => path.Overridden;

    /// <summary>The strength of every push in 1/65,536 point.</summary>
    public ReadOnlySpan<long> Pushes => pushes.Units;

    /// <summary>The balance of every state without pushes, in hundredths of a point, as the last redraw saw it or as changed by it.</summary>
    public ReadOnlySpan<int> Balances => balances.Balances;

    /// <summary>Begins a path.</summary>
    /// <param name="parameters">The draw's parameters; of this thread.</param>
    /// <param name="key">The path's key, see <see cref="KeyedNoise.PathKey"/>.</param>
    public void Start(DrawParameters parameters, PathKey key)
    {
        path.Parameters = parameters;
        path.Key = key;
        for (var factor = 0; factor < path.View.States.Length; factor++)
        {
            path.View.States[factor] = path.Model.Factors[factor].Initial;
        }

        path.LeftOut = (-1, -1);
        Hold(path.View.States, 0);
        path.View.Reset();
        path.Happenings.Clear();
        measures.Reset();
        balances.Reset();
        pushes.Reset();
    }

    /// <summary>Leaves an event out of one step of the path just begun.</summary>
    /// <param name="e">The event.</param>
    /// <param name="step">The step.</param>
    public void LeaveOut(int e, int step) => path.LeftOut = (e, step);

    /// <summary>Part 1 of the step.</summary>
    public void MoveMeasures() => measures.Run();

    /// <summary>Parts 2 to 6 of the step; then the snapshot is that of the next one.</summary>
    public void Finish()
    {
        Happen();
        Move();
    }

    /// <summary>Parts 2 and 3 of the step: <see cref="Happenings"/> are there, states and pushes are still those of the snapshot.</summary>
    public void Happen() => events.Run();

    /// <summary>Parts 4 to 6, after <see cref="Happen"/>; then the snapshot is that of the next step.</summary>
    public void Move()
    {
        redraw.Run();
        effects.Run();
        effects.Push();
        Hold(path.Next, path.View.Step + 1);
        CountHappenings();
        for (var factor = 0; factor < path.Next.Length; factor++)
        {
            var (from, to) = (path.View.States[factor], path.Next[factor]);
            if (from != to)
            {
                balances.Change(factor, from, to);
                path.View.States[factor] = to;
            }
        }

        Array.Clear(path.View.AgreedNow);
        path.View.Enter(path.View.Step + 1);
    }

    private void Hold(int[] states, int step)
    {
        foreach (var held in path.Rules.Held)
        {
            states[held.Factor] = step >= held.From ? held.State : states[held.Factor];
        }
    }

    private void CountHappenings()
    {
        path.View.CarryCounts();
        foreach (var happening in Happenings)
        {
            foreach (var pattern in path.Model.Events[happening.Event].Outcomes[happening.Outcome].Patterns)
            {
                path.View.Count(pattern);
            }
        }
    }
}
