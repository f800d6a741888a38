namespace Detente.Language.Expressions;

/// <summary>Did-you-mean: the nearest of some names to one that does not exist.</summary>
public static class Suggestion
{
    /// <summary>Longer names are not compared; a distance costs the product of both lengths.</summary>
    private const int LongestCompared = 100;

    /// <summary>
    /// The nearest name by Damerau-Levenshtein distance (optimal string alignment: inserted, missing, wrong and swapped letters),
    /// without regard to case, at most a third of the length away; on a tie the first. Null when none is near enough.
    /// </summary>
    /// <param name="written">What was written.</param>
    /// <param name="names">What exists.</param>
    public static string? For(string written, IEnumerable<string> names)
    {
        if (written.Length > LongestCompared)
        {
            return null;
        }

        string? best = null;
        var least = int.MaxValue;
        foreach (var name in names)
        {
            var allowed = Math.Max(written.Length, name.Length) / 3;
            if (name.Length > LongestCompared || Math.Abs(name.Length - written.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(written, name);
            if (distance <= allowed && distance < least)
            {
                (best, least) = (name, distance);
            }
        }

        return best;
    }

    /// <summary>The distance of two names, without regard to case.</summary>
    internal static int Distance(string first, string second)
    {
        var (beforeLast, last, row) = (new int[second.Length + 1], new int[second.Length + 1], new int[second.Length + 1]);
        for (var j = 0; j <= second.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var change = Same(first[i - 1], second[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && Same(first[i - 1], second[j - 2]) && Same(first[i - 2], second[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[second.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
