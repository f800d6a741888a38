using Detente.Language.Exchange;

namespace Detente.Tests.Language.Exchange;

/// <summary>Small matrices with names and texts of every kind, from a seed; in Windows-1252 their titles are never UTF-8.</summary>
internal static class RandomMatrix
{
    private static readonly string[] Pieces = ["a", "B", "#", "\"", "&", "-", " ", ",", ";", "ä", "ß", "€", "–", "%", "1", "0-0", "->", ".", "'", "`", "\\", "\t", ":", "{", "x"];

    private static readonly string[] Lines = ["\n", "\n#", "\"\n# 1\n\"", "\n\"\"\n", "\n# a -> b\n\"\"\n#\n#"];

    public static CrossImpactMatrix Of(int seed, bool withTexts = true, bool isWhole = true)
    {
        var random = new Random(seed);
        var factors = Enumerable.Range(0, random.Next(1, 6)).Select(_ => new MatrixFactor(
            Name(random, withTexts),
            withTexts ? Name(random, mayBeEmpty: true).Trim() : "",
            [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => State(random, withTexts))],
            withTexts ? Text(random) : "")).ToArray();
        var size = factors.Sum(factor => factor.States.Length);
        var matrix = new CrossImpactMatrix("ä " + Name(random, mayBeEmpty: false), [.. factors], new int[size * size])
        {
            ProjectText = withTexts ? Text(random) : "",
            Texts = (from pair in Enumerable.Range(0, factors.Length * factors.Length)
                     let text = withTexts ? Text(random) : ""
                     where text.Length > 0
                     select (Key: Math.DivRem(pair, factors.Length), text)).ToDictionary(entry => (entry.Key.Quotient, entry.Key.Remainder), entry => entry.text),
        };
        for (var from = 0; from < factors.Length; from++)
        {
            for (var to = 0; to < factors.Length; to++)
            {
                Fill(matrix, (from, to), random, isWhole);
            }
        }

        return matrix;
    }

    private static void Fill(CrossImpactMatrix matrix, (int From, int To) pair, Random random, bool isWhole)
    {
        if (random.Next(3) == 0)
        {
            return;
        }

        for (var row = 0; row < matrix.Factors[pair.From].States.Length; row++)
        {
            for (var column = 0; column < matrix.Factors[pair.To].States.Length; column++)
            {
                var place = ((matrix.First[pair.From] + row) * matrix.StateCount) + matrix.First[pair.To] + column;
                matrix.Hundredths[place] = isWhole ? 100 * random.Next(-12, 13) : random.Next(-10_000, 10_001);
            }
        }
    }

    private static MatrixState State(Random random, bool withTexts) => withTexts
        ? new MatrixState(Name(random, mayBeEmpty: true), Name(random, mayBeEmpty: true).Trim(), random.Next(2) == 0 ? "FFFFFF" : random.Next(0x1000000).ToString("X6", System.Globalization.CultureInfo.InvariantCulture))
        : new MatrixState(Name(random, mayBeEmpty: false));

    private static string Name(Random random, bool mayBeEmpty)
    {
        var name = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        return mayBeEmpty || name.Trim().Length > 0 ? name : "n" + random.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Text(Random random) => random.Next(2) == 0
        ? ""
        : string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(3) == 0 ? Lines[random.Next(Lines.Length)] : Pieces[random.Next(Pieces.Length)]));
}
