using System.Collections.Immutable;

namespace Detente.Studies;

/// <summary>Shares as whole dots, each standing for one of so many model runs: frequencies that can be counted (Kay et al. 2016).</summary>
/// <param name="Runs">How many dots in all: each is one of so many runs.</param>
/// <param name="Kinds">By kind of future in declaration order.</param>
public sealed record QuantileDots(int Runs, ImmutableArray<DotCount> Kinds)
{
    /// <summary>Shares out dots by largest remainder: every kind gets the whole dots of its share, the rest go one each to the largest remainders, the first on a tie.</summary>
    /// <param name="shares">Shares, 0 or more; taken as parts of their sum.</param>
    /// <param name="runs">Dots in all, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one dot, or a share below 0 or not a number.</exception>
    public static QuantileDots Of(ReadOnlySpan<double> shares, int runs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var sum = 0.0;
        foreach (var share in shares)
        {
            if (!(share >= 0))
            {
                throw new ArgumentOutOfRangeException(nameof(shares), "A share is 0 or more.");
            }

            sum += share;
        }

        var parts = shares.ToArray();
        var dots = new int[parts.Length];
        if (sum > 0)
        {
            parts = [.. parts.Select(share => share / sum)];
            dots = [.. parts.Select(share => (int)(share * runs))];
            foreach (var kind in Enumerable.Range(0, parts.Length).OrderByDescending(kind => (parts[kind] * runs) - dots[kind]).Take(runs - dots.Sum()))
            {
                dots[kind]++;
            }
        }

        return new QuantileDots(runs, [.. parts.Select((share, kind) => new DotCount(dots[kind], share, FewerThan(share, dots[kind], runs)))]);
    }

    private static int? FewerThan(double share, int dots, int runs) => share > 0 && dots == 0 ? share * 2 * runs < 1 ? 2 * runs : runs : null;
}

/// <summary>The dots of one kind.</summary>
/// <param name="Dots">How many.</param>
/// <param name="Share">Its share of model runs, 0 to 1.</param>
/// <param name="FewerThanOneOf">Of a kind that occurs and yet got no dot: it holds in fewer than 1 of so many runs. Null: it has dots, or never occurs.</param>
public readonly record struct DotCount(int Dots, double Share, int? FewerThanOneOf);
