using System.Globalization;
using System.Text.RegularExpressions;
using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Tests.Samples;

/// <summary>Every number that a brief may say about a result: its figures as they are or in runs of 10, 100 or 1,000, what the model states, and how many elements there are.</summary>
internal static partial class ResultNumbers
{
    public static HashSet<decimal> Of(BriefResult result)
    {
        var model = result.Provenance.Study.Model;
        var known = new HashSet<decimal> { 10, 100, 1000 };
        foreach (var share in Shares(result))
        {
            for (var places = 0; places <= 3; places++)
            {
                var scaled = (decimal)share * (decimal)Math.Pow(10, places);
                for (var decimals = 0; decimals <= 2; decimals++)
                {
                    known.Add(Math.Abs(Math.Round(scaled, decimals, MidpointRounding.AwayFromZero)));
                }
            }
        }

        var exact = Points(result).Concat(Counts(result, model));
        known.UnionWith(exact.Select(number => Math.Abs((decimal)number)));
        known.UnionWith(model.Sources.Where(source => source.Year is not null).Select(source => (decimal)source.Year!.Value));
        known.UnionWith(Dates(result, model).SelectMany(date => new decimal[] { date.Day, date.Year }));
        known.UnionWith(Written(model).SelectMany(text => Digits.Matches(text)).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture)));
        return known;
    }

    private static IEnumerable<double> Shares(BriefResult result)
    {
        var futures = result.Futures;
        var worlds = result.Options.Select(option => option.Futures).Prepend(futures).ToList();
        var figures = worlds.SelectMany(world => world.Scenarios).SelectMany(series => new[] { series.Values[0], series.Values[^1] })
            .Concat(futures.Dominance)
            .Concat(worlds.SelectMany(world => world.Escalation).SelectMany(risk => new[] { risk.ByDate.Values[^1], risk.Inadvertent, risk.Deliberate }.Concat(risk.Roots)))
            .Concat(result.Options.SelectMany(option => option.ScenarioDifferences.Concat(option.EscalationDifferences)))
            .Concat(worlds.SelectMany(world => world.ConstraintsBroken.Concat(world.Measures.SelectMany(one => new[] { one.Agreed, one.AgreedEarly }))))
            .Concat((result.Escalation?.Flows.Nodes.Select(node => node.Share.All) ?? []).Concat(result.Escalation?.Flows.Flows.Select(flow => flow.Share) ?? []))
            .Concat(futures.Images.Select(image => image.SeenWorse));
        return figures.SelectMany(figure => new[] { figure.Mean, figure.StandardError, figure.Lower ?? 0, figure.Upper ?? 0 })
            .Concat(futures.Measures.SelectMany(one => one.Preconditions).Select(series => series[^1]))
            .Concat(futures.Escalation.SelectMany(risk => risk.ByScenario).OfType<double>())
            .Concat(futures.Escalation.Select(risk => risk.Onward).OfType<double>())
            .Append(futures.RelaxationShare ?? 0);
    }

    private static IEnumerable<double> Points(BriefResult result) =>
    [
        .. result.Structure.Factors.SelectMany(role => new[] { role.Influence, role.Dependence }),
        .. result.Scenarios.Scenarios.SelectMany(scenario => scenario.Balances).SelectMany(balance =>
            balance.ScoresHundredths.Select(score => score / 100.0).Concat(balance.Contributions.Select(contribution => contribution.AdvantageHundredths / 100.0))),
        0.69, 0.35, 1.4,
    ];

    private static IEnumerable<double> Counts(BriefResult result, Model model)
    {
        var elements = model.Factors.Select(factor => factor.Provenance.Label)
            .Concat(model.Events.Select(one => one.Provenance.Label))
            .Concat(model.Measures.Select(one => one.Provenance.Label))
            .Concat(model.Scenarios.Select(one => one.Provenance.Label))
            .Concat(model.Influences.Select(one => one.Provenance.Label))
            .ToList();
        var figures = result.Futures.Scenarios.Select(series => series.Values[^1]).Concat(result.Futures.Dominance).ToList();
        return
        [
            (double)result.Scenarios.Configurations, elements.Count, elements.Count(label => label == EvidenceLabel.ExpertJudgement),
            model.Influences.Length, model.Influences.Count(influence => !influence.Provenance.Sources.IsEmpty), .. Enum.GetValues<EvidenceLabel>().Select(label => model.Influences.Count(influence => influence.Provenance.Label == label)),
            figures.Count, figures.Count(figure => figure.Spread.Kind == SpreadKind.MorePathsNeeded), figures.Max(figure => figure.Spread.PathsNeeded),
        ];
    }

    private static IEnumerable<DateOnly> Dates(BriefResult result, Model model) => [model.Cutoff!.Value, model.Horizon!.Start, model.Horizon.End, result.Futures.Dates[^1]];

    private static IEnumerable<string> Written(Model model) =>
    [
        model.Encoded!.On,
        .. model.Influences.SelectMany(influence => influence.Provenance.Sources).Concat(model.Scenarios.SelectMany(scenario => scenario.Provenance.Sources)).Select(reference => reference.Locator ?? ""),
    ];

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits { get; }
}
