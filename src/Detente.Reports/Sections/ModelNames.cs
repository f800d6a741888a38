using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>How the elements of a model, their reasons and their sources are called in running text.</summary>
internal class ModelNames(Model model, Voice voice)
{
    public Model Model { get; } = model;

    public Voice Voice { get; } = voice;

    public Phrase Factor(FactorId factor) => Voice.Analyst(Model.Factors[factor.Index].Title, Model.Factors[factor.Index].Id, isStressed: true);

    public string FactorName(FactorId factor) => Factor(factor).Plain;

    public Phrase State(FactorId factor, int state)
    {
        var states = Model.Factors[factor.Index].States;
        return Voice.Analyst(states[state].Title, states[state].Id);
    }

    /// <summary>A state in quotation marks.</summary>
    public Phrase Quoted(FactorId factor, int state) => Voice.Quote(State(factor, state));

    /// <summary>A factor in another state than before.</summary>
    public Phrase Changed(FactorId factor, int state, int before) => Voice.Say(KindWords.Changed, Factor(factor), Quoted(factor, state), Quoted(factor, before));

    /// <summary>Where something comes from, in brackets with a blank before; nothing for a judgement without a source.</summary>
    /// <param name="provenance">What is cited.</param>
    /// <param name="before">The source cited just before in the same text, which is not named again; null: none.</param>
    public Phrase Cited(Provenance provenance, SourceId? before = null) => provenance.Sources.IsEmpty ? Phrase.Empty : " (" + References(provenance, before) + ")";

    /// <summary>Where something comes from, linked to the bibliography; a source cited twice in a row is named once.</summary>
    public Phrase References(Provenance provenance, SourceId? before = null) => Voice.Join("; ", provenance.Sources.Select((reference, i) =>
    {
        var source = Model.Sources[reference.Source.Index];
        var isRepeated = i > 0 && reference.Locator is not null && provenance.Sources[i - 1].Source == reference.Source;
        Phrase words = isRepeated ? Phrase.Empty : i == 0 && before == reference.Source ? Voice.Word(CommonWords.SameSource) : new AnalystText(ShortName(source) + (source.Year is { } year ? " " + Voice.Plain(year) : ""));
        if (reference.Locator is { } locator)
        {
            words += isRepeated ? "" : ", ";
            words += IsPage(locator)
                ? Voice.Say(CommonWords.PageReference, new AnalystText(locator[1..]))
                : new Phrase([new AnalystText(locator)]);
        }

        return (Phrase)new PlaceLink(SourceAnchor(reference.Source), words);
    }));

    public static string SourceAnchor(SourceId source) => "source-" + Voice.Plain(source.Index + 1);

    /// <summary>The reason in the analyst's words, or that there is none.</summary>
    public Phrase Reason(Provenance provenance) =>
        provenance.Because is { } because && because.In(Voice.Language).Length > 0 ? new AnalystText(Trimmed(because.In(Voice.Language))) : Voice.Word(CommonWords.NoReason);

    private string ShortName(Source source) => source.Authors.Length switch
    {
        0 => source.Title,
        1 => source.Authors[0],
        2 => Surname(source.Authors[0]) + Voice.Word(CommonWords.And) + Surname(source.Authors[1]),
        _ => Surname(source.Authors[0]) + " et al.",
    };

    // Only where there are several: a single author may be an office, whose name is not cut. A surname begins with its particle, as in "von Weizsäcker".
    private static string Surname(string author)
    {
        var words = author.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var particle = Array.FindIndex(words, 1, word => char.IsLower(word[0]));
        return words.Length < 2 ? author : string.Join(' ', words[(particle > 0 ? particle : words.Length - 1)..]);
    }

    private static bool IsPage(string locator) => locator.Length > 1 && locator[0] == 'p' && locator.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    // The sentence around it ends with its own full stop.
    private static string Trimmed(string reason) => reason.TrimEnd().TrimEnd('.');
}
