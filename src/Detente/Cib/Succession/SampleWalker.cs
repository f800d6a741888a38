using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>Follows configurations one after the other to their ends, and remembers what it met on the way. For one thread.</summary>
/// <remarks>
/// What it says of a configuration does not depend on what it remembers: it gives up one whose way and end together are longer than
/// <see cref="MostSteps"/>, whether it walked there or knew. Memory: <see cref="MostRemembered"/> configurations, and those on ends.
/// </remarks>
internal sealed class SampleWalker
{
    /// <summary>The most configurations from a start to the end of its first round.</summary>
    public const int MostSteps = 10_000;

    /// <summary>The most configurations remembered.</summary>
    public const int MostRemembered = 1 << 15;

    private readonly BalanceMatrix matrix;
    private readonly Succession succession;
    private readonly ConfigurationMemory memory;
    private readonly Dictionary<ImmutableArray<int>, int> numbers = new(ConfigurationComparer.Instance);
    private readonly List<ImmutableArray<ImmutableArray<int>>> ends = [];
    private readonly List<long> weights = [];
    private readonly List<int> trail = [];
    private readonly int[] scores;
    private readonly int[] scratch;

    /// <summary>Initialises a walker that remembers nothing.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="succession">How to step.</param>
    public SampleWalker(BalanceMatrix matrix, Succession succession)
    {
        this.matrix = matrix;
        this.succession = succession;
        memory = new ConfigurationMemory(matrix.States.Length, MostRemembered);
        scores = new int[matrix.Width];
        scratch = new int[matrix.States.Length];
    }

    /// <summary>The ends it came to, each from its lexically first configuration on, with how often.</summary>
    public IEnumerable<Attractor> Ends => ends.Zip(weights, (end, weight) => new Attractor(end, weight));

    /// <summary>Number of configurations on the ends it came to.</summary>
    public int OnEnds { get; private set; }

    /// <summary>How many it gave up.</summary>
    public long Lost { get; private set; }

    /// <summary>Follows a configuration and counts it.</summary>
    /// <param name="x">One state per factor; overwritten.</param>
    public void Follow(Span<int> x)
    {
        if (memory.Room <= MostSteps)
        {
            Forget();
        }

        trail.Clear();
        matrix.Score(x, scores);
        var place = memory.Find(x, out var isNew);
        while (isNew && trail.Count < MostSteps)
        {
            trail.Add(place);
            succession.Advance(x, scores, scratch);
            place = memory.Find(x, out isNew);
        }

        if (isNew)
        {
            Lost++;
            Forget();
            return;
        }

        if (memory.Known(place) is null)
        {
            Close(place);
        }

        Learn(memory.Known(place)!.Value);
        var (end, distance) = memory.Known(trail.Count > 0 ? trail[0] : place)!.Value;
        if (distance + ends[end].Length > MostSteps)
        {
            Lost++;
        }
        else
        {
            weights[end]++;
        }
    }

    // Back along the trail, from the first configuration whose end was known; those on the end know it already.
    private void Learn((int End, int Distance) found)
    {
        for (var back = trail.Count - 1; back >= 0; back--)
        {
            if (memory.Known(trail[back]) is null)
            {
                memory.Learn(trail[back], found.End, ++found.Distance);
            }
        }
    }

    // The trail has come back to a place on itself.
    private void Close(int place)
    {
        var round = trail[trail.LastIndexOf(place)..];
        ImmutableArray<ImmutableArray<int>> states = [.. round.Select(member => ImmutableArray.Create(memory.Configuration(member)))];
        var first = states.IndexOf(states.Min(ConfigurationComparer.Instance), ConfigurationComparer.Instance);
        if (!numbers.TryGetValue(states[first], out var end))
        {
            end = ends.Count;
            numbers.Add(states[first], end);
            ends.Add([.. states[first..], .. states[..first]]);
            weights.Add(0);
            OnEnds += states.Length;
        }

        foreach (var member in round)
        {
            memory.Learn(member, end, 0);
        }
    }

    // All but the ends, as far as they take no more than half of the room.
    private void Forget()
    {
        memory.Clear();
        for (var end = 0; end < ends.Count && memory.Room - ends[end].Length > MostRemembered / 2; end++)
        {
            foreach (var states in ends[end])
            {
                memory.Learn(memory.Find(states.AsSpan(), out _), end, 0);
            }
        }
    }
}
