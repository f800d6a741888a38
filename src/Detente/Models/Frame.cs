using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>What the figures of a model may be called.</summary>
public enum ModelMode
{
    /// <summary>Consistency and shares of model runs; nothing is called a probability. The default.</summary>
    Plausibility,

    /// <summary>Figures are stated as probabilities and can be scored.</summary>
    Forecast,
}

/// <summary>Who wrote the model down, and whether the outcome was known by then.</summary>
/// <param name="By">Person or team.</param>
/// <param name="On">The day or month of writing, as written (<c>2026-11</c>).</param>
/// <param name="Hindsight">Whether what happened after the cut-off was known to the writer; prints a banner wherever results appear.</param>
public sealed record Encoding(string By, string On, bool Hindsight);

/// <summary>The time a model looks ahead, cut into equal steps.</summary>
/// <remarks>
/// Step t covers the days from <see cref="DateOf"/>(t) to the day before <see cref="DateOf"/>(t+1); a state at t is the state at its start.
/// </remarks>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; after <paramref name="Start"/>.</param>
/// <param name="Step">Length of one step.</param>
public sealed record Horizon(DateOnly Start, DateOnly End, TimeUnit Step)
{
    /// <summary>Why it is this span.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;

    /// <summary>Length of one step in years of 365.25 days.</summary>
    public double StepYears => Period.DaysIn(Step) / 365.25;

    /// <summary>The number of steps: the largest n for which step n-1 starts on or before <see cref="End"/>. At least 1.</summary>
    public int StepCount
    {
        get
        {
            var low = 1;
            var estimate = (int)((End.DayNumber - Start.DayNumber) / Period.DaysIn(Step)) + 2;
            for (var n = Math.Max(low, estimate); n > low; n--)
            {
                if (DateOf(n - 1) <= End)
                {
                    return n;
                }
            }

            return low;
        }
    }

    /// <summary>The first day of step <paramref name="t"/>; the step count itself gives the day after the last step.</summary>
    /// <param name="t">The step, from 0.</param>
    public DateOnly DateOf(int t) => Step switch
    {
        TimeUnit.Day => Start.AddDays(t),
        TimeUnit.Week => Start.AddDays(7 * t),
        TimeUnit.Month => Start.AddMonths(t),
        TimeUnit.Quarter => Start.AddMonths(3 * t),
        _ => Start.AddYears(t),
    };

    /// <summary>The step that holds a date: negative before the start, the step count or more after the end.</summary>
    /// <param name="date">The date.</param>
    public int StepOf(DateOnly date)
    {
        var t = (int)Math.Floor((date.DayNumber - Start.DayNumber) / Period.DaysIn(Step));
        while (DateOf(t) > date)
        {
            t--;
        }

        while (DateOf(t + 1) <= date)
        {
            t++;
        }

        return t;
    }

    /// <summary>The step a deadline belongs to: the one that holds it if at least half of that step's days are not after it, else the one before.</summary>
    /// <param name="deadline">The deadline.</param>
    public int DeadlineStepOf(DateOnly deadline)
    {
        var t = StepOf(deadline);
        var first = DateOf(t).DayNumber;
        var days = DateOf(t + 1).DayNumber - first;
        var notAfter = deadline.DayNumber - first + 1;
        return 2 * notAfter >= days ? t : t - 1;
    }

    /// <summary>How many steps a period spans: days over days per step, rounded half away from zero, at least 1.</summary>
    /// <param name="period">The period.</param>
    public int StepsIn(Period period) =>
        Math.Max(1, (int)Math.Round(period.Days / Period.DaysIn(Step), MidpointRounding.AwayFromZero));
}

/// <summary>A party: a state, an alliance, a camp inside a government.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="In">The actor it is part of, or null.</param>
/// <param name="Positions">Its positions on issues, in declaration order.</param>
/// <param name="Provenance">Why it stands here.</param>
public sealed record Actor(
    string Id,
    LocalizedText Title,
    ActorId? In,
    ImmutableArray<Position> Positions,
    Provenance Provenance);

/// <summary>Where an actor stands on an issue.</summary>
/// <param name="Issue">The issue's name.</param>
/// <param name="Value">From -3 (strongly against) to +3 (strongly for).</param>
public readonly record struct Position(string Issue, double Value);

/// <summary>A titled name without further meaning: an issue.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
public sealed record NamedTitle(string Id, LocalizedText Title);

/// <summary>A group of factors, for display: a layer of the relationship.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
public sealed record Group(string Id, LocalizedText Title)
{
    /// <summary>Why it stands here.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>A step of the model's own scale of severity.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Level">How grave, on the model's own whole-number scale; more is graver.</param>
public sealed record Severity(string Id, LocalizedText Title, int Level);

/// <summary>A remark of the analyst that changes no figure, such as how a structural statement of the source is represented.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Text">The remark.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Note(string Id, LocalizedText Text, Provenance Provenance);

/// <summary>A warning of the program that the analyst has read and accepts, with the reason.</summary>
/// <param name="Code">The diagnostic's code, such as <c>DT3012</c>.</param>
/// <param name="At">The element it concerns as the warning names it (<c>factors/trust</c>), or null for the code everywhere.</param>
/// <param name="Because">The reason.</param>
public sealed record AcceptedWarning(string Code, string? At, LocalizedText Because);
