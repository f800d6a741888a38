using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Sections;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>A path told in words.</summary>
/// <param name="Heading">Why it is told, with what gives it again.</param>
/// <param name="Introduction">What it is typical of.</param>
/// <param name="Entries">What mattered, each with its time: "July 2016".</param>
/// <param name="Close">How much is left out; empty when nothing is.</param>
public sealed record ToldChapter(string Heading, string Introduction, ImmutableArray<(string When, string What)> Entries, string Close);

/// <summary>Says in running text why a kind of future comes out, and tells paths in time. The figures are those of a <see cref="WhyResult"/>; nothing is computed here.</summary>
/// <remarks>Deterministic; immutable, safe to use from several threads.</remarks>
public sealed class WhyNarrative
{
    private readonly Model model;
    private readonly WhyResult result;
    private readonly Voice voice;
    private readonly Shares shares;
    private readonly WhyNames names;
    private readonly PathProse prose;

    /// <summary>Initialises the narrative.</summary>
    /// <param name="model">The model.</param>
    /// <param name="result">The answer.</param>
    /// <param name="language">The reader's language.</param>
    public WhyNarrative(Model model, WhyResult result, ReaderLanguage language)
    {
        this.model = model;
        this.result = result;
        voice = new Voice(language, model.Mode);
        shares = new Shares(voice);
        names = new WhyNames(model, voice);
        prose = new PathProse(model, result, names);
    }

    private Figure Share => result.Shares[result.Kind.Index];

    /// <summary>What comes out, what carries it, what would change it, and when the paths part: a paragraph to read aloud.</summary>
    public string Summary()
    {
        var sentences = new[] { Outcome() }.Concat(Carrying()).Concat(Parting());
        return string.Join(' ', sentences.Where(sentence => !sentence.IsEmpty).Select(sentence => sentence.Plain));
    }

    /// <summary>What an element is called: "the influence of “trust” on “posture”".</summary>
    /// <param name="element">The element.</param>
    public string Element(WhyElement element) => names.Element(element).Plain;

    /// <summary>What a turning point is called: the title of its factor or event.</summary>
    /// <param name="point">The turning point.</param>
    public string Point(TurningPoint point) => (point.Factor is { } factor ? names.Factor(factor) : names.Event(point.Event!.Value)).Plain;

    /// <summary>When something is: the month, or the day where steps are shorter.</summary>
    /// <param name="date">First day of its step.</param>
    public string When(DateOnly date) => names.When(date);

    /// <summary>The paths told.</summary>
    public ImmutableArray<ToldChapter> Chapters() => [.. result.Paths.Select(prose.Chapter)];

    private Phrase Outcome()
    {
        var kind = voice.Quote(names.Kind(result.Kind));
        var at = names.At(result.At);
        if (Share.Mean is 0 or 1 && Share.StandardError == 0)
        {
            return voice.Say(Share.Mean == 0 ? WhyWords.OutcomeNone : WhyWords.OutcomeAll, at, kind);
        }

        var most = result.Shares.Index().MaxBy(share => share.Item.Mean).Index;
        return voice.Say(WhyWords.Outcome, at, kind, shares.In(Share), Error(Share))
            + (result.Shares[most].Mean <= Share.Mean ? voice.Word(WhyWords.Dominant) : voice.Say(WhyWords.Minor, voice.Quote(names.Kind(new ScenarioId(most)))));
    }

    private IEnumerable<Phrase> Carrying()
    {
        var confirmed = result.Carriers.Confirmed;
        var taken = confirmed.Where(finding => !finding.Element.IsAdded).ToList();
        var carrying = taken.Where(finding => finding.Fresh!.Value.Mean < 0).ToList();
        if (carrying.Count > 0)
        {
            yield return Change(WhyWords.Carried, carrying[0]);
        }
        else if (Share.Mean > 0)
        {
            yield return voice.Say(WhyWords.NotCarried, voice.Whole(result.Carriers.Tried));
        }

        if (taken.Find(finding => finding.Fresh!.Value.Mean > 0) is { } opposed)
        {
            yield return Change(WhyWords.Opposed, opposed);
        }

        if (confirmed.FirstOrDefault(finding => finding.Element.IsAdded) is { } added)
        {
            yield return Change(WhyWords.Changing, added);
        }
        else if (result.Carriers.TriedMeasures > 0)
        {
            yield return voice.Word(WhyWords.NotChanging);
        }
    }

    private Phrase Change(LocalizedText sentence, WhyFinding finding)
    {
        var difference = finding.Fresh!.Value;
        return voice.Say(
            sentence,
            names.Element(finding.Element),
            shares.Instead(Share, difference),
            Error(difference),
            voice.Word(WhyWords.Without).Split('|')[(int)finding.Element.Sort]);
    }

    private IEnumerable<Phrase> Parting()
    {
        var parting = result.Parting;
        if (parting.Already.IsEmpty)
        {
            yield break;
        }

        if (parting.Points.IsEmpty)
        {
            yield return voice.Word(WhyWords.NotParted);
            yield break;
        }

        var first = parting.Points.MinBy(point => point.First)!;
        yield return first == parting.Points[0]
            ? voice.Say(WhyWords.PartedByOne, names.When(first.First), By(first))
            : voice.Say(WhyWords.Parted, names.When(first.First), By(first), Named(parting.Points[0]));
        yield return voice.Say(WhyWords.PartedHalf, names.When(parting.Half!.Value));
    }

    private Phrase By(TurningPoint point) => point.Factor is { } factor
        ? voice.Say(WhyWords.FactorBy, voice.Quote(names.Factor(factor)))
        : voice.Say(WhyWords.EventBy, voice.Quote(names.Event(point.Event!.Value)));

    private Phrase Named(TurningPoint point) => point.Factor is { } factor
        ? voice.Say(WhyWords.FactorName, voice.Quote(names.Factor(factor)))
        : voice.Say(WhyWords.Event, voice.Quote(names.Event(point.Event!.Value)));

    private string Error(Figure figure) => names.Error(figure);
}
