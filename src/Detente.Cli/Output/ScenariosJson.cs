using System.Collections.Immutable;
using System.Text.Json;
using Detente.Cli.Commands;
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
        json.WriteBoolean("weights", study.Weights);
        json.WriteString("succession", ScenarioWeighing.Name(study.Succession));
        json.WriteNumber("precision", study.WeightPrecision);
        json.WriteBoolean("exact", study.Options.Exact);
        json.WriteNumber("mostListed", study.MostListed);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        json.WriteBig("configurations", result.Configurations);
        json.WriteBig("count", result.Count);
        json.WriteTexts("heldFactors", result.HeldFactors.Select(factor => model.Factors[factor.Index].Id));
        json.WriteBoolean("conditionalInfluences", result.HasConditionalInfluences);
        json.WriteStartArray("scenarios");
        foreach (var scenario in result.Scenarios)
        {
            WriteScenario(json, scenario);
        }

        json.WriteEndArray();
        json.WriteNumberOrNull("sampled", result.Sampled);
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
    }

    private void WriteScenario(Utf8JsonWriter json, ConsistentScenario scenario)
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
