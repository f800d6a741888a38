using Detente.Compiled;
using Detente.Models;
using Detente.Structure;

namespace Detente.Claims;

/// <summary>Answers claims that need no run: on the start, and on the sign of a loop.</summary>
internal static class ModelFacts
{
    /// <summary>Whether a condition holds at the start.</summary>
    /// <param name="model">The model; it has a horizon, and an initial state for each factor.</param>
    /// <param name="condition">The condition.</param>
    public static ClaimAnswer Initially(Model model, Condition condition)
    {
        var compiler = new ConditionCompiler(model);
        var node = compiler.Compile(condition);
        var view = new PathView(compiler.Finish(), model.Factors.Length, model.Measures.Length);
        for (var factor = 0; factor < view.States.Length; factor++)
        {
            view.States[factor] = model.Factors[factor].Initial!.Value;
        }

        view.Reset();
        return Ruled(view.Holds(node));
    }

    /// <summary>Whether a loop has a sign: every link is there and has one, the way back to the first factor among them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="loop">The loop.</param>
    public static ClaimAnswer Loop(Model model, LoopSign loop)
    {
        var graph = InfluenceGraph.Of(model, ImpactTables.Of(model));
        var sign = 1;
        for (var i = 0; i < loop.Factors.Length; i++)
        {
            var (from, to) = (loop.Factors[i].Index, loop.Factors[(i + 1) % loop.Factors.Length].Index);
            sign *= graph.Links[from].Where(link => link.Target == to).Select(link => (int)link.Sign).FirstOrDefault();
        }

        return Ruled(sign == (loop.IsReinforcing ? 1 : -1));
    }

    private static ClaimAnswer Ruled(bool holds) => new(holds ? Ruling.Holds : Ruling.Fails);
}
