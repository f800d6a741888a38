using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Which events of a step belong together: the happenings of each lane in their order, for meters that count chains once.</summary>
/// <remarks>Cost: that of looking once at each happening; a look back reads those before it on its lane.</remarks>
internal sealed class StepChains
{
    private readonly CompiledModel model;
    private readonly int[] lastOfLane = new int[LaneWalk.MostLanes]; // place of its last happening in the step, and one; 0 between steps
    private int[] earlier = []; // by happening of the step that before it on the same lane; -1: none

    /// <summary>Initialises the chains.</summary>
    /// <param name="model">The model.</param>
    public StepChains(CompiledModel model) => this.model = model;

    /// <summary>Takes up what happened in a step.</summary>
    /// <param name="happenings">The happenings, those of one lane in their order.</param>
    public void Enter(ReadOnlySpan<LaneHappening> happenings)
    {
        if (earlier.Length < happenings.Length)
        {
            earlier = new int[2 * happenings.Length];
        }

        for (var i = 0; i < happenings.Length; i++)
        {
            ref var last = ref lastOfLane[happenings[i].Lane];
            (earlier[i], last) = (last - 1, i + 1);
        }

        foreach (var (lane, _) in happenings)
        {
            lastOfLane[lane] = 0;
        }
    }

    /// <summary>The place of the happening before one on the same lane; -1: none.</summary>
    /// <param name="i">The place of the one.</param>
    public int Before(int i) => earlier[i];

    /// <summary>The severity of what a happening led to; -1: none.</summary>
    /// <param name="happening">The happening.</param>
    public int SeverityOf(in Happening happening) => model.Events[happening.Event].Outcomes[happening.Outcome].Severity;

    /// <summary>The gravest severity that earlier events of the same chain reached in this step; -1: none. Stops looking where it reaches its own.</summary>
    /// <param name="happenings">See <see cref="Enter"/>.</param>
    /// <param name="i">The place of the happening.</param>
    public int ReachedBefore(ReadOnlySpan<LaneHappening> happenings, int i)
    {
        var happening = happenings[i].Happening;
        var own = SeverityOf(happening);
        var before = -1;
        for (var other = happening.Cause >= 0 ? earlier[i] : -1; other >= 0 && before < own; other = earlier[other])
        {
            before = happenings[other].Happening.IsOfChainOf(happening) ? Math.Max(before, SeverityOf(happenings[other].Happening)) : before;
        }

        return before;
    }
}
