using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Detente.Models;
using Detente.Reports.Tree;

namespace Detente.Reports.Content;

/// <summary>Speaks one language in one mode: fills wordings, writes dates, numbers and lists.</summary>
internal sealed class Voice(ReaderLanguage language, ModelMode mode)
{
    public ReaderLanguage Language => language;

    public bool IsForecast => mode == ModelMode.Forecast;

    private bool IsGerman => language == ReaderLanguage.German;

    /// <summary>A wording with its places {0}, {1} ... filled.</summary>
    public Phrase Say(LocalizedText wording, params ReadOnlySpan<Phrase> values)
    {
        var template = wording.In(language);
        var parts = ImmutableArray.CreateBuilder<Inline>();
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{' && i + 2 < template.Length && template[i + 2] == '}' && char.IsAsciiDigit(template[i + 1]))
            {
                AppendText(parts, text);
                parts.AddRange(values[template[i + 1] - '0'].Parts);
                i += 2;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        AppendText(parts, text);
        return new Phrase(parts.ToImmutable());
    }

    /// <summary>A wording without places.</summary>
    public string Word(LocalizedText wording) => wording.In(language);

    /// <summary>Words of the model, or its id where it gives none.</summary>
    public Phrase Analyst(LocalizedText? text, string id, bool isStressed = false)
    {
        var words = text?.In(language);
        return new AnalystText(string.IsNullOrWhiteSpace(words) ? id : words, isStressed);
    }

    /// <summary>In the quotation marks of the language.</summary>
    public Phrase Quote(Phrase words) => IsGerman ? "„" + words + "“" : "“" + words + "”";

    /// <summary>A list with "and" before the last.</summary>
    public Phrase List(IEnumerable<Phrase> items)
    {
        var all = items.ToList();
        var list = Phrase.Empty;
        for (var i = 0; i < all.Count; i++)
        {
            list = i == 0 ? all[i] : list + (i < all.Count - 1 ? ", " : Word(CommonWords.And)) + all[i];
        }

        return list;
    }

    /// <summary>The same of titles: one that holds an “and” of its own is told from the next one.</summary>
    public Phrase ListOfTitles(IReadOnlyList<Phrase> titles)
    {
        var and = Word(CommonWords.And);
        return titles.Count < 2 || !titles.Any(title => title.Plain.Contains(and, StringComparison.Ordinal))
            ? List(titles)
            : Join(", ", titles.Take(titles.Count - 1)) + Word(CommonWords.AsWellAs) + titles[^1];
    }

    /// <summary>Phrases joined by a separator.</summary>
    public static Phrase Join(string separator, IEnumerable<Phrase> items) =>
        items.Aggregate(Phrase.Empty, (list, item) => list.IsEmpty ? item : list + separator + item);

    /// <summary>A date such as 1 October 2015.</summary>
    public string Date(DateOnly date) => IsGerman
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Day}.\u00a0{Month(date)}\u00a0{date.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{date.Day}\u00a0{Month(date)}\u00a0{date.Year}");

    /// <summary>A month such as October 2015.</summary>
    public string MonthOf(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{Month(date)}\u00a0{date.Year}");

    /// <summary>A number with so many decimals.</summary>
    public string Fixed(double value, int decimals)
    {
        var text = Math.Abs(value).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format);
        return (value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "\u2212" : "") + text;
    }

    /// <summary>A number as the analyst states it.</summary>
    public string Stated(double value) => (value < 0 ? "\u2212" : "") + Math.Abs(value).ToString("#,0.####", Format);

    /// <summary>A stated number with its sign, as positions are given.</summary>
    public string StatedSigned(double value) => value > 0 ? "+" + Stated(value) : Stated(value);

    /// <summary>A number with its sign, as points are given.</summary>
    public string Signed(double value, int decimals)
    {
        var text = Fixed(value, decimals);
        return value > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;
    }

    /// <summary>A number without any marks, as in a year or an id.</summary>
    public static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number with its thousands set apart.</summary>
    public string Whole(System.Numerics.BigInteger value) => value.ToString("N0", Format);

    /// <summary>A whole number in running text: in words from two to twelve.</summary>
    public string Spelled(System.Numerics.BigInteger value) =>
        value >= 2 && value <= 12 ? Word(CommonWords.SmallNumbers).Split('|')[(int)value] : Whole(value);

    /// <summary>A number at the beginning of a sentence.</summary>
    public string SpelledFirst(System.Numerics.BigInteger value)
    {
        var word = Spelled(value);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    /// <summary>An estimate with its range.</summary>
    public string Range(Estimate value) => value.IsUncertain
        ? string.Create(CultureInfo.InvariantCulture, $"{Stated(value.Value)} ({Stated(value.Low)}{Word(CommonWords.To)}{Stated(value.High)})")
        : Stated(value.Value);

    /// <summary>A length of time such as 24 months.</summary>
    public string Length(Period period)
    {
        var names = period.Unit switch
        {
            TimeUnit.Day => CommonWords.Days,
            TimeUnit.Week => CommonWords.Weeks,
            TimeUnit.Month => CommonWords.Months,
            TimeUnit.Quarter => CommonWords.Quarters,
            _ => CommonWords.Years,
        };
        var forms = Word(names).Split('|');
        return Stated(period.Count) + "\u00a0" + (period.Count == 1 ? forms[0] : forms[1]);
    }

    /// <summary>A length of time after a preposition with the dative: "nach 6 Monaten".</summary>
    public string LengthDative(Period period)
    {
        var length = Length(period);
        return IsGerman && period.Count != 1 && length[^1] is 'e' ? length + "n" : length;
    }

    private NumberFormatInfo Format => IsGerman ? German : English;

    private static NumberFormatInfo English { get; } = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = "," };

    private static NumberFormatInfo German { get; } = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private string Month(DateOnly date) => Word(CommonWords.MonthNames).Split('|')[date.Month - 1];

    private static void AppendText(ImmutableArray<Inline>.Builder parts, StringBuilder text)
    {
        if (text.Length > 0)
        {
            parts.Add(new OwnText(text.ToString()));
            text.Clear();
        }
    }
}
