using System.Collections.Immutable;
using System.Numerics;
using Detente.Claims;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Answers whether the model behaves as its sources say.</summary>
internal sealed class VerifyRun
{
    private readonly VerifyStudy study;
    private readonly string modelHash;
    private readonly ImmutableArray<int> claims;
    private readonly ClaimRun run;

    /// <summary>Prepares a run.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <exception cref="StudyException">The model lacks what a claim needs.</exception>
    /// <exception cref="ArgumentException">A claim that the model does not have; less than one draw or two paths.</exception>
    public VerifyRun(VerifyStudy study, string modelHash)
    {
        var model = study.Model;
        if (study.Claims.Any(claim => claim < 0 || claim >= model.Claims.Length))
        {
            throw new ArgumentException("A claim that the model does not have.", nameof(study));
        }

        if (study.Options.Draws < 1 || study.Options.Paths < 2)
        {
            throw new ArgumentException("A run needs one draw or more of two paths or more.", nameof(study));
        }

        this.study = study;
        this.modelHash = modelHash;
        claims = study.Claims.IsEmpty ? [.. Enumerable.Range(0, model.Claims.Length)] : [.. study.Claims.Distinct().Order()];
        ImmutableArray<Statement> statements = [.. claims.Select(claim => model.Claims[claim].Statement)];
        StudyDiagnostics.NeedFactors(model);
        if (statements.Any(ClaimRun.NeedsTime))
        {
            StudyDiagnostics.NeedTime(model);
        }

        run = new ClaimRun(model, statements);
    }

    /// <summary>How many walks each path takes, by which the work compares with that of other runs; 0 when no path is needed.</summary>
    public int Walks => run.Walks;

    /// <summary>Runs the claims.</summary>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public VerifyResult Run(IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        var options = study.Options;
        var sampling = new ClaimSampling(options.Draws, options.Paths)
        {
            Seed = options.Seed,
            Threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
        };
        var answers = run.Run(sampling, progress is null ? null : done => progress.Report(new StudyProgress(done, sampling.All)), cancellation);
        var asked = new BigInteger(run.Walks > 0 ? sampling.All : 0);
        var warnings = ModelWarnings.None;
        var provenance = new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(true, asked, asked), warnings.Diagnostics);
        return new VerifyResult(provenance, [.. answers.Select((answer, place) => Outcome(claims[place], answer, sampling.All))], warnings);
    }

    private static ClaimOutcome Outcome(int claim, ClaimAnswer answer, long paths) => new(claim, VerdictOf(answer.Ruling))
    {
        Figures =
        [
            .. Figures(ClaimFigureKind.First, answer.First),
            .. Figures(ClaimFigureKind.Second, answer.Second),
            .. Figures(ClaimFigureKind.Difference, answer.Difference),
            .. Figures(ClaimFigureKind.AfterFading, answer.AfterFading),
            .. answer.Ordered.SelectMany(figure => Figures(ClaimFigureKind.Ordered, figure)),
            .. Figures(ClaimFigureKind.Violations, answer.Violations),
        ],
        Margin = answer.Margin?.By,
        MarginError = answer.Margin?.Error,
        Premise = answer.Premise,
        Paths = answer.IsSampled ? paths : 0,
    };

    private static IEnumerable<ClaimFigure> Figures(ClaimFigureKind kind, Measured? figure) =>
        figure is null ? [] : [new ClaimFigure(kind, figure.Value, figure.Error)];

    private static Verdict VerdictOf(Ruling ruling) => ruling switch
    {
        Ruling.Holds => Verdict.Holds,
        Ruling.Fails => Verdict.Fails,
        Ruling.Undecided => Verdict.Undecided,
        _ => Verdict.Vacuous,
    };
}
