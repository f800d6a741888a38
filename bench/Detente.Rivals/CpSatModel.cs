using Detente.Benchmarks.Cib;
using Google.OrTools.Sat;

namespace Detente.Rivals;

/// <summary>How the consistency of a chosen state is put to CP-SAT.</summary>
internal enum Formulation
{
    /// <summary>A condition on it: where the state is chosen, its lead over the rival, a sum over the states of all factors, is not negative.</summary>
    Enforced,

    /// <summary>The same, every factor's first state taken as the zero from which the others are counted: a term less for every factor.</summary>
    Counted,

    /// <summary>No condition: the most a lead can fall short by is granted where the state is not chosen.</summary>
    Granted,
}

/// <summary>The consistent scenarios of a matrix as a model of CP-SAT: a Boolean for every state of every factor, exactly one of each factor true.</summary>
/// <remarks>Exact: its solutions are the configurations in which no state has a better rival, each once, since there is no other variable.</remarks>
internal sealed class CpSatModel
{
    /// <summary>The most solutions kept, to be compared; more than any of the tables' matrices has.</summary>
    public const int MostKept = 100_000;

    private readonly RandomMatrix matrix;
    private readonly int[] offsets;
    private readonly CpModel model = new();
    private readonly BoolVar[] chosen;

    /// <summary>Builds the model.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="formulation">How.</param>
    public CpSatModel(RandomMatrix matrix, Formulation formulation)
    {
        this.matrix = matrix;
        offsets = [.. matrix.States.Select((_, factor) => matrix.States.Take(factor).Sum())];
        chosen = [.. matrix.Impacts.Select((_, place) => model.NewBoolVar($"x{place}"))];
        for (var factor = 0; factor < offsets.Length; factor++)
        {
            model.AddExactlyOne(Places(factor).Select(place => (ILiteral)chosen[place]));
            foreach (var (own, rival) in from own in Places(factor) from rival in Places(factor) where own != rival select (own, rival))
            {
                Add(own, rival, formulation);
            }
        }
    }

    /// <summary>Enumerates all solutions of a matrix; of several runs, where one is over too soon to be measured alone, the middle one. Building the model is not charged.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="formulation">How it is asked.</param>
    /// <param name="limit">Wall time after which a run is given up.</param>
    public static RivalOutcome Measure(RandomMatrix matrix, Formulation formulation, TimeSpan limit)
    {
        var asked = new CpSatModel(matrix, formulation);
        return Measurement.Middle(() => asked.Enumerate(limit), run => run.Measured);
    }

    /// <summary>Enumerates all solutions, with the one worker that this needs.</summary>
    /// <param name="limit">Wall time after which it is given up.</param>
    public RivalOutcome Enumerate(TimeSpan limit)
    {
        using var collector = new Collector(this);
        var measured = Measurement.Of(() =>
        {
            using var solver = new CpSolver();
            // Without the linear relaxation, which costs a little and closes nothing here; no other parameter tried makes it faster than its defaults.
            solver.StringParameters = FormattableString.Invariant($"enumerate_all_solutions:true num_workers:1 linearization_level:0 max_time_in_seconds:{limit.TotalSeconds}");
            return solver.Solve(model, collector) is CpSolverStatus.Optimal or CpSolverStatus.Infeasible;
        });
        return new RivalOutcome(measured, collector.Count, collector.Kept);
    }

    private void Add(int own, int rival, Formulation formulation)
    {
        var lead = matrix.Impacts.Select(row => row[own] - row[rival]).ToArray();
        var (constant, least) = (0, 0);
        for (var factor = 0; factor < offsets.Length; factor++)
        {
            var block = lead.AsSpan(offsets[factor], matrix.States[factor]);
            var zero = formulation == Formulation.Counted ? block[0] : 0;
            constant += zero;
            foreach (ref var impact in block)
            {
                impact -= zero;
            }

            least += zero + Least(block);
        }

        if (least >= 0)
        {
            return; // the rival never wins
        }

        if (formulation == Formulation.Granted)
        {
            lead[own] += least;
            model.Add(Sum(lead) >= least);
        }
        else
        {
            model.Add(Sum(lead) >= -constant).OnlyEnforceIf(chosen[own]);
        }
    }

    private static int Least(ReadOnlySpan<int> block)
    {
        var least = block[0];
        foreach (var impact in block)
        {
            least = Math.Min(least, impact);
        }

        return least;
    }

    private LinearExpr Sum(int[] impacts)
    {
        var places = Enumerable.Range(0, impacts.Length).Where(place => impacts[place] != 0).ToList();
        return LinearExpr.WeightedSum(places.Select(place => chosen[place]), places.Select(place => impacts[place]));
    }

    private IEnumerable<int> Places(int factor) => Enumerable.Range(offsets[factor], matrix.States[factor]);

    private sealed class Collector(CpSatModel asked) : CpSolverSolutionCallback
    {
        public long Count { get; private set; }

        public List<int[]> Kept { get; } = [];

        public override void OnSolutionCallback()
        {
            Count++;
            if (Kept.Count < MostKept)
            {
                Kept.Add([.. asked.matrix.States.Select((states, factor) => Enumerable.Range(0, states).First(state => BooleanValue(asked.chosen[asked.offsets[factor] + state])))]);
            }
        }
    }
}

/// <summary>What came of an enumeration.</summary>
/// <param name="Measured">What it took.</param>
/// <param name="Count">Solutions found: all there are, if it came to its end.</param>
/// <param name="Kept">The first of them, up to <see cref="CpSatModel.MostKept"/>, one state a factor.</param>
internal sealed record RivalOutcome(Measurement Measured, long Count, List<int[]> Kept);
