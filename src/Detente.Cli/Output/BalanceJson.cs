using System.Collections.Immutable;
using System.Text.Json;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The impact balance of one configuration as JSON.</summary>
internal sealed class BalanceJson(Model model, ConfigurationExplanation explained, ScenariosResult? nearest)
{
    private readonly ExplanationJson explanation = new(model);

    /// <summary>The states that were named; all others are initial ones.</summary>
    public required ImmutableArray<HeldState> Named { get; init; }

    /// <summary>The tolerance at which the nearest scenario is consistent, in points.</summary>
    public required double Tolerance { get; init; }

    public void WriteOptions(Utf8JsonWriter json)
    {
        explanation.WriteStates(json, "of", Named);
        json.WriteNumber("tolerance", Tolerance);
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        explanation.WriteMembers(json, explained);
        if (nearest is null || nearest.Scenarios.IsEmpty)
        {
            json.WriteNull("nearest");
            return;
        }

        var scenario = ExplanationText.Nearest(explained.States, nearest.Scenarios);
        json.WriteStartObject("nearest");
        explanation.WriteStates(json, "differences", scenario.States
            .Select((state, factor) => new HeldState(new FactorId(factor), state))
            .Where(held => explained.States[held.Factor.Index] != held.State));
        json.WritePropertyName("indices");
        json.WriteRawValue("[" + string.Join(", ", scenario.States) + "]");
        json.WritePoints("inconsistency", scenario.InconsistencyHundredths);
        json.WritePoints("consistencyValue", scenario.ConsistencyHundredths);
        json.WritePoints("totalImpactScore", scenario.TotalImpactHundredths);
        json.WriteBoolean("complete", nearest.Provenance.Completeness.IsComplete);
        json.WriteEndObject();
    }
}
