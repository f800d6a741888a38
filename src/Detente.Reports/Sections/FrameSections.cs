using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The head of the brief, its bottom line and its frame.</summary>
internal static class FrameSections
{
    public static FrontMatter Front(BriefContext context)
    {
        var (model, voice) = (context.Model, context.Voice);
        var facts = ImmutableArray.CreateBuilder<Fact>();
        facts.Add(new(voice.Word(FrameWords.FactCutoff), model.Cutoff is { } cutoff ? voice.Date(cutoff) : voice.Word(FrameWords.NotStated)));
        if (model.Horizon is { } horizon)
        {
            facts.Add(new(voice.Word(FrameWords.FactHorizon), voice.Say(FrameWords.FromTo, voice.Date(horizon.Start), voice.Date(horizon.End))));
        }

        facts.Add(new(voice.Word(FrameWords.FactMode), voice.Word(voice.IsForecast ? FrameWords.Forecast : FrameWords.Plausibility)));
        facts.Add(new(voice.Word(FrameWords.FactModel), new AnalystText(model.Id)));
        var hindsight = model.Encoded is { Hindsight: true };
        var footer = model.Id + (hindsight ? " · " + voice.Word(CommonWords.FooterHindsight) : "");
        return new FrontMatter(
            voice.Word(CommonWords.Kicker),
            voice.Analyst(model.Title, model.Id),
            model.Question is { } question ? voice.Analyst(question, "") : Phrase.Empty,
            facts.ToImmutable(),
            hindsight ? voice.Word(FrameWords.Banner) : Phrase.Empty,
            footer)
        {
            PageWord = voice.Word(CommonWords.Page),
        };
    }

    public static Section BottomLine(BriefContext context)
    {
        var voice = context.Voice;
        (LocalizedText Lead, IEnumerable<Passage> Passages)[] items =
        [
            (FrameWords.LeadFuture, context.HasShares ? Leader(context).Passages : BriefContext.Outputs(voice.Word(FrameWords.NoShares)).Passages),
            (FrameWords.LeadSure, BriefContext.Outputs(context.HasShares ? Certainty(context) : Phrase.Empty).Passages),
            (FrameWords.LeadEscalation, BriefContext.Outputs(Worst(context) ?? Phrase.Empty).Passages),
            (FrameWords.LeadShift, BriefContext.Outputs(context.HasShares ? Shift(context) : Phrase.Empty).Passages),
            (FrameWords.LeadClaims, BriefContext.Outputs(ClaimsPart.Tally(context), Failures(context)).Passages),
            (FrameWords.LeadWatch, WatchSection.First(context)),
        ];
        var key = EvidenceLabels.Select(label => new Phrase([new LabelMark(label)]) + ("\u00a0" + voice.Word(CommonWords.NameOf(label))));
        return new Section("bottom-line", voice.Word(FrameWords.BottomLine),
        [
            new Box([new StatementList([.. items
                .Select(item => new Paragraph([.. item.Passages]) { Lead = voice.Word(item.Lead) })
                .Where(item => !item.Passages.IsEmpty)])]),
            new Remark(voice.Word(FrameWords.Marks) + Voice.Join(", ", key) + ". " + voice.Word(voice.IsForecast ? FrameWords.ReadForecast : FrameWords.ReadShares)),
        ]);
    }

    /// <summary>Who wrote the model down and what the sponsor would like: apart from all results.</summary>
    public static Section About(BriefContext context)
    {
        var (model, voice) = (context.Model, context.Voice);
        var statements = ImmutableArray.CreateBuilder<Passage>();
        if (model.Encoded is { } encoded)
        {
            statements.Add(Judged(voice.Say(FrameWords.Encoded, new AnalystText(encoded.By), new AnalystText(encoded.On))));
            if (!encoded.Hindsight)
            {
                statements.Add(Judged(voice.Word(FrameWords.EncodedBlind)));
            }
        }

        statements.Add(Judged(model.Preference is { } preference
            ? voice.Say(FrameWords.Preference, context.Kind(preference))
            : voice.Word(FrameWords.NoPreference)));
        return new Section("about", voice.Word(FrameWords.Frame), [new Paragraph(statements.ToImmutable())]);
    }

    private static EvidenceLabel[] EvidenceLabels { get; } = [EvidenceLabel.QuotedSource, EvidenceLabel.Data, EvidenceLabel.ExpertJudgement, EvidenceLabel.ModelOutput];

    private static Passage Judged(Phrase words) => new(words, EvidenceLabel.ExpertJudgement);

    private static Paragraph Leader(BriefContext context)
    {
        var (voice, shares, futures) = (context.Voice, context.Shares, context.Futures);
        var first = context.KindsByLastShare[0];
        var share = context.LastShare(first);
        var sentence = voice.Say(FrameWords.Leader, voice.Date(context.Model.Horizon?.End ?? futures.Dates[^1]), context.Kind(first), shares.In(share), shares.Spread(share));
        var next = Phrase.Empty;
        if (context.KindsByLastShare.Count > 1)
        {
            var second = context.LastShare(context.KindsByLastShare[1]);
            next = " " + voice.Say(FrameWords.RunnerUp, context.Kind(context.KindsByLastShare[1]), shares.In(second), shares.Spread(second));
        }

        var dominance = Phrase.Empty;
        if (futures.Dominance.Length > 0)
        {
            var dominant = new ScenarioId(Enumerable.Range(0, futures.Dominance.Length).MaxBy(i => futures.Dominance[i].Mean));
            var figure = futures.Dominance[dominant.Index];
            dominance = " " + (dominant == first
                ? voice.Say(FrameWords.DominantSame, shares.In(figure), shares.Spread(figure))
                : voice.Say(FrameWords.DominantOther, context.Kind(dominant), shares.In(figure), shares.Spread(figure)));
        }

        return BriefContext.Outputs(sentence + dominance + next);
    }

    private static Phrase Failures(BriefContext context) => context.Result.Verification?.Claims.Any(outcome => outcome.Verdict == Verdict.Fails) == true
        ? context.Voice.Say(FrameWords.FailuresNamed, context.Voice.Word(DoubtWords.Heading))
        : Phrase.Empty;

    private static Phrase Certainty(BriefContext context)
    {
        if (context.KindsByLastShare.Count < 2)
        {
            return Phrase.Empty;
        }

        var (first, second) = (context.LastShare(context.KindsByLastShare[0]), context.LastShare(context.KindsByLastShare[1]));
        // The two shares are counted in the same runs and move against each other: the sum of both errors bounds that of the lead.
        var isNoise = first.Mean - second.Mean <= 2 * (first.StandardError + second.StandardError);
        return context.Voice.Word((isNoise, first.Lower, second.Upper) switch
        {
            (true, _, _) => FrameWords.SureNoise,
            (_, { } lower, { } upper) => lower > upper ? FrameWords.SureFirm : FrameWords.SureOverlap,
            _ => FrameWords.SureNoBand,
        });
    }

    /// <summary>The step of the scale that matters, and what lies above it.</summary>
    private static Phrase? Worst(BriefContext context)
    {
        if (context.Risks.Count == 0)
        {
            return null;
        }

        return context.WeightiestRisk is not { } risk
            ? context.Voice.Say(FrameWords.SevereNever, context.Voice.Quote(context.Severity(context.Risks[0].Severity)))
            : context.Voice.Say(
                FrameWords.Severe,
                context.Voice.Quote(context.Severity(risk.Severity)),
                context.Shares.In(risk.ByDate.Values[^1]),
                context.Shares.Spread(risk.ByDate.Values[^1]),
                EscalationSection.Higher(context, risk));
    }

    /// <summary>The admissible strategy that moves the leading kind most; those that break a hard limit are set aside by name.</summary>
    private static Phrase Shift(BriefContext context)
    {
        var leader = context.KindsByLastShare[0];
        if (!context.Alternatives.Any(option => option.ScenarioDifferences.Length > leader.Index))
        {
            return context.Voice.Word(FrameWords.ShiftUnknown);
        }

        var words = OptionsSection.Strongest(context, leader) is { } strongest
            ? context.Voice.Say(FrameWords.Shift, context.Strategy(strongest.Strategy), context.Kind(leader), context.Shares.Instead(context.LastShare(leader), strongest.ScenarioDifferences[leader.Index]))
            : context.Voice.Say(FrameWords.ShiftNothing, context.Kind(leader));
        var barred = context.Alternatives.Where(option => !context.IsAdmissible(option)).Select(option => context.Strategy(option.Strategy)).ToList();
        return barred.Count == 0 ? words : words + " " + context.Voice.Say(FrameWords.SetAside, context.Voice.List(barred));
    }
}
