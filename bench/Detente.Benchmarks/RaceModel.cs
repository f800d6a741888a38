using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;

namespace Detente.Benchmarks;

/// <summary>A cross-impact model of nominal factors as numbers: read from a file of the reference programs, or made up of any size.</summary>
/// <param name="States">States of each factor.</param>
/// <param name="Steps">Months walked.</param>
/// <param name="Decisiveness">Per point.</param>
/// <param name="Tau">By factor: one over the probability of being reconsidered in a month.</param>
/// <param name="Initial">By factor the state at the start.</param>
/// <param name="Blocks">By source and target their judgements, rows source states; only those that are not all zero.</param>
internal sealed record RaceModel(int States, int Steps, double Decisiveness, int[] Tau, int[] Initial, ImmutableArray<RaceBlock> Blocks)
{
    private const int FirstMonth = 2020;

    /// <summary>Reads a file; its format is that of the reference programs: F, S, T; decisiveness; tau; initial states; judgements by source and target state.</summary>
    /// <param name="path">The file.</param>
    public static RaceModel Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        int Whole(ReadOnlySpan<byte> of, int at) => BinaryPrimitives.ReadInt32LittleEndian(of[at..]);
        var (factors, states, steps) = (Whole(bytes, 0), Whole(bytes, 4), Whole(bytes, 8));
        var decisiveness = BinaryPrimitives.ReadDoubleLittleEndian(bytes[12..]);
        var tau = new int[factors];
        var initial = new int[factors];
        for (var f = 0; f < factors; f++)
        {
            tau[f] = Whole(bytes, 20 + (4 * f));
            initial[f] = bytes[20 + (4 * factors) + f];
        }

        var cells = bytes[(20 + (5 * factors))..];
        var blocks = ImmutableArray.CreateBuilder<RaceBlock>();
        for (var source = 0; source < factors; source++)
        {
            for (var target = 0; target < factors; target++)
            {
                var points = new sbyte[states * states];
                for (var i = 0; i < points.Length; i++)
                {
                    points[i] = (sbyte)cells[(((source * states) + (i / states)) * factors * states) + (target * states) + (i % states)];
                }

                if (points.AsSpan().ContainsAnyExcept((sbyte)0))
                {
                    blocks.Add(new RaceBlock(source, target, points));
                }
            }
        }

        return new RaceModel(states, steps, decisiveness, tau, initial, blocks.ToImmutable());
    }

    /// <summary>Makes one up, the same each time for the same size.</summary>
    /// <param name="factors">Number of factors.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="perTarget">Influences on each factor.</param>
    public static RaceModel Of(int factors, int steps, int perTarget)
    {
        var random = new Random(12345);
        var blocks = from target in Enumerable.Range(0, factors)
                     from source in Enumerable.Range(0, factors).Where(source => source != target).OrderBy(_ => random.Next()).Take(perTarget)
                     select new RaceBlock(source, target, [.. Enumerable.Range(0, 16).Select(_ => (sbyte)random.Next(-3, 4))]);
        return new RaceModel(
            4, steps, 0.35, [.. Enumerable.Range(0, factors).Select(_ => random.Next(2, 25))], [.. Enumerable.Range(0, factors).Select(_ => random.Next(4))], [.. blocks]);
    }

    /// <summary>The model.</summary>
    /// <param name="isFull">Whether with 20 events that push and 10 measures behind conditions.</param>
    public Model ToModel(bool isFull)
    {
        var last = new DateOnly(FirstMonth, 1, 1).AddMonths(Steps).AddDays(-1);
        var model = new Model
        {
            Id = "race",
            Title = LocalizedText.Same("Race"),
            Horizon = new Horizon(new DateOnly(FirstMonth, 1, 1), last, TimeUnit.Month),
            Decisiveness = Estimate.Point(Decisiveness),
            Factors = [.. Tau.Select((_, f) => FactorAt(f))],
            Influences = [.. Blocks.Select(InfluenceOf)],
        };
        return !isFull ? model : model with
        {
            Events = [.. Enumerable.Range(0, 20).Select(EventAt)],
            Measures = [.. Enumerable.Range(0, 10).Select(MeasureAt)],
            Strategies = [new("all", LocalizedText.Same("all"), [], [.. Enumerable.Range(0, 10).Select(m => new Pursuit(new MeasureId(m), null, null, []))], Provenance.Judgement)],
            Baseline = [new StrategyId(0)],
        };
    }

    private static string Name(string of, int i) => of + i.ToString(CultureInfo.InvariantCulture);

    private FactorIn In(int factor, int state) => new(new FactorId(factor % Tau.Length), [state], null);

    private Factor FactorAt(int f)
    {
        var months = -1 / Math.Log(1 - (1.0 / Tau[f])); // so that 1 - exp(-month / period) is 1 / tau
        var period = PeriodEstimate.Point(new Period(months, TimeUnit.Month));
        return new Factor(Name("f", f), LocalizedText.Same(Name("f", f)), FactorScale.Nominal, [.. Enumerable.Range(0, States).Select(s => new FactorState(Name("s", s), LocalizedText.Same(Name("s", s))))])
        {
            Initial = Initial[f],
            Inertia = new Inertia(period, period),
        };
    }

    private Influence InfluenceOf(RaceBlock block, int i) => new(Name("i", i), new FactorId(block.Source), new FactorId(block.Target))
    {
        Cells = [.. block.Points.Select((points, at) => new ImpactCell(at / States, at % States, Estimate.Point(points)))],
    };

    private ModelEvent EventAt(int i)
    {
        var push = new PushEffect(new FactorId(i % 10), new Lean(Estimate.Point(1.5), i % States)) { HalfLife = new Period(6, TimeUnit.Month) };
        return new ModelEvent(Name("e", i), LocalizedText.Same(Name("e", i)), new Stochastic(Estimate.Point(0.2)), [new Outcome("only", LocalizedText.Same("only"), Estimate.Point(1), null, [push], [])])
        {
            Multipliers = [new Multiplier(In(10 + i, i % States), Estimate.Point(2), Provenance.Judgement)],
        };
    }

    private Measure MeasureAt(int i) => new(Name("m", i), LocalizedText.Same(Name("m", i)))
    {
        Preconditions = [new Precondition(Name("p", i), LocalizedText.Same(Name("p", i)), In(5 + i, i % States), Provenance.Judgement)],
        Uptake = Estimate.Point(0.5),
        Lead = new Period(3, TimeUnit.Month),
        SustainedBy = new Not(In(15 + i, (i + 1) % States)),
        Effects = [new PushEffect(new FactorId(i), new Lean(Estimate.Point(1), i % States))],
    };
}

/// <summary>The judgements about one factor acting on another.</summary>
/// <param name="Source">The source.</param>
/// <param name="Target">The target.</param>
/// <param name="Points">Rows source states, columns target states.</param>
internal sealed record RaceBlock(int Source, int Target, sbyte[] Points);
