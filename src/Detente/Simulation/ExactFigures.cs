using Detente.Models;

namespace Detente.Simulation;

/// <summary>Chances and means that an exact chain gathers; by place of the element, then by date.</summary>
internal sealed class ExactFigures
{
    private readonly Model model;

    /// <summary>Initialises zeros.</summary>
    /// <param name="model">The model.</param>
    public ExactFigures(Model model)
    {
        this.model = model;
        var dates = model.Horizon!.StepCount + 1;
        double[][] ByDate(int count) => [.. Enumerable.Range(0, count).Select(_ => new double[dates])];
        Scenarios = ByDate(model.Scenarios.Length);
        Factors = [.. model.Factors.Select(factor => ByDate(factor.States.Length))];
        Escalated = ByDate(model.Severities.Length);
        InForce = ByDate(model.Measures.Length);
        Preconditions = [.. model.Measures.Select(measure => ByDate(measure.Preconditions.Length))];
        Distance = ByDate(model.Factors.Length);
        SeenWorse = new double[model.Factors.Length];
        Outcomes = [.. model.Events.Select(of => new double[of.Outcomes.Length])];
        Severities = new double[model.Severities.Length];
        Chains = new double[model.Severities.Length];
        First = new Dictionary<(int Severity, int Root, Pathway Pathway), double>();
        Risk = [.. model.Severities.Select(_ => new double[model.Scenarios.Length])];
        StepsIn = new double[model.Scenarios.Length];
    }

    /// <summary>Chance of each scenario.</summary>
    public double[][] Scenarios { get; }

    /// <summary>Chance of each state, by factor.</summary>
    public double[][][] Factors { get; }

    /// <summary>Chance of an event of at least a severity before a date.</summary>
    public double[][] Escalated { get; }

    /// <summary>Chance that a measure is in force.</summary>
    public double[][] InForce { get; }

    /// <summary>Chance that a precondition holds, by measure.</summary>
    public double[][][] Preconditions { get; }

    /// <summary>By factor, mean distance of an image from the thing; zeros for others.</summary>
    public double[][] Distance { get; }

    /// <summary>By factor, mean number of dates at which an image is worse than the thing.</summary>
    public double[] SeenWorse { get; }

    /// <summary>Mean number of happenings by event and outcome.</summary>
    public double[][] Outcomes { get; }

    /// <summary>Mean number of events of at least a severity.</summary>
    public double[] Severities { get; }

    /// <summary>Mean number of chains that reach at least a severity.</summary>
    public double[] Chains { get; }

    /// <summary>Chance that the first event of at least a severity has a root and a pathway.</summary>
    public Dictionary<(int Severity, int Root, Pathway Pathway), double> First { get; }

    /// <summary>Mean number of events of at least a severity while in a scenario.</summary>
    public double[][] Risk { get; }

    /// <summary>Mean number of steps begun in a scenario.</summary>
    public double[] StepsIn { get; }

    /// <summary>Mean number of overridden effects.</summary>
    public double Overridden { get; private set; }

    /// <summary>Chance that an event happens at all.</summary>
    public double[] EventOnce { get; set; } = [];

    /// <summary>Chance that a measure is ever agreed.</summary>
    public double[] Agreed { get; set; } = [];

    /// <summary>Chance that a measure is ever agreed without its preconditions.</summary>
    public double[] AgreedEarly { get; set; } = [];

    /// <summary>Chance that a constraint is ever broken.</summary>
    public double[] Broken { get; set; } = [];

    /// <summary>Chance that all preconditions of a measure ever hold together.</summary>
    public double[] AllPreconditions { get; set; } = [];

    /// <summary>Takes in a snapshot.</summary>
    /// <param name="moment">The snapshot.</param>
    /// <param name="chance">Its chance.</param>
    /// <param name="beginsStep">Whether a step follows.</param>
    public void See(ExactMoment moment, double chance, bool beginsStep)
    {
        var date = moment.Step;
        if (moment.Scenario() is >= 0 and var scenario)
        {
            Scenarios[scenario][date] += chance;
            StepsIn[scenario] += beginsStep ? chance : 0;
        }

        for (var factor = 0; factor < moment.States.Length; factor++)
        {
            Factors[factor][moment.States[factor]][date] += chance;
            if (model.Factors[factor].Image is { } image)
            {
                var distance = moment.States[factor] - moment.States[image.Of.Index];
                Distance[factor][date] += Math.Abs(distance) * chance;
                SeenWorse[factor] += (image.HigherIsWorse ? distance > 0 : distance < 0) ? chance : 0;
            }
        }

        for (var measure = 0; measure < model.Measures.Length; measure++)
        {
            InForce[measure][date] += moment.InForce[measure] ? chance : 0;
            for (var i = 0; i < model.Measures[measure].Preconditions.Length; i++)
            {
                Preconditions[measure][i][date] += moment.Holds(model.Measures[measure].Preconditions[i].When) ? chance : 0;
            }
        }
    }

    /// <summary>Takes in what can come of a configuration.</summary>
    /// <param name="transitions">What can come of it.</param>
    /// <param name="scenario">The scenario it is in.</param>
    /// <param name="chance">Its chance.</param>
    /// <param name="stillWithout">Chance of it together with no event of at least a severity before.</param>
    public void Count(ExactTransitions transitions, int scenario, double chance, Func<int, double> stillWithout)
    {
        Overridden += transitions.Overridden * chance;
        foreach (var ((e, outcome), mean) in transitions.Happenings)
        {
            Outcomes[e][outcome] += mean * chance;
            for (var severity = model.Events[e].Outcomes[outcome].Severity ?? -1; severity >= 0; severity--)
            {
                Severities[severity] += mean * chance;
                if (scenario >= 0)
                {
                    Risk[severity][scenario] += mean * chance;
                }
            }
        }

        foreach (var (severity, mean) in transitions.Chains)
        {
            Chains[severity] += mean * chance;
        }

        foreach (var (key, share) in transitions.First)
        {
            First[key] = First.GetValueOrDefault(key) + (share * stillWithout(key.Severity));
        }
    }
}
