using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Tells paths in time, in the words of the model.</summary>
internal sealed class PathProse(Model model, WhyResult result, WhyNames names)
{
    private readonly Voice voice = names.Voice;

    /// <summary>One path.</summary>
    public ToldChapter Chapter(ToldPath path)
    {
        var title = path.Role switch
        {
            ToldRole.Typical => WhyWords.Typical,
            ToldRole.OtherRoute => WhyWords.OtherRoute,
            ToldRole.Furthest => WhyWords.Furthest,
            _ => WhyWords.Elsewhere,
        };
        var seed = result.Provenance.Study.Options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var heading = voice.Say(title, Quoted(path.Final)) + voice.Say(WhyWords.Identity, seed, Voice.Plain(path.Draw), Voice.Plain(path.Path));
        var entries = path.Entries
            .Select(entry => (When: names.When(entry.On), What: Entry(entry).Plain))
            .Aggregate(ImmutableList<(string When, string What)>.Empty, (told, next) => told is [.., var last] && last.When == next.When
                ? told.SetItem(told.Count - 1, (last.When, last.What + " " + next.What))
                : told.Add(next));
        var close = path.Untold switch
        {
            0 => Phrase.Empty,
            1 => voice.Word(WhyWords.UntoldOne),
            _ => voice.Say(WhyWords.Untold, voice.Spelled(path.Untold)),
        };
        return new ToldChapter(heading.Plain, Introduction(path).Plain, [.. entries], close.Plain);
    }

    private Phrase Introduction(ToldPath path)
    {
        var usual = path.Role == ToldRole.Elsewhere
            ? voice.Say(WhyWords.StaysClose, InHundred(path.Close), Quoted(result.Kind))
            : voice.Say(WhyWords.Agrees, InHundred(path.Agreement));
        return Voice.Join(" ", [voice.Say(WhyWords.Begins, Quoted(path.Start)), usual, .. model.Severities.IsEmpty ? [] : new[] { Route(path) }]);
    }

    private Phrase Route(ToldPath path) => (path.Root, path.RouteShare) switch
    {
        ({ } root, { } share) => voice.Say(WhyWords.RootShared, voice.Quote(names.Event(root)), InHundred(share)),
        (null, { } share) => voice.Say(WhyWords.RootlessShared, InHundred(share)),
        ({ } root, null) => voice.Say(WhyWords.Root, voice.Quote(names.Event(root))),
        _ => voice.Word(WhyWords.Rootless),
    };

    private Phrase Entry(ToldEntry entry) => entry switch
    {
        ToldEvent happened => Happened(happened),
        ToldShift shift => Shifted(shift),
        ToldMeasure measure => Turned(measure),
        ToldKind kind => voice.Say(kind.IsAgain ? WhyWords.KindChangedAgain : WhyWords.KindChanged, Quoted(kind.To), Quoted(kind.From)),
        _ => throw new ArgumentException("An entry of an unknown kind.", nameof(entry)),
    };

    private Phrase Happened(ToldEvent happened)
    {
        var outcomes = model.Events[happened.Event.Index].Outcomes;
        var outcome = outcomes[happened.Outcome];
        var sentence = outcomes.Length == 1
            ? names.Event(happened.Event) + "."
            : voice.Say(WhyWords.HappenedSo, names.Event(happened.Event), voice.Quote(voice.Analyst(outcome.Title, outcome.Id)));
        return happened.Cause is { } cause ? sentence + voice.Say(WhyWords.SetOff, voice.Quote(names.Event(cause))) : sentence;
    }

    private Phrase Shifted(ToldShift shift)
    {
        var sentence = voice.Say(shift.IsAgain ? WhyWords.ChangedAgain : WhyWords.Changed, names.Factor(shift.Factor), names.Quoted(shift.Factor, shift.To), names.Quoted(shift.Factor, shift.From));
        var pulls = voice.List(shift.Pulls.Select(pull => shift.Reason == ShiftReason.Effect ? Owner(pull) : Pull(pull)));
        return sentence + shift.Reason switch
        {
            ShiftReason.Balance => voice.Say(shift.Pulls.Length == 1 ? WhyWords.Reason : WhyWords.Reasons, pulls),
            ShiftReason.Effect => voice.Say(WhyWords.BroughtAbout, pulls),
            ShiftReason.Barred => voice.Word(WhyWords.WasBarred),
            _ => voice.Word(shift.LeadHundredths == 0 ? WhyWords.ByEvenChance : WhyWords.ByChance),
        };
    }

    private Phrase Pull(ToldPull pull)
    {
        switch (pull.Source)
        {
            case PullSource.Influence:
                var source = model.Influences[pull.Place].From;
                return voice.Say(WhyWords.PullOfState, names.Factor(source), names.Quoted(source, pull.SourceState!.Value));
            case PullSource.Tendency:
                return voice.Word(WhyWords.PullOfTendency);
            case PullSource.Event:
                return voice.Say(WhyWords.PullOfEvent, Owner(pull));
            default:
                return voice.Say(WhyWords.Measure, Owner(pull));
        }
    }

    private Phrase Owner(ToldPull pull) =>
        voice.Quote(pull.Source == PullSource.Event ? names.Event(new EventId(pull.Place)) : names.Measure(new MeasureId(pull.Place)));

    private Phrase Turned(ToldMeasure measure)
    {
        var title = names.Measure(measure.Measure);
        return voice.Say(
            measure.Turn switch
            {
                MeasureTurn.Agreed => WhyWords.Agreed,
                MeasureTurn.InForce => WhyWords.TakesEffect,
                MeasureTurn.AgreedInForce => WhyWords.AgreedInForce,
                _ => WhyWords.Ended,
            },
            measure.IsEarly ? voice.Say(WhyWords.Early, title) : title);
    }

    private Phrase Quoted(ScenarioId kind) => voice.Quote(names.Kind(kind));

    private string InHundred(double share) => voice.Fixed(Rounding.Round(100 * share, 0), 0);
}
