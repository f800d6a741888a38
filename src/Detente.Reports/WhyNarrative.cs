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

    /// <summary>What comes out and what carries it, when the paths part, what would change it: three sentences to read aloud.</summary>
    public string Summary() => string.Join(' ', new[] { Outcome() + Carrying(), Parting(), Changes() }.Where(sentence => !sentence.IsEmpty).Select(sentence => sentence.Plain));

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
        var (kind, at) = (voice.Quote(names.Kind(result.Kind)), names.At(result.At));
        var most = result.Shares.Index().MaxBy(share => share.Item.Mean).Index;
        return (Share.StandardError > 0
                ? voice.Say(WhyWords.Outcome, at, kind, shares.In(Share), names.Error(Share))
                : voice.Say(WhyWords.OutcomeAlways, at, kind, shares.In(Share)))
            + (result.Shares[most].Mean <= Share.Mean ? Phrase.Empty : voice.Say(WhyWords.Minor, voice.Quote(names.Kind(new ScenarioId(most)))));
    }

    private Phrase Carrying() => Taken.FirstOrDefault(finding => finding.Fresh!.Value.Mean < 0) is { Fresh: { } difference } carrier
        ? voice.Say(
            WhyWords.Carried,
            names.Element(carrier.Element),
            After(difference),
            names.Error(difference),
            voice.Word(WhyWords.Without).Split('|')[(int)carrier.Element.Sort])
        : Share.Mean > 0 ? voice.Say(WhyWords.NotCarried, voice.Spelled(result.Carriers.Tried)) : ".";

    private IEnumerable<WhyFinding> Taken => result.Carriers.Confirmed.Where(finding => !finding.Element.IsAdded);

    private Phrase Changes()
    {
        var changes = new List<Phrase>();
        if (Taken.FirstOrDefault(finding => finding.Fresh!.Value.Mean > 0) is { Fresh: { } without } opposed)
        {
            changes.Add(voice.Say(WhyWords.Opposed, names.Accusative(opposed.Element), After(without), names.Error(without)));
        }

        if (result.Carriers.Confirmed.FirstOrDefault(finding => finding.Element.IsAdded) is { Fresh: { } with } added)
        {
            changes.Add(voice.Say(WhyWords.Added, voice.Quote(names.Measure(new MeasureId(added.Element.Place))), After(with), names.Error(with)));
        }
        else if (result.Carriers.TriedMeasures > 0)
        {
            changes.Add(voice.Word(WhyWords.NoneAdded));
        }

        return changes.Count == 0 ? Phrase.Empty : Capital(Voice.Join("; ", changes)) + ".";
    }

    /// <summary>What the share would become: "only 30 of 100".</summary>
    private Phrase After(Figure difference)
    {
        var share = Math.Clamp(Share.Mean + difference.Mean, 0, 1);
        var (after, isCounted) = shares.OfLike(share, Share);
        return isCounted && difference.Mean < 0 ? voice.Say(WhyWords.Only, after) : after;
    }

    private Phrase Parting()
    {
        var parting = result.Parting;
        if (parting.Already.IsEmpty)
        {
            return Phrase.Empty;
        }

        if (parting.Points.IsEmpty)
        {
            return voice.Word(WhyWords.NotParted);
        }

        var first = parting.Points.MinBy(point => point.First)!;
        Phrase half = parting.Half!.Value <= first.First ? voice.Word(WhyWords.HalfThen) : voice.Say(WhyWords.HalfBy, names.When(parting.Half.Value));
        return first == parting.Points[0]
            ? voice.Say(WhyWords.PartedByOne, names.When(first.First), By(first), half)
            : voice.Say(WhyWords.Parted, names.When(first.First), By(first), By(parting.Points[0]), half);
    }

    private Phrase By(TurningPoint point) => point.Factor is { } factor
        ? voice.Say(WhyWords.ByFactor, voice.Quote(names.Factor(factor)))
        : voice.Say(WhyWords.ByEvent, voice.Quote(names.Event(point.Event!.Value)));

    // The first part is the program's own word.
    private static Phrase Capital(Phrase sentence) => sentence.Parts[0] is OwnText { Text: [var first, ..] text }
        ? new Phrase([new OwnText(char.ToUpperInvariant(first) + text[1..]), .. sentence.Parts.Skip(1)])
        : sentence;
}
