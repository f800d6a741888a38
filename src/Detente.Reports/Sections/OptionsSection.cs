using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Each strategy against the baseline, which of them are inadmissible, and what stands in the way of the measures.</summary>
internal static class OptionsSection
{
    private const int KindsShown = 4;
    private const int KindsTold = 2;

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
            blocks.Add(BriefContext.Outputs(Clearest(context)));
        }

        if (!context.Result.Options.IsEmpty)
        {
            blocks.Add(Comparison(context));
        }

        if (!context.Model.Constraints.IsEmpty)
        {
            blocks.Add(new Subheading(voice.Word(LimitWords.Heading)));
            blocks.Add(LimitsPart.Told(context));
        }

        blocks.Add(new Subheading(voice.Word(OptionWords.MeasuresHeading)));
        blocks.AddRange(MeasuresPart.Blocks(context));
        return new Section("options", voice.Word(OptionWords.Heading), blocks.ToImmutable());
    }

    /// <summary>The cell of a difference; one that cannot be told from none says so before its figures.</summary>
    public static Phrase Cell(BriefContext context, Figure? difference) => difference switch
    {
        null => "–",
        { Mean: 0, StandardError: 0 } => "0",
        { IsWithinNoise: true } known => $"≈\u00a00 ({context.Shares.ErrorOf(known)})",
        { } known => context.Shares.Difference(known),
    };

    /// <summary>The admissible strategy that moves a kind most beyond noise; null when none does.</summary>
    public static StrategyOutcome? Strongest(BriefContext context, ScenarioId kind) => context.Alternatives
        .Where(option => option.ScenarioDifferences.Length > kind.Index && context.IsAdmissible(option) && !option.ScenarioDifferences[kind.Index].IsWithinNoise)
        .MaxBy(option => Math.Abs(option.ScenarioDifferences[kind.Index].Mean));

    private static Phrase Baseline(BriefContext context)
    {
        var voice = context.Voice;
        var words = context.Model.Baseline.IsEmpty
            ? voice.Word(OptionWords.BaselineNone)
            : voice.Say(IsOneActor(context) ? OptionWords.BaselineIsOne : OptionWords.BaselineIs, voice.List(context.Model.Baseline.Select(id => Followed(context, id))));
        return words + " " + voice.Word(OptionWords.TakesPlace);
    }

    private static bool IsOneActor(BriefContext context) => context.Model.Baseline is [var only] && context.Model.Strategies[only.Index].Of.Length == 1;

    private static Phrase Followed(BriefContext context, StrategyId id)
    {
        var voice = context.Voice;
        var actors = context.Model.Strategies[id.Index].Of;
        return voice.Say(actors.Length == 1 ? OptionWords.Follows : OptionWords.FollowTogether, voice.List(actors.Select(actor => voice.Quote(context.Actor(actor)))), context.Strategy(id));
    }

    /// <summary>What the table compares: the kinds that the strategies move most, and the severity that matters.</summary>
    private static List<Quantity> Quantities(BriefContext context)
    {
        double Moved(ScenarioId kind) => context.Alternatives.Max(option => kind.Index < option.ScenarioDifferences.Length && !option.ScenarioDifferences[kind.Index].IsWithinNoise
            ? Math.Abs(option.ScenarioDifferences[kind.Index].Mean)
            : 0);
        var moved = context.Alternatives.Count == 0 ? [] : context.KindsByLastShare.OrderByDescending(Moved).Take(KindsShown).ToHashSet();
        var kinds = context.KindsByLastShare.Where(moved.Contains).Select(kind => new Quantity(
            context.Kind(kind),
            context.LastShare(kind),
            option => kind.Index < option.ScenarioDifferences.Length ? option.ScenarioDifferences[kind.Index] : null));
        return context.WeightiestRisk is not { } risk
            ? [.. kinds]
            : [.. kinds, new Quantity(
                context.Voice.Say(OptionWords.SeverityColumn, context.Voice.Quote(context.Severity(risk.Severity))),
                risk.ByDate.Values[^1],
                option => risk.Severity < option.EscalationDifferences.Length ? option.EscalationDifferences[risk.Severity] : null)];
    }

    private static Table Comparison(BriefContext context)
    {
        var voice = context.Voice;
        var quantities = Quantities(context);
        var hasLimits = context.Model.Constraints.Any(constraint => constraint.IsHard);
        // Strategies of one actor stand together, in the order in which the model first names the actors.
        var rows = context.Alternatives
            .GroupBy(option => option.Strategy is { } id ? context.Model.Strategies[id.Index].Of.Select(actor => actor.Index).DefaultIfEmpty().First() : -1)
            .SelectMany(group => group);
        return new Table(
            TableIds.Comparison,
            voice.Word(OptionWords.Caption),
            [
                new Column(voice.Word(OptionWords.Strategy)),
                .. hasLimits ? [new Column(voice.Word(OptionWords.Admissible))] : ImmutableArray<Column>.Empty,
                .. quantities.Select(quantity => new Column(quantity.Name, IsNumeric: true)),
            ],
            [.. rows.Select(option => ImmutableArray.Create(
                [
                    context.StrategyOfActor(option.Strategy),
                    .. hasLimits ? [voice.Word(context.IsAdmissible(option) ? CommonWords.Yes : CommonWords.No)] : ImmutableArray<Phrase>.Empty,
                    .. quantities.Select(quantity => Cell(context, quantity.Of(option))),
                ]))]);
    }

    /// <summary>What the admissible strategy with the largest effect changes beyond noise, and which strategies change nothing.</summary>
    private static Phrase Clearest(BriefContext context)
    {
        var voice = context.Voice;
        var quantities = Quantities(context);
        bool IsClear(StrategyOutcome option, Quantity quantity) => quantity.Of(option) is { } difference && !difference.IsWithinNoise;
        var clear = context.Alternatives.Where(option => quantities.Any(quantity => IsClear(option, quantity))).ToList();
        if (clear.Count == 0)
        {
            return voice.Word(OptionWords.AllNoise);
        }

        var sentences = new List<Phrase>();
        var strongest = clear.Where(context.IsAdmissible).MaxBy(option => quantities.Max(quantity => IsClear(option, quantity) ? Math.Abs(quantity.Of(option)!.Value.Mean) : 0));
        if (strongest is null)
        {
            sentences.Add(voice.Word(OptionWords.NoneAdmissible));
        }
        else
        {
            var moved = quantities.SkipLast(1).OrderByDescending(quantity => Math.Abs(quantity.Of(strongest)?.Mean ?? 0)).Take(KindsTold).Append(quantities[^1]).ToHashSet();
            var changes = quantities.Where(quantity => moved.Contains(quantity) && IsClear(strongest, quantity))
                .Select(quantity => voice.Say(OptionWords.Change, quantity.Name, context.Shares.Instead(quantity.Baseline, quantity.Of(strongest)!.Value)));
            sentences.Add(voice.Say(OptionWords.Clear, context.Strategy(strongest.Strategy), Voice.Join("; ", changes)));
            sentences.Add(Adds(context, strongest.Strategy));
        }

        var unclear = context.Alternatives.Except(clear).Select(option => context.Strategy(option.Strategy)).ToList();
        if (unclear.Count > 0)
        {
            sentences.Add(voice.Say(unclear.Count == 1 ? OptionWords.Unclear : OptionWords.UnclearSeveral, voice.List(unclear)));
        }

        return Voice.Join(" ", sentences.Where(sentence => !sentence.IsEmpty));
    }

    /// <summary>The measures that a strategy pursues and the baseline does not, by their step where they have one.</summary>
    private static Phrase Adds(BriefContext context, StrategyId? strategy)
    {
        var (voice, model) = (context.Voice, context.Model);
        if (strategy is not { } id)
        {
            return Phrase.Empty;
        }

        var usual = model.Baseline.SelectMany(one => model.Strategies[one.Index].Pursuits).Select(pursuit => pursuit.Measure).ToHashSet();
        var added = model.Strategies[id.Index].Pursuits.Select(pursuit => pursuit.Measure).Where(measure => !usual.Contains(measure)).Distinct()
            .GroupBy(measure => model.Measures[measure.Index].Step)
            .OrderBy(group => group.Key ?? 0)
            .Select(group =>
            {
                var names = voice.List(group.Select(measure => voice.Quote(context.Measure(measure))));
                return group.Key is { } step ? voice.Say(OptionWords.InStep, Voice.Plain(step), names) : names;
            })
            .ToList();
        return added.Count == 0 ? Phrase.Empty : voice.Say(OptionWords.Adds, Voice.Join("; ", added));
    }

    private sealed record Quantity(Phrase Name, Figure Baseline, Func<StrategyOutcome, Figure?> Of);
}
