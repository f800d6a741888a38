using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>Something observable that tells about the state of a factor.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Factor">The factor it tells about.</param>
/// <param name="Levels">Its possible readings, in order.</param>
/// <param name="Likelihood">One row per state of the factor, one column per level; each row adds up to 1, no entry below 0.01.</param>
public sealed record Indicator(
    string Id,
    LocalizedText Title,
    FactorId Factor,
    ImmutableArray<FactorState> Levels,
    ImmutableArray<ImmutableArray<double>> Likelihood)
{
    /// <summary>The level from which it warns, or null.</summary>
    public int? Threshold { get; init; }

    /// <summary>Who reads it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>How often it is read, or null.</summary>
    public Period? Cadence { get; init; }

    /// <summary>After how long two readings count as independent, or null: at once.</summary>
    public Period? IndependentAfter { get; init; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>A dated yes/no statement about the world.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Text">The statement.</param>
/// <param name="Deadline">By when.</param>
public sealed record Question(string Id, LocalizedText Text, DateOnly Deadline)
{
    /// <summary>The condition over the path that stands for a yes in the model, or null when only people forecast it.</summary>
    public Condition? Rule { get; init; }

    /// <summary>Probabilities stated by people; may be empty.</summary>
    public ImmutableArray<StatedForecast> Forecasts { get; init; } = [];

    /// <summary>How the world resolves it, or null.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>How it was resolved: true, false, or null when open.</summary>
    public bool? Outcome { get; init; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>A probability stated by a person or team.</summary>
/// <param name="By">Who.</param>
/// <param name="On">When.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record StatedForecast(string By, DateOnly On, double Probability);

/// <summary>How a question is resolved by the world, never by its rule.</summary>
/// <param name="Source">Where to look.</param>
/// <param name="Counts">What counts as a yes.</param>
/// <param name="Decides">Who decides.</param>
/// <param name="Annuls">What annuls the question, or null.</param>
public sealed record Resolution(LocalizedText Source, LocalizedText Counts, LocalizedText Decides, LocalizedText? Annuls);

/// <summary>What an item of evidence reports.</summary>
public abstract record Finding
{
    private protected Finding()
    {
    }
}

/// <summary>An event happened.</summary>
/// <param name="Of">The event or outcome.</param>
public sealed record EventFinding(EventReference Of) : Finding;

/// <summary>An indicator was read.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Level">The level read.</param>
public sealed record ReadingFinding(IndicatorId Indicator, int Level) : Finding;

/// <summary>A dated, sourced, graded observation.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">What was observed.</param>
/// <param name="On">When.</param>
/// <param name="Finding">What it reports to the model.</param>
/// <param name="Grade">Reliability and credibility such as <c>B2</c> (A to F, 1 to 6), or null.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Evidence(string Id, LocalizedText Title, DateOnly On, Finding Finding, string? Grade, Provenance Provenance);

/// <summary>Events about which no report means that they did not happen.</summary>
/// <param name="Events">The events.</param>
/// <param name="Until">Until when they are watched.</param>
public sealed record Watch(ImmutableArray<EventId> Events, DateOnly Until);

/// <summary>A person or team whose judgements are kept apart.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Name or pseudonym.</param>
/// <param name="Judgements">The influences as this expert judges them; pairs not named are as in the model.</param>
/// <param name="DoNotKnow">Pairs on which the expert declines to judge.</param>
public sealed record Expert(
    string Id,
    LocalizedText Title,
    ImmutableArray<Influence> Judgements,
    ImmutableArray<(FactorId From, FactorId To)> DoNotKnow);
