namespace Detente.Language.Text;

/// <summary>Finds for every character of a scalar's value the characters of the file that stand for it.</summary>
/// <remarks>
/// Follows YAML 1.2, sections 7.3 (flow scalars: quotes, escapes, folding) and 8.1 (block scalars: indentation). Whatever the file
/// holds, each character gets a place inside the scalar and places never go backwards.
/// </remarks>
internal static class ScalarPlaces
{
    /// <summary>Starts (one more than the value has characters) and ends, as offsets in the file.</summary>
    public static (int[] Starts, int[] Ends) Of(string raw, LocatedText scalar, ScalarForm form)
    {
        var end = Math.Min(scalar.End, raw.Length);
        return form == ScalarForm.Block ? Block(raw, scalar.Text, scalar.Start, end) : Flow(raw, scalar.Text, (scalar.Start, end), form);
    }

    private static (int[] Starts, int[] Ends) Flow(string raw, string text, (int Start, int End) span, ScalarForm form)
    {
        var (starts, ends) = (new int[text.Length + 1], new int[text.Length]);
        var r = form == ScalarForm.Plain ? span.Start : span.Start + 1;
        var d = 0;
        while (d < text.Length && r < span.End)
        {
            if (form == ScalarForm.DoubleQuoted && raw[r] == '\\' && r + 1 < span.End && IsBreak(raw[r + 1]))
            {
                var (after, breaks) = Fold(raw, r + 1, span.End);
                Give(breaks - 1, after);
            }
            else if (Fold(raw, r, span.End) is { Breaks: > 0 } fold)
            {
                Give(fold.Breaks == 1 ? 1 : fold.Breaks - 1, fold.After);
            }
            else if (form == ScalarForm.DoubleQuoted && raw[r] == '\\' && r + 1 < span.End)
            {
                var digits = raw[r + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
                Give(digits == 8 && char.IsHighSurrogate(text[d]) ? 2 : 1, Math.Min(r + 2 + digits, span.End));
            }
            else if (form == ScalarForm.SingleQuoted && raw[r] == '\'')
            {
                Give(1, Math.Min(r + 2, span.End));
            }
            else
            {
                Give(1, r + 1);
            }
        }

        return Close(starts, ends, d, r);

        void Give(int characters, int after)
        {
            for (var i = 0; i < characters && d < text.Length; i++, d++)
            {
                (starts[d], ends[d]) = (r, after);
            }

            r = after;
        }
    }

    private static (int[] Starts, int[] Ends) Block(string raw, string text, int start, int end)
    {
        var (starts, ends) = (new int[text.Length + 1], new int[text.Length]);
        var r = start;
        while (r < end && !IsBreak(raw[r]))
        {
            r++; // the header: | or > with its indicators and comment
        }

        r = AfterBreak(raw, r, end);
        var d = 0;
        for (; d < text.Length; d++)
        {
            var next = r;
            while (next < end && raw[next] != text[d] && !(text[d] is ' ' or '\n' && IsBreak(raw[next])))
            {
                next++;
            }

            if (next >= end)
            {
                break;
            }

            r = IsBreak(raw[next]) ? AfterBreak(raw, next, end) : next + 1;
            (starts[d], ends[d]) = (next, r);
        }

        return Close(starts, ends, d, r);
    }

    private static (int[] Starts, int[] Ends) Close(int[] starts, int[] ends, int from, int place)
    {
        Array.Fill(starts, place, from, starts.Length - from);
        Array.Fill(ends, place, from, ends.Length - from);
        return (starts, ends);
    }

    /// <summary>How many line breaks begin at a place, blanks around them included, and where they are over.</summary>
    private static (int After, int Breaks) Fold(string raw, int at, int end)
    {
        var (breaks, after) = (0, at);
        for (var r = at; r < end && (raw[r] is ' ' or '\t' || IsBreak(raw[r])); r = after)
        {
            if (IsBreak(raw[r]))
            {
                breaks++;
                after = AfterBreak(raw, r, end);
            }
            else
            {
                after = r + 1;
            }
        }

        return (after, breaks);
    }

    private static int AfterBreak(string raw, int at, int end) =>
        at >= end ? end : raw[at] == '\r' && at + 1 < end && raw[at + 1] == '\n' ? at + 2 : at + 1;

    private static bool IsBreak(char c) => c is '\n' or '\r';
}
