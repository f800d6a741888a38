using System.Collections.Frozen;
using System.Text;

namespace Detente.Language.Text;

/// <summary>
/// Normalization form C for letters with the marks U+0300 to U+036F, which are those of the Latin, Greek and Cyrillic alphabets:
/// letters typed with separate marks become the letters of one character. Everything else stays as it is.
/// </summary>
/// <remarks>
/// The library runs without the system's culture data, and then <see cref="string.Normalize()"/> does nothing.
/// Source: Unicode Standard Annex 15, Unicode Normalization Forms.
/// </remarks>
internal static class LetterForm
{
    private const char FirstMark = '\u0300';

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Triples(LetterTables.Composed)
        .ToFrozenDictionary(triple => (triple.First, triple.Second), triple => triple.Third);

    private static readonly FrozenDictionary<char, (char First, char Second)> Decomposed = Triples(LetterTables.Composed)
        .Select(triple => (triple.Third, (triple.First, triple.Second)))
        .Concat(Triples(LetterTables.Replaced).Select(triple => (triple.First, (triple.Second, triple.Third))))
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2);

    private static readonly FrozenSet<char> Replaced = Triples(LetterTables.Replaced).Select(triple => triple.First).ToFrozenSet();

    /// <summary>The text in normalization form C; the same text when it is so already.</summary>
    public static string Normalized(string text)
    {
        if (!text.Any(c => Class(c) != 0 || Replaced.Contains(c)))
        {
            return text;
        }

        var letters = new List<char>(text.Length);
        foreach (var c in text)
        {
            Decompose(c, letters);
        }

        Order(letters);
        return Compose(letters);
    }

    /// <summary>The letter without its marks: <c>e</c> for <c>é</c>; itself when it has none.</summary>
    public static char Bare(char c)
    {
        while (Decomposed.TryGetValue(c, out var parts))
        {
            c = parts.First;
        }

        return c;
    }

    private static void Decompose(char c, List<char> letters)
    {
        if (!Decomposed.TryGetValue(c, out var parts))
        {
            letters.Add(c);
            return;
        }

        Decompose(parts.First, letters);
        if (parts.Second != '\0')
        {
            Decompose(parts.Second, letters);
        }
    }

    /// <summary>Marks of one letter in ascending class; those of one class keep their order.</summary>
    private static void Order(List<char> letters)
    {
        for (var start = 0; start < letters.Count; start++)
        {
            var end = start;
            while (end < letters.Count && Class(letters[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var ordered = letters[start..end].OrderBy(Class).ToList(); // OrderBy is stable
                for (var i = start; i < end; i++)
                {
                    letters[i] = ordered[i - start];
                }
            }

            start = end;
        }
    }

    private static string Compose(List<char> letters)
    {
        var text = new StringBuilder(letters.Count);
        var (starter, last) = (-1, 0);
        foreach (var c in letters)
        {
            var own = Class(c);
            var isFree = starter == text.Length - 1 || last < own;
            if (own != 0 && starter >= 0 && isFree && Composed.TryGetValue((text[starter], c), out var whole))
            {
                text[starter] = whole;
                continue;
            }

            (starter, last) = own == 0 ? (text.Length, 0) : (starter, own);
            text.Append(c);
        }

        return text.ToString();
    }

    private static int Class(char c) => c - FirstMark is >= 0 and var place && place < LetterTables.Classes.Length ? LetterTables.Classes[place] : 0;

    private static IEnumerable<(char First, char Second, char Third)> Triples(string table) =>
        Enumerable.Range(0, table.Length / 3).Select(i => (table[3 * i], table[(3 * i) + 1], table[(3 * i) + 2]));
}
