using System.Collections.Immutable;
using System.Globalization;
using Detente.Compiled;
using Detente.Language;

namespace Detente.Tests.Compiled;

/// <summary>Removing or moving one element leaves the random numbers of all others.</summary>
public sealed class KeyNamesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Removing_any_single_element_leaves_the_numbers_of_all_others(int seed)
    {
        var model = new RandomParts(seed).Model();
        var all = AllNumbersOf(model);
        Assert.InRange(all.Count, 60, 500);
        var lost = new HashSet<string>();
        foreach (var (section, edited) in Edits(model, (list, i) => list.RemoveAt(i)))
        {
            if (NumbersOf(edited) is { } left)
            {
                AssertKept(all, left, section);
                lost.Add(section);
            }
        }

        // What others need (a factor in use) cannot go; one of every kind of element went.
        Assert.Superset(new HashSet<string>(
            ["factors", "influences", "tendencies", "barred", "events", "outcomes", "effects", "multipliers", "caused-by", "measures", "strategies", "measures of a strategy", "constraints", "scenarios"]), lost);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Reordering_any_list_leaves_all_numbers(int seed)
    {
        var model = new RandomParts(seed).Model();
        var all = AllNumbersOf(model);
        foreach (var (section, edited) in Edits(model, (list, i) => list.Add(list[i]).RemoveAt(i)).Where(edit => edit.Section != "scenarios")) // its last rule is the rest
        {
            var left = NumbersOf(edited);
            Assert.NotNull(left);
            Assert.Equal(all.Count, left.Count);
            AssertKept(all, left, section);
        }
    }

    [Fact]
    public void A_judgement_does_not_key_its_own_draw_but_a_condition_does()
    {
        static ulong Chance(string effect) => ModelCompiler.Compile(ModelText.Parse(
            "{detente: 1, id: m, horizon: {start: 2020-01-01, end: 2020-12-31}, factors: {f: {states: [a, b], initial: a, inertia: 9 months}}, events: {e: {rate: 1, effects: [" + effect + "]}}}").Model!).Effects[0].Chance;
        Assert.Equal(Chance("{push: 1, on: f, half-life: 2 months, chance: 0.5}"), Chance("{push: 2, on: f, half-life: 3 months, chance: 0.4}"));
        Assert.NotEqual(Chance("{push: 1, on: f, half-life: 2 months, chance: 0.5}"), Chance("{push: 1, on: f, half-life: 2 months, chance: 0.5, when: \"f = b\"}"));
        Assert.NotEqual(Chance("{set: a, on: f, chance: 0.5}"), Chance("{set: b, on: f, chance: 0.5}"));
    }

    private static Dictionary<string, string> AllNumbersOf(Part model)
    {
        var errors = ModelText.Parse(model.Text).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors.Select(error => $"{error.Code} {error.Message.En}")));
        return NumbersOf(model)!;
    }

    private static void AssertKept(Dictionary<string, string> all, Dictionary<string, string> left, string section)
    {
        foreach (var (of, number) in left)
        {
            Assert.True(all[of] == number, $"An edit of {section} changed the numbers of {of}.");
        }
    }

    /// <summary>Draws and purposes by what they are of: ids, and the stated points, which are all different; null for a model with errors.</summary>
    private static Dictionary<string, string>? NumbersOf(Part part)
    {
        if (ModelText.Parse(part.Text).Model is not { } model)
        {
            return null;
        }

        var compiled = ModelCompiler.Compile(model);
        var points = compiled.Numbers.StatedPoints();
        var draws = compiled.Numbers.Sample(7, 3);
        var numbers = new Dictionary<string, string>();
        string Point(int slot) => points[slot].ToString("R", CultureInfo.InvariantCulture);
        foreach (var slot in Enumerable.Range(0, points.Length).Where(slot => draws[slot] != points[slot]))
        {
            numbers.Add(Point(slot), draws[slot].ToString("R", CultureInfo.InvariantCulture));
        }

        foreach (var (factor, i) in model.Factors.Select((factor, i) => (factor, i)))
        {
            numbers.Add("factor " + factor.Id, $"{compiled.Factors[i].Direction} {compiled.Factors[i].Reconsider} {compiled.Factors[i].Choice}");
        }

        foreach (var (of, i) in model.Events.Select((of, i) => (of, i)))
        {
            numbers.Add("event " + of.Id, $"{compiled.Events[i].Happens} {compiled.Events[i].Turns}");
        }

        foreach (var cause in compiled.Events.SelectMany(of => of.Causes))
        {
            numbers.Add("cause " + Point(cause.Slot), $"{cause.Purpose}");
        }

        foreach (var effect in compiled.Effects)
        {
            numbers.Add("effect " + Point(effect.ChanceSlot), $"{effect.Chance} {effect.Rate} {effect.Draw}");
        }

        foreach (var (measure, i) in model.Measures.Select((measure, i) => (measure, i)))
        {
            numbers.Add("measure " + measure.Id, $"{compiled.Measures[i].Agree}");
        }

        return numbers;
    }

    /// <summary>Every model that comes of one edit at one place of one list.</summary>
    private static IEnumerable<(string Section, Part Edited)> Edits(Part part, Func<ImmutableArray<Part>, int, ImmutableArray<Part>> edit)
    {
        for (var i = 0; i < part.Items.Length; i++)
        {
            if (part.Section is { } section)
            {
                yield return (section, part with { Items = edit(part.Items, i) });
            }

            foreach (var (inner, edited) in Edits(part.Items[i], edit))
            {
                yield return (inner, part with { Items = part.Items.SetItem(i, edited) });
            }
        }
    }

    /// <summary>Text with parts in it; a list of elements has a section.</summary>
    private sealed record Part(string Open, ImmutableArray<Part> Items, string Close, string? Section = null)
    {
        public string Text => Open + string.Join(", ", Items.Select(item => item.Text)) + Close;
    }

    /// <summary>A random model in which every judged number is uncertain and stated once, and siblings differ in more than their numbers.</summary>
    private sealed class RandomParts(int seed)
    {
        private readonly Random random = new(seed);
        private int stated;

        public Part Model() => new("{",
        [
            Plain("detente: 1, id: m, horizon: {start: 2020-01-01, end: 2020-12-31}, severity: {low: 1, high: 2}, actors: {us: {title: us}, them: {title: them}}"),
            Map("factors", "factors", [.. Enumerable.Range(0, 4).Select(f => Plain($"f{f}: {Factor()}")), Plain($"nobody: {Factor()}")]),
            List("influences", "influences", Distinct(7, Influence)),
            List("tendencies", "tendencies", [Tendency("f1, towards: a"), Tendency("f1"), Tendency("f2"), Tendency("f1, towards: c")]),
            List("barred", "barred", [Plain($"{{factor: f3, states: [c], while: {When()}}}"), Plain($"{{factor: f2, states: [a], while: {When()}}}")]),
            Map("events", "events", [.. Enumerable.Range(0, 3).Select(Event), Scheduled(), Consequence("g"), Consequence("h")]),
            Map("measures", "measures", [.. Enumerable.Range(0, 3).Select(Measure)]),
            Map("strategies", "strategies",
            [
                new("s: {of: us, ", [List("measures", "measures of a strategy", [Plain("m0"), Plain("m1")])], "}"),
                new("t: {of: them, ", [List("measures", "measures of a strategy", [Plain("m1")])], "}"),
            ]),
            Plain("baseline: [s]"),
            Map("constraints", "constraints", [Plain($"c: {{never: {When()}}}"), Plain($"d: {{never: {When()}}}")]),
            Map("scenarios", "scenarios", [Plain($"x: {{rule: {When()}}}"), Plain($"y: {{rule: {When()}}}"), Plain("z: {rule: otherwise}")]),
        ], "}");

        private static Part Plain(string text) => new(text, [], "");

        private static Part List(string key, string section, ImmutableArray<Part> items) => new(key + ": [", items, "]", section);

        private static Part Map(string key, string section, ImmutableArray<Part> items) => new(key + ": {", items, "}", section);

        /// <summary>A number below 1 with its range; no two are alike.</summary>
        private string Estimate() => string.Create(CultureInfo.InvariantCulture, $"{{value: {Next() / 1000.0}, range: [0.0001, 0.99]}}");

        private int Next() => ++stated;

        private string Weight() => string.Create(CultureInfo.InvariantCulture, $"{1 + (Next() / 100.0)}, range: [0.5, 20]");

        private string Factor() =>
            $"{{states: [a, b, c], initial: b, inertia: {{up: {{value: {500 + Next()} months, range: [400 months, 2000 months]}}, down: {{value: {500 + Next()} months, range: [400 months, 2000 months]}}}}}}";

        private string State() => $"f{random.Next(4)} = {"abc"[random.Next(3)]}";

        private string When() => random.Next(5) switch
        {
            0 => $"\"{State()} and {State()}\"",
            1 => $"\"occurred(e{random.Next(3)}, {random.Next(1, 9)} months)\"",
            2 => $"\"held(not {State()}, {random.Next(1, 9)} months)\"",
            3 => $"\"at-least(2, {State()}, {State()}, count(severity >= low, 6 months) > 1)\"",
            _ => $"\"{State()}\"",
        };

        /// <summary>So many parts that differ in more than their numbers; each is made of what tells it apart and of the rest.</summary>
        private ImmutableArray<Part> Distinct(int count, Func<(string Key, string Others)> next)
        {
            var keys = new HashSet<string>();
            var parts = ImmutableArray.CreateBuilder<Part>();
            while (parts.Count < count)
            {
                var (key, rest) = next();
                if (keys.Add(key))
                {
                    parts.Add(Plain($"{{{key}, {rest}}}"));
                }
            }

            return parts.ToImmutable();
        }

        private (string Key, string Others) Influence()
        {
            var source = random.Next(2);
            var condition = random.Next(2) == 0 ? $", when: \"f{random.Next(2, 4)} = {"abc"[random.Next(3)]}\"" : "";
            return ($"from: f{source}, to: f{1 - source}{condition}{(random.Next(2) == 0 ? ", shape: linear" : "")}", $"weight: {Weight()}");
        }

        private Part Tendency(string factor) => Plain($"{{factor: {factor}, weight: {Weight()}}}");

        private (string Key, string Others) Effect()
        {
            var state = "abc"[random.Next(3)];
            var key = random.Next(4) switch
            {
                0 => $"set: {state}",
                1 => $"move: {random.Next(1, 3)}",
                2 => $"half-life: {random.Next(2, 3)} months, towards: {state}",
                _ => "",
            };
            var condition = random.Next(2) == 0 ? $", when: {When()}" : "";
            var deed = key.Length == 0 ? "draw: {a: " + Estimate() + ", c: " + Estimate() + "}, " : key.StartsWith('h') ? $"push: {Weight()}, " : "";
            return ($"{(key.Length == 0 ? "" : key + ", ")}on: f{random.Next(2)}{condition}", $"{deed}chance: {Estimate()}");
        }

        private Part Effects(int count) => List("effects", "effects", Distinct(count, Effect));

        private Part Multipliers() => List("multipliers", "multipliers", Distinct(3, () => ($"when: {When()}", $"times: {Weight()}")));

        private Part Outcomes() => Map("outcomes", "outcomes",
        [
            .. Enumerable.Range(0, 3).Select(o => new Part($"o{o}: {{weight: {Weight()}, severity: low, ", [Effects(3), Multipliers()], "}")),
        ]);

        private Part Event(int e) => new($"e{e}: {{rate: {Weight()}, ", [Multipliers(), Outcomes()], "}");

        private Part Scheduled() => new($"day: {{at: [2020-03-01, 2020-07-01], probability: {Estimate()}, ", [Effects(2)], "}");

        private Part Consequence(string id) => new(
            id + ": {",
            [List("caused-by", "caused-by", Distinct(4, () => ($"event: e{random.Next(2)}{(random.Next(2) == 0 ? ".o1" : "")}{(random.Next(2) == 0 ? ", pathway: deliberate" : "")}{(random.Next(2) == 0 ? $", when: {When()}" : "")}", $"probability: {Estimate()}"))), Effects(1)],
            "}");

        private Part Measure(int m) => new($"m{m}: {{uptake: {Estimate()}, ",
        [
            List("effects", "effects", [.. Distinct(3, Effect), Plain($"{{multiply: {Weight()}, event: e0, chance: {Estimate()}}}"), Plain($"{{multiply: {Weight()}, event: e0.o1, chance: {Estimate()}}}"), Plain($"{{hold: up, on: f3, chance: {Estimate()}}}")]),
        ], "}");
    }
}
