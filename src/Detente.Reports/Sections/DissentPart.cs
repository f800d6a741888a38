using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>The widest splits within each side, the judgements contested in their sign, and the experts who judge otherwise.</summary>
internal static class DissentPart
{
    private const int SplitsTold = 3;
    private const int ContestedNamed = 3;
    private const int ExpertsTold = 3;

    public static IEnumerable<Block> Blocks(BriefContext context)
    {
        var voice = context.Voice;
        yield return new Subheading(voice.Word(DissentWords.Heading));
        var items = Sides(context).Append(Contested(context)).Concat(Experts(context)).Where(words => !words.IsEmpty).ToList();
        yield return new Paragraph(items.Count == 0
            ? [new Passage(voice.Word(DissentWords.Nothing), EvidenceLabel.ExpertJudgement)]
            : [.. items.Select(words => new Passage(words, EvidenceLabel.ExpertJudgement))]);
    }

    private static IEnumerable<Phrase> Sides(BriefContext context)
    {
        var voice = context.Voice;
        var sides = Dissent.Splits(context.Model).ToList();
        // The widest split of every side, then the widest of the rest.
        var told = sides.Select(side => side.Splits[0])
            .Concat(sides.SelectMany(side => side.Splits.Skip(1)).OrderByDescending(split => split.Highest - split.Lowest).Take(Math.Max(0, SplitsTold - sides.Count)))
            .ToHashSet();
        foreach (var (side, splits) in sides)
        {
            yield return voice.Say(side == sides[0].Side ? DissentWords.SideFirst : DissentWords.Side, voice.Quote(context.Actor(side)), Voice.Join(", ", splits.Where(told.Contains).Select(split => Told(context, split))));
        }

        if (sides.Count == 0 && Dissent.HasMembersWithPositions(context.Model))
        {
            yield return voice.Word(DissentWords.NoSplit);
        }
    }

    private static Phrase Told(BriefContext context, Dissent.Split split)
    {
        var voice = context.Voice;
        Phrase Members(IReadOnlyList<ActorId> actors) => actors.Count == 1
            ? context.Actor(actors[0])
            : voice.Say(DissentWords.AndOthers, context.Actor(actors[0]));
        return voice.Say(
            DissentWords.Issue,
            voice.Quote(voice.Analyst(split.Issue.Title, split.Issue.Id)), voice.StatedSigned(split.Lowest), Members(split.Against), voice.StatedSigned(split.Highest), Members(split.For));
    }

    private static Phrase Contested(BriefContext context)
    {
        var (voice, model, strengths) = (context.Voice, context.Model, context.Result.Structure.Strengths);
        var contested = model.Influences.Index()
            .Where(pair => Dissent.IsContested(pair.Item))
            .OrderByDescending(pair => pair.Index < strengths.Length ? strengths[pair.Index] : 0)
            .Select(pair => context.Arrow(pair.Item))
            .ToList();
        var named = voice.List(contested.Take(ContestedNamed));
        return contested.Count switch
        {
            0 => Phrase.Empty,
            1 => voice.Say(DissentWords.ContestedOne, voice.Whole(model.Influences.Length), named),
            var several => voice.Say(
                DissentWords.Contested,
                voice.Spelled(several),
                voice.Whole(model.Influences.Length),
                several > ContestedNamed ? voice.Say(DissentWords.AmongThem, named) : named),
        };
    }

    private static IEnumerable<Phrase> Experts(BriefContext context)
    {
        var (voice, experts) = (context.Voice, context.Model.Experts);
        foreach (var expert in experts.Take(ExpertsTold))
        {
            var differences = Dissent.Differences(context.Model, expert);
            var name = voice.Quote(voice.Analyst(expert.Title, expert.Id));
            if (differences.IsEmpty)
            {
                yield return voice.Say(DissentWords.ExpertAgrees, name);
                continue;
            }

            yield return differences.Length == 1
                ? voice.Say(DissentWords.ExpertOne, name, context.Arrow(differences[0].Theirs), Instead(voice, differences[0]))
                : voice.Say(DissentWords.Expert, name, voice.Spelled(differences.Length), context.Arrow(differences[0].Theirs), Instead(voice, differences[0]));
        }

        if (experts.Length > ExpertsTold)
        {
            yield return experts.Length - ExpertsTold == 1
                ? voice.Word(DissentWords.OtherExpert)
                : voice.Say(DissentWords.OtherExperts, voice.Spelled(experts.Length - ExpertsTold));
        }
    }

    // Cells say too much for a sentence: the annex has them.
    private static Phrase Instead(Voice voice, Dissent.Difference difference) => (difference.Theirs.Weight, difference.Ours) switch
    {
        (_, null) => voice.Word(DissentWords.New),
        ({ } theirs, { Weight: { } ours }) => voice.Say(DissentWords.Instead, voice.StatedSigned(theirs.Value), voice.StatedSigned(ours.Value)),
        _ => Phrase.Empty,
    };

    /// <summary>What the model holds where an expert judges otherwise.</summary>
    public static Phrase Ours(BriefContext context, Dissent.Difference difference) =>
        difference.Ours is { } ours ? context.Points(ours) : context.Voice.Word(DissentWords.NoInfluence);
}
