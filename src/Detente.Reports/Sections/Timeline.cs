using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>What a model has on the axis of time: the cut-off, scheduled events with their windows, and the past as far as it is stated.</summary>
internal sealed class Timeline(Model model, Voice voice, DateOnly first, DateOnly last)
{
    /// <summary>So much of the horizon's length is shown of the past, at most.</summary>
    private const int PastPart = 5;

    /// <summary>The marks of the future.</summary>
    public TimeMarks Ahead { get; } = new()
    {
        Cutoff = model.Cutoff is { } cutoff ? new DateMark(cutoff, new ChartText(voice.Word(FuturesWords.Cutoff) + " " + voice.Date(cutoff), IsOwn: true)) : null,
        Events = [.. Dates(model, first, last).Select(one => Mark(voice, one.Event, one.On))],
        Windows = [.. Dates(model, first, last).Select(one => Window((Scheduled)one.Event.Trigger, one.On)).OfType<DateSpan>()],
    };

    /// <summary>The marks of past and future.</summary>
    public TimeMarks Whole => Ahead with
    {
        Events = [.. model.History.Where(one => IsShown(one.On)).OrderBy(one => one.On).Select(one => Mark(voice, model.Events[one.Of.Event.Index], one.On)), .. Ahead.Events],
    };

    /// <summary>Days on which a factor entered the state it starts in, with how many did.</summary>
    public ImmutableArray<(DateOnly On, int Factors)> Since =>
    [
        .. model.Factors.Select(factor => factor.Since).OfType<DateOnly>().Where(IsShown).GroupBy(on => on).OrderBy(one => one.Key).Select(one => (one.Key, one.Count())),
    ];

    /// <summary>The first day to show: before the start when something of the past is stated.</summary>
    public DateOnly Begin => model.History.Select(one => one.On).Concat(Since.Select(one => one.On)).Where(IsShown).Append(first).Min();

    private bool IsShown(DateOnly on) => on < first && first.DayNumber - on.DayNumber <= (last.DayNumber - first.DayNumber) / PastPart;

    private static IEnumerable<(ModelEvent Event, DateOnly On)> Dates(Model model, DateOnly first, DateOnly last) => model.Events
        .SelectMany(one => one.Trigger is Scheduled scheduled ? scheduled.Dates.Select(date => (one, date)) : [])
        .Where(one => one.date >= first && one.date <= last)
        .OrderBy(one => one.date);

    private static DateMark Mark(Voice voice, ModelEvent of, DateOnly on) =>
        new(on, new ChartText(voice.Analyst(of.Title, of.Id).Plain + ", " + voice.MonthOf(on), IsOwn: false));

    private static DateSpan? Window(Scheduled scheduled, DateOnly on) => scheduled is { Before: null, After: null }
        ? null
        : new DateSpan(on.AddDays(-(int)(scheduled.Before?.Days ?? 0)), on.AddDays((int)(scheduled.After?.Days ?? 0)));
}
