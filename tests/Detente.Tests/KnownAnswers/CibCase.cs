using System.Globalization;
using System.Text.Json;
using Detente.Models;
using Detente.Tests.Compiled;

namespace Detente.Tests.KnownAnswers;

/// <summary>A cross-impact matrix of the shared cases with what is known about it.</summary>
internal sealed class CibCase
{
    private readonly JsonElement computed;
    private readonly JsonElement published;

    private CibCase(JsonElement root)
    {
        var descriptors = root.GetProperty("descriptors").EnumerateArray().Select(d => d.GetProperty("variants").GetArrayLength()).ToArray();
        Model = ModelOf(descriptors, [.. root.GetProperty("matrix").EnumerateArray().Select(Ints)]);
        computed = root.GetProperty("expected").GetProperty("computed");
        published = root.GetProperty("expected").GetProperty("published");
    }

    public static IEnumerable<string> Names { get; } =
    [
        "jucib_bench_50x50", "jucib_bench_medium", "population_income_education", "sei_CIB_global",
        "sei_CIB_nested_simplified_nonstandard", "sei_CIB_nested_simplified_standardized", "somewhereland",
    ];

    public Model Model { get; }

    /// <summary>Consistent configurations in lexical order with total impact score and consistency value, in points.</summary>
    public IEnumerable<(string States, int Total, int Value)> Consistent =>
        from detail in computed.GetProperty("details").EnumerateArray()
        let states = Join(Ints(detail.GetProperty("scenario")))
        orderby states
        select (states, detail.GetProperty("total_impact_score").GetInt32(), detail.GetProperty("consistency_value").GetInt32());

    /// <summary>What another program printed, where its solution file is there.</summary>
    public IEnumerable<(string States, int Total, int Value)> Published =>
        from property in published.EnumerateObject()
        where property.Name.StartsWith("scenarioWizard", StringComparison.Ordinal) && property.Value.ValueKind == JsonValueKind.Array
        from solution in property.Value.EnumerateArray()
        let states = Join(Ints(solution.GetProperty("scenario")))
        orderby states
        select (states, solution.GetProperty("total_impact_score").GetInt32(), solution.GetProperty("consistency_value").GetInt32());

    /// <summary>Number of configurations up to each inconsistency in points; empty where it is not given.</summary>
    public IEnumerable<(int Points, int Count)> CountsByInconsistency =>
        computed.TryGetProperty("n_by_max_inconsistency", out var counts)
            ? counts.EnumerateObject().Select(entry => (int.Parse(entry.Name, CultureInfo.InvariantCulture), entry.Value.GetInt32()))
            : [];

    public static CibCase Read(string name) =>
        new(JsonDocument.Parse(File.ReadAllText(SharedCases.Require("cases", "cib", name + ".json"))).RootElement);

    /// <summary>The model of a full matrix: an influence for every block that is not empty, diagonal ones too.</summary>
    public static Model ModelOf(int[] states, int[][] matrix)
    {
        var offsets = states.Select((_, factor) => states.Take(factor).Sum()).ToArray();
        var influences = from g in Enumerable.Range(0, states.Length)
                         from f in Enumerable.Range(0, states.Length)
                         let cells = from a in Enumerable.Range(0, states[g])
                                     from b in Enumerable.Range(0, states[f])
                                     let impact = matrix[offsets[g] + a][offsets[f] + b]
                                     where impact != 0
                                     select (a, b, (double)impact)
                         where cells.Any()
                         select ModelBuilder.Cells(g, f, cells);
        return ModelBuilder.Model(states.Select((count, factor) => ModelBuilder.Factor($"f{factor}", count, FactorScale.Nominal)), influences);
    }

    /// <summary>Attractors by weight, length of the cycle and one of its configurations; null where they are not given.</summary>
    public IEnumerable<(long Weight, int Length, string Representative)>? Ends(string succession) =>
        computed.TryGetProperty(succession, out var basins)
            ? basins.EnumerateArray().Select(basin => (
                basin.GetProperty("weight").GetInt64(),
                basin.GetProperty("cycle_length").GetInt32(),
                Join(Ints(basin.GetProperty("representative")))))
            : null;

    public static string Join(IEnumerable<int> states) => string.Join(' ', states);

    private static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetInt32())];
}
