using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Claims;

/// <summary>Answers claims from what was read of the paths.</summary>
/// <param name="plan">What was read.</param>
/// <param name="sums">By group the sums of all columns.</param>
/// <param name="areDraws">Whether the groups are draws; otherwise batches of one draw.</param>
internal sealed class ClaimJudge(ClaimPlan plan, long[][] sums, bool areDraws)
{
    /// <summary>The fewest groups of paths whose spread says something about the error.</summary>
    public const int FewestGroups = 10;

    /// <summary>The fewest paths or path-steps on which a premise is met that say something.</summary>
    public const long FewestMet = 50;

    /// <summary>The answer to a claim that needs runs.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="readings">Its readings.</param>
    /// <exception cref="ArgumentException">A statement that needs no run.</exception>
    public ClaimAnswer Answer(Statement statement, ImmutableArray<Reading> readings) => statement switch
    {
        ComparedWorlds compared => Compared(compared, readings),
        QuantityOrder => Order(readings),
        QuantityLevel level => Level(level, readings[0]),
        EventResponse response => Response(response, readings[0]),
        Invariant invariant => Violated(readings[0], invariant.When is not null, needsPremise: invariant.When is not null),
        Precedence => Violated(readings[0], hasPremise: true, needsPremise: true),
        _ => throw new ArgumentException("A claim that needs no run.", nameof(statement)),
    };

    private ClaimAnswer Compared(ComparedWorlds claim, ImmutableArray<Reading> readings)
    {
        var (first, second) = (Figure(readings[0]), Figure(readings[1]));
        var answer = new ClaimAnswer(Ruling.Vacuous) { First = first, Second = second, Premise = Premise(readings, false), IsSampled = true };
        if (first is null || second is null)
        {
            return answer;
        }

        var difference = first.Combine(1, second, -1);
        var sign = claim.IsLower ? -1 : 1;
        return Decided(answer with { Difference = difference }, [difference.Over(sign * claim.ByAtLeast, sign, claim.ByAtLeast == 0)]);
    }

    /// <summary>Each quantity above the next one; their rarity counts in pairs, like that of two worlds.</summary>
    private ClaimAnswer Order(ImmutableArray<Reading> readings)
    {
        var figures = readings.Select(Figure).ToList();
        var pairs = readings.Zip(readings.Skip(1)).Select(pair => Premise([pair.First, pair.Second], false)).Where(premise => premise is not null).ToList();
        var answer = new ClaimAnswer(Ruling.Vacuous)
        {
            Ordered = [.. figures.OfType<Measured>()],
            Premise = pairs.Count == 0 ? null : pairs.Min(),
            IsSampled = true,
        };
        return answer.Ordered.Length < readings.Length
            ? answer
            : Decided(answer, [.. answer.Ordered.Zip(answer.Ordered.Skip(1), (larger, smaller) => larger.Combine(1, smaller, -1).Over(0))]);
    }

    /// <summary>
    /// Above and below strictly, between with its bounds. A bound at the end of what the quantity can be is none. What is only to be rare may be rare.
    /// </summary>
    private ClaimAnswer Level(QuantityLevel claim, Reading reading)
    {
        var figure = Figure(reading);
        var isBetween = claim is { Above: not null, Below: not null };
        var lower = isBetween && claim.Above <= 0 ? null : claim.Above;
        var upper = isBetween && claim.Below >= 1 && claim.Quantity is not EventRate ? null : claim.Below;
        var answer = new ClaimAnswer(Ruling.Vacuous) { First = figure, Premise = Premise([reading], mayBeRare: lower is null), IsSampled = true };
        if (figure is null)
        {
            return answer;
        }

        var margins = new List<Margin>();
        if (lower is { } low)
        {
            margins.Add(figure.Over(low, 1, !isBetween).WithErrorOfAtLeast(LeastError(reading, low)));
        }

        if (upper is { } high)
        {
            margins.Add(figure.Over(high, -1, !isBetween).WithErrorOfAtLeast(LeastError(reading, high)));
        }

        return Decided(answer, margins);
    }

    /// <summary>
    /// What was seen hardly ever, or missed hardly ever, has a spread that says too little: then the error that chance alone would give a figure
    /// on the threshold. Binomial for shares of runs, Poisson for rates; a mean position has no such bound.
    /// </summary>
    private double LeastError(Reading reading, double threshold)
    {
        var (seen, size) = ((double)Sum(reading.First) / reading.Dates, (double)Sum(reading.First + 1) / reading.Dates);
        return reading.Quantity switch
        {
            Chance or Share when Math.Min(seen, size - seen) < FewestMet => Math.Sqrt(Math.Max(0, threshold * (1 - threshold)) / size),
            EventRate when seen < FewestMet => Math.Sqrt(Math.Max(0, threshold) / (size * plan.Model.Horizon!.StepYears)),
            _ => 0,
        };
    }

    private ClaimAnswer Response(EventResponse claim, Reading reading)
    {
        var answer = new ClaimAnswer(Ruling.Vacuous) { Premise = Sum(reading.First), IsSampled = true };
        var differences = Enumerable.Range(0, plan.Window(claim)).Select(lag => DifferenceAt(claim.Quantity, reading, lag)).ToList();
        var sign = claim.Rises ? 1 : -1;
        var largest = differences.Take(plan.Steps(claim.Within)).OfType<Measured>().MaxBy(difference => sign * difference.Value);
        if (largest is null)
        {
            return answer;
        }

        var margins = new List<Margin> { largest.Over(0, sign) };
        answer = answer with { Difference = largest };
        if (claim.FadesWithin is { } fades)
        {
            var last = plan.Steps(fades) - 1;
            var earlier = differences.Take(last).OfType<Measured>().MaxBy(difference => Math.Abs(difference.Value));
            if (earlier is null || differences[last] is not { } faded)
            {
                return answer;
            }

            answer = answer with { AfterFading = faded };
            margins.Add(earlier.Combine(Math.Sign(earlier.Value) / 2.0, faded, -Math.Sign(faded.Value)).Over(0));
        }

        return Decided(answer, margins);
    }

    private Measured? DifferenceAt(Quantity quantity, Reading reading, int lag)
    {
        var at = reading.First + 1 + (4 * lag);
        var scale = Gauge.Scale(quantity, plan.Model);
        return Measured.Ratio(sums, at, at + 1, scale) is { } with && Measured.Ratio(sums, at + 2, at + 3, scale) is { } without
            ? with.Combine(1, without, -1)
            : null;
    }

    /// <summary>One counter-example is enough, however rare the premise.</summary>
    private ClaimAnswer Violated(Reading reading, bool hasPremise, bool needsPremise)
    {
        var premise = Sum(reading.First + 2);
        var isViolated = Sum(reading.First) > 0;
        return new ClaimAnswer(isViolated ? Ruling.Fails : needsPremise && premise < FewestMet ? Ruling.Vacuous : Ruling.Holds)
        {
            Violations = Measured.Ratio(sums, reading.First, reading.First + 1, 1),
            Premise = hasPremise ? premise : null,
            IsSampled = true,
        };
    }

    private ClaimAnswer Decided(ClaimAnswer answer, IReadOnlyList<Margin> margins)
    {
        Margin? tightest = margins.Count == 0 ? null : Margin.Tightest(margins);
        var ruling = answer.Premise < FewestMet ? Ruling.Vacuous
            : tightest is null ? Ruling.Holds
            : sums.Length < FewestGroups ? Ruling.Undecided
            : tightest.Value.Ruling;
        return answer with { Ruling = ruling, Margin = tightest };
    }

    private Measured? Figure(Reading reading)
    {
        var scale = Gauge.Scale(reading.Quantity!, plan.Model);
        return areDraws && reading.Quantity is not EventRate
            ? Measured.Mean(sums, reading.First, reading.First + 1, scale)
            : Measured.Ratio(sums, reading.First, reading.First + 1, scale);
    }

    /// <summary>
    /// How often what a quantity speaks of came about: the larger number of both worlds. A rate needs its condition in each of them, and the event in one.
    /// </summary>
    /// <param name="readings">The quantity in one world or two.</param>
    /// <param name="mayBeRare">Whether the claim says no more than that it is rare.</param>
    private long? Premise(ImmutableArray<Reading> readings, bool mayBeRare)
    {
        if (readings.Any(reading => reading.Quantity is EventRate))
        {
            var rates = readings.Where(reading => reading.Quantity is EventRate).ToList();
            var steps = rates.Min(reading => Sum(reading.First + 1));
            return mayBeRare ? steps : Math.Min(steps, rates.Max(reading => Sum(reading.First + 2)));
        }

        var met = readings.Where(reading => reading.Quantity is not MeanPosition).Select(reading => Sum(reading.First)).ToList();
        return mayBeRare || met.Count == 0 ? null : met.Max();
    }

    private long Sum(int column) => sums.Sum(group => group[column]);
}
