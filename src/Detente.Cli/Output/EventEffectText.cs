using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What a scheduled event changes, in plain text.</summary>
internal sealed class EventEffectText(Model model, EventEffectResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);
    private readonly CourseWords words = new(model, result, language);

    private int Of => ((EventEffectStudy)result.Provenance.Study).Event.Index;

    public void Write(TextWriter writer)
    {
        words.Head(writer, new("Effect of an event", "Wirkung eines Ereignisses"), Answer());
        if (IsNothing(result.Course))
        {
            if (result.Window is null)
            {
                return;
            }
        }
        else
        {
            WriteLargest(writer);
            words.Yearly(writer, result.Course);
        }

        if (result.Window is { } window)
        {
            WriteWindow(writer, window);
            words.AtHorizon(writer, window.Course, (words.Say("without window", "ohne Fenster"), words.Say("as modelled", "wie modelliert")));
        }
    }

    private IEnumerable<string> Answer()
    {
        var name = words.Event(Of);
        var dates = string.Join(", ", result.On.Select(wording.Date));
        if (IsNothing(result.Course))
        {
            yield return words.Say(
                $"{name} ({dates}): without it every path would be the same.",
                $"{name} ({dates}): Ohne dieses Ereignis wäre jeder Verlauf derselbe.");
        }
        else
        {
            yield return words.LargestShare(result.Course) is { } largest
                ? words.Say($"{name} ({dates}) changes most: {largest}, against the same paths without it.", $"{name} ({dates}) ändert am meisten: {largest}, verglichen mit denselben Verläufen ohne dieses Ereignis.")
                : words.Say(
                    $"{name} ({dates}): for every kind and severity the difference to the same paths without it is within noise.",
                    $"{name} ({dates}): Bei allen Zukunftstypen und Schweregraden liegt der Unterschied zu denselben Verläufen ohne dieses Ereignis im Rauschen.");
        }

        if (result.Window is { } window)
        {
            yield return InWindow(window);
        }
    }

    /// <summary>The gravest severity that the window changes beyond noise, else the event it changes most.</summary>
    private string InWindow(WindowEffect window)
    {
        var severities = window.Severities.Index().Where(IsClear).Select(rate => (Name: words.Severity(rate.Index), Rate: rate.Item));
        var events = window.Events.Index().Where(IsClear).OrderBy(rate => Math.Abs(rate.Item.Difference.Mean)).Select(rate => (Name: words.Event(rate.Index), Rate: rate.Item));
        var (name, rate) = severities.Concat(severities.Any() ? [] : events).LastOrDefault();
        var none = severities.Any() ? "" : words.Say("for every severity within noise; ", "bei allen Schweregraden im Rauschen; ");
        return rate is null
            ? words.Say(
                "Its window: for every severity and event the difference to the same paths with the window taken away is within noise.",
                "Sein Zeitfenster: Bei allen Schweregraden und Ereignissen liegt der Unterschied zu denselben Verläufen ohne das Fenster im Rauschen.")
            : words.Say(
                $"Its window: {none}{name}, {words.Number(rate.Inside, 2)} a year inside; with the window taken away {words.Number(rate.WithoutWindow, 2)} (difference {words.Difference(rate.Difference, 2)}).",
                $"Sein Zeitfenster: {none}{name}, {words.Number(rate.Inside, 2)} im Jahr innerhalb, ohne das Fenster {words.Number(rate.WithoutWindow, 2)} (Unterschied {words.Difference(rate.Difference, 2)}).");
    }

    private static bool IsClear((int Index, WindowRate Item) rate) => !PairedSeries.IsNoise(rate.Item.Difference);

    private static bool IsNothing(PairedCourse course) =>
        course.Kinds.Concat(course.Severities).Concat(course.Factors.Select(factor => factor.Series)).All(series => series.Difference.All(CourseWords.IsNothing));

    private void WriteLargest(TextWriter writer)
    {
        var course = result.Course;
        writer.WriteLine();
        writer.WriteLine(words.Say(
            "Largest difference, with less without: kinds and severities in percentage points of model runs, factors in mean position from 0 to 1",
            "Größter Unterschied, mit minus ohne: Zukunftstypen und Schweregrade in Prozentpunkten der Modellläufe, Faktoren in der mittleren Lage von 0 bis 1"));
        var table = new TextTable().Row("", words.Say("difference", "Unterschied"), words.Say("at", "am"), words.Say("within noise from", "im Rauschen ab"), words.Say("at the horizon", "am Ende"));
        foreach (var (name, series) in words.Shares(course))
        {
            table.Row(Row(name, series, words.Difference));
        }

        foreach (var factor in course.Factors.Where(factor => factor.Series.Largest is not null))
        {
            table.Row(Row(words.Factor(factor.Factor), factor.Series, figure => words.Difference(figure, 3)));
        }

        table.Write(writer);
        writer.WriteLine(words.Say(
            "  Of so many differences a few pass two standard errors by chance; the small ones among them are to be read so.",
            "  Bei so vielen Unterschieden übersteigen einige zufällig zwei Standardfehler; die kleinen darunter sind so zu lesen."));
        var quiet = course.Factors.Where(factor => factor.Series.Largest is null).Select(factor => words.Factor(factor.Factor)).ToList();
        if (quiet.Count > 0)
        {
            writer.WriteLine(words.Say("  Within noise throughout: ", "  Durchweg im Rauschen: ") + string.Join("; ", quiet) + ".");
        }
    }

    private ImmutableArray<string> Row(string name, PairedSeries series, Func<Figure, string> write)
    {
        var dates = result.Course.Dates;
        return series.Largest is { } largest
            ? [name, write(largest.Difference), words.Date(dates[largest.At]), largest.NoiseFrom is { } from ? words.Date(dates[from]) : words.Say("not before the end", "nicht vor dem Ende"), write(series.Difference[^1])]
            : [name, words.Say("within noise", "im Rauschen"), "", "", write(series.Difference[^1])];
    }

    private void WriteWindow(TextWriter writer, WindowEffect window)
    {
        writer.WriteLine();
        writer.WriteLine(words.Say(
            $"Events a year in the window ({wording.Whole(window.StepsInside)} steps, {wording.Number(window.Years, 2)} years), in the same steps with the window taken away, and in all other steps",
            $"Ereignisse im Jahr im Zeitfenster ({wording.Whole(window.StepsInside)} Schritte, {wording.Number(window.Years, 2)} Jahre), in denselben Schritten ohne das Fenster und in allen anderen Schritten"));
        var table = new TextTable().Row(
            "",
            words.Say("inside", "innerhalb"),
            words.Say("without window", "ohne Fenster"),
            words.Say("difference", "Unterschied"),
            words.Say("outside", "außerhalb"),
            words.Say("inside less outside", "innen minus außen"));
        foreach (var (severity, rate) in window.Severities.Index())
        {
            table.Row(Row(words.Severity(severity), rate));
        }

        foreach (var (e, rate) in window.Events.Index().Where(rate => rate.Index != Of && !PairedSeries.IsNoise(rate.Item.Difference)))
        {
            table.Row(Row(words.Event(e), rate));
        }

        table.Write(writer);
        writer.WriteLine(words.Say(
            "  Events that the window does not change beyond noise are left out; --format json has all.",
            "  Ereignisse, deren Änderung durch das Fenster im Rauschen liegt, sind weggelassen; --format json nennt alle."));
    }

    private ImmutableArray<string> Row(string name, WindowRate rate) =>
        [name, words.Number(rate.Inside, 2), words.Number(rate.WithoutWindow, 2), words.Difference(rate.Difference, 2), words.Number(rate.Outside, 2), words.Difference(rate.Contrast, 2)];
}
