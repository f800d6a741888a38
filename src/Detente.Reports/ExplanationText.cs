using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Sections;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>Says in running text why configurations are consistent, or are not, and what would have to change. The figures are those of an <see cref="ExplainResult"/>; nothing is computed here.</summary>
/// <remarks>Deterministic; immutable, safe to use from several threads. In no mode does a text speak of chances: consistency is no likelihood.</remarks>
/// <param name="model">The model.</param>
/// <param name="language">The reader's language.</param>
public sealed class ExplanationText(Model model, ReaderLanguage language)
{
    private const int DifferencesNamed = 6;

    private readonly ModelNames names = new(model, new Voice(language, model.Mode));

    /// <summary>
    /// Why it is consistent, or is not: what holds it together or pulls it apart, with reasons and sources; then, for a consistent one, its weakest
    /// links and its firmest, and what would tip them.
    /// </summary>
    /// <param name="explained">The explanation.</param>
    /// <param name="toleranceHundredths">The inconsistency that was allowed, in hundredths of a point; 0 unless stated.</param>
    /// <returns>One to three paragraphs.</returns>
    public ImmutableArray<string> Why(ConfigurationExplanation explained, long toleranceHundredths = 0) =>
        [.. Passages(explained, toleranceHundredths).Select(passage => string.Join(' ', passage.Select(sentence => sentence.Plain)))];

    /// <summary>The same with the program's words and the model's kept apart.</summary>
    internal ImmutableArray<ImmutableArray<Phrase>> Passages(ConfigurationExplanation explained, long toleranceHundredths = 0)
    {
        var paragraph = new BalanceParagraph(names, explained);
        return
        [
            .. new[] { paragraph.Why(toleranceHundredths), paragraph.Weak(), paragraph.Firm() }
                .Select(sentences => sentences.Where(sentence => !sentence.IsEmpty).ToImmutableArray())
                .Where(sentences => !sentences.IsEmpty),
        ];
    }

    /// <summary>Where an inconsistent configuration tends to: the end of global succession, and the consistent scenario nearest to it.</summary>
    /// <param name="explained">The explanation.</param>
    /// <param name="nearest">The answer to a study that asked for the scenarios nearest to the configuration.</param>
    public string Onward(ConfigurationExplanation explained, ScenariosResult nearest) =>
        explained.InconsistencyHundredths == 0 ? Nearest(explained, nearest).Plain : (Ending(explained) + " " + Nearest(explained, nearest)).Plain;

    /// <summary>The scenario that differs from a configuration in the fewest factors, the first on a tie.</summary>
    /// <param name="states">The configuration.</param>
    /// <param name="scenarios">The scenarios; one or more.</param>
    public static ConsistentScenario Nearest(ImmutableArray<int> states, ImmutableArray<ConsistentScenario> scenarios) =>
        scenarios.MinBy(scenario => Distance(states, scenario.States))!;

    private static int Distance(ImmutableArray<int> one, ImmutableArray<int> other) => one.Zip(other).Count(pair => pair.First != pair.Second);

    private Phrase Ending(ConfigurationExplanation explained)
    {
        var voice = names.Voice;
        if (explained.Succession is not { } end)
        {
            return voice.Word(BalanceWords.NoEnd);
        }

        Phrase steps = end.Steps switch
        {
            0 => voice.Word(BalanceWords.AtOnce),
            1 => voice.Word(BalanceWords.AfterOne),
            _ => voice.Say(BalanceWords.After, voice.Spelled(end.Steps)),
        };
        return end.Configurations.Length == 1
            ? voice.Say(BalanceWords.Settles, steps, BalanceParagraph.Differences(names, explained.States, end.Configurations[0], DifferencesNamed))
            : voice.Say(BalanceWords.Cycles, steps, voice.Spelled(end.Configurations.Length));
    }

    private Phrase Nearest(ConfigurationExplanation explained, ScenariosResult nearest)
    {
        var (voice, isComplete) = (names.Voice, nearest.Provenance.Completeness.IsComplete);
        if (nearest.Scenarios.IsEmpty)
        {
            return voice.Word(isComplete ? BalanceWords.NoScenario : BalanceWords.NoneKnown);
        }

        var found = Nearest(explained.States, nearest.Scenarios).States;
        var count = Distance(explained.States, found);
        if (isComplete && explained.Succession is { Configurations: [var end] } && Distance(explained.States, end) == count && explained.Barred.IsEmpty)
        {
            return voice.Word(BalanceWords.NearestToo);
        }

        var sentence = voice.Say(
            count == 1 ? BalanceWords.NearestOne : BalanceWords.Nearest,
            voice.Spelled(count),
            BalanceParagraph.Differences(names, explained.States, found, DifferencesNamed));
        return isComplete ? sentence : sentence + " " + voice.Word(BalanceWords.NotAllDecided);
    }
}
