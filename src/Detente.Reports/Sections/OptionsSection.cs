using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Each strategy against the baseline, and what stands in the way of the measures.</summary>
internal static class OptionsSection
{
    private const int KindsShown = 3;

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (context.Result.Options.IsEmpty)
        {
            blocks.Add(BriefContext.Outputs(voice.Word(OptionWords.None)));
        }
        else
        {
            blocks.Add(new Paragraph([new Passage(Baseline(context), EvidenceLabel.ExpertJudgement)]));
            blocks.Add(Comparison(context));
            blocks.Add(BriefContext.Outputs(Clearest(context)));
        }

        blocks.Add(new Subheading(voice.Word(OptionWords.MeasuresHeading)));
        blocks.AddRange(MeasuresPart.Blocks(context));
        return new Section("options", voice.Word(OptionWords.Heading), blocks.ToImmutable());
    }

    private static Phrase Baseline(BriefContext context) => context.Model.Baseline.IsEmpty
        ? context.Voice.Word(OptionWords.BaselineNone)
        : context.Voice.Say(OptionWords.BaselineIs, context.Voice.List(context.Model.Baseline.Select(id => context.Strategy(id))));

    /// <summary>What the table compares: the kinds most frequent in the baseline, and the severities that occur.</summary>
    private static List<Quantity> Quantities(BriefContext context)
    {
        var kinds = context.KindsByLastShare.Take(KindsShown).Select(kind => new Quantity(
            context.Kind(kind),
            option => kind.Index < option.ScenarioDifferences.Length ? option.ScenarioDifferences[kind.Index] : null));
        var severities = context.Futures.Escalation
            .Where(risk => risk.ByDate.Values.Length > 0 && risk.ByDate.Values[^1].Mean > 0)
            .TakeLast(1)
            .Select(risk => new Quantity(
                context.Voice.Say(OptionWords.SeverityColumn, context.Voice.Quote(context.Severity(risk.Severity))),
                option => risk.Severity < option.EscalationDifferences.Length ? option.EscalationDifferences[risk.Severity] : null));
        return [.. kinds, .. severities];
    }

    private static Table Comparison(BriefContext context)
    {
        var voice = context.Voice;
        var quantities = Quantities(context);
        return new Table(
            TableIds.Comparison,
            voice.Word(OptionWords.Caption),
            [new Column(voice.Word(OptionWords.Strategy)), .. quantities.Select(quantity => new Column(quantity.Name, IsNumeric: true))],
            [.. context.Result.Options.Select(option => ImmutableArray.Create(
                [context.Strategy(option.Strategy), .. quantities.Select(quantity => Cell(context, quantity.Of(option)))]))]);
    }

    public static Phrase Cell(BriefContext context, Figure? difference) => difference switch
    {
        null => "–",
        { } known when Shares.IsNoise(known) => $"{context.Shares.Difference(known)}, {context.Voice.Word(OptionWords.Noise)}",
        { } known => context.Shares.Difference(known),
    };

    /// <summary>What the strategy with the largest effect changes beyond noise, and which strategies change nothing; the table holds the rest.</summary>
    private static Phrase Clearest(BriefContext context)
    {
        var voice = context.Voice;
        var quantities = Quantities(context);
        var clear = new List<(Phrase Sentence, double Size)>();
        var unclear = new List<Phrase>();
        foreach (var option in context.Result.Options)
        {
            var changes = quantities
                .Where(quantity => quantity.Of(option) is { } difference && !Shares.IsNoise(difference))
                .Select(quantity => voice.Say(OptionWords.Change, quantity.Name, context.Shares.Difference(quantity.Of(option)!.Value)))
                .ToList();
            if (changes.Count > 0)
            {
                var size = quantities.Max(quantity => Math.Abs(quantity.Of(option)?.Mean ?? 0));
                clear.Add((voice.Say(OptionWords.Clear, context.Strategy(option.Strategy), voice.List(changes)), size));
            }
            else
            {
                unclear.Add(context.Strategy(option.Strategy));
            }
        }

        if (clear.Count == 0)
        {
            return voice.Word(OptionWords.AllNoise);
        }

        var strongest = clear.MaxBy(one => one.Size).Sentence;
        return unclear.Count == 0 ? strongest : strongest + " " + voice.Say(OptionWords.Unclear, voice.List(unclear));
    }

    private sealed record Quantity(Phrase Name, Func<StrategyOutcome, Figure?> Of);
}
