using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Answers which elements represent the items of the source text.</summary>
internal static class CoverageRun
{
    /// <summary>Reads the coverage of a model. Deterministic; cost grows with the elements and the items they carry.</summary>
    /// <param name="study">What to run; a model without an inventory has an empty answer.</param>
    /// <param name="modelHash">Hash of the model.</param>
    public static CoverageResult Run(CoverageStudy study, string modelHash)
    {
        var items = study.Model.Items;
        var provenance = new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(true, items.Length, items.Length), []);
        if (items.IsEmpty)
        {
            return new CoverageResult(provenance, [], []);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, item) in items.Index())
        {
            places.TryAdd(item.Id, place);
        }

        var (representing, mentioning) = (Lists(items.Length), Lists(items.Length));
        var crowded = ImmutableArray.CreateBuilder<CrowdedElement>();
        foreach (var carrier in ItemCarriers.Of(study.Model))
        {
            var carried = carrier.Provenance.Items.Distinct(StringComparer.Ordinal).ToList();
            if (carried.Count > CoverageResult.MostPerElement)
            {
                crowded.Add(new CrowdedElement(carrier.Name, carried.Count));
            }

            foreach (var place in carried.Where(places.ContainsKey).Select(id => places[id]))
            {
                var represents = items[place].Kinds.Any(kind => CoverageRules.Represents(carrier.Traits, kind));
                (represents ? representing : mentioning)[place].Add(carrier.Name);
            }
        }

        return new CoverageResult(
            provenance,
            [.. items.Select((_, place) => new ItemCoverage(place, [.. representing[place]], [.. mentioning[place]]))],
            crowded.DrainToImmutable());
    }

    private static List<string>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<string>())];
}
