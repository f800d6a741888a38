using Detente.Models;

namespace Detente.Language.Text;

/// <summary>The value of one scalar, every character of which knows where it stands in the file.</summary>
internal sealed class LocatedText
{
    private readonly SourceText _source;
    private readonly ScalarForm _form;
    private (int[] Starts, int[] Ends)? _places;

    public LocatedText(SourceText source, string text, int start, int end, ScalarForm form)
    {
        _source = source;
        _form = form;
        Text = text;
        Start = start;
        End = end;
    }

    /// <summary>The value: unquoted, unescaped, unfolded.</summary>
    public string Text { get; }

    /// <summary>Offset in the file at which the scalar begins, quotes included.</summary>
    public int Start { get; }

    /// <summary>Offset in the file after its last character, quotes included.</summary>
    public int End { get; }

    /// <summary>Whether it stands without quotes on one or several lines.</summary>
    public bool IsPlain => _form == ScalarForm.Plain;

    /// <summary>The whole scalar as it stands in the file.</summary>
    public TextSpan Span => _source.Span(Start, End);

    /// <summary>A text that stands in no file, as a whole: for texts given on a command line and in tests.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What messages call it.</param>
    public static LocatedText Of(string text, string file = "text") =>
        new(new SourceText(file, text), text, 0, text.Length, ScalarForm.Plain);

    /// <summary>Where a part of the value stands in the file; an empty part lies before its first character.</summary>
    /// <param name="start">Offset in <see cref="Text"/>.</param>
    /// <param name="length">Characters of <see cref="Text"/>.</param>
    public TextSpan At(int start, int length)
    {
        var (starts, ends) = _places ??= ScalarPlaces.Of(_source.Text, this, _form);
        start = Math.Clamp(start, 0, Text.Length);
        length = Math.Clamp(length, 0, Text.Length - start);
        var from = starts[start];
        return _source.Span(from, length == 0 ? from : Math.Max(from, ends[start + length - 1]));
    }

    /// <summary>A part of the value as a located text of its own.</summary>
    /// <param name="start">Offset in <see cref="Text"/>.</param>
    /// <param name="length">Characters of <see cref="Text"/>.</param>
    public LocatedText Part(int start, int length)
    {
        var (starts, ends) = _places ??= ScalarPlaces.Of(_source.Text, this, _form);
        var from = starts[start];
        return new LocatedText(_source, Text.Substring(start, length), from, length == 0 ? from : ends[start + length - 1], ScalarForm.Plain);
    }
}
