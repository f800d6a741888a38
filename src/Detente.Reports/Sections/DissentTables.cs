using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>All positions, all judgements contested in their sign, and all that experts judge otherwise.</summary>
internal static class DissentTables
{
    public const string SectionId = "annex-dissent";
    private const int IssuesPerTable = 4;

    /// <summary>The part of the annex; none when the model holds nothing of the kind.</summary>
    public static IEnumerable<Section> Part(BriefContext context)
    {
        ImmutableArray<Block> tables = [.. Positions(context), .. new[] { Contested(context), Experts(context) }.Where(table => !table.Rows.IsEmpty)];
        if (!tables.IsEmpty)
        {
            yield return new Section(SectionId, context.Voice.Word(DissentWords.AnnexHeading), tables);
        }
    }

    private static IEnumerable<Table> Positions(BriefContext context)
    {
        var (voice, model) = (context.Voice, context.Model);
        var actors = model.Actors.Index().Where(pair => !pair.Item.Positions.IsEmpty).ToList();
        foreach (var (part, issues) in model.Issues.Chunk(IssuesPerTable).Index())
        {
            var rows = actors
                .Where(pair => issues.Any(issue => pair.Item.Positions.Any(position => position.Issue == issue.Id)))
                .Select(pair => ImmutableArray.Create([
                    Name(context, pair.Index),
                    .. issues.Select(issue => Position(voice, pair.Item, issue)),
                    context.Reason(pair.Item.Provenance),
                    ModelTables.Origin(context, pair.Item.Provenance),
                ]))
                .ToImmutableArray();
            if (!rows.IsEmpty)
            {
                yield return new Table(
                    part == 0 ? TableIds.Positions : TableIds.Positions + "-" + Voice.Plain(part + 1),
                    voice.Word(DissentWords.PositionsCaption),
                    [
                        new Column(voice.Word(DissentWords.Actor)),
                        .. issues.Select(issue => new Column(voice.Analyst(issue.Title, issue.Id), IsNumeric: true)),
                        new Column(voice.Word(AnnexWords.Reason)), new Column(voice.Word(AnnexWords.Source)),
                    ],
                    rows)
                {
                    Label = null,
                };
            }
        }
    }

    private static Phrase Name(BriefContext context, int actor) => context.Model.Actors[actor].In is { } above
        ? context.Voice.Say(DissentWords.PartOf, context.Actor(new ActorId(actor)), context.Actor(above))
        : context.Actor(new ActorId(actor));

    private static Phrase Position(Voice voice, Actor actor, NamedTitle issue)
    {
        var stated = actor.Positions.Where(position => position.Issue == issue.Id).ToList();
        return stated.Count == 0 ? "–" : voice.StatedSigned(stated[0].Value);
    }

    private static Table Contested(BriefContext context) => ModelTables.New(
        context,
        TableIds.Contested,
        DissentWords.ContestedCaption,
        [ModelTables.Text(DissentWords.Judgement), ModelTables.Text(AnnexWords.Weight), ModelTables.Text(AnnexWords.Reason), ModelTables.Text(AnnexWords.Source)],
        [
            .. from influence in context.Model.Influences
               where Dissent.IsContested(influence)
               select ImmutableArray.Create(context.Arrow(influence), context.Points(influence), context.Reason(influence.Provenance), ModelTables.Origin(context, influence.Provenance)),
            .. from tendency in context.Model.Tendencies
               where Dissent.IsContested(tendency.Lean.Weight)
               select ImmutableArray.Create(
                   context.Voice.Say(DissentWords.TendencyOf, context.Factor(tendency.Factor)),
                   context.Voice.Range(tendency.Lean.Weight), context.Reason(tendency.Provenance), ModelTables.Origin(context, tendency.Provenance)),
        ]);

    private static Table Experts(BriefContext context)
    {
        var voice = context.Voice;
        var rows = from expert in context.Model.Experts
                   let name = voice.Analyst(expert.Title, expert.Id)
                   let differing = Dissent.Differences(context.Model, expert).Select(difference => ImmutableArray.Create(
                       name, context.Arrow(difference.Theirs), context.Points(difference.Theirs), DissentPart.Ours(context, difference), context.Reason(difference.Theirs.Provenance)))
                   let abstaining = expert.DoNotKnow.Select(pair => ImmutableArray.Create<Phrase>(
                       name, context.Arrow(pair.From, pair.To), voice.Word(DissentWords.Abstains), Stated(context, pair), "–"))
                   from row in differing.Concat(abstaining)
                   select row;
        return new Table(
            TableIds.Experts,
            voice.Word(DissentWords.ExpertsCaption),
            [.. new[] { DissentWords.ExpertColumn, DissentWords.Judgement, DissentWords.Theirs, DissentWords.Ours, AnnexWords.Reason }.Select(words => new Column(voice.Word(words)))],
            [.. rows])
        {
            Label = EvidenceLabel.ExpertJudgement,
        };
    }

    private static Phrase Stated(BriefContext context, (FactorId From, FactorId To) pair) =>
        context.Model.Influences.FirstOrDefault(influence => influence.From == pair.From && influence.To == pair.To) is { } ours
            ? context.Points(ours)
            : context.Voice.Word(DissentWords.NoInfluence);
}
