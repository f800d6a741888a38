using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Cib;

/// <summary>
/// What the parts of a balance add at most, and at least, to the lead of a state over a rival while some states are open.
/// A lead is of an ordered pair of different states of one factor; an array of bounds holds for every lead first the most it can be,
/// then, in its second half, the negative of the least.
/// </summary>
/// <remarks>
/// The parts are one per factor (all of its unconditional impacts on others), one per conditional influence, and a constant one:
/// the blocks of factors on themselves, known as soon as the state of the lead is. Each part's extremes are exact;
/// their sum bounds the lead, and is the lead itself once every factor has one open state.
/// </remarks>
internal sealed class BoundTerms
{
    // A written factor has up to 7 states, so 127 sets of open ones; the sets of an imported one with 99 must not fill the memory.
    private const int MostStatesRemembered = 7;

    private readonly BalanceMatrix matrix;
    private readonly int[] firstLead;
    private readonly int[][][] contributions;
    private readonly int[]?[][] remembered;

    /// <summary>Initialises the terms of a matrix.</summary>
    /// <param name="matrix">The impacts.</param>
    public BoundTerms(BalanceMatrix matrix)
    {
        this.matrix = matrix;
        firstLead = new int[matrix.States.Length];
        for (var factor = 0; factor < firstLead.Length; factor++)
        {
            firstLead[factor] = Leads;
            Leads += matrix.States[factor] * matrix.States[factor];
        }

        Constant = new int[2 * Leads];
        contributions = [.. matrix.States.Select((states, factor) => Enumerable.Range(0, states).Select(state => Contribution(factor, state)).ToArray())];
        remembered = [.. matrix.States.Select(states => new int[]?[states <= MostStatesRemembered ? 1 << states : 0])];
        for (var factor = 0; factor < firstLead.Length; factor++)
        {
            for (var state = 0; state < matrix.States[factor]; state++)
            {
                AddLeads(Constant, factor, matrix.Row(factor, state).Slice(matrix.Offsets[factor], matrix.States[factor]), state);
            }
        }
    }

    /// <summary>Number of leads; those of a state over itself are kept, always 0, so that places are simple.</summary>
    public int Leads { get; }

    /// <summary>What no open state changes.</summary>
    public int[] Constant { get; }

    /// <summary>The place of the lead of a state over rival 0; the other rivals follow.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="state">The state.</param>
    public int Lead(int factor, int state) => firstLead[factor] + (state * matrix.States[factor]);

    /// <summary>The extremes of what one factor's unconditional impacts on others add.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="open">Its open states, one bit each; at least one.</param>
    public int[] Extremes(int factor, UInt128 open)
    {
        var known = remembered[factor];
        if (known.Length == 0)
        {
            return ExtremesOver(factor, open);
        }

        return known[(int)open] ??= ExtremesOver(factor, open);
    }

    /// <summary>The extremes of what one conditional influence adds: over its source and the factors it asks for, in any of their open states.</summary>
    /// <param name="influence">The influence.</param>
    /// <param name="open">The open states of every factor.</param>
    /// <param name="most">Takes the bounds of its target's leads, as they lie from <c>Lead(target, 0)</c> on, then the second halves.</param>
    public void Extremes(CompiledInfluence influence, ReadOnlySpan<UInt128> open, Span<int> most)
    {
        most.Fill(int.MinValue);
        var factors = influence.When!.Factors;
        for (var source = 0; source < influence.SourceStates; source++)
        {
            var firsts = factors.Length > 0 ? matrix.States[factors[0]] : 1;
            for (var first = 0; first < firsts; first++)
            {
                var seconds = factors.Length > 1 ? matrix.States[factors[1]] : 1;
                for (var second = 0; second < seconds; second++)
                {
                    var place = new Assignment(source, first, second);
                    if (place.IsOpen(influence, open))
                    {
                        Raise(influence, place, most);
                    }
                }
            }
        }
    }

    private int[] ExtremesOver(int factor, UInt128 open)
    {
        int[] most = [.. contributions[factor][(int)UInt128.TrailingZeroCount(open)]];
        for (var state = 0; state < matrix.States[factor]; state++)
        {
            if (((open >> state) & 1) != 0)
            {
                var one = contributions[factor][state];
                for (var i = 0; i < most.Length; i++)
                {
                    most[i] = Math.Max(most[i], one[i]);
                }
            }
        }

        return most;
    }

    private void Raise(CompiledInfluence influence, Assignment at, Span<int> most)
    {
        var holds = influence.When!.Holds(at.First, at.Second);
        var row = matrix.Tables.Row(influence.Index, at.Source);
        var (states, half) = (influence.TargetStates, most.Length / 2);
        for (var state = 0; state < states; state++)
        {
            for (var rival = 0; rival < states; rival++)
            {
                var lead = holds ? row[state] - row[rival] : 0;
                var place = (state * states) + rival;
                most[place] = Math.Max(most[place], lead);
                most[half + place] = Math.Max(most[half + place], -lead);
            }
        }
    }

    private int[] Contribution(int factor, int state)
    {
        var bounds = new int[2 * Leads];
        var row = matrix.Row(factor, state);
        for (var target = 0; target < firstLead.Length; target++)
        {
            if (target == factor)
            {
                continue;
            }

            var impacts = row.Slice(matrix.Offsets[target], matrix.States[target]);
            for (var own = 0; own < impacts.Length; own++)
            {
                AddLeads(bounds, target, impacts, own);
            }
        }

        return bounds;
    }

    private void AddLeads(int[] bounds, int target, ReadOnlySpan<int> impacts, int state)
    {
        var place = Lead(target, state);
        for (var rival = 0; rival < impacts.Length; rival++)
        {
            bounds[place + rival] += impacts[state] - impacts[rival];
            bounds[Leads + place + rival] -= impacts[state] - impacts[rival];
        }
    }

    private readonly record struct Assignment(int Source, int First, int Second)
    {
        /// <summary>Whether every state in it is open, and a factor that occurs twice has one state.</summary>
        public bool IsOpen(CompiledInfluence influence, ReadOnlySpan<UInt128> open)
        {
            var factors = influence.When!.Factors;
            return IsIn(open, influence.Source, Source)
                && (factors.Length < 1 || (IsIn(open, factors[0], First) && (factors[0] != influence.Source || First == Source)))
                && (factors.Length < 2 || (IsIn(open, factors[1], Second) && (factors[1] != influence.Source || Second == Source)));
        }

        private static bool IsIn(ReadOnlySpan<UInt128> open, int factor, int state) => ((open[factor] >> state) & 1) != 0;
    }
}
