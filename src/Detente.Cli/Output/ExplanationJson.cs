using System.Collections.Immutable;
using System.Text.Json;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Explanations of configurations as JSON.</summary>
internal sealed class ExplanationJson(Model model)
{
    /// <summary>Writes one explanation as an object.</summary>
    public void Write(Utf8JsonWriter json, ConfigurationExplanation explained)
    {
        json.WriteStartObject();
        WriteMembers(json, explained);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of one explanation.</summary>
    public void WriteMembers(Utf8JsonWriter json, ConfigurationExplanation explained)
    {
        WriteStates(json, "states", explained.States.Select((state, factor) => new HeldState(new FactorId(factor), state)));
        json.WritePoints("inconsistency", explained.InconsistencyHundredths);
        json.WritePoints("consistencyValue", explained.ConsistencyHundredths);
        json.WritePoints("totalImpactScore", explained.TotalImpactHundredths);
        json.WriteTexts("weakest", explained.Weakest.Select(Id));
        json.WriteTexts("barred", explained.Barred.Select(Id));
        WriteSuccession(json, explained.Succession);
        json.WriteStartObject("factors");
        foreach (var factor in explained.Factors)
        {
            WriteFactor(json, factor);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes states by their factors.</summary>
    public void WriteStates(Utf8JsonWriter json, string name, IEnumerable<HeldState> states)
    {
        json.WriteStartObject(name);
        foreach (var (factor, state) in states)
        {
            json.WriteString(Id(factor), State(factor, state));
        }

        json.WriteEndObject();
    }

    private static void WriteSuccession(Utf8JsonWriter json, SuccessionEnd? end)
    {
        if (end is null)
        {
            json.WriteNull("succession");
            return;
        }

        json.WriteStartObject("succession");
        json.WriteNumber("steps", end.Steps);
        json.WriteStartArray("configurations");
        foreach (var states in end.Configurations)
        {
            json.WriteRawValue("[" + string.Join(", ", states) + "]");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFactor(Utf8JsonWriter json, FactorExplanation factor)
    {
        json.WriteStartObject(Id(factor.Factor));
        json.WriteString("state", State(factor.Factor, factor.State));
        json.WriteString("bestRival", factor.BestRival is { } rival ? State(factor.Factor, rival) : null);
        json.WritePoints("lead", factor.LeadHundredths);
        json.WriteBoolean("influenced", factor.IsInfluenced);
        json.WriteBoolean("held", factor.IsHeld);
        json.WriteStartObject("states");
        foreach (var (state, score) in factor.Balance.ScoresHundredths.Index())
        {
            json.WriteStartObject(State(factor.Factor, state));
            json.WritePoints("balance", score);
            json.WriteStartArray("arguments");
            foreach (var argument in factor.Arguments[state])
            {
                json.WriteStartObject();
                json.WriteString("influence", model.Influences[argument.Influence].Name);
                json.WritePoints("impact", argument.ImpactHundredths);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("decisive");
        foreach (var one in factor.Decisive)
        {
            json.WriteStartObject();
            json.WriteString("influence", model.Influences[one.Influence].Name);
            json.WritePoints("impact", one.ImpactHundredths);
            json.WritePoints("advantage", one.AdvantageHundredths);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("overtakings");
        foreach (var overtaking in factor.Overtakings)
        {
            WriteOvertaking(json, factor.Factor, overtaking);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteOvertaking(Utf8JsonWriter json, FactorId factor, Overtaking overtaking)
    {
        json.WriteStartObject();
        json.WriteString("rival", State(factor, overtaking.Rival));
        json.WritePoints("lead", overtaking.LeadHundredths);
        json.WriteStartArray("singles");
        foreach (var single in overtaking.Singles)
        {
            json.WriteStartObject();
            json.WriteString("factor", Id(single.Factor));
            json.WriteString("state", State(single.Factor, single.State));
            json.WriteString("winner", State(factor, single.Winner));
            json.WritePoints("lead", single.LeadHundredths);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteStates(json, "together", overtaking.Together);
        json.WriteString("winner", overtaking.Winner is { } winner ? State(factor, winner) : null);
        json.WriteBoolean("proven", overtaking.IsProven);
        json.WriteStartArray("judgements");
        foreach (var change in overtaking.Judgements)
        {
            WriteJudgement(json, factor, change);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteJudgement(Utf8JsonWriter json, FactorId factor, JudgementChange change)
    {
        json.WriteStartObject();
        json.WriteString("influence", model.Influences[change.Influence].Name);
        json.WriteString("state", change.TargetState is { } state ? State(factor, state) : null);
        json.WritePoints("from", change.FromHundredths);
        json.WritePoints("to", change.ToHundredths);
        json.WriteBoolean("withinRange", change.IsWithinRange);
        json.WriteEndObject();
    }

    private string Id(FactorId factor) => model.Factors[factor.Index].Id;

    private string State(FactorId factor, int state) => model.Factors[factor.Index].States[state].Id;
}
