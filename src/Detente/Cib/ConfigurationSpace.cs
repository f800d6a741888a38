using System.Collections.Immutable;
using System.Numerics;
using Detente.Models;

namespace Detente.Cib;

/// <summary>The configurations looked at: every factor in any of its states, but for those held in one.</summary>
/// <remarks>Configurations are counted in lexical order of their states, the first factor counting most.</remarks>
internal sealed class ConfigurationSpace
{
    private ConfigurationSpace(Model model, ImmutableArray<int> states, ImmutableArray<int?> held, ImmutableArray<bool> exempt)
    {
        IsExempt = exempt;
        Model = model;
        States = states;
        Held = held;
        Count = BigInteger.One;
        for (var factor = 0; factor < states.Length; factor++)
        {
            Count *= held[factor] is null ? states[factor] : 1;
        }
    }

    /// <summary>The model they are of: its barred states are closed to the search, and remain rivals.</summary>
    public Model Model { get; }

    /// <summary>Number of states of every factor.</summary>
    public ImmutableArray<int> States { get; }

    /// <summary>The state every factor is held in, or null for a free one.</summary>
    public ImmutableArray<int?> Held { get; }

    /// <summary>By factor whether its own balance is not asked: held from outside, it need not be consistent. Such a factor is held.</summary>
    public ImmutableArray<bool> IsExempt { get; }

    /// <summary>The condition, read at rest, without which a configuration is not looked for; null: none. <see cref="Count"/> does not mind it.</summary>
    public Condition? Where { get; private init; }

    /// <summary>Number of configurations, those with barred states included.</summary>
    public BigInteger Count { get; }

    /// <summary>The configurations of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="free">
    /// Whether every factor is free. Otherwise a factor that no influence is written for (its own on itself counts as one) is held
    /// in its initial state when it has one: its states are equally good in every configuration, so each would multiply the set.
    /// </param>
    /// <exception cref="ArgumentException">An initial state that the factor does not have: only in models built by hand.</exception>
    public static ConfigurationSpace Of(Model model, bool free)
    {
        var influenced = model.Influences.Select(influence => influence.To.Index).ToHashSet();
        var held = ImmutableArray.CreateBuilder<int?>(model.Factors.Length);
        for (var factor = 0; factor < model.Factors.Length; factor++)
        {
            var initial = model.Factors[factor].Initial;
            if (initial < 0 || initial >= model.Factors[factor].States.Length)
            {
                throw new ArgumentException($"The factor {model.Factors[factor].Id} has no such initial state.", nameof(model));
            }

            held.Add(free || influenced.Contains(factor) ? null : initial);
        }

        return new ConfigurationSpace(model, [.. model.Factors.Select(factor => factor.States.Length)], held.MoveToImmutable(), [.. model.Factors.Select(_ => false)]);
    }

    /// <summary>The same configurations with some factors held from outside.</summary>
    /// <param name="holds">The factors and their states.</param>
    /// <exception cref="ArgumentException">A factor or state that is not there, or a factor twice.</exception>
    public ConfigurationSpace Holding(IEnumerable<(int Factor, int State)> holds)
    {
        var (held, exempt) = (Held.ToArray(), IsExempt.ToArray());
        foreach (var (factor, state) in holds)
        {
            if (factor < 0 || factor >= States.Length || state < 0 || state >= States[factor] || exempt[factor])
            {
                throw new ArgumentException("A factor is held in a state that is not there, or held twice.", nameof(holds));
            }

            (held[factor], exempt[factor]) = (state, true);
        }

        return new ConfigurationSpace(Model, States, [.. held], [.. exempt]) { Where = Where };
    }

    /// <summary>The same configurations, of which only those are looked for that meet a condition too.</summary>
    /// <param name="condition">The condition, read at rest.</param>
    /// <exception cref="ArgumentException">It names a factor or state that is not there: only in models built by hand.</exception>
    public ConfigurationSpace Meeting(Condition condition)
    {
        RestReading.Check(condition, Model);
        return new ConfigurationSpace(Model, States, Held, IsExempt) { Where = Where is null ? condition : new AllOf([Where, condition]) };
    }

    /// <summary>The configuration with a place in lexical order.</summary>
    /// <param name="index">The place, from 0, below <see cref="Count"/>.</param>
    /// <param name="x">Takes one state per factor.</param>
    public void Configuration(long index, Span<int> x)
    {
        for (var factor = States.Length - 1; factor >= 0; factor--)
        {
            if (Held[factor] is { } state)
            {
                x[factor] = state;
                continue;
            }

            x[factor] = (int)(index % States[factor]);
            index /= States[factor];
        }
    }

    /// <summary>The place of a configuration in lexical order; its held factors are not looked at.</summary>
    /// <param name="x">One state per factor.</param>
    public long Index(ReadOnlySpan<int> x)
    {
        long index = 0;
        for (var factor = 0; factor < States.Length; factor++)
        {
            index = Held[factor] is null ? (index * States[factor]) + x[factor] : index;
        }

        return index;
    }
}
