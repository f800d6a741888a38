using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>How the elements, dates and errors of an answer to "why" are called in running text.</summary>
internal sealed class WhyNames(Model model, Voice voice) : ModelNames(model, voice)
{
    public new Phrase Factor(FactorId factor) => Voice.Analyst(Model.Factors[factor.Index].Title, Model.Factors[factor.Index].Id);

    public Phrase Event(EventId e) => Voice.Analyst(Model.Events[e.Index].Title, Model.Events[e.Index].Id);

    public Phrase Measure(MeasureId measure) => Voice.Analyst(Model.Measures[measure.Index].Title, Model.Measures[measure.Index].Id);

    public Phrase Kind(ScenarioId kind) => Voice.Analyst(Model.Scenarios[kind.Index].Title, Model.Scenarios[kind.Index].Id);

    /// <summary>An element with its article, in the nominative.</summary>
    public Phrase Element(WhyElement element) => Element(element, (WhyWords.Influence, WhyWords.OneInfluence));

    /// <summary>An element with its article, in the accusative.</summary>
    public Phrase Accusative(WhyElement element) => Element(element, (WhyWords.InfluenceAccusative, WhyWords.OneInfluenceAccusative));

    private Phrase Element(WhyElement element, (LocalizedText All, LocalizedText One) influences)
    {
        switch (element.Sort)
        {
            case WhyElementSort.Influences or WhyElementSort.OneInfluence:
                var influence = Model.Influences[element.Place];
                return Voice.Say(
                    element.Sort == WhyElementSort.Influences ? influences.All : influences.One,
                    Voice.Quote(Factor(influence.From)),
                    Voice.Quote(Factor(influence.To)),
                    influence.Name);
            case WhyElementSort.Tendency:
                var tendency = Model.Tendencies[element.Place];
                return tendency.Lean.Towards is { } state
                    ? Voice.Say(WhyWords.TendencyTo, Voice.Quote(Factor(tendency.Factor)), Quoted(tendency.Factor, state))
                    : Voice.Say(WhyWords.Tendency, Voice.Quote(Factor(tendency.Factor)));
            case WhyElementSort.Event:
                return Voice.Say(WhyWords.Event, Voice.Quote(Event(new EventId(element.Place))));
            default:
                return Voice.Say(WhyWords.Measure, Voice.Quote(Measure(new MeasureId(element.Place))));
        }
    }

    /// <summary>The month, or the day where steps are shorter than a month.</summary>
    public string When(DateOnly date) => Model.Horizon!.Step is TimeUnit.Day or TimeUnit.Week ? Voice.Date(date) : Voice.MonthOf(date);

    /// <summary>At which date a state is looked at, at the beginning of a sentence.</summary>
    public Phrase At(DateOnly date)
    {
        var horizon = Model.Horizon!;
        return date == horizon.DateOf(horizon.StepCount) ? Voice.Word(WhyWords.AtEnd)
            : date.Day == 1 ? Voice.Say(WhyWords.AtMonth, Voice.MonthOf(date))
            : Voice.Say(WhyWords.AtDay, Voice.Date(date));
    }

    /// <summary>A standard error in runs of 100.</summary>
    public string Error(Figure figure)
    {
        var decimals = Math.Max(1, Rounding.Decimals(100 * figure.StandardError, 2));
        return Voice.Fixed(Rounding.Round(100 * figure.StandardError, decimals), decimals);
    }
}
