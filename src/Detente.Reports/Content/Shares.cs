using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Content;

/// <summary>Words for shares of model runs: in plausibility mode always "31 of 100 model runs", never a percentage.</summary>
internal sealed class Shares(Voice voice)
{
    /// <summary>"in 31 of 100 model runs", to follow a verb.</summary>
    public string In(Figure figure) => In(figure.Mean, figure.StandardError);

    /// <inheritdoc cref="In(Figure)"/>
    public string In(double share, double standardError) => Counted(share, Rounding.ShareDecimals(share, standardError), (ShareWords.InRuns, ShareWords.InNone, ShareWords.InAll));

    /// <summary>"31 of 100" of something that the sentence names.</summary>
    public string Of(double share, double standardError) => Counted(share, Rounding.ShareDecimals(share, standardError), (ShareWords.Bare, ShareWords.BareNone, ShareWords.BareAll));

    /// <summary>The same on the scale of another share, and whether it is a number there: neither none nor less than one.</summary>
    public (string Text, bool IsCounted) OfLike(double share, Figure other)
    {
        var decimals = Rounding.ShareDecimals(other.Mean, other.StandardError);
        return (Counted(share, decimals, (ShareWords.Bare, ShareWords.BareNone, ShareWords.BareAll)), Rounding.Round(share, decimals) > 0);
    }

    /// <summary>The judgement spread in brackets with a blank before it, or nothing when none was computed.</summary>
    public string Spread(Figure figure)
    {
        if (figure.Lower is not { } lower || figure.Upper is not { } upper)
        {
            return "";
        }

        if (figure.Spread.Kind == SpreadKind.NoneFound)
        {
            return voice.Word(ShareWords.NoSpread);
        }

        var decimals = Rounding.ShareDecimals(figure.Mean, figure.StandardError);
        var template = figure.Spread.Kind == SpreadKind.MorePathsNeeded ? ShareWords.LooseSpread : ShareWords.Spread;
        return voice.Say(template, Scaled(lower, decimals), Scaled(upper, decimals)).Plain;
    }

    /// <summary>A share for a cell: 0.31.</summary>
    public string Cell(double share, double standardError)
    {
        var decimals = Rounding.ShareDecimals(share, standardError);
        return share > 0 && Rounding.Round(share, decimals) == 0
            ? "< " + voice.Fixed(Math.Pow(10, -decimals), decimals)
            : voice.Fixed(Rounding.Round(share, decimals), decimals);
    }

    /// <summary>A share with its error and band for a cell.</summary>
    public string Cell(Figure figure)
    {
        var cell = Cell(figure.Mean, figure.StandardError);
        if (figure is { Lower: { } lower, Upper: { } upper } && figure.Spread.Kind != SpreadKind.NoneFound)
        {
            var decimals = Rounding.ShareDecimals(figure.Mean, figure.StandardError);
            var (low, high) = (voice.Fixed(lower, decimals), voice.Fixed(upper, decimals));
            // A band narrower than the digits shown would only repeat them.
            cell += low == high ? "" : $" ({low}\u2013{high}{(figure.Spread.Kind == SpreadKind.MorePathsNeeded ? "*" : "")})";
        }

        return cell;
    }

    /// <summary>A difference in runs of 100 with its error: "+6 ± 1".</summary>
    public string Difference(Figure difference)
    {
        var decimals = Rounding.Decimals(100 * difference.StandardError, 1);
        var value = voice.Signed(Rounding.Round(100 * difference.Mean, decimals), decimals);
        return difference.StandardError > 0 ? $"{value}\u00a0±\u00a0{AtLeastOneDigit(100 * difference.StandardError, decimals)}" : value;
    }

    /// <summary>"in 19 instead of 61 of 100 model runs", to follow a verb: what a share becomes by a difference.</summary>
    public string Instead(Figure before, Figure difference)
    {
        var after = Math.Clamp(before.Mean + difference.Mean, 0, 1);
        // The larger of both decides on the scale; what it hides of the smaller is told as less than one.
        var decimals = Math.Min(Rounding.ShareDecimals(before.Mean, before.StandardError), Rounding.ShareDecimals(after, difference.StandardError));
        string Side(double share) => (share, Rounding.Round(share, decimals)) switch
        {
            ( > 0, 0) => voice.Say(ShareWords.FewerThan, Scaled(Math.Pow(10, -decimals), decimals)).Plain,
            ( < 1, 1) => voice.Say(ShareWords.MoreThan, Scaled(1 - Math.Pow(10, -decimals), decimals)).Plain,
            _ => Scaled(share, decimals),
        };
        return voice.IsForecast
            ? voice.Say(ShareWords.InPerCentInstead, Side(after), Side(before.Mean)).Plain
            : voice.Say(ShareWords.InRunsInstead, Side(after), Side(before.Mean), voice.Whole((long)Math.Pow(10, decimals))).Plain;
    }

    /// <summary>The error of a difference in runs of 100: "± 0.2".</summary>
    public string ErrorOf(Figure difference) =>
        "±\u00a0" + AtLeastOneDigit(100 * difference.StandardError, Rounding.Decimals(100 * difference.StandardError, 1));

    /// <summary>A measured figure with its error, in its own unit: "0.31 ± 0.01".</summary>
    public string Measured(double value, double standardError, bool isSigned)
    {
        if (value == 0 && standardError == 0)
        {
            return "0";
        }

        var decimals = Rounding.Decimals(standardError, standardError > 0 ? 4 : 3);
        var rounded = Rounding.Round(value, decimals);
        var text = isSigned ? voice.Signed(rounded, decimals) : voice.Fixed(rounded, decimals);
        return standardError > 0 ? $"{text}\u00a0±\u00a0{AtLeastOneDigit(standardError, decimals)}" : text;
    }

    /// <summary>A mean number of things with the digits its error allows.</summary>
    public string Count(Figure figure) => voice.Fixed(figure.Mean, Rounding.Decimals(figure.StandardError, figure.Mean is > 0 and < 0.1 ? 3 : 2));

    /// <summary>A figure without a stated error, to one significant digit below one and one decimal above.</summary>
    public string Coarse(double value)
    {
        var size = Math.Abs(value);
        return size is 0 or >= 1 ? voice.Fixed(value, size == 0 ? 0 : 1) : voice.Fixed(value, Math.Clamp((int)Math.Ceiling(-Math.Log10(size)), 1, 4));
    }

    private string AtLeastOneDigit(double error, int decimals) => Rounding.Round(error, decimals) > 0
        ? voice.Fixed(Rounding.Round(error, decimals), decimals)
        : "< " + voice.Fixed(Math.Pow(10, -decimals), decimals);

    private string Counted(double share, int decimals, (Models.LocalizedText Some, Models.LocalizedText None, Models.LocalizedText All) words)
    {
        if (share is 0 or 1)
        {
            return voice.Word(share == 0 ? words.None : words.All);
        }

        var rounded = Rounding.Round(share, decimals);
        var (edge, value) = rounded switch
        {
            0 => (ShareWords.FewerThan, Math.Pow(10, -decimals)),
            1 => (ShareWords.MoreThan, 1 - Math.Pow(10, -decimals)),
            _ => (ShareWords.Exactly, rounded),
        };
        if (voice.IsForecast)
        {
            var per = voice.Say(edge, voice.Fixed(100 * value, Math.Max(0, decimals - 2)) + "\u00a0%");
            return voice.Say(words.Some == ShareWords.InRuns ? ShareWords.InPerCent : ShareWords.Exactly, per).Plain;
        }

        return voice.Say(words.Some, voice.Say(edge, Scaled(value, decimals)), voice.Whole((long)Math.Pow(10, decimals))).Plain;
    }

    private string Scaled(double share, int decimals) => voice.IsForecast
        ? voice.Fixed(100 * share, Math.Max(0, decimals - 2))
        : voice.Fixed(Rounding.Round(share, decimals) * Math.Pow(10, decimals), 0);
}
