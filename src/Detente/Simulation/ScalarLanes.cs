using System.Runtime.InteropServices;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Lanes walked one by one: a <see cref="PathSimulator"/> each. The plain twin of the engine that walks them together.</summary>
internal sealed class ScalarLanes : LaneWalk
{
    private const byte NoScenario = 255;
    private const int KeptAnswers = 64; // sets handed out stay as they are for so many further questions
    private readonly LaneWorld world;
    private readonly List<PathSimulator> simulators = [];
    private readonly byte[][] states;
    private readonly byte[] scenarios = new byte[MostLanes];
    private readonly ulong[] valid = new ulong[MostLanes / LaneMask.WordLanes];
    private readonly ulong[][] answers = [.. Enumerable.Range(0, KeptAnswers).Select(_ => new ulong[MostLanes / LaneMask.WordLanes])];
    private int lastAnswer;
    private readonly List<LaneHappening> happenings = [];

    /// <summary>Initialises the lanes.</summary>
    /// <param name="world">The world.</param>
    public ScalarLanes(LaneWorld world)
    {
        this.world = world;
        states = [.. world.Model.Factors.Select(_ => new byte[MostLanes])];
    }

    /// <inheritdoc/>
    public override CompiledModel Model => world.Model;

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> Valid => valid.AsSpan(0, Words);

    /// <inheritdoc/>
    public override ReadOnlySpan<LaneHappening> Happenings => CollectionsMarshal.AsSpan(happenings);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Scenarios
    {
        get
        {
            for (var lane = 0; lane < Paths.Count; lane++)
            {
                scenarios[lane] = simulators[lane].View.Scenario is >= 0 and var scenario ? (byte)scenario : NoScenario;
            }

            return scenarios.AsSpan(0, Lanes);
        }
    }

    /// <inheritdoc/>
    public override int Overridden => simulators.Take(Paths.Count).Skip(Paths.Skipped).Sum(simulator => simulator.Overridden);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> States(int factor) => states[factor].AsSpan(0, Lanes);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> InState(int factor, int of) => Where(simulator => simulator.View.States[factor] == of);

    /// <inheritdoc/>
    public override void AddStates(Span<long> counts)
    {
        for (var factor = 0; factor < states.Length; factor++)
        {
            foreach (var of in states[factor].AsSpan(Paths.Skipped, Paths.Count - Paths.Skipped))
            {
                counts[Model.Factors[factor].Offset + of]++;
            }
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> OnlyByPastEvents() =>
        Where(simulator => Model.Conditions.ScenariosReadEvents && Model.Conditions.QuietScenarioOf(simulator.View) != simulator.View.Scenario);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> InScenario(int scenario) => Where(simulator => simulator.View.Scenario == scenario);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> Holds(int node) => Where(simulator => simulator.View.Holds(node));

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> InForce(int measure) => Where(simulator => simulator.View.Phases[measure] == MeasurePhase.InForce);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> AgreedNow(int measure) => Where(simulator => simulator.View.AgreedNow[measure]);

    /// <inheritdoc/>
    public override ReadOnlySpan<ulong> AgreedEarly(int measure) => Where(simulator => simulator.AgreedEarly[measure]);

    /// <inheritdoc/>
    public override void Start(DrawParameters parameters, LanePaths paths)
    {
        Step = 0;
        Paths = paths;
        Words = (paths.Count + LaneMask.WordLanes - 1) / LaneMask.WordLanes;
        Array.Clear(valid);
        happenings.Clear();
        for (var lane = 0; lane < paths.Count; lane++)
        {
            if (lane == simulators.Count)
            {
                simulators.Add(new PathSimulator(world.Model, world.Rules));
            }

            if (lane >= paths.Skipped)
            {
                LaneMask.Set(valid, lane);
            }

            simulators[lane].Start(parameters, KeyedNoise.PathKey(paths.Seed, paths.Noise, (ulong)(paths.First + lane)));
        }

        Show();
    }

    /// <inheritdoc/>
    public override void LeaveOut(int e, ReadOnlySpan<short> steps)
    {
        for (var lane = 0; lane < Paths.Count; lane++)
        {
            if (steps[lane] >= 0)
            {
                simulators[lane].LeaveOut(e, steps[lane]);
            }
        }
    }

    /// <inheritdoc/>
    public override void MoveMeasures() => Each(simulator => simulator.MoveMeasures());

    /// <inheritdoc/>
    public override void Happen()
    {
        happenings.Clear();
        for (var lane = 0; lane < Paths.Count; lane++)
        {
            simulators[lane].Happen();
            foreach (var happening in lane < Paths.Skipped ? [] : simulators[lane].Happenings)
            {
                happenings.Add(new LaneHappening(lane, happening));
            }
        }
    }

    /// <inheritdoc/>
    public override void Move()
    {
        Each(simulator => simulator.Move());
        Step++;
        happenings.Clear();
        Show();
    }

    private void Each(Action<PathSimulator> act)
    {
        for (var lane = 0; lane < Paths.Count; lane++)
        {
            act(simulators[lane]);
        }
    }

    private void Show()
    {
        for (var factor = 0; factor < states.Length; factor++)
        {
            for (var lane = 0; lane < Paths.Count; lane++)
            {
                states[factor][lane] = (byte)simulators[lane].View.States[factor];
            }
        }
    }

    private ReadOnlySpan<ulong> Where(Func<PathSimulator, bool> holds)
    {
        lastAnswer = (lastAnswer + 1) % KeptAnswers;
        var answer = answers[lastAnswer];
        Array.Clear(answer);
        for (var lane = 0; lane < Paths.Count; lane++)
        {
            if (holds(simulators[lane]))
            {
                LaneMask.Set(answer, lane);
            }
        }

        return answer.AsSpan(0, Words);
    }
}
