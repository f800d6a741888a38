using Detente.Models;

namespace Detente.Claims;

/// <summary>Which steps the dates of claims mean: a date is the snapshot of the step that holds it, a deadline belongs to its step as a question's does.</summary>
/// <param name="horizon">The horizon.</param>
internal sealed class ClaimDates(Horizon horizon)
{
    /// <summary>Number of steps; also the date at the end of the horizon.</summary>
    public int End { get; } = horizon.StepCount;

    /// <summary>The snapshot of a date.</summary>
    /// <param name="date">The date; null: the end of the horizon.</param>
    /// <exception cref="ArgumentException">Outside the horizon: only in models that did not come through the language.</exception>
    public int Snapshot(DateOnly? date) => date is { } day ? Within(horizon.StepOf(day), End) : End;

    /// <summary>The snapshot by which everything up to a deadline has had its effect: that after the step the deadline belongs to.</summary>
    /// <param name="deadline">The deadline; null: the end of the horizon.</param>
    /// <exception cref="ArgumentException">As above.</exception>
    public int AfterDeadline(DateOnly? deadline) => deadline is { } day ? Within(horizon.DeadlineStepOf(day), End - 1) + 1 : End;

    /// <summary>The step in which something is made to happen, or kept from it.</summary>
    /// <param name="date">The date.</param>
    /// <exception cref="ArgumentException">As above.</exception>
    public int Step(DateOnly date) => Within(horizon.StepOf(date), End - 1);

    /// <summary>The step from which a factor is held.</summary>
    /// <param name="date">The date; null, or one before the start: from the start.</param>
    /// <exception cref="ArgumentException">After the end.</exception>
    public int From(DateOnly? date) => date is { } day ? Within(Math.Max(0, horizon.StepOf(day)), End) : 0;

    /// <summary>How many steps a period spans.</summary>
    /// <param name="period">The period.</param>
    public int Steps(Period period) => horizon.StepsIn(period);

    private static int Within(int step, int last) =>
        step >= 0 && step <= last ? step : throw new ArgumentException("A claim names a date outside the horizon.", nameof(step));
}
