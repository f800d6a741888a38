namespace Detente.Reports.Sections;

/// <summary>Errors for shares that come without one, so that no more digits are shown than the number of runs allows.</summary>
internal static class Errors
{
    /// <summary>The error of a share among so many runs.</summary>
    public static double OfShare(double share, double runs) => runs >= 1 ? Math.Sqrt(share * (1 - share) / runs) : 0.5;
}
