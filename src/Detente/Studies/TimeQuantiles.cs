using System.Collections.Immutable;

namespace Detente.Studies;

/// <summary>Reads times off figures that rise with time.</summary>
internal static class TimeQuantiles
{
    private const double Rounding = 1e-12; // a mean of shares may miss a share it stands for by so much

    /// <summary>When a share is reached.</summary>
    /// <param name="share">The share, above 0.</param>
    /// <param name="rising">By number of steps how much has come about by then.</param>
    public static TimeQuantile Of(double share, ImmutableArray<Figure> rising)
    {
        int? First(double errors)
        {
            for (var step = 0; step < rising.Length; step++)
            {
                if (rising[step].Mean + (errors * rising[step].StandardError) >= share - Rounding)
                {
                    return step;
                }
            }

            return null;
        }

        return new TimeQuantile(share, First(0), First(PairedSeries.Errors), First(-PairedSeries.Errors));
    }
}
