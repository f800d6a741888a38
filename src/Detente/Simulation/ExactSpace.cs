using System.Collections.Immutable;
using System.Numerics;
using Detente.Models;

namespace Detente.Simulation;

/// <summary>All configurations of a model's factors and of the measures somebody pursues, numbered.</summary>
internal sealed class ExactSpace
{
    private readonly int[] radices;

    /// <summary>Initialises the space.</summary>
    /// <param name="model">The model.</param>
    /// <param name="strategies">The strategies that are followed.</param>
    public ExactSpace(Model model, ImmutableArray<int> strategies)
    {
        Pursuits = [.. strategies.SelectMany(strategy => model.Strategies[strategy].Pursuits)];
        Measures = [.. Pursuits.Select(pursuit => pursuit.Measure.Index).Distinct().Order()];
        radices = [.. model.Factors.Select(factor => factor.States.Length), .. Measures.Select(_ => 2)];
        Count = radices.Aggregate(BigInteger.One, (product, states) => product * states);
    }

    /// <summary>What is pursued.</summary>
    public ImmutableArray<Pursuit> Pursuits { get; }

    /// <summary>The measures that somebody pursues.</summary>
    public ImmutableArray<int> Measures { get; }

    /// <summary>Number of configurations.</summary>
    public BigInteger Count { get; }

    /// <summary>The number of a configuration.</summary>
    /// <param name="states">One state per factor.</param>
    /// <param name="inForce">By measure of the model, whether it is in force.</param>
    public int Encode(ReadOnlySpan<int> states, bool[] inForce)
    {
        var code = 0;
        for (var f = 0; f < states.Length; f++)
        {
            code = (code * radices[f]) + states[f];
        }

        foreach (var measure in Measures)
        {
            code = (code * 2) + (inForce[measure] ? 1 : 0);
        }

        return code;
    }

    /// <summary>The configuration of a number.</summary>
    /// <param name="code">The number.</param>
    /// <param name="states">Filled.</param>
    /// <param name="inForce">Filled for the measures that are pursued.</param>
    public void Decode(int code, int[] states, bool[] inForce)
    {
        for (var i = radices.Length - 1; i >= 0; i--)
        {
            var digit = code % radices[i];
            code /= radices[i];
            if (i < states.Length)
            {
                states[i] = digit;
            }
            else
            {
                inForce[Measures[i - states.Length]] = digit == 1;
            }
        }
    }
}

/// <summary>What conditions without memory are read on.</summary>
/// <param name="Model">The model.</param>
internal sealed record ExactMoment(Model Model)
{
    /// <summary>One state per factor.</summary>
    public int[] States { get; init; } = new int[Model.Factors.Length];

    /// <summary>By measure, whether it is in force.</summary>
    public bool[] InForce { get; init; } = new bool[Model.Measures.Length];

    /// <summary>By measure, whether it is agreed in this very step.</summary>
    public bool[] Agreed { get; init; } = new bool[Model.Measures.Length];

    /// <summary>The step.</summary>
    public int Step { get; set; }

    /// <summary>Whether a condition holds.</summary>
    /// <param name="condition">The condition; null: always.</param>
    /// <exception cref="ArgumentException">It has a memory.</exception>
    public bool Holds(Condition? condition) => condition switch
    {
        null => true,
        ConstantCondition constant => constant.Value,
        AllOf all => all.Parts.All(Holds),
        AnyOf any => any.Parts.Any(Holds),
        Not not => !Holds(not.Part),
        AtLeast some => some.Parts.Count(Holds) >= some.Count,
        FactorIn atom => atom.States.Contains(States[atom.Factor.Index]),
        InForce measure => InForce[measure.Measure.Index],
        Agreed measure => Agreed[measure.Measure.Index],
        DateCondition date => Compare(Model.Horizon!.DateOf(Step).DayNumber - date.Date.DayNumber, date.Operator),
        During during => IsDuring((Scheduled)Model.Events[during.Event.Index].Trigger),
        InScenario kind => Scenario() == kind.Scenario.Index,
        _ => throw new ArgumentException("The condition has a memory.", nameof(condition)),
    };

    /// <summary>The first scenario whose rule holds, else the last; -1 without scenarios.</summary>
    public int Scenario()
    {
        for (var scenario = 0; scenario < Model.Scenarios.Length; scenario++)
        {
            if (Holds(Model.Scenarios[scenario].Rule))
            {
                return scenario;
            }
        }

        return Model.Scenarios.Length - 1;
    }

    private bool IsDuring(Scheduled scheduled)
    {
        var horizon = Model.Horizon!;
        static int Days(Period? period) => period is { } stated ? (int)Math.Round(stated.Days, MidpointRounding.AwayFromZero) : 0;
        return scheduled.Dates.Any(date =>
            horizon.StepOf(date.AddDays(-Days(scheduled.Before))) <= Step && Step <= horizon.StepOf(date.AddDays(Days(scheduled.After))));
    }

    private static bool Compare(int difference, Comparison comparison) => comparison switch
    {
        Comparison.Equal => difference == 0,
        Comparison.NotEqual => difference != 0,
        Comparison.Less => difference < 0,
        Comparison.LessOrEqual => difference <= 0,
        Comparison.Greater => difference > 0,
        _ => difference >= 0,
    };
}
