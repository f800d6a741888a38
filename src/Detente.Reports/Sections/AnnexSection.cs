using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The annex: all figures, the model, the method, the origin, the sources.</summary>
internal static class AnnexSection
{
    public const string Id = "annex";

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        return new Section(Id, voice.Word(AnnexWords.Heading), [])
        {
            Parts =
            [
                .. ClaimTables.Part(context),
                new Section("annex-results", voice.Word(AnnexWords.Results), [.. ResultTables.From(context)]),
                .. DissentTables.Part(context),
                new Section("annex-model", voice.Word(AnnexWords.ModelPart), [.. ModelTables.From(context)]),
                new Section("annex-method", voice.Word(AnnexWords.Method), [.. Method(context)]),
                new Section("annex-made", voice.Word(AnnexWords.Made), [OriginTables.Provenance(context), OriginTables.Warnings(context)]),
                new Section("annex-sources", voice.Word(AnnexWords.Bibliography), [Bibliography(context)]),
            ],
        };
    }

    /// <summary>The table, or what is missing when it has no rows.</summary>
    public static Block OrMissing(BriefContext context, Table table, LocalizedText what) => table.Rows.IsEmpty
        ? new RemarkList([new RemarkItem(context.Voice.Say(AnnexWords.Empty, context.Voice.Word(what)), table.Id)])
        : table;

    private static IEnumerable<Block> Method(BriefContext context)
    {
        var (voice, options) = (context.Voice, context.Result.Provenance.Study.Options);
        var beta = context.Model.Decisiveness;
        yield return Titled(voice.Word(MethodWords.Balance));
        yield return Titled(voice.Word(MethodWords.Runs));
        yield return Titled(voice.Word(MethodWords.Share));
        yield return Titled((context.Futures.IsExact, options.Draws) switch
        {
            (true, _) => voice.Word(MethodWords.Exact),
            (_, > 1) => voice.Say(MethodWords.Spread, voice.Whole(options.Draws), voice.Whole(options.Paths)).Plain,
            _ => voice.Say(MethodWords.SpreadPoint, voice.Whole(options.Paths)).Plain,
        });
        yield return Titled(voice.Say(
            MethodWords.Decisiveness,
            voice.Range(new Estimate(Rounding.Round(beta.Value, 2), Rounding.Round(beta.Low, 2), Rounding.Round(beta.High, 2)))).Plain);
        if (context.Result.Scenarios.HasConditionalInfluences)
        {
            yield return Titled(voice.Word(MethodWords.Conditional));
        }

        yield return Titled(voice.Word(MethodWords.Strategies));
        if (context.Result.Verification is { Claims.IsEmpty: false })
        {
            yield return Titled(voice.Word(MethodWords.Claims));
        }

        if (MorePaths(context) is { IsEmpty: false } more)
        {
            yield return Titled(more.Plain);
        }

        if (context.Futures.OverriddenEffects > 0)
        {
            yield return Titled(voice.Say(MethodWords.Overridden, context.Shares.Coarse(context.Futures.OverriddenEffects)).Plain);
        }
    }

    private static Phrase MorePaths(BriefContext context)
    {
        var voice = context.Voice;
        var figures = context.KindsByLastShare.Select(context.LastShare).Concat(context.Futures.Dominance).ToList();
        var loose = figures.Where(figure => figure.Spread.Kind == SpreadKind.MorePathsNeeded).ToList();
        return loose.Count switch
        {
            0 => Phrase.Empty,
            1 => voice.Say(DoubtWords.MorePathsOne, voice.Spelled(figures.Count), voice.Whole(loose[0].Spread.PathsNeeded)),
            _ => voice.Say(DoubtWords.MorePaths, voice.Spelled(loose.Count), voice.Spelled(figures.Count), voice.Whole(loose.Max(figure => figure.Spread.PathsNeeded))),
        };
    }

    // The first sentence of a paragraph on method is its title.
    private static Remark Titled(string words)
    {
        var end = words.IndexOf(". ", StringComparison.Ordinal) + 1;
        return new Remark(new Phrase([new StrongText(words[..end]), new OwnText(words[end..])]));
    }

    private static RemarkList Bibliography(BriefContext context) => context.Model.Sources.IsEmpty
        ? new RemarkList([new RemarkItem(context.Voice.Word(AnnexWords.NoSources))])
        : new RemarkList([.. context.Model.Sources.Select((source, i) => new RemarkItem(Entry(context, source), BriefContext.SourceAnchor(new SourceId(i))))]);

    private static Phrase Entry(BriefContext context, Source source)
    {
        var voice = context.Voice;
        Phrase entry = source.Authors.IsEmpty ? Phrase.Empty : voice.List(source.Authors.Select(author => (Phrase)new AnalystText(author))) + ": ";
        entry += new AnalystText(source.Title, IsStressed: true);
        var rest = new[] { source.Publisher, source.Year is { } year ? Voice.Plain(year) : null, source.Address }.OfType<string>();
        foreach (var part in rest)
        {
            entry += ", ";
            entry += new AnalystText(part);
        }

        entry += ".";
        return source.Note is { } note ? entry + " " + new AnalystText(note.In(voice.Language)) : entry;
    }
}
