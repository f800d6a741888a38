using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>What shapes the relationship: drivers, the strongest influences, the spiral of images.</summary>
internal static class ShapeSection
{
    private const int FactorsShown = 6;
    private const int InfluencesShown = 2;
    private const int Named = 3;
    private const int ImagesShown = 2;
    // As many loops as a result lists at most: there may be more.
    private const int MostLoops = 10;

    public static Section From(BriefContext context)
    {
        var (voice, structure) = (context.Voice, context.Result.Structure);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (structure.Factors.IsEmpty)
        {
            blocks.Add(BriefContext.Outputs(voice.Word(ShapeWords.NoFactors)));
        }
        else if (structure.Factors.All(role => role is { Influence: 0, Dependence: 0 }))
        {
            blocks.Add(BriefContext.Outputs(voice.Word(ShapeWords.NoInfluences)));
        }
        else
        {
            blocks.Add(Chart(context));
            blocks.Add(BriefContext.Outputs(Drivers(context)));
            blocks.Add(new Subheading(voice.Word(structure.ImageLoops.IsEmpty ? ShapeWords.StrongestOfAll : ShapeWords.Strongest)));
            blocks.Add(Strongest(context));
        }

        if (!structure.ImageLoops.IsEmpty)
        {
            blocks.Add(new Subheading(voice.Word(ShapeWords.LoopHeading)));
            blocks.AddRange(Loop(context));
        }

        return new Section("shape", voice.Word(ShapeWords.Heading), blocks.ToImmutable());
    }

    private static IEnumerable<FactorRole> ByInfluence(BriefContext context) => context.Result.Structure.Factors.OrderByDescending(role => role.Influence);

    private static IEnumerable<FactorRole> ByDependence(BriefContext context) => context.Result.Structure.Factors.OrderByDescending(role => role.Dependence);

    private static Phrase Drivers(BriefContext context)
    {
        var voice = context.Voice;
        var driving = ByInfluence(context).Where(role => role.Influence > 0).Take(Named).Select(role => context.Factor(role.Factor)).ToList();
        var driven = ByDependence(context).Where(role => role.Dependence > 0).Take(Named).Select(role => context.Factor(role.Factor)).ToList();
        return voice.Say(driving.Count == 1 && driven.Count == 1 ? ShapeWords.DriversOne : ShapeWords.Drivers, voice.List(driving), voice.List(driven));
    }

    private static Illustration Chart(BriefContext context)
    {
        var voice = context.Voice;
        var shown = ByInfluence(context).Take(FactorsShown).ToList();
        var top = ValueScale.Top(shown.Max(role => Math.Max(role.Influence, role.Dependence)));
        var rows = shown.Select(role => new ChartRow(
            new ChartText(context.FactorName(role.Factor), IsOwn: false),
            [role.Influence, role.Dependence],
            $"{voice.Fixed(role.Influence, 1)} / {voice.Fixed(role.Dependence, 1)}"));
        var chart = new DotChart(
            "chart-drivers",
            new ValueAxis(new ChartText(voice.Word(ShapeWords.Points), IsOwn: true), top, ValueScale.Labels(voice, top)),
            [new ChartText(voice.Word(ShapeWords.Influence), true), new ChartText(voice.Word(ShapeWords.Dependence), true)],
            [.. rows]);
        var (giver, taker) = (ByInfluence(context).First(), ByDependence(context).First());
        var conclusion = voice.Say(
            ShapeWords.ChartConclusion,
            context.Factor(giver.Factor), voice.Fixed(giver.Influence, 1), context.Factor(taker.Factor), voice.Fixed(taker.Dependence, 1));
        return new Illustration(chart, voice.Word(ShapeWords.ChartTitle), BriefContext.Output(conclusion), context.Link(TableIds.Factors, AnnexWords.Factors))
        {
            IsHalfWidth = true,
        };
    }

    private static StatementList Strongest(BriefContext context)
    {
        var (model, strengths) = (context.Model, context.Result.Structure.Strengths);
        var strongest = Enumerable.Range(0, Math.Min(model.Influences.Length, strengths.Length))
            .Where(i => !IsLink(context, model.Influences[i]))
            .OrderByDescending(i => strengths[i])
            .Take(InfluencesShown)
            .Select(i => model.Influences[i]);
        return new StatementList([.. strongest.Select(influence => new Paragraph([Told(context, influence)]))]);
    }

    // What the spiral tells is not told twice.
    private static bool IsLink(BriefContext context, Influence influence)
    {
        var loop = context.Result.Structure.ImageLoops.IsEmpty ? [] : context.Result.Structure.ImageLoops[0].Factors;
        return loop.Index().Any(pair => pair.Item == influence.From && loop[(pair.Index + 1) % loop.Length] == influence.To);
    }

    private static IEnumerable<Block> Loop(BriefContext context)
    {
        var (voice, structure) = (context.Voice, context.Result.Structure);
        var factors = structure.ImageLoops[0].Factors;
        var opening = new Phrase([]) + voice.Word(ShapeWords.LoopOpening);
        var further = structure.ImageLoops.Length > 1
            ? voice.Say(structure.ImageLoops.Length < MostLoops ? ShapeWords.LoopFurther : ShapeWords.LoopFurtherLeast, voice.Spelled(structure.ImageLoops.Length))
            : Phrase.Empty;
        yield return BriefContext.Outputs(opening, further);
        var links = ImmutableArray.CreateBuilder<Paragraph>();
        for (var i = 0; i < factors.Length; i++)
        {
            var (from, to) = (factors[i], factors[(i + 1) % factors.Length]);
            if (context.Model.Influences.FirstOrDefault(influence => influence.From == from && influence.To == to) is { } link)
            {
                links.Add(new Paragraph([Told(context, link)]));
            }
        }

        yield return new StatementList(links.ToImmutable(), ListForm.Numbers);
        var worse = context.Futures.Images
            .OrderByDescending(image => image.SeenWorse.Mean)
            .Where(image => image.SeenWorse.Mean > 0)
            .Take(ImagesShown)
            .Select(image => (image.SeenWorse, context.Model.Factors[image.Image.Index].Image))
            .Where(image => image.Image is not null)
            .Select(image => voice.Say(
                ShapeWords.SeenWorse,
                voice.Quote(context.Actor(image.Image!.HeldBy)),
                context.Factor(image.Image.Of),
                context.Shares.Of(image.SeenWorse.Mean, image.SeenWorse.StandardError)));
        var told = BriefContext.Outputs([.. worse]);
        if (!told.Passages.IsEmpty)
        {
            yield return told;
        }
    }

    private static Passage Told(BriefContext context, Influence influence) => new(
        context.Voice.Say(
            Direction(influence) switch { > 0 => ShapeWords.Same, < 0 => ShapeWords.Opposite, _ => ShapeWords.Depends },
            context.Factor(influence.From),
            context.Factor(influence.To),
            context.Reason(influence.Provenance),
            context.Cited(influence.Provenance)),
        influence.Provenance.Label);

    // Cells say different things of different states, so only a weight has one direction.
    private static int Direction(Influence influence) => influence.Weight is { } weight ? Math.Sign(weight.Value) : 0;
}
