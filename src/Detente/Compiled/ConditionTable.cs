using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>What a node of a condition asks.</summary>
internal enum ConditionKind : byte
{
    /// <summary>Nothing: A is 1 or 0.</summary>
    Constant,

    /// <summary>Whether factor A is in a state that is marked in the marks from B on.</summary>
    FactorIn,

    /// <summary>Whether all of the B children from A on hold.</summary>
    All,

    /// <summary>Whether one of the B children from A on holds.</summary>
    Any,

    /// <summary>Whether node A does not hold.</summary>
    Not,

    /// <summary>Whether at least C of the B children from A on hold.</summary>
    AtLeast,

    /// <summary>Whether pattern A happened in the B steps before now.</summary>
    Occurred,

    /// <summary>Whether the count of pattern A in the B steps before now is one that D compares true with C.</summary>
    Count,

    /// <summary>Whether truth history A has held for B steps.</summary>
    Held,

    /// <summary>Whether measure A is in force.</summary>
    InForce,

    /// <summary>Whether measure A is agreed in this step.</summary>
    Agreed,

    /// <summary>Whether the step is marked in the marks from B on.</summary>
    StepIn,

    /// <summary>Whether the path is in scenario A.</summary>
    InScenario,
}

/// <summary>One node; what the numbers mean is said at the kind.</summary>
internal readonly record struct ConditionNode(ConditionKind Kind, int A, int B, int C, Comparison D);

/// <summary>What windows look for, with what the history before the start holds of it.</summary>
/// <param name="Pattern">What to look for.</param>
/// <param name="Reach">How many steps before the start its counts begin.</param>
/// <param name="InitialLast">The last step before the start in which it happened; int.MinValue: none.</param>
/// <param name="InitialCounts">Happenings before each step from -Reach to 0.</param>
internal sealed record HistoryPattern(EventPattern Pattern, int Reach, int InitialLast, ImmutableArray<int> InitialCounts);

/// <summary>A condition whose truth is remembered.</summary>
/// <param name="Node">The condition.</param>
/// <param name="InitialSince">Since which step before the start it has held without a break; int.MaxValue when it did not hold just before.</param>
internal readonly record struct HeldPart(int Node, int InitialSince);

/// <summary>All conditions of a model in flat arrays.</summary>
/// <remarks>Immutable, safe from any thread. Evaluation costs some nanoseconds a node and stops at the first part that decides.</remarks>
internal sealed class ConditionTable
{
    /// <summary>Stands for no condition: it always holds.</summary>
    public const int Always = -1;

    private readonly ConditionNode[] nodes;
    private readonly int[] children;
    private readonly bool[] marks;
    private readonly int[] scenarioRules;
    private readonly int[] quietRules;

    /// <summary>Initialises the table from what the compiler gathered.</summary>
    /// <param name="parts">Nodes, children, marks, rules.</param>
    /// <param name="patterns">What windows look for.</param>
    /// <param name="heldParts">Truth histories, inner ones first.</param>
    /// <param name="stepCount">Number of steps of the horizon.</param>
    public ConditionTable(ConditionParts parts, ImmutableArray<HistoryPattern> patterns, ImmutableArray<HeldPart> heldParts, int stepCount)
    {
        nodes = [.. parts.Nodes];
        children = [.. parts.Children];
        marks = [.. parts.Marks];
        scenarioRules = [.. parts.ScenarioRules];
        quietRules = [.. parts.QuietRules];
        Patterns = patterns;
        HeldParts = heldParts;
        StepCount = stepCount;
        ScenariosReadMeasures = scenarioRules.Any(ReadsMeasures);
    }

    /// <summary>What windows look for.</summary>
    public ImmutableArray<HistoryPattern> Patterns { get; }

    /// <summary>Truth histories.</summary>
    public ImmutableArray<HeldPart> HeldParts { get; }

    /// <summary>Number of steps of the horizon.</summary>
    public int StepCount { get; }

    /// <summary>Whether the rule of a scenario asks for measures.</summary>
    public bool ScenariosReadMeasures { get; }

    /// <summary>The rules of the scenarios, in declaration order.</summary>
    public ReadOnlySpan<int> ScenarioRules => scenarioRules;

    /// <summary>Whether the rule of a scenario asks for events of the past.</summary>
    public bool ScenariosReadEvents => quietRules.Length > 0;

    /// <summary>The same rules if nothing had happened before now; empty unless <see cref="ScenariosReadEvents"/>.</summary>
    public ReadOnlySpan<int> QuietRules => quietRules;

    /// <summary>All nodes; children come before their parents.</summary>
    public ReadOnlySpan<ConditionNode> Nodes => nodes;

    /// <summary>The children of a node of the kinds that have several.</summary>
    /// <param name="node">The node.</param>
    public ReadOnlySpan<int> Children(in ConditionNode node) => children.AsSpan(node.A, node.B);

    /// <summary>Whether a state or a step is marked for a node of the kinds that ask for marks.</summary>
    /// <param name="node">The node.</param>
    /// <param name="at">The state or step.</param>
    public bool IsMarked(in ConditionNode node, int at) => marks[node.B + at];

    /// <summary>The first scenario whose rule holds; the last when none does; -1 without scenarios.</summary>
    /// <param name="view">The path.</param>
    public int ScenarioOf(PathView view) => FirstOf(scenarioRules, view);

    /// <summary>The scenario if nothing had happened before now; only where <see cref="ScenariosReadEvents"/>.</summary>
    /// <param name="view">The path.</param>
    public int QuietScenarioOf(PathView view) => FirstOf(quietRules, view);

    /// <summary>Whether a condition holds.</summary>
    /// <param name="node">Its node.</param>
    /// <param name="view">The path.</param>
    public bool Holds(int node, PathView view)
    {
        ref readonly var n = ref nodes[node];
        return n.Kind switch
        {
            ConditionKind.FactorIn => marks[n.B + view.States[n.A]],
            ConditionKind.All => !AnyChild(in n, view, false),
            ConditionKind.Any => AnyChild(in n, view, true),
            ConditionKind.Not => !Holds(n.A, view),
            ConditionKind.Occurred => view.LastHappened[n.A] >= (long)view.Step - n.B,
            ConditionKind.Held => view.HeldSince[n.A] <= view.Step - n.B,
            ConditionKind.InForce => view.Phases[n.A] == MeasurePhase.InForce,
            ConditionKind.Agreed => view.AgreedNow[n.A],
            ConditionKind.StepIn => marks[n.B + view.Step],
            ConditionKind.InScenario => view.Scenario == n.A,
            ConditionKind.Count => n.D.Holds(CountOf(in n, view), n.C),
            ConditionKind.AtLeast => HasAtLeast(in n, view),
            _ => n.A != 0,
        };
    }

    private static int FirstOf(int[] rules, PathView view)
    {
        for (var scenario = 0; scenario < rules.Length; scenario++)
        {
            if (view.Holds(rules[scenario]))
            {
                return scenario;
            }
        }

        return rules.Length - 1;
    }

    private int CountOf(in ConditionNode n, PathView view)
    {
        var counts = view.CountedBefore[n.A];
        var now = view.Step + Patterns[n.A].Reach;
        return counts[now] - counts[now - n.B];
    }

    private bool AnyChild(in ConditionNode n, PathView view, bool sought)
    {
        for (var i = n.A; i < n.A + n.B; i++)
        {
            if (Holds(children[i], view) == sought)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasAtLeast(in ConditionNode n, PathView view)
    {
        var count = 0;
        for (var i = n.A; i < n.A + n.B && count < n.C; i++)
        {
            count += Holds(children[i], view) ? 1 : 0;
        }

        return count >= n.C;
    }

    private bool ReadsMeasures(int node)
    {
        if (node < 0)
        {
            return false;
        }

        var n = nodes[node];
        return n.Kind switch
        {
            ConditionKind.InForce or ConditionKind.Agreed => true,
            ConditionKind.Not => ReadsMeasures(n.A),
            ConditionKind.All or ConditionKind.Any or ConditionKind.AtLeast => children.AsSpan(n.A, n.B).ToArray().Any(ReadsMeasures),
            _ => false,
        };
    }
}

/// <summary>What the compiler of conditions gathers.</summary>
internal sealed class ConditionParts
{
    /// <summary>Nodes.</summary>
    public List<ConditionNode> Nodes { get; } = [];

    /// <summary>Children of nodes, one family after the other.</summary>
    public List<int> Children { get; } = [];

    /// <summary>Marks of states and steps.</summary>
    public List<bool> Marks { get; } = [];

    /// <summary>Rules of the scenarios.</summary>
    public List<int> ScenarioRules { get; } = [];

    /// <summary>The same rules with no event of the past; none when no rule asks for events.</summary>
    public List<int> QuietRules { get; } = [];
}
