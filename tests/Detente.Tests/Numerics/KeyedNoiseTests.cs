using System.Numerics;
using System.Text;
using Detente.Numerics;

namespace Detente.Tests.Numerics;

/// <summary>The keyed numbers against published vectors and against what random numbers must look like.</summary>
public sealed class KeyedNoiseTests
{
    // Published: the first outputs of SplitMix64 from the state 1234567 (rosettacode.org, "Pseudo-random numbers/Splitmix64").
    [Fact]
    public void The_mix_is_that_of_SplitMix64()
    {
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        var state = 1234567UL;
        foreach (var expected in published)
        {
            state += 0x9E3779B97F4A7C15;
            Assert.Equal(expected, KeyedNoise.Mix64(state));
        }
    }

    // Published: test vectors of FNV-1a (draft-eastlake-fnv).
    [Theory]
    [InlineData("", 0xCBF29CE484222325)]
    [InlineData("a", 0xAF63DC4C8601EC8C)]
    [InlineData("foobar", 0x85944171F73967E8)]
    public void The_hash_is_FNV_1a(string text, ulong expected) => Assert.Equal(expected, KeyedNoise.Fnv1A(Encoding.UTF8.GetBytes(text)));

    // Derived apart from this code with eng/noise-vectors.py from the formulas of docs/methods/sampling-contract.md.
    [Theory]
    [MemberData(nameof(Pinned))]
    public void The_number_of_a_key_is_pinned(ulong seed, ulong noise, ulong path, int step, string purpose, ulong expected) => Assert.Equal(
        expected,
        KeyedNoise.Number(KeyedNoise.Key(seed, noise, path), KeyedNoise.StepKey(KeyedNoise.Purpose(purpose), step)));

    public static TheoryData<ulong, ulong, ulong, int, string, ulong> Pinned() => new()
    {
        { 1, 1, 0, 0, "factors/trust:direction", 9120911790583505304 },
        { 1, 1, 1, 0, "factors/trust:direction", 14790122572382125977 },
        { 1, 2, 0, 0, "factors/trust:direction", 10119373981675845223 },
        { 1, 1, 0, 1, "factors/trust:direction", 1526796104640957125 },
        { 1, 1, 0, 0, "factors/trust:choice", 3338248924166472100 },
        { 2, 1, 0, 0, "events/x:happens", 16541183520002112348 },
        { 18446744073709551615, 50, 199, 119, "events/x:cause/near-miss.loss", 17245045952044777951 },
        { 42, 1, 99999, 39, "measures/größe:agree", 16243862887110916915 },
    };

    // Derived apart from this code with eng/noise-vectors.py, too.
    [Theory]
    [InlineData(1, 1, 0, 0, "factors/trust:direction", 2856341924U)]
    [InlineData(1, 1, 77, 3, "factors/trust:choice", 107645458U)]
    [InlineData(42, 7, 99_999, 119, "measures/größe:agree", 3644514434U)]
    public void The_bytes_of_a_number_are_pinned(ulong seed, ulong noise, ulong path, int step, string purpose, uint expected)
    {
        var (key, stepKey) = (KeyedNoise.PathKey(seed, noise, path), KeyedNoise.StepKey(KeyedNoise.Purpose(purpose), step));
        Assert.Equal(expected, Enumerable.Range(0, 4).Aggregate(0U, (number, place) => (number << 8) | (uint)KeyedNoise.Byte(key, stepKey, place)));
    }

    [Fact]
    public void Neighbouring_paths_and_places_give_uniform_bytes()
    {
        const int count = 1 << 16;
        var stepKey = KeyedNoise.StepKey(KeyedNoise.Purpose("factors/f:choice"), 0);
        for (var place = 0; place < 4; place++)
        {
            var bins = new int[256];
            var pairs = new int[256]; // high halves of neighbours, who share a word seven times of eight
            var last = 0;
            for (var path = 0UL; path < count; path++)
            {
                var value = KeyedNoise.Byte(KeyedNoise.PathKey(1, 1, path), stepKey, place);
                bins[value]++;
                pairs[(value & 0xF0) | (last >> 4)]++;
                last = value;
            }

            Assert.InRange(ChiSquare(bins, count), Lowest, Highest);
            Assert.InRange(ChiSquare(pairs, count), Lowest, Highest);
        }
    }

    public static TheoryData<string> Neighbours() => ["path", "step", "purpose", "noise", "seed"];

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Neighbouring_keys_give_uniform_numbers(string along)
    {
        const int bins = 256;
        const int count = 1 << 16;
        var (high, low) = (new int[bins], new int[bins]);
        for (var i = 0; i < count; i++)
        {
            var number = Along(along, i);
            high[number >> 56]++;
            low[(number >> 48) & 255]++; // the low half of the 16 bits that choose states
        }

        Assert.InRange(ChiSquare(high, count), Lowest, Highest);
        Assert.InRange(ChiSquare(low, count), Lowest, Highest);
    }

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Neighbouring_keys_give_unrelated_numbers(string along)
    {
        const int count = 1 << 16;
        var values = Enumerable.Range(0, count + 12).Select(i => KeyedNoise.Unit(Along(along, i)) - 0.5).ToArray();
        foreach (var lag in (int[])[1, 2, 3, 12])
        {
            var correlation = Enumerable.Range(0, count).Sum(i => values[i] * values[i + lag]) * 12 / count;
            Assert.InRange(correlation * Math.Sqrt(count), -4.5, 4.5);
        }
    }

    [Fact]
    public void Paths_and_purposes_do_not_interact()
    {
        // The sum of the key's parts could show in the sign of four numbers that share paths and purposes crosswise.
        const int count = 1 << 15;
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            var (a, b) = (KeyedNoise.Key(1, 1, (ulong)(2 * i)), KeyedNoise.Key(1, 1, (ulong)((2 * i) + 1)));
            var (x, y) = (KeyedNoise.StepKey(KeyedNoise.Purpose("x"), i % 120), KeyedNoise.StepKey(KeyedNoise.Purpose("y"), i % 120));
            var product = KeyedNoise.Number(a, x) ^ KeyedNoise.Number(a, y) ^ KeyedNoise.Number(b, x) ^ KeyedNoise.Number(b, y);
            sum += (product >> 63) == 0 ? 1 : -1;
        }

        Assert.InRange(sum / Math.Sqrt(count), -4.5, 4.5);
    }

    [Fact]
    public void Each_bit_of_the_key_changes_half_of_the_bits()
    {
        var purpose = KeyedNoise.Purpose("factors/f:choice");
        for (var bit = 0; bit < 64; bit++)
        {
            var (byPath, bySeed, byPurpose) = (0, 0, 0);
            for (var i = 0; i < 500; i++)
            {
                var number = Number(7, (ulong)i, purpose);
                byPath += BitOperations.PopCount(number ^ Number(7, (ulong)i ^ (1UL << bit), purpose));
                bySeed += BitOperations.PopCount(number ^ Number(7 ^ (1UL << bit), (ulong)i, purpose));
                byPurpose += BitOperations.PopCount(number ^ Number(7, (ulong)i, purpose ^ (1UL << bit)));
            }

            Assert.All([byPath, bySeed, byPurpose], changed => Assert.InRange(changed / 500.0, 30, 34)); // 5 standard errors are 0.9
        }
    }

    private const double Lowest = 255 - (4.5 * 22.6);
    private const double Highest = 255 + (4.5 * 22.6); // 255 degrees of freedom: standard deviation sqrt(510)

    private static ulong Number(ulong seed, ulong path, ulong purpose) =>
        KeyedNoise.Number(KeyedNoise.Key(seed, 1, path), KeyedNoise.StepKey(purpose, 3));

    private static ulong Along(string key, int i) => key switch
    {
        "path" => KeyedNoise.Number(KeyedNoise.Key(1, 1, (ulong)i), KeyedNoise.StepKey(KeyedNoise.Purpose("factors/f:direction"), 0)),
        "step" => KeyedNoise.Number(KeyedNoise.Key(1, 1, 0), KeyedNoise.StepKey(KeyedNoise.Purpose("factors/f:direction"), i)),
        "noise" => KeyedNoise.Number(KeyedNoise.Key(1, (ulong)i, 0), KeyedNoise.StepKey(KeyedNoise.Purpose("factors/f:direction"), 0)),
        "seed" => KeyedNoise.Number(KeyedNoise.Key((ulong)i, 1, 0), KeyedNoise.StepKey(KeyedNoise.Purpose("factors/f:direction"), 0)),
        _ => KeyedNoise.Number(KeyedNoise.Key(1, 1, 0), KeyedNoise.StepKey(KeyedNoise.Purpose($"factors/f{i}:direction"), 0)),
    };

    private static double ChiSquare(int[] bins, int count)
    {
        var expected = (double)count / bins.Length;
        return bins.Sum(n => (n - expected) * (n - expected) / expected);
    }
}
