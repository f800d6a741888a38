namespace Detente.Studies;

/// <summary>Runs until every share is known to a stated standard error, or the limit is reached.</summary>
/// <remarks>
/// The first run is that of the options. From its least known share follows how much more is needed: variance falls with 1/M in all its parts, with
/// 1/N in that of chance only. So draws are added; but where chance makes nearly all of the variance, paths are, if they do it with at most a quarter
/// more runs: for the same effort the spread of the judgements can then be read, too. A tenth is added because the estimate has an error itself. One that comes from fewer than ten draws is not believed.
/// With the same seed a longer run contains all paths of the shorter one.
/// </remarks>
internal static class PreciseRun
{
    private const double Reserve = 1.1;
    private const double DearestPaths = 1.25;
    private const int LeastDraws = 10; // fewer do not say how large an error between draws is
    private const int MostRounds = 12; // each takes at least a tenth more; in practice there are two or three
    private const double LargestPrecision = 0.5;

    /// <summary>Runs a study.</summary>
    /// <param name="study">What to run; with a precision.</param>
    /// <param name="progress">Told of the whole as far as it can be seen; or null.</param>
    /// <param name="run">Runs it with the options it has.</param>
    /// <exception cref="ArgumentException">The precision is not above 0 and at most 0.5.</exception>
    public static FuturesResult Run(FuturesStudy study, IProgress<StudyProgress>? progress, Func<FuturesStudy, IProgress<StudyProgress>?, FuturesResult> run)
    {
        if (study.Precision is not (> 0 and <= LargestPrecision and var asked))
        {
            throw new ArgumentException("A precision is above 0 and at most 0.5.", nameof(study));
        }

        for (var round = 1; ; round++)
        {
            var result = run(study, round == 1 ? null : StageProgress.Of(progress, 0, 1, study.Options.Draws > 1 ? 0 : 1));
            var next = Next(study.Options, result.LeastKnownShare, asked, study.MostRuns);
            var isTold = study.Options.Draws is 1 or >= LeastDraws;
            if ((isTold && result.LargestShareError <= asked) || round == MostRounds || next == study.Options)
            {
                return result with { Precision = new Precision(asked, result.LargestShareError, round) };
            }

            study = study with { Options = next };
        }
    }

    /// <summary>How much the next run takes; the same again when the limit leaves no more.</summary>
    /// <param name="options">The run so far.</param>
    /// <param name="worst">Its least known share.</param>
    /// <param name="asked">The standard error wanted.</param>
    /// <param name="mostRuns">The most draws times paths.</param>
    public static StudyOptions Next(StudyOptions options, Figure worst, double asked, long mostRuns)
    {
        // How many times smaller the variance must become, and how many times more paths that would take.
        var times = Math.Max(1, worst.StandardError * worst.StandardError / (asked * asked)) * Reserve;
        var chance = ChanceShare(options, worst);
        var withPaths = chance / ((1 / times) - (1 - chance));
        if (options.Draws is > 1 and < LeastDraws)
        {
            return options with { Draws = More(options.Draws, Math.Max(times, (double)LeastDraws / options.Draws), mostRuns / options.Paths) };
        }

        return options.Draws == 1 || (withPaths > 0 && withPaths <= DearestPaths * times)
            ? options with { Paths = More(options.Paths, options.Draws == 1 ? times : withPaths, mostRuns / options.Draws) }
            : options with { Draws = More(options.Draws, times, mostRuns / options.Paths) };
    }

    /// <summary>Which part of the variance between draws is chance within them.</summary>
    private static double ChanceShare(StudyOptions options, Figure figure)
    {
        if (options.Draws == 1 || figure.Spread.Kind == SpreadKind.NoneFound)
        {
            return 1;
        }

        // Paths needed = N * chance / (0.25 * spread), see TwoUncertainties; otherwise chance is at most a fifth.
        var ratio = 0.25 * figure.Spread.PathsNeeded / options.Paths;
        return ratio / (1 + ratio);
    }

    private static int More(int now, double times, long most) => (int)Math.Max(now, Math.Min(Math.Min(most, int.MaxValue), Math.Ceiling(now * times)));
}
