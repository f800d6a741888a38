using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Part 5 of a step, and the pushes of part 6: effects of what happened and of measures, on the redrawn states.</summary>
/// <remarks>
/// Moves are summed, cut off at the ends, stopped before a barred state and by a hold. Draws and sets follow in declaration order, events first;
/// each acts on the state after the moves, the last one wins. What is barred or held has no effect.
/// </remarks>
internal sealed class EffectStage(PathState path, PushField pushes)
{
    private readonly List<(int Effect, int Repeat)> acting = [];
    private readonly List<int> order = [];
    private readonly int[] moves = new int[path.Model.Factors.Length];
    private readonly int[] moved = new int[path.Model.Factors.Length];
    private readonly int[] placed = new int[path.Model.Factors.Length];
    private readonly int[] basis = new int[path.Model.Factors.Length];

    /// <summary>Applies the effects.</summary>
    public void Run()
    {
        path.Overridden = 0;
        acting.Clear();
        GatherEvents();
        GatherMeasures();
        if (acting.Count == 0)
        {
            return;
        }

        Array.Clear(moves);
        Array.Clear(moved);
        Array.Clear(placed);
        Move();
        Place();
    }

    /// <summary>Brings the pushes of this step; they act from the next step on.</summary>
    public void Push()
    {
        foreach (var (effect, _) in acting)
        {
            if (path.Model.Effects[effect] is { Kind: EffectKind.Push, Value: var push })
            {
                pushes.Renew(push);
            }
        }
    }

    private void GatherEvents()
    {
        order.Clear();
        for (var i = 0; i < path.Happenings.Count; i++)
        {
            var place = order.Count; // by declaration; what happened earlier stays before
            while (place > 0 && path.Happenings[order[place - 1]].Event > path.Happenings[i].Event)
            {
                place--;
            }

            order.Insert(place, i);
        }

        foreach (var i in order)
        {
            var happening = path.Happenings[i];
            Gather(path.Model.Events[happening.Event].Outcomes[happening.Outcome].Effects, happening.Repeat);
        }
    }

    private void GatherMeasures()
    {
        var measures = path.Model.Measures;
        for (var measure = 0; measure < measures.Length; measure++)
        {
            if (path.View.Phases[measure] == MeasurePhase.InForce)
            {
                GatherInForce(measures[measure].Effects, path.TookEffect[measure]);
            }

            if (path.AgreedEarly[measure])
            {
                Gather(measures[measure].Early, 0);
            }
        }
    }

    private void GatherInForce(ImmutableArray<int> effects, bool tookEffect)
    {
        foreach (var effect in effects)
        {
            var compiled = path.Model.Effects[effect];
            if (compiled.Kind is EffectKind.Hold or EffectKind.Multiply)
            {
                continue;
            }

            var isDue = compiled.RateSlot < 0 ? tookEffect : path.IsBelow(compiled.Rate, path.Parameters.Rates[effect], Thresholds.EventBits);
            if (isDue && path.Acts(effect, 0))
            {
                acting.Add((effect, 0));
            }
        }
    }

    private void Gather(ImmutableArray<int> effects, int repeat)
    {
        foreach (var effect in effects)
        {
            if (path.Acts(effect, repeat))
            {
                acting.Add((effect, repeat));
            }
        }
    }

    private void Move()
    {
        foreach (var (effect, _) in acting)
        {
            var compiled = path.Model.Effects[effect];
            if (compiled.Kind == EffectKind.Move)
            {
                moves[compiled.Factor] += compiled.Value;
                moved[compiled.Factor]++;
            }
        }

        for (var f = 0; f < moves.Length; f++)
        {
            if (moved[f] > 0)
            {
                path.Next[f] = Walk(f, path.Next[f], moves[f]);
            }
        }
    }

    /// <summary>State by state, until the end, a barred state or a hold stops it.</summary>
    private int Walk(int f, int from, int by)
    {
        var state = from;
        for (var left = Math.Abs(by); left > 0; left--)
        {
            var next = state + Math.Sign(by);
            if (next < 0 || next >= path.Model.Factors[f].States || path.IsHeld(f, state, next) || path.IsBarred(f, next))
            {
                break;
            }

            state = next;
        }

        return state;
    }

    private void Place()
    {
        path.Next.CopyTo(basis, 0);
        foreach (var (effect, repeat) in acting)
        {
            var compiled = path.Model.Effects[effect];
            var f = compiled.Factor;
            if (compiled.Kind is not (EffectKind.Set or EffectKind.DrawState or EffectKind.DrawMove))
            {
                continue;
            }

            var target = compiled.Kind == EffectKind.Set ? compiled.Value : Drawn(effect, repeat, basis[f]);
            var hasNoEffect = target != basis[f] && (path.IsBarred(f, target) || path.IsHeld(f, basis[f], target));
            if (hasNoEffect)
            {
                continue;
            }

            path.Overridden += (placed[f] > 0 ? 1 : 0) + (compiled.Kind != EffectKind.DrawMove ? moved[f] : 0);
            moved[f] = compiled.Kind != EffectKind.DrawMove ? 0 : moved[f];
            placed[f]++;
            path.Next[f] = target;
        }
    }

    private int Drawn(int effect, int repeat, int state)
    {
        var compiled = path.Model.Effects[effect];
        if (path.Parameters.Draws[effect] is not { } cumulative)
        {
            return state;
        }

        var value = compiled.Alternatives[Thresholds.Pick(cumulative, path.Number(PathState.Repeated(compiled.Draw, repeat), Thresholds.EventBits))];
        return compiled.Kind == EffectKind.DrawMove ? Walk(compiled.Factor, state, value) : value;
    }
}
