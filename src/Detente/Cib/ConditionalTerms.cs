using Detente.Compiled;

namespace Detente.Cib;

/// <summary>What conditional influences add at most to the leads of their targets while some states are open. Exact once the factors they ask for have one open state each.</summary>
/// <param name="tables">The tables of the leads.</param>
internal sealed class ConditionalTerms(LeadTables tables)
{
    /// <summary>Number of conditional influences.</summary>
    public int Count => tables.Matrix.Conditional.Length;

    /// <summary>One of them.</summary>
    public CompiledInfluence this[int index] => tables.Matrix.Conditional[index];

    /// <summary>Whether a factor takes part in one: as its source, or asked for by its condition.</summary>
    public bool Minds(int index, int factor) => this[index].Source == factor || this[index].When!.Factors.Contains(factor);

    /// <summary>The most that one adds to each lead of its target.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="open">The open states of every factor.</param>
    /// <returns>By lead of the target, in the order in which they lie.</returns>
    public int[] Most(int index, ReadOnlySpan<UInt128> open)
    {
        var influence = this[index];
        var most = new int[influence.TargetStates * (influence.TargetStates - 1)];
        most.AsSpan().Fill(int.MinValue);
        var factors = influence.When!.Factors;
        for (var source = 0; source < influence.SourceStates; source++)
        {
            var firsts = factors.Length > 0 ? tables.Matrix.States[factors[0]] : 1;
            for (var first = 0; first < firsts; first++)
            {
                var seconds = factors.Length > 1 ? tables.Matrix.States[factors[1]] : 1;
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

        return most;
    }

    private void Raise(CompiledInfluence influence, Assignment at, int[] most)
    {
        var holds = influence.When!.Holds(at.First, at.Second);
        var row = tables.Matrix.Tables.Row(influence.Index, at.Source);
        var place = 0;
        for (var state = 0; state < row.Length; state++)
        {
            for (var rival = 0; rival < row.Length; rival++)
            {
                if (rival != state)
                {
                    most[place] = Math.Max(most[place], holds ? (row[state] - row[rival]) / tables.Divisor : 0);
                    place++;
                }
            }
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
