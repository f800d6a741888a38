using System.Runtime.InteropServices;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Simulation;

/// <summary>Conditions as sets of lanes, each worked out once in a step, and once more after the measures have moved where it asks for them.</summary>
/// <remarks>The twin for one path is <see cref="PathView"/> with <see cref="ConditionTable"/>.</remarks>
internal sealed class LaneConditions
{
    private const int Planes = 8; // counts up to 255 children
    private readonly LaneState state;
    private readonly ConditionTable table;
    private readonly ulong[] sets;
    private readonly int[] madeAt;
    private readonly bool[] readsMeasures;
    private readonly ulong[] scenarioSets;
    private readonly byte[] scenarios = new byte[LaneWalk.MostLanes];
    private readonly ulong[] always = new ulong[LaneState.Stride];
    private readonly ulong[] past = new ulong[LaneState.Stride];
    private readonly int[][] last;
    private readonly int[][] since;
    private readonly ushort[]?[] counted; // by pattern that is counted: happenings before step s at (s + reach), a row of lanes each
    private int clock;
    private int stamp; // of what is worked out once a step
    private int measureStamp; // of what asks for measures
    private int scenarioAt;
    private int scenarioBytesAt;

    /// <summary>Initialises the conditions.</summary>
    /// <param name="state">The lanes.</param>
    public LaneConditions(LaneState state)
    {
        this.state = state;
        table = state.Model.Conditions;
        sets = new ulong[table.Nodes.Length * LaneState.Stride];
        madeAt = new int[table.Nodes.Length];
        readsMeasures = new bool[table.Nodes.Length];
        for (var node = 0; node < readsMeasures.Length; node++)
        {
            readsMeasures[node] = ReadsMeasures(in table.Nodes[node]);
        }

        scenarioSets = new ulong[table.ScenarioRules.Length * LaneState.Stride];
        last = [.. table.Patterns.Select(_ => new int[LaneWalk.MostLanes])];
        since = [.. table.HeldParts.Select(_ => new int[LaneWalk.MostLanes])];
        counted = [.. table.Patterns.Select(pattern => pattern.Reach > 0 ? new ushort[(pattern.InitialCounts.Length + table.StepCount) * LaneWalk.MostLanes] : null)];
        Array.Fill(always, ulong.MaxValue);
    }

    /// <summary>By lane the scenario; 255 without scenarios.</summary>
    public ReadOnlySpan<byte> Scenarios
    {
        get
        {
            FindScenarios();
            if (scenarioBytesAt != scenarioAt || scenarioSets.Length == 0)
            {
                scenarioBytesAt = scenarioAt;
                FillBytes();
            }

            return scenarios.AsSpan(0, state.Words * LaneMask.WordLanes);
        }
    }

    /// <summary>The lanes on which a condition holds.</summary>
    /// <param name="node">Its node; <see cref="ConditionTable.Always"/> for none.</param>
    public ReadOnlySpan<ulong> Holds(int node)
    {
        if (node < 0)
        {
            return always.AsSpan(0, state.Words);
        }

        var now = readsMeasures[node] ? measureStamp : stamp;
        var set = state.Set(sets, node);
        if (madeAt[node] != now)
        {
            madeAt[node] = now;
            Work(in table.Nodes[node], set);
        }

        return set;
    }

    /// <summary>The lanes in a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    public ReadOnlySpan<ulong> InScenario(int scenario)
    {
        FindScenarios();
        return state.Set(scenarioSets, scenario);
    }

    /// <summary>The lanes that would be in another scenario if nothing had happened before now.</summary>
    public ReadOnlySpan<ulong> OnlyByPastEvents()
    {
        var changed = past.AsSpan(0, state.Words);
        changed.Clear();
        if (table.ScenariosReadEvents)
        {
            FindScenarios();
            var open = state.Scratch();
            open.Fill(ulong.MaxValue);
            for (var scenario = 0; scenario < table.QuietRules.Length; scenario++)
            {
                var holds = scenario == table.QuietRules.Length - 1 ? always : Holds(table.QuietRules[scenario]);
                var own = state.Set(scenarioSets, scenario);
                for (var word = 0; word < changed.Length; word++)
                {
                    changed[word] |= open[word] & holds[word] & ~own[word];
                    open[word] &= ~holds[word];
                }
            }
        }

        return changed;
    }

    /// <summary>Goes to the start.</summary>
    public void Reset()
    {
        for (var pattern = 0; pattern < last.Length; pattern++)
        {
            var of = table.Patterns[pattern];
            Array.Fill(last[pattern], of.InitialLast);
            for (var row = 0; row < of.InitialCounts.Length && counted[pattern] is { } counts; row++)
            {
                counts.AsSpan(row * LaneWalk.MostLanes, LaneWalk.MostLanes).Fill((ushort)of.InitialCounts[row]);
            }
        }

        for (var history = 0; history < since.Length; history++)
        {
            Array.Fill(since[history], table.HeldParts[history].InitialSince);
        }

        Enter();
    }

    /// <summary>Begins the step that the lanes are in: its states are in place.</summary>
    public void Enter()
    {
        stamp = measureStamp = ++clock;
        for (var history = 0; history < since.Length; history++)
        {
            var holds = Holds(table.HeldParts[history].Node);
            for (var word = 0; word < holds.Length; word++)
            {
                Remember(since[history].AsSpan(word * LaneMask.WordLanes, LaneMask.WordLanes), holds[word]);
            }
        }
    }

    /// <summary>To be called when the measures have moved within the step.</summary>
    public void MeasuresMoved() => measureStamp = ++clock;

    /// <summary>Counts what happened in this step; conditions see it from the next step on.</summary>
    public void CountHappenings()
    {
        for (var pattern = 0; pattern < counted.Length; pattern++)
        {
            if (counted[pattern] is { } counts)
            {
                var at = (state.Step + table.Patterns[pattern].Reach) * LaneWalk.MostLanes;
                counts.AsSpan(at, LaneWalk.MostLanes).CopyTo(counts.AsSpan(at + LaneWalk.MostLanes));
            }
        }

        foreach (var (lane, happening) in CollectionsMarshal.AsSpan(state.Happenings))
        {
            foreach (var pattern in state.Model.Events[happening.Event].Outcomes[happening.Outcome].Patterns)
            {
                last[pattern][lane] = state.Step;
                if (counted[pattern] is { } counts)
                {
                    counts[((state.Step + 1 + table.Patterns[pattern].Reach) * LaneWalk.MostLanes) + lane]++;
                }
            }
        }
    }

    private void Remember(Span<int> from, ulong holds)
    {
        if (holds == 0)
        {
            from.Fill(int.MaxValue);
            return;
        }

        for (var lane = 0; lane < from.Length; lane++)
        {
            from[lane] = ((holds >> lane) & 1) != 0 ? Math.Min(from[lane], state.Step) : int.MaxValue;
        }
    }

    private void FindScenarios()
    {
        var now = table.ScenariosReadMeasures ? measureStamp : stamp;
        if (scenarioAt == now)
        {
            return;
        }

        scenarioAt = now;
        Span<ulong> open = stackalloc ulong[state.Words];
        open.Fill(ulong.MaxValue);
        var rules = table.ScenarioRules;
        for (var scenario = 0; scenario < rules.Length; scenario++)
        {
            var holds = scenario == rules.Length - 1 ? always : Holds(rules[scenario]); // the last one when none holds
            var own = state.Set(scenarioSets, scenario);
            for (var word = 0; word < own.Length; word++)
            {
                own[word] = open[word] & holds[word];
                open[word] &= ~holds[word];
            }
        }
    }

    private void FillBytes()
    {
        scenarios.AsSpan().Fill(byte.MaxValue);
        for (var scenario = 0; scenario < table.ScenarioRules.Length; scenario++)
        {
            var own = state.Set(scenarioSets, scenario);
            for (var word = 0; word < own.Length; word++)
            {
                LaneMask.Put(scenarios.AsSpan(word * LaneMask.WordLanes, LaneMask.WordLanes), own[word], (byte)scenario);
            }
        }
    }

    private bool ReadsMeasures(in ConditionNode node)
    {
        switch (node.Kind)
        {
            case ConditionKind.InForce or ConditionKind.Agreed:
                return true;
            case ConditionKind.InScenario:
                return table.ScenariosReadMeasures;
            case ConditionKind.Not:
                return readsMeasures[node.A];
            case ConditionKind.All or ConditionKind.Any or ConditionKind.AtLeast:
                foreach (var child in table.Children(in node))
                {
                    if (readsMeasures[child])
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private void Work(in ConditionNode node, Span<ulong> set)
    {
        switch (node.Kind)
        {
            case ConditionKind.FactorIn:
                InStates(in node, set);
                break;
            case ConditionKind.All:
                set.Fill(ulong.MaxValue);
                foreach (var child in table.Children(in node))
                {
                    LaneMask.Keep(set, Holds(child));
                }

                break;
            case ConditionKind.Any:
                set.Clear();
                foreach (var child in table.Children(in node))
                {
                    LaneMask.Add(set, Holds(child));
                }

                break;
            case ConditionKind.AtLeast:
                AtLeast(in node, set);
                break;
            case ConditionKind.Not:
                LaneMask.Invert(Holds(node.A), set);
                break;
            case ConditionKind.Occurred:
                LaneMask.AtLeast(last[node.A].AsSpan(0, set.Length * LaneMask.WordLanes), state.Step - node.B, set);
                break;
            case ConditionKind.Held:
                LaneMask.AtLeast(since[node.A].AsSpan(0, set.Length * LaneMask.WordLanes), state.Step - node.B + 1, set);
                LaneMask.Invert(set, set);
                break;
            case ConditionKind.Count:
                Count(in node, set);
                break;
            case ConditionKind.InForce:
                state.Set(state.Phases.InForce, node.A).CopyTo(set);
                break;
            case ConditionKind.Agreed:
                state.Set(state.Phases.AgreedNow, node.A).CopyTo(set);
                break;
            case ConditionKind.InScenario:
                InScenario(node.A).CopyTo(set);
                break;
            default:
                set.Fill((node.Kind == ConditionKind.StepIn ? table.IsMarked(in node, state.Step) : node.A != 0) ? ulong.MaxValue : 0);
                break;
        }
    }

    private void InStates(in ConditionNode node, Span<ulong> set)
    {
        var factor = state.Model.Factors[node.A];
        set.Clear();
        for (var s = 0; s < factor.States; s++)
        {
            if (table.IsMarked(in node, s))
            {
                LaneMask.Add(set, state.InState(factor.Offset + s));
            }
        }
    }

    private void AtLeast(in ConditionNode node, Span<ulong> set)
    {
        Span<ulong> planes = stackalloc ulong[Planes];
        var children = table.Children(in node);
        foreach (var child in children)
        {
            Holds(child);
        }

        for (var word = 0; word < set.Length; word++)
        {
            planes.Clear();
            foreach (var child in children)
            {
                var carry = child < 0 ? ulong.MaxValue : sets[(child * LaneState.Stride) + word];
                for (var plane = 0; carry != 0 && plane < Planes; plane++)
                {
                    (planes[plane], carry) = (planes[plane] ^ carry, planes[plane] & carry);
                }
            }

            set[word] = AtLeast(planes, node.C);
        }
    }

    /// <summary>The lanes whose count, a bit a plane, is at least a number.</summary>
    private static ulong AtLeast(ReadOnlySpan<ulong> planes, int number)
    {
        var (above, equal) = (0UL, ulong.MaxValue);
        for (var plane = Planes - 1; plane >= 0; plane--)
        {
            if (((number >> plane) & 1) != 0)
            {
                equal &= planes[plane];
            }
            else
            {
                above |= equal & planes[plane];
                equal &= ~planes[plane];
            }
        }

        return number >> Planes != 0 ? 0 : above | equal;
    }

    private void Count(in ConditionNode node, Span<ulong> set)
    {
        var counts = counted[node.A];
        var now = (state.Step + table.Patterns[node.A].Reach) * LaneWalk.MostLanes;
        set.Clear();
        for (var lane = 0; lane < set.Length * LaneMask.WordLanes; lane++)
        {
            var count = counts is null ? 0 : counts[now + lane] - counts[now - (node.B * LaneWalk.MostLanes) + lane];
            if (node.D.Holds(count, node.C))
            {
                LaneMask.Set(set, lane);
            }
        }
    }
}
