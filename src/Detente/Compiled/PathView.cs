namespace Detente.Compiled;

/// <summary>Where a measure stands on a path.</summary>
internal enum MeasurePhase : byte
{
    /// <summary>Can be agreed.</summary>
    Idle,

    /// <summary>Agreed, its lead time running.</summary>
    Agreed,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>Ended, its pause running.</summary>
    Ended,
}

/// <summary>What conditions read of a path: the snapshot at the start of a step, the measures as they stand now.</summary>
/// <remarks>One path on one thread; the arrays are written by the engine that walks the path.</remarks>
internal sealed class PathView
{
    private const int Unknown = -1;
    private readonly ConditionTable conditions;
    private int scenario = Unknown;

    /// <summary>Initialises the view of a path of a model.</summary>
    /// <param name="conditions">The model's conditions.</param>
    /// <param name="factors">Number of factors.</param>
    /// <param name="measures">Number of measures.</param>
    public PathView(ConditionTable conditions, int factors, int measures)
    {
        this.conditions = conditions;
        States = new int[factors];
        Phases = new MeasurePhase[measures];
        AgreedNow = new bool[measures];
        LastHappened = new int[conditions.Patterns.Length];
        CountedBefore = new int[conditions.Patterns.Length][];
        for (var pattern = 0; pattern < CountedBefore.Length; pattern++)
        {
            CountedBefore[pattern] = new int[conditions.Patterns[pattern].InitialCounts.Length + conditions.StepCount];
        }

        HeldSince = new int[conditions.HeldParts.Length];
    }

    /// <summary>The step, from 0; the step count at the end of the horizon.</summary>
    public int Step { get; private set; }

    /// <summary>Whether it is the end of the horizon: no step begins here.</summary>
    public bool IsAtEnd => Step == conditions.StepCount;

    /// <summary>One state per factor.</summary>
    public int[] States { get; }

    /// <summary>Where each measure stands.</summary>
    public MeasurePhase[] Phases { get; }

    /// <summary>Whether each measure is agreed in this very step.</summary>
    public bool[] AgreedNow { get; }

    /// <summary>By pattern: the last step before this one in which it happened.</summary>
    public int[] LastHappened { get; }

    /// <summary>By pattern: how often it happened before step s, at s + the pattern's reach.</summary>
    public int[][] CountedBefore { get; }

    /// <summary>By truth history: since which step the condition has held; int.MaxValue while it does not.</summary>
    public int[] HeldSince { get; }

    /// <summary>The scenario it is in: the first whose rule holds; -1 when there are no scenarios.</summary>
    public int Scenario
    {
        get
        {
            if (scenario == Unknown)
            {
                scenario = conditions.ScenarioOf(this);
            }

            return scenario;
        }
    }

    /// <summary>Whether a condition holds.</summary>
    /// <param name="node">Its node; <see cref="ConditionTable.Always"/> for none.</param>
    public bool Holds(int node) => node < 0 || conditions.Holds(node, this);

    /// <summary>Goes to the start: initial states are the caller's, history is the model's.</summary>
    public void Reset()
    {
        Array.Clear(Phases);
        Array.Clear(AgreedNow);
        for (var pattern = 0; pattern < LastHappened.Length; pattern++)
        {
            LastHappened[pattern] = conditions.Patterns[pattern].InitialLast;
            conditions.Patterns[pattern].InitialCounts.AsSpan().CopyTo(CountedBefore[pattern]);
        }

        for (var history = 0; history < HeldSince.Length; history++)
        {
            HeldSince[history] = conditions.HeldParts[history].InitialSince;
        }

        Enter(0);
    }

    /// <summary>Begins a step: states and events of the steps before it are in place.</summary>
    /// <param name="step">The step.</param>
    public void Enter(int step)
    {
        Step = step;
        scenario = Unknown;
        for (var history = 0; history < HeldSince.Length; history++)
        {
            HeldSince[history] = conditions.Holds(conditions.HeldParts[history].Node, this) ? Math.Min(HeldSince[history], step) : int.MaxValue;
        }

        scenario = Unknown; // a rule may look at what has just been updated
    }

    /// <summary>To be called when the measures have moved within the step.</summary>
    public void MeasuresMoved()
    {
        if (conditions.ScenariosReadMeasures)
        {
            scenario = Unknown;
        }
    }

    /// <summary>Counts a happening of this step; conditions see it from the next step on.</summary>
    /// <param name="pattern">The pattern that matches.</param>
    public void Count(int pattern)
    {
        LastHappened[pattern] = Step;
        CountedBefore[pattern][Step + 1 + conditions.Patterns[pattern].Reach]++;
    }

    /// <summary>To be called before the happenings of a step are counted.</summary>
    public void CarryCounts()
    {
        for (var pattern = 0; pattern < CountedBefore.Length; pattern++)
        {
            var at = Step + conditions.Patterns[pattern].Reach;
            CountedBefore[pattern][at + 1] = CountedBefore[pattern][at];
        }
    }
}
