using System.Collections.Immutable;
using System.Text.Json;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The consistent scenarios as JSON.</summary>
internal sealed class ScenariosJson(Model model, ScenariosResult result)
{
    public void WriteOptions(Utf8JsonWriter json)
    {
        var study = (ScenariosStudy)result.Provenance.Study;
        json.WriteNumber("tolerance", study.Tolerance);
        json.WriteBoolean("free", study.Free);
        json.WriteString("where", study.Where is { } where ? ConditionText.Write(where, model) : null);
        WriteStates(json, "holds", study.Holds);
        json.WriteBoolean("weights", study.Weights);
        json.WriteString("selection", study.Selection switch
        {
            ScenarioSelection.HighestImpact => "highest-impact",
            ScenarioSelection.MostDifferent => "most-different",
            ScenarioSelection.Nearest => "nearest",
            _ => "first",
        });
        WriteStates(json, "wish", study.Wish);
        json.WriteNumber("mostListed", study.MostListed);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        json.WriteBig("configurations", result.Configurations);
        json.WriteBig("count", result.Count);
        json.WriteTexts("heldFactors", result.HeldFactors.Select(factor => model.Factors[factor.Index].Id));
        json.WriteBoolean("conditionalInfluences", result.HasConditionalInfluences);
        json.WriteStartArray("scenarios");
        foreach (var (place, scenario) in result.Scenarios.Index())
        {
            WriteScenario(json, scenario, place);
        }

        json.WriteEndArray();
        json.WriteStartArray("cycles");
        foreach (var cycle in result.Cycles)
        {
            json.WriteStartObject();
            WriteWeight(json, cycle.Weight);
            json.WriteStartArray("configurations");
            foreach (var configuration in cycle.Configurations)
            {
                WriteIndices(json, configuration);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteKinds(json);
        WriteChange(json);
    }

    private void WriteScenario(Utf8JsonWriter json, ConsistentScenario scenario, int place)
    {
        json.WriteStartObject();
        json.WriteStartObject("states");
        foreach (var (index, factor) in model.Factors.Index())
        {
            json.WriteString(factor.Id, factor.States[scenario.States[index]].Id);
        }

        json.WriteEndObject();
        json.WritePropertyName("indices");
        WriteIndices(json, scenario.States);
        json.WritePoints("inconsistency", scenario.InconsistencyHundredths);
        json.WritePoints("consistencyValue", scenario.ConsistencyHundredths);
        json.WritePoints("totalImpactScore", scenario.TotalImpactHundredths);
        WriteWeight(json, scenario.Weight);
        json.WriteString("kind", scenario.Kind is { } kind ? model.Scenarios[kind.Index].Id : null);
        var wish = ((ScenariosStudy)result.Provenance.Study).Wish;
        json.WriteNumberOrNull("unmet", wish.IsEmpty ? null : wish.Count(wished => scenario.States[wished.Factor.Index] != wished.State));
        if (result.Change is { } change)
        {
            json.WriteBoolean("new", change.IsNew[place]);
        }
        else
        {
            json.WriteNull("new");
        }

        json.WriteEndObject();
    }

    private void WriteChange(Utf8JsonWriter json)
    {
        if (result.Change is not { } change)
        {
            json.WriteNull("change");
            return;
        }

        json.WriteStartObject("change");
        json.WriteBig("before", change.Before);
        json.WriteBig("stay", change.Stay);
        json.WriteBig("new", change.New);
        json.WriteStartArray("lost");
        foreach (var configuration in change.Lost)
        {
            WriteIndices(json, configuration);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteStates(Utf8JsonWriter json, string name, ImmutableArray<HeldState> states)
    {
        json.WriteStartObject(name);
        foreach (var (factor, state) in states)
        {
            json.WriteString(model.Factors[factor.Index].Id, model.Factors[factor.Index].States[state].Id);
        }

        json.WriteEndObject();
    }

    private void WriteKinds(Utf8JsonWriter json)
    {
        json.WriteStartObject("kinds");
        foreach (var kind in result.Kinds)
        {
            json.WriteStartObject(model.Scenarios[kind.Scenario.Index].Id);
            json.WriteNumber("count", kind.Count);
            json.WriteNumberOrNull("best", kind.Best);
            json.WriteBoolean("hasStatePart", kind.HasStatePart);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteWeight(Utf8JsonWriter json, ScenarioWeight? weight)
    {
        switch (weight)
        {
            case null:
                json.WriteNull("weight");
                break;
            case { StandardError: { } error } sampled:
                json.WriteStartObject("weight");
                json.WriteBig("value", sampled.Configurations);
                json.WriteNumber("error", error);
                json.WriteEndObject();
                break;
            case { } exact:
                json.WriteBig("weight", exact.Configurations);
                break;
        }
    }

    private static void WriteIndices(Utf8JsonWriter json, ImmutableArray<int> states) =>
        json.WriteRawValue("[" + string.Join(", ", states) + "]");
}
