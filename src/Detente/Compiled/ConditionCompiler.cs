using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>Turns the conditions of a model into a <see cref="ConditionTable"/>: windows in steps, dates as marks of steps, equal parts once.</summary>
internal sealed class ConditionCompiler
{
    private readonly Model model;
    private readonly Horizon horizon;
    private readonly int stepCount;
    private readonly ConditionParts parts = new();
    private readonly List<(EventPattern Pattern, int Reach)> patterns = [];
    private readonly List<HeldPart> heldParts = [];
    private readonly Dictionary<ConditionNode, int> known = [];
    private readonly BeforeStart past;
    private bool inRule;

    /// <summary>Initialises a compiler and compiles the rules of the scenarios.</summary>
    /// <param name="model">The model; it has a horizon.</param>
    /// <exception cref="ArgumentException">The rule of a scenario asks for a scenario.</exception>
    public ConditionCompiler(Model model)
    {
        this.model = model;
        horizon = model.Horizon ?? throw new ArgumentException("The model has no horizon.", nameof(model));
        stepCount = horizon.StepCount;
        past = new BeforeStart(model);
        inRule = true;
        foreach (var scenario in model.Scenarios)
        {
            parts.ScenarioRules.Add(Compile(scenario.Rule));
        }

        if (model.Scenarios.Any(scenario => QuietConditions.AsksForEvents(scenario.Rule)))
        {
            parts.QuietRules.AddRange(model.Scenarios.Select(scenario => Compile(QuietConditions.Of(scenario.Rule))));
        }

        inRule = false;
    }

    /// <summary>What windows look for, so far.</summary>
    public IEnumerable<EventPattern> Patterns => patterns.Select(pattern => pattern.Pattern);

    /// <summary>The finished table.</summary>
    public ConditionTable Finish() => new(parts, [.. patterns.Select(WithHistory)], [.. heldParts], stepCount);

    /// <summary>Compiles a condition.</summary>
    /// <param name="condition">The condition, or null.</param>
    /// <returns>Its node; <see cref="ConditionTable.Always"/> for null.</returns>
    public int Compile(Condition? condition) => condition switch
    {
        null => ConditionTable.Always,
        ConstantCondition constant => Add(ConditionKind.Constant, constant.Value ? 1 : 0),
        AllOf all => Family(ConditionKind.All, all.Parts, 0),
        AnyOf any => Family(ConditionKind.Any, any.Parts, 0),
        AtLeast some => Family(ConditionKind.AtLeast, some.Parts, some.Count),
        Not not => Add(ConditionKind.Not, Compile(not.Part)),
        FactorIn atom => States(atom),
        Occurred occurred => Add(ConditionKind.Occurred, PatternOf(occurred.Pattern, 0), occurred.Window is { } window ? horizon.StepsIn(window) : int.MaxValue),
        CountCondition count => CountOf(count),
        Held held => HeldOf(held),
        InForce measure => Add(ConditionKind.InForce, Checked(measure.Measure.Index, model.Measures.Length)),
        Agreed measure => Add(ConditionKind.Agreed, Checked(measure.Measure.Index, model.Measures.Length)),
        During during => Steps(DuringMarks(during)),
        DateCondition date => Steps([.. Dates().Select(day => date.Operator.Holds(day.CompareTo(date.Date), 0))]),
        InScenario kind when !inRule => Add(ConditionKind.InScenario, Checked(kind.Scenario.Index, model.Scenarios.Length)),
        _ => throw new ArgumentException("The rule of a scenario asks for a scenario.", nameof(condition)),
    };

    private static int Checked(int index, int count) =>
        index >= 0 && index < count ? index : throw new ArgumentException("A condition names something that the model does not have.", nameof(index));

    private IEnumerable<DateOnly> Dates() => Enumerable.Range(0, stepCount + 1).Select(horizon.DateOf);

    private int Add(ConditionKind kind, int a, int b = 0, int c = 0, Comparison d = Comparison.Equal)
    {
        var node = new ConditionNode(kind, a, b, c, d);
        if (!known.TryGetValue(node, out var index))
        {
            index = parts.Nodes.Count;
            parts.Nodes.Add(node);
            known.Add(node, index);
        }

        return index;
    }

    private int Family(ConditionKind kind, ImmutableArray<Condition> members, int least)
    {
        var compiled = members.Select(Compile).ToList();
        var first = parts.Children.Count;
        parts.Children.AddRange(compiled);
        return Add(kind, first, compiled.Count, least);
    }

    private int States(FactorIn atom)
    {
        var factor = Checked(atom.Factor.Index, model.Factors.Length);
        return Add(ConditionKind.FactorIn, factor, Mark([.. Enumerable.Range(0, model.Factors[factor].States.Length).Select(atom.States.Contains)]));
    }

    private int Steps(bool[] steps) => Add(ConditionKind.StepIn, 0, Mark(steps));

    /// <summary>Where the marks stand; equal ones are shared.</summary>
    private int Mark(bool[] marks)
    {
        for (var at = 0; at + marks.Length <= parts.Marks.Count; at++)
        {
            if (marks.Index().All(mark => parts.Marks[at + mark.Index] == mark.Item))
            {
                return at;
            }
        }

        parts.Marks.AddRange(marks);
        return parts.Marks.Count - marks.Length;
    }

    private bool[] DuringMarks(During during)
    {
        var marks = new bool[stepCount + 1];
        foreach (var (first, last) in StepMarks.During(model, model.Events[Checked(during.Event.Index, model.Events.Length)]))
        {
            for (var step = Math.Max(first, 0); step <= Math.Min(last, stepCount); step++)
            {
                marks[step] = true;
            }
        }

        return marks;
    }

    private int CountOf(CountCondition count)
    {
        var window = horizon.StepsIn(count.Window);
        return Add(ConditionKind.Count, PatternOf(count.Pattern, window), window, count.Number, count.Operator);
    }

    private int HeldOf(Held held)
    {
        var part = Compile(held.Part);
        var window = horizon.StepsIn(held.Window);
        var since = int.MaxValue;
        for (var step = -1; step >= -window && past.Held(held.Part, step) is true; step--)
        {
            since = step;
        }

        var history = heldParts.FindIndex(known => known.Node == part);
        if (history < 0)
        {
            history = heldParts.Count;
            heldParts.Add(new HeldPart(part, since));
        }
        else if (since < heldParts[history].InitialSince)
        {
            heldParts[history] = new HeldPart(part, since); // a longer window looks further back
        }

        return Add(ConditionKind.Held, history, window);
    }

    private int PatternOf(EventPattern pattern, int reach)
    {
        var index = patterns.FindIndex(entry => entry.Pattern == pattern);
        if (index < 0)
        {
            index = patterns.Count;
            patterns.Add((pattern, reach));
        }

        patterns[index] = (pattern, Math.Max(reach, patterns[index].Reach));
        return index;
    }

    private HistoryPattern WithHistory((EventPattern Pattern, int Reach) pattern)
    {
        var steps = model.History.Where(one => BeforeStart.Matches(pattern.Pattern, one.Of, model)).Select(one => horizon.StepOf(one.On)).ToList();
        var counts = Enumerable.Range(-pattern.Reach, pattern.Reach + 1).Select(step => steps.Count(at => at < step && at >= -pattern.Reach));
        return new HistoryPattern(pattern.Pattern, pattern.Reach, steps.DefaultIfEmpty(int.MinValue).Max(), [.. counts]);
    }
}
