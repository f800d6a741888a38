using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Indicators, questions, evidence, experts and claims to tree.</summary>
internal sealed class ObservationWriter(Model model, JudgementWriter judgements)
{
    /// <summary>Adds the sections.</summary>
    public void Write(MapBuilder sections) => sections
        .Entries("indicators", model.Indicators.Select(indicator => (indicator.Id, Indicator(indicator))))
        .Entries("questions", model.Questions.Select(question => (question.Id, Question(question))))
        .Entries("evidence", model.Evidence.Select(item => (item.Id, Evidence(item))))
        .List("watched", model.Watched.Select(Watch))
        .Entries("experts", model.Experts.Select(expert => (expert.Id, Expert(expert))))
        .Entries("claims", model.Claims.Select(claim => (claim.Id, Claim(claim))));

    private YamlNode Indicator(Indicator indicator) => new MapBuilder()
        .Title(indicator.Title, indicator.Id)
        .Add("factor", model.Factors[indicator.Factor.Index].Id)
        .Add("levels", ValueNodes.States(indicator.Levels))
        .Entries("likelihood", model.Factors[indicator.Factor.Index].States.Zip(
            indicator.Likelihood, (state, row) => (state.Id, (YamlNode)YamlList.Of(row.Select(ScalarText.Number)))))
        .Add("threshold", indicator.Threshold is { } level ? indicator.Levels[level].Id : null)
        .Text("owner", indicator.Owner)
        .Period("cadence", indicator.Cadence)
        .Period("independent-after", indicator.IndependentAfter)
        .Provenance(indicator.Provenance, model.Sources).Map;

    private YamlNode Question(Question question) => new MapBuilder()
        .Text("text", question.Text)
        .Date("deadline", question.Deadline)
        .Add("rule", question.Rule is { } rule ? ConditionText.Write(rule, model) : null)
        .List("forecasts", question.Forecasts.Select(forecast => new MapBuilder()
            .Text("by", forecast.By)
            .Date("on", forecast.On)
            .Add("probability", ScalarText.Number(forecast.Probability)).Map))
        .Add("resolution", question.Resolution is { } resolution ? Resolution(resolution) : null)
        .Add("outcome", question.Outcome is { } outcome ? outcome ? "yes" : "no" : null)
        .Provenance(question.Provenance, model.Sources).Map;

    private static YamlNode Resolution(Resolution resolution) => new MapBuilder()
        .Text("source", resolution.Source)
        .Text("counts", resolution.Counts)
        .Text("decides", resolution.Decides)
        .Text("annuls", resolution.Annuls).Map;

    private YamlNode Evidence(Evidence item)
    {
        var map = new MapBuilder().Title(item.Title, item.Id).Date("on", item.On);
        switch (item.Finding)
        {
            case EventFinding finding:
                var happened = model.Events[finding.Of.Event.Index];
                map.Add("event", finding.Of.Outcome is { } outcome ? happened.Id + "." + happened.Outcomes[outcome].Id : happened.Id);
                break;
            case ReadingFinding reading:
                var indicator = model.Indicators[reading.Indicator.Index];
                map.Add("indicator", indicator.Id).Add("level", indicator.Levels[reading.Level].Id);
                break;
            default:
                throw new ArgumentException("This kind of finding has no text: " + item.Finding.GetType().Name, nameof(item));
        }

        return map.Add("grade", item.Grade).Provenance(item.Provenance, model.Sources).Map;
    }

    private YamlNode Watch(Watch watch) => new MapBuilder()
        .Add("events", YamlList.Of(watch.Events.Select(item => model.Events[item.Index].Id)))
        .Date("until", watch.Until).Map;

    private YamlNode Expert(Expert expert)
    {
        var unknown = expert.DoNotKnow.Select(pair => new MapBuilder()
            .Add("from", model.Factors[pair.From.Index].Id)
            .Add("to", model.Factors[pair.To.Index].Id)
            .Add("unknown", "true").Map);
        return new MapBuilder()
            .Title(expert.Title, expert.Id)
            .List("judgements", judgements.Influences(expert.Judgements).Concat(unknown)).Map;
    }

    private YamlNode Claim(Claim claim) => new MapBuilder()
        .Add("claim", ClaimText.Write(claim.Statement, model))
        .Text("title", claim.Title)
        .Provenance(claim.Provenance, model.Sources).Map;
}
