using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Tests.Samples;

/// <summary>A result with many claims of no meaning answered by hand, to see how a long record of verdicts reads and prints.</summary>
internal static class VerdictBriefs
{
    private const int Claims = 64;

    /// <summary>The result with 64 claims: six fail, three are undecided, two vacuous; and with all that a modeller may be told.</summary>
    public static BriefResult Of(BriefResult result)
    {
        var model = result.Provenance.Study.Model;
        var claims = Enumerable.Range(0, Claims).Select(i => new Claim(
            "c" + i,
            new LocalizedText($"Claim number {i + 1} is made up to be as long as such sentences are", $"Die Aussage Nummer {i + 1} ist erfunden und so lang, wie solche Sätze sind"),
            new InitialFact(new ConstantCondition(true)),
            new Provenance(null, model.Sources.IsEmpty ? [] : [new SourceReference(new SourceId(0), "p" + ((i % 4) + 1))], [], EvidenceLabel.QuotedSource)));
        var rejected = model.Factors.Index().Where(pair => pair.Item.Initial is not null).Take(5).Select(pair => new RejectedStart(new FactorId(pair.Index), 1 - Math.Min(1, pair.Item.Initial!.Value), 100 + pair.Index));
        return Written.With(result, model with { Claims = [.. claims] }) with
        {
            Verification = new VerifyResult(
                result.Provenance,
                [.. Enumerable.Range(0, Claims).Select(Outcome)],
                new ModelWarnings([.. rejected], new RestPointList(17, [], IsComplete: false), 0.81, [])),
        };
    }

    private static ClaimOutcome Outcome(int claim) => new(claim, claim switch
    {
        _ when claim % 11 == 0 => Verdict.Fails,
        _ when claim % 20 == 1 => Verdict.Undecided,
        _ when claim % 31 == 2 => Verdict.Vacuous,
        _ => Verdict.Holds,
    })
    {
        Figures = [new(ClaimFigureKind.First, 0.31, 0.011), new(ClaimFigureKind.Second, 0.45, 0.012), new(ClaimFigureKind.Difference, -0.14, 0.009)],
        Margin = claim % 11 == 0 ? -0.14 : 0.14,
        MarginError = 0.009,
        Paths = 10_000,
    };
}
