using System.Collections.Immutable;
using System.Text.Json;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The outcomes of claims as JSON. Shares are of model runs, from 0 to 1.</summary>
/// <param name="study">What was asked for.</param>
/// <param name="outcomes">What came out; empty when nothing was run.</param>
/// <param name="warnings">What a modeller should know; null when nothing was run.</param>
internal sealed class VerifyJson(VerifyStudy study, ImmutableArray<ClaimOutcome> outcomes, ModelWarnings? warnings)
{
    private readonly Model model = study.Model;

    /// <summary>Whether claims that hold are counted only.</summary>
    public bool HidesHolding { get; init; }

    public void WriteOptions(Utf8JsonWriter json)
    {
        json.WriteNumber("draws", study.Options.Draws);
        json.WriteNumber("paths", study.Options.Paths);
        json.WriteBoolean("thorough", study.IsThorough);
        json.WriteTexts("claims", study.Claims.Select(claim => model.Claims[claim].Id));
        json.WriteBoolean("failed", HidesHolding);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        WriteSummary(json);
        json.WriteStartArray("claims");
        foreach (var outcome in outcomes.Where(outcome => !HidesHolding || outcome.Verdict != Verdict.Holds))
        {
            WriteOutcome(json, outcome);
        }

        json.WriteEndArray();
        WriteWarnings(json);
    }

    private void WriteSummary(Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("claims", outcomes.Length);
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            json.WriteNumber(Word(verdict), outcomes.Count(outcome => outcome.Verdict == verdict));
        }

        json.WriteStartObject("forms");
        foreach (var (form, count) in outcomes.Select(outcome => ClaimForms.Of(model.Claims[outcome.Claim].Statement)).CountBy(form => form).OrderBy(pair => pair.Key))
        {
            json.WriteNumber(form.Word(), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteOutcome(Utf8JsonWriter json, ClaimOutcome outcome)
    {
        var claim = model.Claims[outcome.Claim];
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("claim", ClaimText.Write(claim.Statement, model));
        json.WriteString("form", ClaimForms.Of(claim.Statement).Word());
        json.WriteString("verdict", Word(outcome.Verdict));
        json.WriteStartArray("figures");
        foreach (var figure in outcome.Figures)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(figure.Kind));
            json.WriteNumber("value", figure.Value);
            json.WriteNumber("se", figure.StandardError);
            if (figure.Kind == ClaimFigureKind.Difference)
            {
                json.WriteBoolean("withinNoise", figure.IsWithinNoise);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumberOrNull("margin", outcome.Margin);
        json.WriteNumberOrNull("marginSe", outcome.MarginError);
        json.WriteNumberOrNull("premise", outcome.Premise);
        json.WriteNumber("paths", outcome.Paths);
        json.WriteEndObject();
    }

    private void WriteWarnings(Utf8JsonWriter json)
    {
        if (warnings is null)
        {
            json.WriteNull("warnings");
            return;
        }

        json.WriteStartObject("warnings");
        json.WriteStartArray("rejectedStarts");
        foreach (var start in warnings.RejectedStarts)
        {
            var factor = model.Factors[start.Factor.Index];
            json.WriteStartObject();
            json.WriteString("factor", factor.Id);
            json.WriteString("preferred", factor.States[start.Preferred].Id);
            json.WritePoints("lead", start.LeadHundredths);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("restPoints");
        json.WriteNumber("count", warnings.RestPoints.Count);
        json.WriteBoolean("complete", warnings.RestPoints.IsComplete);
        json.WriteStartArray("listed");
        foreach (var states in warnings.RestPoints.Listed)
        {
            json.WriteRawValue("[" + string.Join(", ", states) + "]");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumberOrNull("relaxationShare", warnings.RelaxationShare);
        json.WriteEndObject();
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Fails => "fails",
        Verdict.Undecided => "undecided",
        _ => "vacuous",
    };

    private static string Word(ClaimFigureKind kind) => kind switch
    {
        ClaimFigureKind.First => "first",
        ClaimFigureKind.Second => "second",
        ClaimFigureKind.Difference => "difference",
        ClaimFigureKind.AfterFading => "after-fading",
        ClaimFigureKind.Ordered => "ordered",
        _ => "violations",
    };
}
