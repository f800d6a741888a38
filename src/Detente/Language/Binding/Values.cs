using System.Globalization;
using System.Text.RegularExpressions;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Syntax to values. After a mistake, which is reported here, the answer is a harmless stand-in or null.</summary>
internal sealed partial class Values(DiagnosticBag bag)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public DiagnosticBag Bag { get; } = bag;

    /// <summary>The scalar, or null with a message when something else stands there, or nothing.</summary>
    public ScalarNode? Scalar(SyntaxNode node, LocalizedText expected)
    {
        if (node is ScalarNode { IsAbsent: false } scalar)
        {
            return scalar;
        }

        if (node is ScalarNode)
        {
            Bag.Add("DT2024", node.Span, new LocalizedText($"Nothing stands here; {expected.En} is expected.", $"Hier steht nichts; erwartet wird {expected.De}."));
        }
        else
        {
            WrongShape(node, expected);
        }

        return null;
    }

    public void WrongShape(SyntaxNode node, LocalizedText expected)
    {
        var found = node switch { MapNode => new LocalizedText("a map", "eine Map"), ListNode => new("a list", "eine Liste"), _ => new("a single value", "ein einzelner Wert") };
        Bag.Add("DT2003", node.Span, new LocalizedText($"{Capital(expected.En)} is expected here, not {found.En}.", $"Hier wird {expected.De} erwartet, nicht {found.De}."));
    }

    /// <summary>The items of a list; a single value counts as a list of one where <paramref name="orOne"/> says so.</summary>
    public IReadOnlyList<SyntaxNode> Items(SyntaxNode node, bool orOne = false)
    {
        switch (node)
        {
            case ListNode when Bag.IsFull:
                return [];
            case ListNode list:
                return list.Items;
            case ScalarNode { IsAbsent: true }:
                return [];
            default:
                if (orOne)
                {
                    return [node];
                }

                WrongShape(node, Nouns.List);
                return [];
        }
    }

    /// <summary>A text in both languages: a plain string, or <c>{en: ..., de: ...}</c>.</summary>
    public LocalizedText Localized(SyntaxNode node)
    {
        if (node is not MapNode map)
        {
            return LocalizedText.Same(Scalar(node, Nouns.Text)?.Text ?? "");
        }

        var fields = new Fields(this, map, map.Span);
        var (en, de) = (fields.Plain("en"), fields.Plain("de"));
        fields.Finish();
        if (map.Entries.IsEmpty)
        {
            Bag.Add("DT2024", map.Span, new LocalizedText("The text is empty.", "Der Text ist leer."));
        }
        else if ((en is null) != (de is null))
        {
            var missing = en is null ? new LocalizedText("English", "englische") : new LocalizedText("German", "deutsche");
            Bag.Add("DT2014", map.Span, new LocalizedText(
                $"The {missing.En} wording is missing; the other one stands in for it.",
                $"Die {missing.De} Fassung fehlt; die andere tritt an ihre Stelle."));
        }

        return new LocalizedText(en ?? de ?? "", de ?? en ?? "");
    }

    public double? Number(SyntaxNode node, Bounds bounds)
    {
        if (Scalar(node, Nouns.Number) is not { } scalar)
        {
            return null;
        }

        if (!NumberForm.IsMatch(scalar.Text) || !double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) > 1e300)
        {
            var comma = CommaForm.IsMatch(scalar.Text);
            Bag.Add("DT2009", scalar.Span, new LocalizedText(
                $"`{Short(scalar.Text)}` is not a number{(comma ? "; decimals are set off by a point" : "")}.",
                $"`{Short(scalar.Text)}` ist keine Zahl{(comma ? "; Dezimalstellen stehen hinter einem Punkt" : "")}."));
            return null;
        }

        if (!bounds.Hold(value))
        {
            Bag.Add("DT2022", scalar.Span, new LocalizedText(
                $"{scalar.Text} is out of bounds: {Written(bounds.Least)} to {Written(bounds.Most)} is allowed.",
                $"{scalar.Text.Replace('.', ',')} liegt außerhalb der Grenzen: erlaubt ist {Written(bounds.Least).Replace('.', ',')} bis {Written(bounds.Most).Replace('.', ',')}."));
            return null;
        }

        return value;
    }

    public int? Whole(SyntaxNode node, int least, int most)
    {
        if (Scalar(node, Nouns.Number) is not { } scalar)
        {
            return null;
        }

        if (!int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            Bag.Add("DT2010", scalar.Span, new LocalizedText($"`{Short(scalar.Text)}` is not a whole number.", $"`{Short(scalar.Text)}` ist keine ganze Zahl."));
            return null;
        }

        return Number(node, new Bounds(least, most)) is null ? null : value;
    }

    public DateOnly? Date(SyntaxNode node, bool orMonth = false)
    {
        if (Scalar(node, new LocalizedText("a date", "ein Datum")) is not { } scalar)
        {
            return null;
        }

        var text = orMonth && scalar.Text.Length == 7 ? scalar.Text + "-01" : scalar.Text;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year < FirstYear || date.Year > LastYear)
        {
            Bag.Add("DT2011", scalar.Span, new LocalizedText(
                $"`{Short(scalar.Text)}` is not a date between 1900 and 2200; it is written like `2016-07-08`{(orMonth ? " or `2016-07`" : "")}.",
                $"`{Short(scalar.Text)}` ist kein Datum zwischen 1900 und 2200; geschrieben wird es wie `2016-07-08`{(orMonth ? " oder `2016-07`" : "")}."));
            return null;
        }

        return date;
    }

    public Period? Period(SyntaxNode node)
    {
        if (Scalar(node, new LocalizedText("a period", "ein Zeitraum")) is not { } scalar)
        {
            return null;
        }

        var match = PeriodForm.Match(scalar.Text);
        if (match.Success && double.TryParse(match.Groups["count"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var count))
        {
            var unit = match.Groups["unit"].Value switch
            {
                "day" => TimeUnit.Day,
                "week" => TimeUnit.Week,
                "month" => TimeUnit.Month,
                "quarter" => TimeUnit.Quarter,
                _ => TimeUnit.Year,
            };
            var period = new Period(count, unit);
            if (period.Years <= 1000)
            {
                return period;
            }
        }

        Bag.Add("DT2012", scalar.Span, new LocalizedText(
            $"`{Short(scalar.Text)}` is not a period of at most 1000 years; it is written like `24 months` (days, weeks, months, quarters, years).",
            $"`{Short(scalar.Text)}` ist kein Zeitraum von höchstens 1000 Jahren; geschrieben wird er wie `24 months` (days, weeks, months, quarters, years)."));
        return null;
    }

    public bool? Flag(SyntaxNode node) => Choice(node, ("true", true), ("false", false));

    /// <summary>One of a few words.</summary>
    public T? Choice<T>(SyntaxNode node, params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct
    {
        if (Scalar(node, Nouns.Word) is not { } scalar)
        {
            return null;
        }

        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            if (word == scalar.Text)
            {
                return value;
            }

            words.Add(word);
        }

        var all = string.Join(", ", words.Select(word => $"`{word}`"));
        Bag.Add(
            "DT2013",
            scalar.Span,
            new LocalizedText($"`{Short(scalar.Text)}` is not among the choices: {all}.", $"`{Short(scalar.Text)}` steht nicht zur Wahl: {all}."),
            Suggestion.For(scalar.Text, words));
        return null;
    }

    /// <summary>A number with an optional range: <c>2</c>, or <c>{value: 2, range: [1, 3]}</c>, or with the range beside it.</summary>
    public Estimate Estimate(SyntaxNode node, Bounds bounds, SyntaxNode? rangeBeside = null)
    {
        var (valueNode, rangeNode) = (node, rangeBeside);
        if (node is MapNode map)
        {
            var fields = new Fields(this, map, map.Span);
            (valueNode, rangeNode) = (fields.Need("value"), fields.Take("range") ?? rangeBeside);
            fields.Finish();
        }

        if (valueNode is null || Number(valueNode, bounds) is not { } value)
        {
            return default;
        }

        return rangeNode is not null && Range(rangeNode, item => Number(item, bounds)) is var (low, high) && IsInRange(value, (low, high), valueNode, rangeNode)
            ? new Estimate(value, low, high)
            : Models.Estimate.Point(value);
    }

    /// <summary>An estimate in points: rounded to hundredths, with a warning when that changes a number.</summary>
    public Estimate Points(SyntaxNode node, SyntaxNode? rangeBeside = null)
    {
        var written = Estimate(node, Bounds.Points, rangeBeside);
        var rounded = new Estimate(Hundredths(written.Value), Hundredths(written.Low), Hundredths(written.High));
        if (rounded != written)
        {
            Bag.Add("DT2026", node.Span, new LocalizedText("Points are rounded to hundredths.", "Punkte werden auf Hundertstel gerundet."));
        }

        return rounded;
    }

    /// <summary>A period with an optional range, or <c>never</c>, which is null.</summary>
    public PeriodEstimate? PeriodOrNever(SyntaxNode node)
    {
        if (node is not MapNode map)
        {
            return PeriodOrNever(node, null);
        }

        var fields = new Fields(this, map, map.Span);
        var period = PeriodOrNever(fields);
        fields.Finish();
        return period;
    }

    /// <summary>A period under <c>value</c> with an optional range beside it, or <c>never</c>, which is null.</summary>
    public PeriodEstimate? PeriodOrNever(Fields fields)
    {
        var value = fields.Need("value");
        if (value is ScalarNode { Text: "never" })
        {
            fields.Refuse("range", new LocalizedText("never has no range.", "`never` hat keine Spanne."));
        }

        return PeriodOrNever(value, fields.Take("range"));
    }

    private PeriodEstimate? PeriodOrNever(SyntaxNode? valueNode, SyntaxNode? rangeNode)
    {
        if (valueNode is ScalarNode { Text: "never" })
        {
            return null;
        }

        if (valueNode is null || Period(valueNode) is not { } value)
        {
            return default(PeriodEstimate);
        }

        return rangeNode is not null && Range(rangeNode, Period) is var (low, high) && IsInRange(value.Days, (low.Days, high.Days), valueNode, rangeNode)
            ? new PeriodEstimate(value, low, high)
            : PeriodEstimate.Point(value);
    }

    private (T Low, T High)? Range<T>(SyntaxNode node, Func<SyntaxNode, T?> read)
        where T : struct
    {
        if (node is not ListNode { Items: [var first, var second] })
        {
            Bag.Add("DT2019", node.Span, new LocalizedText("A range is a list of two, such as `[1, 3]`.", "Eine Spanne ist eine Liste aus zwei Werten, etwa `[1, 3]`."));
            return null;
        }

        return (read(first), read(second)) is ({ } low, { } high) ? (low, high) : null;
    }

    private bool IsInRange(double value, (double Low, double High) range, SyntaxNode valueNode, SyntaxNode rangeNode)
    {
        if (range.Low > range.High)
        {
            Bag.Add("DT2019", rangeNode.Span, new LocalizedText("The range begins with its larger end.", "Die Spanne beginnt mit ihrem größeren Ende."));
            return false;
        }

        if (value < range.Low || value > range.High)
        {
            Bag.Add(
                "DT3015",
                rangeNode.Span,
                new LocalizedText("The range does not contain the value.", "Die Spanne enthält den Wert nicht."),
                [new RelatedPlace(valueNode.Span, new LocalizedText("This is the value.", "Das ist der Wert."))]);
            return false;
        }

        return true;
    }

    /// <summary>A text cut to what fits a message.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..(char.IsHighSurrogate(text[36]) ? 36 : 37)] + "...";

    /// <summary>Whether the number 0 is written there.</summary>
    public static bool IsZero(SyntaxNode? node) =>
        node is ScalarNode scalar && double.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var value) && value == 0;

    private static double Hundredths(double value) => (double)Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero);

    private static string Written(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberForm { get; }

    [GeneratedRegex(@"^[+-]?\d+,\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CommaForm { get; }

    [GeneratedRegex(@"^(?<count>\d{1,7}(\.\d{1,6})?) (?<unit>day|week|month|quarter|year)s?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PeriodForm { get; }
}
