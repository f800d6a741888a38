using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What the texts of the parts of futures have in common: their head, differences, dates, courses side by side.</summary>
internal sealed class CourseWords(Model model, StudyResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);

    private CourseStudy Study => (CourseStudy)result.Provenance.Study;

    public string Say(string english, string german) => language == ReaderLanguage.German ? german : english;

    public string Kind(int kind) => wording.Name(model.Scenarios[kind].Title, model.Scenarios[kind].Id);

    public string Factor(FactorId factor) => wording.Name(model.Factors[factor.Index].Title, model.Factors[factor.Index].Id);

    public string Event(int e) => wording.Name(model.Events[e].Title, model.Events[e].Id);

    public string Strategy(StrategyId strategy) => wording.Name(model.Strategies[strategy.Index].Title, model.Strategies[strategy.Index].Id);

    /// <summary>The least grave severity counted, and all above it.</summary>
    public string Severity(int severity)
    {
        var name = wording.Name(model.Severities[severity].Title, model.Severities[severity].Id);
        return severity + 1 < model.Severities.Length ? Say(name + " or graver", name + " oder schwerer") : name;
    }

    /// <summary>A date as fine as the steps of the model.</summary>
    public string Date(DateOnly date) => model.Horizon!.Step is TimeUnit.Day or TimeUnit.Week ? wording.Date(date) : wording.Month(date);

    /// <summary>A share in per cent with its error.</summary>
    public string Share(Figure figure) => $"{wording.Percent(figure.Mean)} ±{wording.Percent(figure.StandardError)}";

    /// <summary>A number with its error.</summary>
    public string Number(Figure figure, int decimals) => $"{wording.Number(figure.Mean, decimals)} ±{wording.Number(figure.StandardError, decimals)}";

    /// <summary>A difference of shares in percentage points with its sign, its error, and whether it is within noise.</summary>
    public string Difference(Figure figure) => Difference(figure, figure => wording.Percent(figure));

    /// <summary>A difference of numbers in the same way.</summary>
    public string Difference(Figure figure, int decimals) => Difference(figure, number => wording.Number(number, decimals));

    private string Difference(Figure figure, Func<double, string> write)
    {
        if (IsNothing(figure))
        {
            return Say("no difference", "kein Unterschied");
        }

        return $"{Signed(write(figure.Mean), figure.Mean)} ±{write(figure.StandardError)}{(PairedSeries.IsNoise(figure) ? Say(" (within noise)", " (im Rauschen)") : "")}";
    }

    /// <summary>A number as written, with a plus where it is above 0 as written.</summary>
    public static string Signed(string written, double number) => number > 0 && written.Any(sign => sign is >= '1' and <= '9') ? "+" + written : written;

    /// <summary>Title, banner, the answer, and how it was made.</summary>
    public void Head(TextWriter writer, LocalizedText part, IEnumerable<string> answer)
    {
        writer.WriteLine($"{part.In(language)}: {model.Title.In(language)}");
        Banners.Write(writer, model, language);
        foreach (var sentence in answer)
        {
            writer.WriteLine(sentence);
        }

        var (draws, paths) = (Study.Options.Draws, Study.Options.Paths);
        var all = wording.Whole((System.Numerics.BigInteger)draws * paths);
        writer.WriteLine();
        writer.WriteLine(Say(
            $"Shares of {all} model runs ({wording.Whole(draws)} {(draws == 1 ? "draw" : "draws")} of the judgements, {wording.Whole(paths)} paths each), seed {Study.Options.Seed}; ± is the standard error.",
            $"Anteile von {all} Modellläufen ({wording.Whole(draws)} {(draws == 1 ? "Ziehung" : "Ziehungen")} der Urteile, je {wording.Whole(paths)} Verläufe), Startwert {Study.Options.Seed}; ± ist der Standardfehler."));
        writer.WriteLine(Say(
            "A share of model runs says what follows from the judgements; it describes the model, not the prospects of the world.",
            "Ein Anteil der Modellläufe sagt, was aus den Urteilen folgt; er beschreibt das Modell, nicht die Aussichten der Welt."));
        writer.WriteLine(Followed());
    }

    private string Followed()
    {
        if (Study.NoMeasures)
        {
            return Say("No measures are pursued.", "Keine Maßnahmen werden verfolgt.");
        }

        var names = string.Join(", ", (Study.Strategies.IsEmpty ? model.Baseline : Study.Strategies).Select(Strategy));
        return Study.Strategies.IsEmpty
            ? names.Length == 0 ? Say("Baseline: no strategy.", "Basisfall: keine Strategie.") : Say("Baseline: ", "Basisfall: ") + names + "."
            : Say("HYPOTHETICAL, with the strategy: ", "HYPOTHETISCH, mit der Strategie: ") + names + ".";
    }

    /// <summary>All kinds and severities of a course with their names.</summary>
    public IEnumerable<(string Name, PairedSeries Series)> Shares(PairedCourse course) =>
    [
        .. course.Kinds.Select((series, kind) => (Kind(kind), series)),
        .. course.Severities.Select((series, severity) => (Severity(severity), series)),
    ];

    /// <summary>The kind or severity with the largest difference beyond noise, in a clause; null when there is none.</summary>
    public string? LargestShare(PairedCourse course)
    {
        var largest = Shares(course).Where(item => item.Series.Largest is not null).OrderByDescending(item => Math.Abs(item.Series.Largest!.Difference.Mean)).FirstOrDefault();
        return largest.Series is null ? null : $"{largest.Name}, {Difference(largest.Series.Largest!.Difference)} {Say("percentage points of model runs", "Prozentpunkte der Modellläufe")} ({Date(course.Dates[largest.Series.Largest!.At])})";
    }

    /// <summary>A course as a table of differences by year, each with its error below.</summary>
    public void Yearly(TextWriter writer, PairedCourse course)
    {
        var columns = YearlyPlaces(course.Dates);
        writer.WriteLine();
        writer.WriteLine(Say(
            "Difference over time: percentage points of model runs",
            "Unterschied im Lauf der Zeit: Prozentpunkte der Modellläufe"));
        var table = new TextTable().Row(["", .. columns.Select(place => Date(course.Dates[place]))]);
        var all = Shares(course).ToLookup(item => item.Series.Difference.All(IsNothing));
        foreach (var (name, series) in all[false])
        {
            table.Row([name, .. columns.Select(place => Signed(wording.Percent(series.Difference[place].Mean), series.Difference[place].Mean))]);
            table.Row([Say("  standard error", "  Standardfehler"), .. columns.Select(place => "±" + wording.Percent(series.Difference[place].StandardError))]);
        }

        table.Write(writer);
        if (all[true].Any())
        {
            writer.WriteLine(Say("  No difference at any date: ", "  Zu keinem Zeitpunkt ein Unterschied: ") + string.Join("; ", all[true].Select(item => item.Name)) + ".");
        }
    }

    /// <summary>Whether there is no difference on any path.</summary>
    public static bool IsNothing(Figure difference) => difference is { Mean: 0, StandardError: 0 };

    /// <summary>The first date of every year after the start, and the last date.</summary>
    public static ImmutableArray<int> YearlyPlaces(ImmutableArray<DateOnly> dates)
    {
        var columns = new List<int>();
        for (var year = 0; columns.Count == 0 || columns[^1] < dates.Length - 1; year++)
        {
            var due = dates[0].AddYears(year);
            var index = dates.ToList().FindIndex(date => date >= due);
            columns.Add(index < 0 ? dates.Length - 1 : index);
        }

        return [.. columns.Distinct()];
    }

    /// <summary>What a course comes to at the horizon: kinds and severities in per cent, one row each.</summary>
    public void AtHorizon(TextWriter writer, PairedCourse course, (string First, string Second) worlds)
    {
        writer.WriteLine();
        writer.WriteLine(Say(
            "At the horizon: share of model runs in per cent; severities: at least one such event by then",
            "Am Ende des Zeithorizonts: Anteil der Modellläufe in Prozent; Schweregrade: mindestens ein solches Ereignis bis dahin"));
        var table = new TextTable().Row("", worlds.First, worlds.Second, Say("difference", "Unterschied"));
        foreach (var (name, series) in Shares(course))
        {
            table.Row(name, Share(series.First[^1]), Share(series.Second[^1]), Difference(series.Difference[^1]));
        }

        table.Write(writer);
    }
}
