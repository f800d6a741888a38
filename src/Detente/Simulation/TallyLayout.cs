using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where the counts of a run stand in one flat array: shares (counts of paths), numbers (sums and squares over paths), differences, totals.</summary>
internal sealed class TallyLayout
{
    /// <summary>Lays out the counts of a model's paths.</summary>
    /// <param name="model">The model.</param>
    public TallyLayout(CompiledModel model)
    {
        Dates = model.StepCount + 1;
        Scenarios = model.Model.Scenarios.Length;
        Severities = model.Model.Severities.Length;
        Events = model.Events.Length;
        Measures = model.Measures.Length;
        Images = [.. model.Model.Factors.Index().Where(factor => factor.Item.Image is not null).Select(factor => factor.Index)];
        var shares = new Allotment();
        ScenarioAt = shares.Take(Scenarios * Dates);
        Dominant = shares.Take(Scenarios);
        EscalatedBefore = shares.Take(Severities * Dates);
        FirstInadvertent = shares.Take(Severities);
        FirstDeliberate = shares.Take(Severities);
        FirstRoot = shares.Take(Severities * Events);
        EventOnce = shares.Take(Events);
        Agreed = shares.Take(Measures);
        AgreedEarly = shares.Take(Measures);
        AllPreconditions = shares.Take(Measures);
        Broken = shares.Take(model.Constraints.Length);
        Shares = shares.Taken;

        var numbers = new Allotment();
        SeverityCount = numbers.Take(Severities);
        EventCount = numbers.Take(Events);
        SeenWorse = numbers.Take(Images.Length);
        Numbers = numbers.Taken;

        var totals = new Allotment();
        StateAt = totals.Take(Dates * model.StatesInAll);
        OutcomeOffsets = [.. Offsets(model.Events.Select(of => of.Outcomes.Length))];
        OutcomeCount = totals.Take(OutcomeOffsets[^1]);
        Chains = totals.Take(Severities);
        RiskIn = totals.Take(Severities * Scenarios);
        RiskByPastIn = totals.Take(Severities * Scenarios);
        StepsIn = totals.Take(Scenarios);
        InForceAt = totals.Take(Measures * Dates);
        PreconditionOffsets = [.. Offsets(model.Measures.Select(measure => measure.Preconditions.Length))];
        PreconditionAt = totals.Take(PreconditionOffsets[^1] * Dates);
        DistanceAt = totals.Take(Images.Length * Dates);
        Overridden = totals.Take(1);
        Totals = totals.Taken;
    }

    /// <summary>Where the sums of numbers begin, after the shares.</summary>
    public int FirstSum => Shares;

    /// <summary>Where the sums of their squares begin.</summary>
    public int FirstSquare => FirstSum + Numbers;

    /// <summary>Where the differences to the first world begin: in a scenario at the end, then with an event of at least a severity.</summary>
    public int FirstDifference => FirstSquare + Numbers;

    /// <summary>Where the squares of the differences begin.</summary>
    public int FirstSquaredDifference => FirstDifference + Scenarios + Severities;

    /// <summary>Where the totals begin.</summary>
    public int FirstTotal => FirstSquaredDifference + Scenarios + Severities;

    /// <summary>Number of all counts.</summary>
    public int Width => FirstTotal + Totals;

    /// <summary>Number of dates: steps and the end.</summary>
    public int Dates { get; }

    /// <summary>Number of scenarios.</summary>
    public int Scenarios { get; }

    /// <summary>Number of severities.</summary>
    public int Severities { get; }

    /// <summary>Number of events.</summary>
    public int Events { get; }

    /// <summary>Number of measures.</summary>
    public int Measures { get; }

    /// <summary>Factors that are images.</summary>
    public ImmutableArray<int> Images { get; }

    /// <summary>Number of shares.</summary>
    public int Shares { get; }

    /// <summary>Number of numbers.</summary>
    public int Numbers { get; }

    /// <summary>Number of totals.</summary>
    public int Totals { get; }

    /// <summary>Share in a scenario, by scenario and date.</summary>
    public int ScenarioAt { get; }

    /// <summary>Share in which a scenario dominates.</summary>
    public int Dominant { get; }

    /// <summary>Share with an event of at least a severity before a date, by severity and date.</summary>
    public int EscalatedBefore { get; }

    /// <summary>Share whose first such event came inadvertently.</summary>
    public int FirstInadvertent { get; }

    /// <summary>Share whose first such event came deliberately.</summary>
    public int FirstDeliberate { get; }

    /// <summary>Share by root of the first such event, by severity and event.</summary>
    public int FirstRoot { get; }

    /// <summary>Share in which an event happened.</summary>
    public int EventOnce { get; }

    /// <summary>Share in which a measure was agreed.</summary>
    public int Agreed { get; }

    /// <summary>Share in which it was agreed without its preconditions.</summary>
    public int AgreedEarly { get; }

    /// <summary>Share in which all its preconditions held at some date.</summary>
    public int AllPreconditions { get; }

    /// <summary>Share in which a constraint was broken.</summary>
    public int Broken { get; }

    /// <summary>Number of events of at least a severity.</summary>
    public int SeverityCount { get; }

    /// <summary>Number of happenings of an event.</summary>
    public int EventCount { get; }

    /// <summary>Number of dates at which an image is worse than the thing.</summary>
    public int SeenWorse { get; }

    /// <summary>Paths in a state, by date and state.</summary>
    public int StateAt { get; }

    /// <summary>Happenings by outcome.</summary>
    public int OutcomeCount { get; }

    /// <summary>Where the outcomes of each event begin.</summary>
    public ImmutableArray<int> OutcomeOffsets { get; }

    /// <summary>Chains that reach at least a severity.</summary>
    public int Chains { get; }

    /// <summary>Events of at least a severity while in a scenario, by severity and scenario.</summary>
    public int RiskIn { get; }

    /// <summary>Those of <see cref="RiskIn"/> in steps begun in the scenario only because of past events.</summary>
    public int RiskByPastIn { get; }

    /// <summary>Steps begun in a scenario.</summary>
    public int StepsIn { get; }

    /// <summary>Paths in which a measure is in force, by measure and date.</summary>
    public int InForceAt { get; }

    /// <summary>Where the preconditions of each measure begin.</summary>
    public ImmutableArray<int> PreconditionOffsets { get; }

    /// <summary>Paths in which a precondition holds, by precondition and date.</summary>
    public int PreconditionAt { get; }

    /// <summary>Distance of an image from the thing, by image and date.</summary>
    public int DistanceAt { get; }

    /// <summary>Effects overridden.</summary>
    public int Overridden { get; }

    private static IEnumerable<int> Offsets(IEnumerable<int> lengths)
    {
        var offset = 0;
        yield return offset;
        foreach (var length in lengths)
        {
            offset += length;
            yield return offset;
        }
    }

    private sealed class Allotment
    {
        public int Taken { get; private set; }

        public int Take(int length)
        {
            var start = Taken;
            Taken += length;
            return start;
        }
    }
}
