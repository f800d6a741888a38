using Detente.Compiled;
using Detente.Models;

using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>Counts what happens on one path after the other of one world: the plain twin of <see cref="FuturesMeter"/>.</summary>
internal sealed class PathObserver
{
    private readonly CompiledModel model;
    private readonly TallyLayout layout;
    private readonly (int Image, int Of, bool HigherIsWorse)[] images;
    private readonly bool[] escalated;
    private readonly int[] severityCounts;
    private readonly int[] eventCounts;
    private readonly bool[] agreed;
    private readonly bool[] agreedEarly;
    private readonly bool[] allPreconditions;
    private readonly bool[] broken;
    private readonly int[] seenWorse;
    private readonly int[] datesIn;
    private readonly int[] lastIn;
    private readonly bool readsMeasures;
    private bool? isByPastEvents; // whether the step began in its scenario only because of past events; null: not asked yet
    private int final;

    /// <summary>Initialises an observer.</summary>
    /// <param name="model">The model.</param>
    /// <param name="layout">Where the counts stand.</param>
    public PathObserver(CompiledModel model, TallyLayout layout)
    {
        this.model = model;
        this.layout = layout;
        Tally = new PathTally(layout);
        images = [.. layout.Images.Select(factor => (factor, model.Model.Factors[factor].Image!.Of.Index, model.Model.Factors[factor].Image!.HigherIsWorse))];
        escalated = new bool[layout.Severities];
        severityCounts = new int[layout.Severities];
        eventCounts = new int[layout.Events];
        agreed = new bool[layout.Measures];
        agreedEarly = new bool[layout.Measures];
        allPreconditions = new bool[layout.Measures];
        broken = new bool[model.Constraints.Length];
        seenWorse = new int[images.Length];
        datesIn = new int[layout.Scenarios];
        lastIn = new int[layout.Scenarios];
        readsMeasures = model.Conditions.ScenariosReadMeasures; // then it must be asked before they move
    }

    /// <summary>The counts so far.</summary>
    public PathTally Tally { get; }

    /// <summary>Walks a path to the end and counts it.</summary>
    /// <param name="simulator">A simulator at the start of the path.</param>
    /// <param name="steps">How many steps to walk.</param>
    public void Walk(PathSimulator simulator, int steps)
    {
        Begin();
        var view = simulator.View;
        SeeSnapshot(view);
        for (var step = 0; step < steps; step++)
        {
            var scenario = view.Scenario;
            isByPastEvents = readsMeasures ? IsByPastEvents(view, scenario) : null;
            if (scenario >= 0)
            {
                Tally.Totals[layout.StepsIn + scenario]++;
            }

            simulator.MoveMeasures();
            SeeMeasures(simulator);
            simulator.Happen();
            SeeHappenings(simulator, scenario);
            simulator.Move();
            Tally.Totals[layout.Overridden] += simulator.Overridden;
            SeeSnapshot(view);
        }

        SeeConstraints(view);
        End(view);
    }

    /// <summary>Compares the path just walked with the same path of another world.</summary>
    /// <param name="reference">The observer of the other world.</param>
    public void Compare(PathObserver reference)
    {
        if (layout.Scenarios > 0 && final != reference.final)
        {
            Difference(final, 1);
            Difference(reference.final, -1);
        }

        for (var severity = 0; severity < escalated.Length; severity++)
        {
            if (escalated[severity] != reference.escalated[severity])
            {
                Difference(layout.Scenarios + severity, escalated[severity] ? 1 : -1);
            }
        }
    }

    private void Difference(int at, int value)
    {
        Tally.Differences[at] += value;
        Tally.SquaredDifferences[at]++;
    }

    private void Begin()
    {
        Array.Clear(escalated);
        Array.Clear(severityCounts);
        Array.Clear(eventCounts);
        Array.Clear(agreed);
        Array.Clear(agreedEarly);
        Array.Clear(allPreconditions);
        Array.Clear(broken);
        Array.Clear(seenWorse);
        Array.Clear(datesIn);
        Array.Clear(lastIn);
    }

    private void SeeSnapshot(PathView view)
    {
        var date = view.Step;
        var states = Tally.Totals.AsSpan(layout.StateAt + (date * model.StatesInAll), model.StatesInAll);
        for (var factor = 0; factor < view.States.Length; factor++)
        {
            states[model.Factors[factor].Offset + view.States[factor]]++;
        }

        if (view.Scenario is >= 0 and var scenario)
        {
            Tally.Shares[layout.ScenarioAt + (scenario * layout.Dates) + date]++;
            datesIn[scenario] += date > 0 ? 1 : 0; // the start is the same for all paths; each step counts once, by where it led
            lastIn[scenario] = date;
        }

        for (var severity = 0; severity < escalated.Length; severity++)
        {
            Tally.Shares[layout.EscalatedBefore + (severity * layout.Dates) + date] += escalated[severity] ? 1 : 0;
        }

        for (var image = 0; image < images.Length; image++)
        {
            SeeImage(image, view);
        }

        SeePreconditions(view);
    }

    private void SeeImage(int image, PathView view)
    {
        var distance = view.States[images[image].Image] - view.States[images[image].Of];
        Tally.Totals[layout.DistanceAt + (image * layout.Dates) + view.Step] += Math.Abs(distance);
        seenWorse[image] += (images[image].HigherIsWorse ? distance > 0 : distance < 0) ? 1 : 0;
    }

    private void SeePreconditions(PathView view)
    {
        for (var measure = 0; measure < layout.Measures; measure++)
        {
            Tally.Totals[layout.InForceAt + (measure * layout.Dates) + view.Step] += view.Phases[measure] == MeasurePhase.InForce ? 1 : 0;
            var first = layout.PreconditionOffsets[measure];
            var preconditions = model.Measures[measure].Preconditions;
            var all = true;
            for (var i = 0; i < preconditions.Length; i++)
            {
                var holds = view.Holds(preconditions[i]);
                all &= holds;
                Tally.Totals[layout.PreconditionAt + ((first + i) * layout.Dates) + view.Step] += holds ? 1 : 0;
            }

            allPreconditions[measure] |= all;
        }
    }

    private void SeeMeasures(PathSimulator simulator)
    {
        for (var measure = 0; measure < agreed.Length; measure++)
        {
            agreed[measure] |= simulator.View.AgreedNow[measure];
            agreedEarly[measure] |= simulator.AgreedEarly[measure];
        }

        SeeConstraints(simulator.View);
    }

    private void SeeConstraints(PathView view)
    {
        for (var constraint = 0; constraint < broken.Length; constraint++)
        {
            broken[constraint] = broken[constraint] || view.Holds(model.Constraints[constraint]);
        }
    }

    private void SeeHappenings(PathSimulator simulator, int scenario)
    {
        foreach (var happening in simulator.Happenings)
        {
            eventCounts[happening.Event]++;
            Tally.Totals[layout.OutcomeCount + layout.OutcomeOffsets[happening.Event] + happening.Outcome]++;
            var gravest = SeverityOf(happening);
            if (gravest >= 0)
            {
                isByPastEvents ??= IsByPastEvents(simulator.View, scenario);
            }

            for (var severity = gravest; severity >= 0; severity--)
            {
                SeeSeverity(severity, happening, scenario);
            }
        }

        SeeChains(simulator.Happenings);
    }

    private int SeverityOf(in Happening happening) => model.Events[happening.Event].Outcomes[happening.Outcome].Severity;

    /// <summary>Counts each chain of the step once at every severity that it reaches.</summary>
    private void SeeChains(ReadOnlySpan<Happening> happenings)
    {
        for (var i = 0; i < happenings.Length; i++)
        {
            var before = -1;
            for (var earlier = 0; earlier < i; earlier++)
            {
                before = happenings[earlier].IsOfChainOf(happenings[i]) ? Math.Max(before, SeverityOf(happenings[earlier])) : before;
            }

            for (var severity = SeverityOf(happenings[i]); severity > before; severity--)
            {
                Tally.Totals[layout.Chains + severity]++;
            }
        }
    }

    private bool IsByPastEvents(PathView view, int scenario) =>
        model.Conditions.ScenariosReadEvents && model.Conditions.QuietScenarioOf(view) != scenario;

    private void SeeSeverity(int severity, Happening happening, int scenario)
    {
        severityCounts[severity]++;
        if (scenario >= 0)
        {
            var at = (severity * layout.Scenarios) + scenario;
            Tally.Totals[layout.RiskIn + at]++;
            Tally.Totals[layout.RiskByPastIn + at] += isByPastEvents is true ? 1 : 0;
        }

        if (escalated[severity])
        {
            return;
        }

        escalated[severity] = true;
        Tally.Shares[layout.FirstRoot + (severity * layout.Events) + happening.Root]++;
        Tally.Shares[layout.FirstInadvertent + severity] += happening.Pathway == Pathway.Inadvertent ? 1 : 0;
        Tally.Shares[layout.FirstDeliberate + severity] += happening.Pathway == Pathway.Deliberate ? 1 : 0;
    }

    private void End(PathView view)
    {
        final = view.Scenario;
        if (Dominant() is >= 0 and var dominant)
        {
            Tally.Shares[layout.Dominant + dominant]++;
        }

        AddFlags(layout.Agreed, agreed);
        AddFlags(layout.AgreedEarly, agreedEarly);
        AddFlags(layout.AllPreconditions, allPreconditions);
        AddFlags(layout.Broken, broken);
        for (var e = 0; e < eventCounts.Length; e++)
        {
            Tally.Shares[layout.EventOnce + e] += eventCounts[e] > 0 ? 1 : 0;
        }

        AddNumbers(layout.EventCount, eventCounts);
        AddNumbers(layout.SeverityCount, severityCounts);
        AddNumbers(layout.SeenWorse, seenWorse);
    }

    /// <summary>The scenario of most steps; on a tie the one held last.</summary>
    private int Dominant()
    {
        var best = -1;
        for (var scenario = 0; scenario < datesIn.Length; scenario++)
        {
            if (best < 0 || datesIn[scenario] > datesIn[best] || (datesIn[scenario] == datesIn[best] && lastIn[scenario] > lastIn[best]))
            {
                best = scenario;
            }
        }

        return best;
    }

    private void AddFlags(int at, bool[] flags)
    {
        for (var i = 0; i < flags.Length; i++)
        {
            Tally.Shares[at + i] += flags[i] ? 1 : 0;
        }
    }

    private void AddNumbers(int at, int[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            Tally.Sums[at + i] += numbers[i];
            Tally.Squares[at + i] += (long)numbers[i] * numbers[i];
        }
    }
}

/// <summary>Counts of paths: whole numbers, so that they add up to the same whatever the order.</summary>
internal sealed class PathTally
{
    /// <summary>Initialises empty counts.</summary>
    /// <param name="layout">Where they stand.</param>
    public PathTally(TallyLayout layout)
    {
        Layout = layout;
        Shares = new int[layout.Shares];
        Sums = new long[layout.Numbers];
        Squares = new long[layout.Numbers];
        Totals = new long[layout.Totals];
        Differences = new int[layout.Scenarios + layout.Severities];
        SquaredDifferences = new int[Differences.Length];
    }

    /// <summary>Where the counts stand.</summary>
    public TallyLayout Layout { get; }

    /// <summary>Counts of paths.</summary>
    public int[] Shares { get; }

    /// <summary>Sums of numbers per path.</summary>
    public long[] Sums { get; }

    /// <summary>Sums of their squares.</summary>
    public long[] Squares { get; }

    /// <summary>Sums without an error.</summary>
    public long[] Totals { get; }

    /// <summary>Against the same path of the first world: in a scenario at the end, then with an event of at least a severity.</summary>
    public int[] Differences { get; }

    /// <summary>The squares of <see cref="Differences"/>.</summary>
    public int[] SquaredDifferences { get; }

    /// <summary>Adds the counts of other paths.</summary>
    /// <param name="other">The other counts, of the same layout.</param>
    public void Add(PathTally other)
    {
        Add(Shares, other.Shares);
        Add(Sums, other.Sums);
        Add(Squares, other.Squares);
        Add(Totals, other.Totals);
        Add(Differences, other.Differences);
        Add(SquaredDifferences, other.SquaredDifferences);
    }

    /// <summary>Goes back to no paths.</summary>
    public void Clear()
    {
        Array.Clear(Shares);
        Array.Clear(Sums);
        Array.Clear(Squares);
        Array.Clear(Totals);
        Array.Clear(Differences);
        Array.Clear(SquaredDifferences);
    }

    private static void Add<T>(T[] to, T[] from)
        where T : System.Numerics.INumber<T>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }
}
