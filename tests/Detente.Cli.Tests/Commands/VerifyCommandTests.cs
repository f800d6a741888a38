using System.Collections.Immutable;
using System.Text.Json;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Tests.Commands;

public sealed class VerifyCommandTests
{
    private static readonly string TenClaims = RepositoryRoot.Combine("tests", "Detente.Cli.Tests", "Models", "ten-claims.yaml");

    /// <summary>One outcome for each claim of the model, of every verdict.</summary>
    private static readonly ImmutableArray<ClaimOutcome> Outcomes =
    [
        new(0, Verdict.Fails)
        {
            Figures = [new(ClaimFigureKind.First, 0.12, 0.011), new(ClaimFigureKind.Second, 0.31, 0.014), new(ClaimFigureKind.Difference, -0.19, 0.012)],
            Margin = -0.41,
            MarginError = 0.012,
            Paths = 1000,
        },
        new(1, Verdict.Holds)
        {
            Figures = [new(ClaimFigureKind.Difference, -0.084, 0.0021), new(ClaimFigureKind.AfterFading, -0.012, 0.0019)],
            Margin = 0.03,
            MarginError = 0.002,
            Premise = 604,
            Paths = 1000,
        },
        new(2, Verdict.Undecided)
        {
            Figures = [new(ClaimFigureKind.Ordered, 0.51, 0.02), new(ClaimFigureKind.Ordered, 0.49, 0.02), new(ClaimFigureKind.Ordered, 0.002, 0.001)],
            Margin = 0.02,
            MarginError = 0.02,
            Paths = 1000,
        },
        new(3, Verdict.Holds) { Figures = [new(ClaimFigureKind.First, 0.298, 0.0107)], Margin = 0.198, MarginError = 0.0107, Paths = 1000 },
        new(4, Verdict.Holds) { Figures = [new(ClaimFigureKind.Violations, 0, 0)], Paths = 1000 },
        new(5, Verdict.Fails) { Figures = [new(ClaimFigureKind.Violations, 0.738, 0.0203)], Premise = 8123, Paths = 1000 },
        new(6, Verdict.Fails) { Figures = [new(ClaimFigureKind.Violations, 0.997, 0.0012)], Premise = 998, Paths = 1000 },
        new(7, Verdict.Holds),
        new(8, Verdict.Fails),
        new(9, Verdict.Vacuous) { Premise = 3, Paths = 1000 },
    ];

    private static readonly ModelWarnings Warnings = new(
        [new RejectedStart(new FactorId(1), 0, 125)],
        new RestPointList(2, [[0, 1, 0], [1, 0, 0]], true),
        0.25,
        [
            new Diagnostic("DT4020", DiagnosticSeverity.Warning, TextSpan.Whole("ten-claims"), new("The start is relaxing.", "Der Anfang schwingt sich ein.")) { Element = "horizon" },
            new Diagnostic("DT3010", DiagnosticSeverity.Warning, TextSpan.Whole("ten-claims"), new("Nothing moves it.", "Nichts bewegt ihn."))
            {
                Element = "factors/flag",
                AcceptedBecause = new("A flag.", "Eine Flagge."),
            },
        ]);

    private static readonly string[] Ten = ["verify", TenClaims, "--draws", "10", "--paths", "100"];

    /// <summary>Two worlds that are one differ by nothing: the claim fails, and the text must not say that it is met.</summary>
    [Theory]
    [InlineData("en", "It lies exactly on the threshold.", "in 0 of 40 runs; 50 are needed.")]
    [InlineData("de", "Sie liegt genau auf der Schwelle.", "In 0 von 40 Läufen trat das Ereignis so früh ein")]
    public void A_figure_on_its_threshold_and_an_event_too_late_to_follow_are_called_so(string language, string onThreshold, string tooLate)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        try
        {
            File.WriteAllText(file, """
                detente: 1
                id: edges
                horizon: {start: 2020-01-01, end: 2020-12-31}
                factors: {x: {states: [low, high], initial: low, inertia: 6 months}}
                events: {last: {at: 2020-12-31, effects: [{set: high, on: x}]}}
                claims:
                  same: {claim: "mean(x) is higher as modelled than as modelled"}
                  late: {claim: "mean(x) rises because of last within 6 months"}
                """);
            var answer = Shell.Run("verify", file, "--draws", "20", "--paths", "2", "--lang", language).Output;
            Assert.Contains(onThreshold, answer, StringComparison.Ordinal);
            Assert.Contains(tooLate, answer, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_text_sums_up_then_says_what_fails_is_undecided_is_vacuous_and_holds(string language)
    {
        var said = Verify(Outcomes, "--lang", language);
        Assert.Equal(ExitCode.Findings, said.Code);
        Golden.Match($"verify.{language}.txt", said.Output.Replace(TenClaims, "ten-claims.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_json_answer_is_as_documented() =>
        Golden.Match("verify.json", Verify(Outcomes, "--format", "json").Output.Replace(TenClaims, "ten-claims.yaml", StringComparison.Ordinal));

    [Theory]
    [InlineData(Verdict.Holds, ExitCode.Fine)]
    [InlineData(Verdict.Undecided, ExitCode.Fine)]
    [InlineData(Verdict.Vacuous, ExitCode.Fine)]
    [InlineData(Verdict.Fails, ExitCode.Findings)]
    public void Only_a_claim_that_fails_is_a_finding(Verdict verdict, int expected)
    {
        ImmutableArray<ClaimOutcome> outcomes = [new(7, Verdict.Holds), new(3, verdict) { Margin = 0.001, MarginError = 0.01, Premise = 1, Paths = 1000 }];
        Assert.Equal(expected, Verify(outcomes).Code);
        Assert.Equal(expected, Verify(outcomes, "--format", "json").Code);
    }

    [Fact]
    public void Only_what_does_not_hold_is_printed_when_asked_but_all_is_counted()
    {
        var said = Verify(Outcomes, "--failed").Output;
        Assert.DoesNotContain("Holds", said, StringComparison.Ordinal);
        Assert.DoesNotContain("c04", said, StringComparison.Ordinal);
        Assert.Contains("10 claims: 4 hold, 4 fail, 1 undecided, 1 vacuous", said, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(Verify(Outcomes, "--failed", "--format", "json").Output);
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal(["c01", "c03", "c06", "c07", "c09", "c10"], result.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("id").GetString()!));
        Assert.Equal(4, result.GetProperty("summary").GetProperty("holds").GetInt32());
    }

    [Fact]
    public void Claims_asked_for_are_run_in_the_order_of_the_model()
    {
        var said = Verify(Outcomes, "--claim", "c08", "--claim", "c01", "--claim", "c08");
        Assert.Contains("\n2 of 10 claims: 1 holds, 1 fails, ", said.Output, StringComparison.Ordinal);
        Assert.True(said.Output.IndexOf("c01", StringComparison.Ordinal) < said.Output.IndexOf("c08", StringComparison.Ordinal));
        using var answer = JsonDocument.Parse(Verify(Outcomes, "--claim", "c08", "--claim", "c01", "--format", "json").Output);
        Assert.Equal(["c01", "c08"], answer.RootElement.GetProperty("options").GetProperty("claims").EnumerateArray().Select(claim => claim.GetString()!));
    }

    [Theory]
    [InlineData("en", "detente: the model has no claim \"c1\"; did you mean c01?\n")]
    [InlineData("de", "detente: das Modell hat keine Behauptung „c1“; ist c01 gemeint?\n")]
    public void An_unknown_claim_is_refused_with_the_one_probably_meant(string language, string expected)
    {
        var said = Verify(Outcomes, "--claim", "c1", "--lang", language);
        Assert.Equal((ExitCode.Usage, "", expected), (said.Code, said.Output, said.Error));
    }

    [Theory]
    [InlineData("en", "three states no claims (section claims); nothing was run.\n")]
    [InlineData("de", "three stellt keine Behauptungen auf (Abschnitt claims); nichts wurde gerechnet.\n")]
    public void A_model_without_claims_is_told_so(string language, string expected)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("three.yaml", "detente: 1\nid: three\nfactors: {t: {states: [a, b, c]}}\n");
        var said = Shell.Run("verify", file, "--lang", language);
        Assert.Equal((ExitCode.Fine, expected), (said.Code, said.Output));
        using var answer = JsonDocument.Parse(Shell.Run("verify", file, "--format", "json").Output);
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal((0, JsonValueKind.Null), (result.GetProperty("claims").GetArrayLength(), result.GetProperty("warnings").ValueKind));
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("seed").ValueKind);
    }

    // 3 standard errors over the margin, squared: (3 * 0.02 / 0.02)^2 = 9 times as many draws, or paths where there is one draw.
    [Theory]
    [InlineData(10, 100, 0.02, "8,000 more runs decide it (--draws 90)")]
    [InlineData(1, 1000, 0.02, "8,000 more runs decide it (--paths 9000)")]
    [InlineData(10, 100, -0.02, "8,000 more runs decide it (--draws 90)")]
    [InlineData(10, 100, 0.0, "more runs need not decide it")]
    [InlineData(10, 100, 0.0000001, "No number of runs within reach")]
    [InlineData(5, 200, 0.5, "1,000 more runs decide it (--draws 10)")]
    [InlineData(1, 1000, 0.5, "too few paths to know the error")]
    public void An_undecided_claim_is_told_what_would_decide_it(int draws, int paths, double margin, string expected)
    {
        ImmutableArray<ClaimOutcome> outcomes = [new(3, Verdict.Undecided) { Figures = [new(ClaimFigureKind.First, 0.1, 0.02)], Margin = margin, MarginError = 0.02, Paths = 1000 }];
        var said = Shell.RunIn(
            around => around with { Runner = new FixedRunner(outcomes, ModelWarnings.None) },
            "verify", TenClaims, "--draws", $"{draws}", "--paths", $"{paths}");
        Assert.Contains(expected, said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_warnings_are_counted_and_shown_when_asked()
    {
        var brief = Verify(Outcomes).Output;
        Assert.DoesNotContain("DT3010", brief, StringComparison.Ordinal);
        Assert.EndsWith("\n1 accepted warning; --verbose shows more.\n", brief, StringComparison.Ordinal);
        var full = Verify(Outcomes, "--verbose").Output;
        Assert.Contains("warning DT3010: Nothing moves it.\n", full, StringComparison.Ordinal);
        Assert.EndsWith("\n  Accepted: A flag.\n", full, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Nothing_is_called_probable_or_given_in_per_cent(string language)
    {
        var said = Verify(Outcomes, "--lang", language, "--verbose").Output + Shell.Run("verify", "--help", "--lang", language).Output;
        Assert.DoesNotContain("probab", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wahrscheinlich", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('%', said);
        Assert.DoesNotContain("per cent", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Prozent", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_a_claim_needs_and_the_model_lacks_is_said()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("three.yaml", "detente: 1\nid: three\nfactors: {t: {states: [a, b, c]}}\nclaims: {c01: {claim: mean(t) above 0.5}}\n");
        var said = Shell.Run("verify", file);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("error DT4002", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Threads_change_no_byte(string format)
    {
        string[] words = [.. Ten, "--format", format, "--threads"];
        Assert.Equal(Shell.Run([.. words, "1"]), Shell.Run([.. words, "2"]));
    }

    // What the claims say is plain from the model: the flag is never moved, calm and trade open at the start, and shots, not storms, shut the gates.
    [Fact]
    public void The_engine_answers_the_claims_of_a_small_model()
    {
        using var answer = JsonDocument.Parse(Shell.Run([.. Ten, "--format", "json"]).Output);
        var verdicts = answer.RootElement.GetProperty("result").GetProperty("claims").EnumerateArray()
            .ToDictionary(claim => claim.GetProperty("id").GetString()!, claim => claim.GetProperty("verdict").GetString(), StringComparer.Ordinal);
        Assert.Equal(("holds", "holds", "holds"), (verdicts["c05"], verdicts["c08"], verdicts["c09"]));
        Assert.Equal(("fails", "fails", "vacuous"), (verdicts["c06"], verdicts["c07"], verdicts["c10"]));
    }

    private static Said Verify(ImmutableArray<ClaimOutcome> outcomes, params string[] options) =>
        Shell.RunIn(around => around with { Runner = new FixedRunner(outcomes, Warnings) }, [.. Ten, .. options]);
}
