using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>What every section of a brief needs: the result, the model, the voice, and how elements are called.</summary>
internal sealed class BriefContext : ModelNames
{
    /// <summary>The least share of runs for which the body names a severity or a cause.</summary>
    public const double WorthTelling = 0.01;

    public BriefContext(BriefResult result, ReaderLanguage language)
        : base(result.Provenance.Study.Model, new Voice(language, result.Provenance.Study.Model.Mode))
    {
        Result = result;
        Shares = new Shares(Voice);
    }

    public BriefResult Result { get; }

    public Shares Shares { get; }

    public FuturesResult Futures => Result.Futures;

    /// <summary>Whether there are shares of kinds to speak of.</summary>
    public bool HasShares => KindsByLastShare.Count > 0;

    /// <summary>Whether judgements were drawn, so that bands exist.</summary>
    public bool HasBands => KindsByLastShare.Any(kind => LastShare(kind).Lower is not null);

    /// <summary>The charts of the futures.</summary>
    public FuturesCharts Charts => field ??= new FuturesCharts(Futures, Model, Voice);

    /// <inheritdoc cref="FuturesCharts.KindsByLastShare"/>
    public IReadOnlyList<ScenarioId> KindsByLastShare => Charts.KindsByLastShare;

    /// <summary>Severities with a figure, least grave first.</summary>
    public IReadOnlyList<SeverityRisk> Risks => field ??= [.. Futures.Escalation.Where(risk => risk.ByDate.Values.Length > 0)];

    /// <summary>The gravest severity that enough runs reach to speak of, else the gravest reached at all; null when none is.</summary>
    public SeverityRisk? WeightiestRisk => Risks.LastOrDefault(risk => risk.ByDate.Values[^1].Mean >= WorthTelling)
        ?? Risks.LastOrDefault(risk => risk.ByDate.Values[^1].Mean > 0);

    /// <summary>Strategies that differ from the baseline: one that belongs to it is the baseline itself.</summary>
    public IReadOnlyList<StrategyOutcome> Alternatives => field ??= [.. Result.Options.Where(option => option.Strategy is not { } id || !Model.Baseline.Contains(id))];

    /// <summary>The hard limits that some run breaks, most often broken first: with any of them an option is inadmissible.</summary>
    public IReadOnlyList<int> HardBreaches(FuturesResult futures) => [.. Enumerable.Range(0, Math.Min(Model.Constraints.Length, futures.ConstraintsBroken.Length))
        .Where(i => Model.Constraints[i].IsHard && futures.ConstraintsBroken[i].Mean > 0)
        .OrderByDescending(i => futures.ConstraintsBroken[i].Mean)];

    /// <summary>Whether no run breaks a hard limit.</summary>
    public bool IsAdmissible(StrategyOutcome option) => HardBreaches(option.Futures).Count == 0;

    /// <summary>Runs of the futures in all; 0 when not known.</summary>
    public double Runs => (double)Result.Provenance.Study.Options.Draws * Result.Provenance.Study.Options.Paths;

    public Figure LastShare(ScenarioId kind) => Charts.LastShare(kind);

    public Phrase Kind(ScenarioId kind) => Voice.Quote(Voice.Analyst(Model.Scenarios[kind.Index].Title, Model.Scenarios[kind.Index].Id));

    public string KindName(ScenarioId kind) => Charts.KindName(kind);

    public Phrase Event(EventId id) => Voice.Analyst(Model.Events[id.Index].Title, Model.Events[id.Index].Id);

    public Phrase Event(EventReference reference)
    {
        var @event = Model.Events[reference.Event.Index];
        var name = Event(reference.Event);
        return reference.Outcome is { } outcome && @event.Outcomes.Length > 1
            ? name + ": " + Voice.Analyst(@event.Outcomes[outcome].Title, @event.Outcomes[outcome].Id)
            : name;
    }

    public Phrase Measure(MeasureId id) => Voice.Analyst(Model.Measures[id.Index].Title, Model.Measures[id.Index].Id);

    public Phrase Severity(int place) => Voice.Analyst(Model.Severities[place].Title, Model.Severities[place].Id);

    public Phrase Constraint(int place) => Voice.Quote(Voice.Analyst(Model.Constraints[place].Title, Model.Constraints[place].Id));

    /// <summary>A constraint with how hard it is.</summary>
    public Phrase LimitName(int place) =>
        Voice.Analyst(Model.Constraints[place].Title, Model.Constraints[place].Id) + " (" + Voice.Word(Model.Constraints[place].IsHard ? AnnexWords.Hard : AnnexWords.Soft) + ")";

    public Phrase Actor(ActorId id) => Voice.Analyst(Model.Actors[id.Index].Title, Model.Actors[id.Index].Id);

    public Phrase Strategy(StrategyId? id) => id is { } strategy
        ? Voice.Quote(Voice.Analyst(Model.Strategies[strategy.Index].Title, Model.Strategies[strategy.Index].Id))
        : Voice.Quote(Voice.Word(OptionWords.NoMeasures));

    /// <summary>The strategy with its actors in front where the strategies have several.</summary>
    public Phrase StrategyOfActor(StrategyId? id) => id is { } strategy && HasSeveralActors
        ? Voice.Join(", ", Model.Strategies[strategy.Index].Of.Select(Actor)) + ": " + Strategy(id)
        : Strategy(id);

    /// <summary>Whether strategies of different actors are compared.</summary>
    public bool HasSeveralActors => Model.Strategies.SelectMany(strategy => strategy.Of).Distinct().Count() > 1;

    /// <summary>A condition in words, with the states that every comparison covers.</summary>
    public Phrase Rule(Condition condition) => new AnalystText(ConditionText.Explain(condition, Model, Voice.Language));

    /// <summary>Which factor acts on which.</summary>
    public Phrase Arrow(Influence influence) => Arrow(influence.From, influence.To);

    /// <inheritdoc cref="Arrow(Influence)"/>
    public Phrase Arrow(FactorId from, FactorId to) => Voice.Say(CommonWords.Arrow, Factor(from), Factor(to));

    /// <summary>The points of an influence with their ranges, its condition and its delay.</summary>
    public Phrase Points(Influence influence)
    {
        Phrase points = influence.Weight is { } weight
            ? Voice.Range(weight)
            : Voice.Join("; ", influence.Cells.Where(cell => cell.Impact is not { Value: 0, IsUncertain: false }).Select(cell => Voice.Say(
                AnnexWords.Cell,
                State(influence.From, cell.SourceState),
                State(influence.To, cell.TargetState),
                Voice.Range(cell.Impact))));
        if (influence.When is { } when)
        {
            points += "; " + Voice.Say(AnnexWords.OnlyWhen, Rule(when));
        }

        return influence.Delay is { } delay ? points + "; " + Voice.Say(AnnexWords.Delayed, Voice.Length(delay)) : points;
    }

    /// <summary>The statement of a claim in words.</summary>
    public string Statement(Statement statement) => ClaimText.Explain(statement, Model, Voice.Language);

    public static Passage Output(Phrase words) => new(words, EvidenceLabel.ModelOutput);

    public static Paragraph Outputs(params ReadOnlySpan<Phrase> sentences) => new([.. sentences.ToArray().Where(words => !words.IsEmpty).Select(Output)]);

    /// <summary>Pointer to a table of the annex.</summary>
    public PlaceLink Link(string tableId, LocalizedText caption) => new(tableId, Voice.Say(CommonWords.TableLink, Voice.Word(caption)));
}
