using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The kinds of future, and which influences hold each of them together.</summary>
internal static class KindsSection
{
    public static Section From(BriefContext context)
    {
        var (voice, scenarios) = (context.Voice, context.Result.Scenarios);
        var explanation = new Explanation(context);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var total = voice.Whole(scenarios.Configurations);
        blocks.Add(BriefContext.Outputs(
            scenarios.Count switch
            {
                { IsZero: true } => voice.Say(KindWords.CountNone, total),
                { IsOne: true } => voice.Say(KindWords.CountOne, total),
                _ => voice.Say(KindWords.Count, total, voice.Spelled(scenarios.Count)),
            },
            voice.Word(KindWords.NotFrequency),
            explanation.SharedLoop()));
        blocks.Add(context.Model.Scenarios.IsEmpty
            ? BriefContext.Outputs(voice.Word(KindWords.NoKinds))
            : new StatementList([.. context.Model.Scenarios.Select((kind, i) => Entry(context, explanation, new ScenarioId(i)))], ListForm.Entries));
        return new Section("kinds", voice.Word(KindWords.Heading), blocks.ToImmutable());
    }

    private static Paragraph Entry(BriefContext context, Explanation explanation, ScenarioId id)
    {
        var (voice, kind) = (context.Voice, context.Model.Scenarios[id.Index]);
        var statements = ImmutableArray.CreateBuilder<Passage>();
        statements.Add(kind.Description is { } description
            ? new Passage(voice.Say(KindWords.Because, new AnalystText(description.In(voice.Language).TrimEnd('.')), context.Cited(kind.Provenance)), kind.Provenance.Label)
            : BriefContext.Output(voice.Word(KindWords.NoDescription)));
        if (kind.Unreachable is { } reason)
        {
            statements.Add(new Passage(voice.Say(KindWords.Unreachable, new AnalystText(reason.In(voice.Language).TrimEnd('.'))), kind.Provenance.Label));
        }

        var found = context.Result.Scenarios.Kinds.FirstOrDefault(one => one.Scenario == id);
        // A kind that the model rules out needs no second reason.
        if (kind.Unreachable is null || found is { Count: > 0 })
        {
            statements.Add(BriefContext.Output(Held(context, explanation, kind, found)));
        }

        if (found is { Best: { } best, HasStatePart: true } && best < context.Result.Scenarios.Scenarios.Length)
        {
            statements.AddRange(explanation.Support(context.Result.Scenarios.Scenarios[best]));
        }

        return new Paragraph(statements.ToImmutable()) { Lead = voice.Analyst(kind.Title, kind.Id) };
    }

    private static Phrase Held(BriefContext context, Explanation explanation, Scenario kind, KindConfigurations? found)
    {
        var (voice, scenarios) = (context.Voice, context.Result.Scenarios.Scenarios);
        if (found is null || (found.Count == 0 && !context.Result.Scenarios.Provenance.Completeness.IsComplete))
        {
            return voice.Word(KindWords.NotExamined);
        }

        if (!found.HasStatePart)
        {
            return voice.Word(KindWords.NoStatePart);
        }

        if (found.Count == 0)
        {
            return voice.Word(kind.Rule is ConstantCondition ? KindWords.MeetsNoneRemainder : KindWords.MeetsNone);
        }

        var count = found.Count == 1 ? voice.Word(KindWords.MeetsOne) : voice.Say(KindWords.Meets, voice.SpelledFirst(found.Count));
        var marks = found.Best is { } best && best < scenarios.Length ? explanation.Marks(scenarios[best]) : Phrase.Empty;
        return marks.IsEmpty ? count : count + voice.Say(found.Count == 1 ? KindWords.MarksOne : KindWords.Marks, marks);
    }
}
