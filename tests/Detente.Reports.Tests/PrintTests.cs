using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Detente.Models;
using Detente.Reports.Tests.Samples;

namespace Detente.Reports.Tests;

/// <summary>The brief on paper, by whatever Chromium is installed; skips without one.</summary>
public sealed partial class PrintTests
{
    private const int LastBodyPage = 4;
    private const string Answered = " with verdicts";

    public static TheoryData<string, ReaderLanguage, string> Briefs => new()
    {
        { "small", ReaderLanguage.English, "Annex" },
        { "small", ReaderLanguage.German, "Anhang" },
        { "large", ReaderLanguage.English, "Annex" },
        { "large", ReaderLanguage.German, "Anhang" },
        { "nato-russia-2015", ReaderLanguage.English, "Annex" },
        { "nato-russia-2015", ReaderLanguage.German, "Anhang" },
        { "euromissiles-1979", ReaderLanguage.English, "Annex" },
        { "euromissiles-1979", ReaderLanguage.German, "Anhang" },
        { "nato-russia-2015 with verdicts", ReaderLanguage.English, "Annex" },
        { "nato-russia-2015 with verdicts", ReaderLanguage.German, "Anhang" },
    };

    [Theory]
    [MemberData(nameof(Briefs))]
    public void The_body_fits_on_four_pages_and_no_title_is_cut(string name, ReaderLanguage language, string annex)
    {
        var result = name switch { "small" => SampleBrief.Full, "large" => LargeBrief.Result, _ when name.EndsWith(Answered, StringComparison.Ordinal) => VerdictBriefs.Of(ModelBriefs.Of(name[..^Answered.Length])), _ => ModelBriefs.Of(name) };
        var pages = Print(Written.Html(result, language));
        var first = pages.FindIndex(page => page.Split('\n').Any(line => line.Trim() == annex));
        Assert.InRange(first, 2, LastBodyPage);
        var text = Flat(string.Concat(pages));
        foreach (var title in Titles(result.Provenance.Study.Model))
        {
            Assert.Contains(Flat(title.In(language)), text, StringComparison.Ordinal);
        }

        // The foot of every page names the model.
        Assert.All(pages, page => Assert.Contains(result.Provenance.ModelId, page, StringComparison.Ordinal));
    }

    private static IEnumerable<LocalizedText> Titles(Model model) =>
    [
        model.Title, model.Question!,
        .. model.Factors.Select(factor => factor.Title), .. model.Scenarios.Select(kind => kind.Title), .. model.Events.Select(one => one.Title),
        .. model.Measures.SelectMany(measure => measure.Preconditions.Select(one => one.Title).Append(measure.Title)), .. model.Severities.Select(one => one.Title),
    ];

    /// <summary>The text of each page.</summary>
    private static List<string> Print(string html)
    {
        var (chromium, reader) = (Find("chromium", "chromium-browser", "google-chrome"), Find("pdftotext"));
        if (chromium is null || reader is null)
        {
            Assert.Skip("Chromium or pdftotext is not installed.");
        }

        var folder = Directory.CreateTempSubdirectory("detente-print-");
        try
        {
            var (page, pdf, text) = (Path.Combine(folder.FullName, "brief.html"), Path.Combine(folder.FullName, "brief.pdf"), Path.Combine(folder.FullName, "brief.txt"));
            File.WriteAllText(page, html);
            Run(chromium,
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--user-data-dir=" + Path.Combine(folder.FullName, "profile"), "--no-pdf-header-footer", "--print-to-pdf=" + pdf, new Uri(page).AbsoluteUri);
            // In the order of the document, so that cells beside one another do not mix.
            Run(reader, "-raw", pdf, text);
            return [.. File.ReadAllText(text).TrimEnd('\f').Split('\f')];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}: {errors}"));
    }

    private static string? Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    // Lines of a column or a chart may break a title anywhere at a blank or a hyphen.
    private static string Flat(string text) => Breaks.Replace(text, "");

    [GeneratedRegex(@"[\s\u00ad-]+", RegexOptions.None, 1000)]
    private static partial Regex Breaks { get; }
}
