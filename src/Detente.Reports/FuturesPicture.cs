using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Html;
using Detente.Reports.Sections;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>What a picture of the futures shows.</summary>
public enum FuturesView
{
    /// <summary>Dots, and below them the paths. The default.</summary>
    Overview,

    /// <summary>Each kind as dots, 1 of so many model runs each, at the end and on the way.</summary>
    Dots,

    /// <summary>Some 30 real paths as strips.</summary>
    Paths,

    /// <summary>The share of each kind over time, with its standard error and the spread of the judgements.</summary>
    Bands,

    /// <summary>The shares stacked.</summary>
    Areas,
}

/// <summary>The futures as one SVG that stands alone: white ground, system fonts, no reference to anything outside. Its title is what it shows, in a sentence.</summary>
/// <remarks>The text is well-formed XML with a title and a description for readers who do not see it. The same result and language give the same characters.</remarks>
/// <param name="result">The result; one without kinds gives a picture that says so, one without paths where paths are asked for, too.</param>
/// <param name="language">The language of the reader.</param>
public sealed class FuturesPicture(FuturesResult result, ReaderLanguage language)
{
    private const double Width = 760;
    private const int HashShown = 12;
    private readonly Model model = result.Provenance.Study.Model;
    private readonly Voice voice = new(language, result.Provenance.Study.Model.Mode);

    /// <summary>Dots in all, 20 unless stated.</summary>
    public int Dots { get; init; } = 20;

    /// <summary>Writes the picture.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="writer">Where to; neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">The writer is null.</exception>
    public void Write(FuturesView view, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var charts = new FuturesCharts(result, model, voice);
        var shown = charts.KindsByLastShare.Count == 0 ? [] : Shown(view, charts).ToList();
        var title = shown.Count > 0 ? shown[0].Says.Plain : voice.Word(charts.KindsByLastShare.Count == 0 ? ChartWords.NoKinds : ChartWords.NoPaths);
        new ChartSheet("futures", language, title)
        {
            Width = Width,
            Description = string.Join(' ', shown.Skip(1).Select(one => one.Says.Plain).Append(Origin())),
            Above = [model.Encoded is { Hindsight: true } ? voice.Word(FrameWords.Banner) : "", WhatIf(), voice.Analyst(model.Title, model.Id).Plain + ". " + Origin()],
            // The first sentence is the title; each further chart has its own above it.
            Charts = [.. shown.Select((one, place) => ((place == 0 ? "" : one.Says.Plain + " ") + one.Name.Plain, one.Chart))],
            Below = [shown.Any(one => one.Chart is PathChart) ? charts.PathsKey().Plain : "", voice.Word(ChartWords.ShareMeaning), model.Id + " · " + result.Provenance.ModelHash[..HashShown]],
        }.Write(writer);
    }

    private IEnumerable<(Phrase Says, Phrase Name, Chart Chart)> Shown(FuturesView view, FuturesCharts charts)
    {
        if (view is FuturesView.Overview or FuturesView.Dots)
        {
            yield return (charts.DotsConclusion(), voice.Say(ChartWords.DotsTitle, voice.Whole(Dots)), charts.Dots("dots", Dots));
        }

        if (view is FuturesView.Overview or FuturesView.Paths && !result.SampledPaths.IsEmpty)
        {
            yield return (charts.PathsConclusion(), charts.PathsTitle, charts.Paths("paths"));
        }

        if (view is FuturesView.Bands)
        {
            yield return (charts.BandConclusion(), voice.Word(ChartWords.BandsTitle), charts.Bands("bands", int.MaxValue));
        }

        if (view is FuturesView.Areas)
        {
            yield return (charts.AreasConclusion(), voice.Word(FuturesWords.ChartTitle), charts.Areas("areas"));
        }
    }

    private string WhatIf() => result.Provenance.Study switch
    {
        FuturesStudy { NoMeasures: true } => voice.Word(ChartWords.NoMeasures),
        FuturesStudy { Strategies: { IsEmpty: false } strategies } => voice.Say(
            ChartWords.Hypothetical, Voice.Join(", ", strategies.Select(id => voice.Analyst(model.Strategies[id.Index].Title, model.Strategies[id.Index].Id)))).Plain,
        _ => "",
    };

    private string Origin()
    {
        var options = result.Provenance.Study.Options;
        var (all, seed) = (voice.Whole((System.Numerics.BigInteger)options.Draws * options.Paths), options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return result.IsExact ? voice.Word(ChartWords.ExactShares)
            : options.Draws == 1 ? voice.Say(ChartWords.SampledOnce, all, seed).Plain
            : voice.Say(ChartWords.Sampled, all, voice.Whole(options.Draws), voice.Whole(options.Paths), seed).Plain;
    }
}
