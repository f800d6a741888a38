namespace Detente.Claims;

/// <summary>A figure with what every group of paths leaves of it: enough for the error of any sum of such figures on the same paths.</summary>
/// <remarks>
/// A ratio of sums r = ΣA/ΣB over G groups has the residuals e_g = (A_g - r B_g)/ΣB and the variance G/(G-1) Σ e_g² (Taylor linearisation of a
/// ratio, W. G. Cochran, Sampling Techniques, 1977, section 6.3, groups as clusters); with equal B_g that is the squared standard error of a mean
/// over groups. Residuals are made of whole numbers: what is equal in all groups has an error of exactly 0.
/// </remarks>
/// <param name="Value">The figure.</param>
/// <param name="Residuals">By group.</param>
internal sealed record Measured(double Value, double[] Residuals)
{
    // What is left of sums of fractions that cancel.
    private const double Rounding = 1e-12;

    /// <summary>The standard error.</summary>
    public double Error
    {
        get
        {
            var sum = 0.0;
            foreach (var residual in Residuals)
            {
                sum += residual * residual;
            }

            var error = Math.Sqrt(sum * Residuals.Length / (Residuals.Length - 1));
            return error < Rounding ? 0 : error;
        }
    }

    /// <summary>A ratio of sums.</summary>
    /// <param name="sums">By group the sums of all columns.</param>
    /// <param name="numerator">Column of the numerator.</param>
    /// <param name="denominator">Column of the denominator.</param>
    /// <param name="scale">What the ratio is multiplied by.</param>
    /// <returns>The figure; null when the denominator is 0.</returns>
    public static Measured? Ratio(long[][] sums, int numerator, int denominator, double scale)
    {
        Int128 above = 0, below = 0;
        foreach (var group in sums)
        {
            above += group[numerator];
            below += group[denominator];
        }

        if (below == 0)
        {
            return null;
        }

        var all = (double)below;
        var residuals = new double[sums.Length];
        for (var g = 0; g < residuals.Length; g++)
        {
            residuals[g] = scale * ((double)((sums[g][numerator] * below) - (above * sums[g][denominator])) / all / all);
        }

        return new Measured(scale * ((double)above / all), residuals);
    }

    /// <summary>The same for groups with the same denominator, to the bit the average of their figures: as futures have it over draws.</summary>
    /// <param name="sums">By group the sums of all columns.</param>
    /// <param name="numerator">Column of the numerator.</param>
    /// <param name="denominator">Column of the denominator.</param>
    /// <param name="scale">What the ratio is multiplied by.</param>
    public static Measured? Mean(long[][] sums, int numerator, int denominator, double scale)
    {
        var sum = 0.0;
        foreach (var group in sums)
        {
            sum += (double)group[numerator] / group[denominator];
        }

        return Ratio(sums, numerator, denominator, scale) is { } ratio ? ratio with { Value = scale * (sum / sums.Length) } : null;
    }

    /// <summary>This figure times a number plus another one times a number, on the same paths.</summary>
    /// <param name="own">What this one is multiplied by.</param>
    /// <param name="other">The other one.</param>
    /// <param name="others">What the other one is multiplied by.</param>
    public Measured Combine(double own, Measured other, double others) => new(
        (own * Value) + (others * other.Value),
        [.. Residuals.Zip(other.Residuals, (a, b) => (own * a) + (others * b))]);

    /// <summary>By how much this figure is above another, or above a number.</summary>
    /// <param name="threshold">What is taken off.</param>
    /// <param name="sign">1; -1 to turn it round.</param>
    /// <param name="isStrict">Whether it must be more than nothing; otherwise nothing will do.</param>
    public Margin Over(double threshold, int sign = 1, bool isStrict = true)
    {
        var by = sign * (Value - threshold);
        return new Margin(Math.Abs(by) < Rounding ? 0 : by, Error, isStrict);
    }
}

/// <summary>The answer to a claim.</summary>
internal enum Ruling
{
    /// <summary>It fails.</summary>
    Fails,

    /// <summary>Too close to tell, or too few groups of paths.</summary>
    Undecided,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>What it speaks of came about too rarely.</summary>
    Vacuous,
}

/// <summary>By how much a comparison passes its threshold; negative: misses it.</summary>
/// <param name="By">By how much.</param>
/// <param name="Error">Its standard error; 0 when nothing is left to chance.</param>
/// <param name="IsStrict">Whether exactly on the threshold misses it.</param>
internal readonly record struct Margin(double By, double Error, bool IsStrict)
{
    private const double Errors = 3;

    /// <summary>Clear by more than three standard errors, or undecided.</summary>
    public Ruling Ruling => (By, Error) switch
    {
        (0, 0) => IsStrict ? Ruling.Fails : Ruling.Holds,
        _ when Math.Abs(By) <= Errors * Error => Ruling.Undecided,
        _ => By > 0 ? Ruling.Holds : Ruling.Fails,
    };

    /// <summary>The same, with an error not below another one.</summary>
    /// <param name="least">The other one.</param>
    public Margin WithErrorOfAtLeast(double least) => this with { Error = Math.Max(Error, least) };

    /// <summary>The one that decides of several that must all be passed: a miss before what is undecided before a pass, then the smallest.</summary>
    /// <param name="margins">One or more.</param>
    public static Margin Tightest(IEnumerable<Margin> margins) => margins.OrderBy(margin => margin.Ruling).ThenBy(margin => margin.By).First();
}
