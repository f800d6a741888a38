using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>The balances of all states: influences and tendencies, kept up to date by what changes, in hundredths of a point.</summary>
/// <remarks>Whole numbers, so the order of additions changes nothing.</remarks>
internal sealed class BalanceField
{
    private const int Nothing = -1;
    private readonly PathState path;
    private readonly int[] balances;
    private readonly int[] special; // state of the source each special influence adds now, or Nothing
    private readonly int[][] past; // states by step, the stated initial ones first; only when something is delayed

    /// <summary>Initialises the field.</summary>
    /// <param name="path">The path.</param>
    public BalanceField(PathState path)
    {
        this.path = path;
        balances = new int[path.Model.StatesInAll];
        special = new int[path.Model.Impacts.Influences.Length];
        var remembered = path.Model.Delays.Any(delay => delay > 0) ? path.Model.StepCount + 2 : 0;
        past = [.. Enumerable.Range(0, remembered).Select(_ => path.Model.Factors.Select(factor => factor.Initial).ToArray())];
    }

    /// <summary>The balance of every state of every factor.</summary>
    public ReadOnlySpan<int> Balances => balances;

    /// <summary>Goes back to the start; the states are already there.</summary>
    public void Reset()
    {
        path.Parameters.Tendencies.CopyTo(balances, 0);
        Array.Fill(special, Nothing);
        for (var factor = 0; factor < path.View.States.Length; factor++)
        {
            AddAll(factor, path.View.States[factor], 1);
        }
    }

    /// <summary>Minds that a factor goes from one state to another.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="from">From.</param>
    /// <param name="to">To.</param>
    public void Change(int factor, int from, int to)
    {
        AddAll(factor, from, -1);
        AddAll(factor, to, 1);
    }

    /// <summary>Minds conditions and delays at the beginning of a step.</summary>
    public void Enter()
    {
        if (past.Length > 0)
        {
            path.View.States.CopyTo(past[path.View.Step + 1], 0);
        }

        var influences = path.Parameters.Special;
        for (var i = 0; i < influences.Length; i++)
        {
            var (influence, delay, block) = influences[i];
            var states = delay == 0 ? path.View.States : past[Math.Max(0, path.View.Step - delay + 1)];
            var now = influence.When?.Holds(states) ?? true ? states[influence.Source] : Nothing;
            if (now == special[i])
            {
                continue;
            }

            if (special[i] != Nothing)
            {
                block.Add(balances, special[i], -1);
            }

            if (now != Nothing)
            {
                block.Add(balances, now, 1);
            }

            special[i] = now;
        }
    }

    private void AddAll(int factor, int state, int sign)
    {
        foreach (var block in path.Parameters.BySource[factor])
        {
            block.Add(balances, state, sign);
        }
    }
}
