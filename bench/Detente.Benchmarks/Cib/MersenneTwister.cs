namespace Detente.Benchmarks.Cib;

/// <summary>The generator MT19937 as CPython's <c>random</c> and numpy's <c>RandomState</c> seed and read it, so that matrices published with a seed can be made again.</summary>
/// <remarks>Matsumoto and Nishimura 1998 (ACM TOMACS 8), seeding by arrays of 2002; the bits of one generator never depend on machine or thread.</remarks>
internal sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Middle = 397;
    private readonly uint[] state = new uint[Size];
    private int next = Size;

    private MersenneTwister(uint seed)
    {
        state[0] = seed;
        for (var i = 1; i < Size; i++)
        {
            state[i] = (1812433253 * Previous(i)) + (uint)i;
        }
    }

    /// <summary>As <c>numpy.random.seed(seed)</c>: the seed fills the state directly.</summary>
    /// <param name="seed">The seed.</param>
    public static MersenneTwister OfNumpy(uint seed) => new(seed);

    /// <summary>As <c>random.Random(seed)</c> of CPython: the seed is an array of one word.</summary>
    /// <param name="seed">The seed.</param>
    public static MersenneTwister OfPython(uint seed)
    {
        var twister = new MersenneTwister(19650218);
        var words = twister.state;
        var i = 1;
        for (var k = 0; k < Size; k++)
        {
            words[i] = (words[i] ^ (twister.Previous(i) * 1664525)) + seed;
            i = twister.After(i);
        }

        for (var k = 0; k < Size - 1; k++)
        {
            words[i] = (words[i] ^ (twister.Previous(i) * 1566083941)) - (uint)i;
            i = twister.After(i);
        }

        words[0] = 0x80000000;
        return twister;
    }

    /// <summary>The next 32 bits.</summary>
    public uint Word()
    {
        if (next == Size)
        {
            Twist();
        }

        var y = state[next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    /// <summary>As <c>random()</c> of CPython: 53 bits, 0 to below 1.</summary>
    public double Share()
    {
        var (high, low) = (Word() >> 5, Word() >> 6);
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary>As <c>randint</c> of CPython: the high bits of a word, again and again until they are in range.</summary>
    /// <param name="least">The least number.</param>
    /// <param name="most">The largest number, itself included; above <paramref name="least"/>.</param>
    public int PythonInteger(int least, int most)
    {
        var count = (uint)(most - least) + 1;
        var shift = int.LeadingZeroCount((int)count);
        uint drawn;
        do
        {
            drawn = Word() >> shift;
        }
        while (drawn >= count);
        return least + (int)drawn;
    }

    /// <summary>As <c>numpy.random.randint</c> of 64-bit integers up to 32 bits apart: the low bits of a word, again and again until they are in range.</summary>
    /// <param name="least">The least number.</param>
    /// <param name="most">The largest number, itself included; above <paramref name="least"/>.</param>
    public int NumpyInteger(int least, int most)
    {
        var range = (uint)(most - least);
        var mask = uint.MaxValue >> int.LeadingZeroCount((int)range);
        uint drawn;
        do
        {
            drawn = Word() & mask;
        }
        while (drawn > range);
        return least + (int)drawn;
    }

    private uint Previous(int i) => state[i - 1] ^ (state[i - 1] >> 30);

    private int After(int i)
    {
        if (i < Size - 1)
        {
            return i + 1;
        }

        state[0] = state[Size - 1];
        return 1;
    }

    private void Twist()
    {
        for (var k = 0; k < Size; k++)
        {
            var y = (state[k] & 0x80000000) | (state[(k + 1) % Size] & 0x7FFFFFFF);
            state[k] = state[(k + Middle) % Size] ^ (y >> 1) ^ ((y & 1) * 0x9908B0DF);
        }

        next = 0;
    }
}
