using System.Collections.Immutable;
using Detente.Studies;

namespace Detente.Reports.Tests.Samples;

/// <summary>Answers to the claims of <see cref="TwoKingdoms"/>, set by hand: every verdict and every kind of figure once.</summary>
internal static class SampleVerification
{
    private const int Paths = 10_000;

    public static VerifyResult Of(ResultProvenance provenance) => new(provenance, Claims,
        new ModelWarnings(
            [new RejectedStart(new(TwoKingdoms.Trust), 1, 120), new RejectedStart(new(TwoKingdoms.Fleet), 0, 300)],
            new RestPointList(3, [], IsComplete: true),
            0.42,
            []));

    public static ImmutableArray<ClaimOutcome> Claims { get; } =
    [
        new(0, Verdict.Holds),
        new(1, Verdict.Fails)
        {
            Figures = [new(ClaimFigureKind.First, 0.312, 0.004), new(ClaimFigureKind.Second, 0.31, 0.004), new(ClaimFigureKind.Difference, 0.002, 0.0006), new(ClaimFigureKind.AfterFading, 0.001, 0.0005)],
            Margin = -0.002, MarginError = 0.0006, Paths = Paths,
        },
        new(2, Verdict.Holds)
        {
            Figures = [new(ClaimFigureKind.First, 0.35, 0.011), new(ClaimFigureKind.Second, 0.52, 0.011), new(ClaimFigureKind.Difference, -0.17, 0.014)],
            Margin = 0.17, MarginError = 0.014, Paths = Paths,
        },
        new(3, Verdict.Vacuous) { Figures = [new(ClaimFigureKind.Violations, 0, 0)], Premise = 12, Paths = Paths },
        new(4, Verdict.Undecided) { Figures = [new(ClaimFigureKind.Ordered, 0.66, 0.012), new(ClaimFigureKind.Ordered, 0.64, 0.012)], Margin = 0.02, MarginError = 0.016, Paths = Paths },
        new(5, Verdict.Holds),
        new(6, Verdict.Fails) { Figures = [new(ClaimFigureKind.Violations, 0.004, 0.0006)], Paths = Paths },
    ];
}
