using System.Collections.Immutable;
using System.Text.Json;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The answers of the parts of futures as JSON.</summary>
internal sealed class CourseJson(Model model, StudyResult result)
{
    public void WriteOptions(Utf8JsonWriter json)
    {
        var study = (CourseStudy)result.Provenance.Study;
        json.WriteNumber("draws", study.Options.Draws);
        json.WriteNumber("paths", study.Options.Paths);
        json.WriteTexts("strategies", study.Strategies.Select(strategy => model.Strategies[strategy.Index].Id));
        json.WriteBoolean("noMeasures", study.NoMeasures);
        switch (study)
        {
            case PathwaysStudy pathways:
                json.WriteString("part", "pathways");
                json.WriteString("window", PeriodText.Write(pathways.Window));
                json.WriteNumber("leastStay", pathways.LeastStay);
                break;
            case EventEffectStudy effect:
                json.WriteString("part", "effect-of");
                json.WriteString("event", model.Events[effect.Event.Index].Id);
                break;
            case BranchStudy branch:
                json.WriteString("part", "branch");
                json.WriteDate("from", branch.From);
                json.WriteString("strategy", branch.Strategy is { } strategy ? model.Strategies[strategy.Index].Id : null);
                break;
            default:
                json.WriteString("part", "perception");
                break;
        }
    }

    public void WriteResult(Utf8JsonWriter json)
    {
        switch (result)
        {
            case PathwaysResult pathways:
                new PathwaysJson(model, pathways).Write(json);
                break;
            case EventEffectResult effect:
                json.WriteDates("on", effect.On);
                WriteCourse(json, "course", effect.Course);
                WriteWindow(json, effect.Window);
                break;
            case BranchResult branch:
                WriteBranch(json, branch);
                break;
            default:
                WritePerception(json, (PerceptionResult)result);
                break;
        }
    }

    private void WriteBranch(Utf8JsonWriter json, BranchResult branch)
    {
        json.WriteNumber("step", branch.Step);
        json.WriteDate("date", branch.Date);
        json.WriteTexts("later", branch.Later.Select(strategy => model.Strategies[strategy.Index].Id));
        WriteCourse(json, "course", branch.Course);
        json.WriteStartObject("kinds");
        foreach (var kind in branch.Kinds)
        {
            json.WriteStartObject(model.Scenarios[kind.Kind.Index].Id);
            json.WriteFigure("share", kind.Share);
            WritePairs(json, "atHorizon", kind.AtHorizon, place => model.Scenarios[place].Id);
            WritePairs(json, "severities", kind.Severities, place => model.Severities[place].Id);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, ImmutableArray<PairedFigure> figures, Func<int, string> nameOf)
    {
        json.WriteStartObject(name);
        foreach (var (place, figure) in figures.Index())
        {
            json.WriteStartObject(nameOf(place));
            json.WriteFigure("first", figure.First);
            json.WriteFigure("second", figure.Second);
            json.WriteFigure("difference", figure.Difference);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteWindow(Utf8JsonWriter json, WindowEffect? window)
    {
        if (window is null)
        {
            json.WriteNull("window");
            return;
        }

        json.WriteStartObject("window");
        json.WriteNumber("steps", window.StepsInside);
        json.WriteNumber("years", window.Years);
        WriteRates(json, "severities", window.Severities, place => model.Severities[place].Id);
        WriteRates(json, "events", window.Events, place => model.Events[place].Id);
        WriteCourse(json, "course", window.Course);
        json.WriteEndObject();
    }

    private static void WriteRates(Utf8JsonWriter json, string name, ImmutableArray<WindowRate> rates, Func<int, string> nameOf)
    {
        json.WriteStartObject(name);
        foreach (var (place, rate) in rates.Index())
        {
            json.WriteStartObject(nameOf(place));
            json.WriteFigure("inside", rate.Inside);
            json.WriteFigure("withoutWindow", rate.WithoutWindow);
            json.WriteFigure("difference", rate.Difference);
            json.WriteFigure("outside", rate.Outside);
            json.WriteFigure("contrast", rate.Contrast);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WritePerception(Utf8JsonWriter json, PerceptionResult perception)
    {
        json.WriteDates("dates", perception.Dates);
        json.WriteStartObject("images");
        foreach (var image in perception.Images)
        {
            json.WriteStartObject(model.Factors[image.Image.Index].Id);
            json.WriteFigure("worse", image.Worse);
            json.WriteFigure("better", image.Better);
            json.WriteFigure("longestSpell", image.LongestSpell);
            json.WriteQuantiles("longestSpells", image.LongestSpells);
            json.WriteMeans("distance", image.Distance);
            json.WriteMeans("absoluteDistance", image.AbsoluteDistance);
            WriteCourse(json, "transparent", image.Transparent);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (perception.AllTransparent is { } all)
        {
            WriteCourse(json, "allTransparent", all);
        }
        else
        {
            json.WriteNull("allTransparent");
        }
    }

    private void WriteCourse(Utf8JsonWriter json, string name, PairedCourse course)
    {
        void WriteAll(string group, IEnumerable<(string Id, PairedSeries Series)> all)
        {
            json.WriteStartObject(group);
            foreach (var (id, series) in all)
            {
                WriteSeries(json, id, series, course.Dates);
            }

            json.WriteEndObject();
        }

        json.WriteStartObject(name);
        json.WriteDates("dates", course.Dates);
        WriteAll("kinds", course.Kinds.Select((series, kind) => (model.Scenarios[kind].Id, series)));
        WriteAll("severities", course.Severities.Select((series, severity) => (model.Severities[severity].Id, series)));
        WriteAll("factors", course.Factors.Select(factor => (model.Factors[factor.Factor.Index].Id, factor.Series)));
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, string id, PairedSeries series, ImmutableArray<DateOnly> dates)
    {
        void WritePlace(string name, int? place)
        {
            if (place is { } known)
            {
                json.WriteDate(name, dates[known]);
            }
            else
            {
                json.WriteNull(name);
            }
        }

        json.WriteStartObject(id);
        json.WriteMeans("first", series.First);
        json.WriteMeans("second", series.Second);
        json.WriteMeans("difference", series.Difference);
        if (series.Largest is { } largest)
        {
            json.WriteStartObject("largest");
            json.WriteDate("date", dates[largest.At]);
            json.WriteNumber("mean", largest.Difference.Mean);
            json.WriteNumber("se", largest.Difference.StandardError);
            WritePlace("noiseFrom", largest.NoiseFrom);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("largest");
        }

        WritePlace("halfBy", series.HalfBy);
        WritePlace("nineTenthsBy", series.NineTenthsBy);
        json.WriteEndObject();
    }
}
