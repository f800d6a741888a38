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

    /// <summary>Where succession leads from an inconsistent configuration.</summary>
    /// <param name="explained">The explanation.</param>
    public string Onward(ConfigurationExplanation explained)
    {
        var voice = names.Voice;
        if (explained.Succession is not { } end)
        {
            return voice.Word(BalanceWords.NoEnd);
        }

        Phrase steps = end.Steps == 1 ? voice.Word(BalanceWords.OneStep) : voice.Say(BalanceWords.Steps, voice.Spelled(end.Steps));
        return (end.Configurations.Length == 1
            ? voice.Say(BalanceWords.Settles, steps, BalanceParagraph.Differences(names, explained.States, end.Configurations[0], DifferencesNamed))
            : voice.Say(BalanceWords.Cycles, steps, voice.Spelled(end.Configurations.Length))).Plain;
    }

    /// <summary>Which consistent scenario is nearest to a configuration.</summary>
    /// <param name="states">The configuration.</param>
    /// <param name="nearest">The answer to a study that asked for the nearest ones.</param>
    public string Nearest(ImmutableArray<int> states, ScenariosResult nearest)
    {
        var (voice, isComplete) = (names.Voice, nearest.Provenance.Completeness.IsComplete);
        if (nearest.Scenarios.IsEmpty)
        {
            return voice.Word(isComplete ? BalanceWords.NoScenario : BalanceWords.NoneKnown);
        }

        var found = Nearest(states, nearest.Scenarios).States;
        var count = found.Zip(states).Count(pair => pair.First != pair.Second);
        var sentence = voice.Say(
            count == 1 ? BalanceWords.NearestOne : BalanceWords.Nearest,
            voice.Spelled(count),
            BalanceParagraph.Differences(names, states, found, DifferencesNamed)).Plain;
        return isComplete ? sentence : sentence + " " + voice.Word(BalanceWords.NotAllDecided);
    }

    /// <summary>The scenario that differs from a configuration in the fewest factors, the first on a tie.</summary>
    /// <param name="states">The configuration.</param>
    /// <param name="scenarios">The scenarios; one or more.</param>
    public static ConsistentScenario Nearest(ImmutableArray<int> states, ImmutableArray<ConsistentScenario> scenarios) =>
        scenarios.MinBy(scenario => scenario.States.Zip(states).Count(pair => pair.First != pair.Second))!;
}
