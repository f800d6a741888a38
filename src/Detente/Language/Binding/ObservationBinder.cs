using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds what is observed and judged about the model: indicators, questions, evidence, experts, claims.</summary>
internal sealed partial class ObservationBinder(BindingContext context, InfluenceBinder influences)
{
    private const double LeastLikelihood = 0.01;

    private readonly Values _values = context.Values;
    private readonly Dictionary<string, ImmutableArray<Declared>> _levels = new(StringComparer.Ordinal);

    public ImmutableArray<Indicator> Indicators() => context.Each("indicators", Indicator);

    public ImmutableArray<Question> Questions() => context.Each("questions", (element, fields) => new Question(
        element.Id,
        fields.Need("text") is { } text ? _values.Localized(text) : LocalizedText.Same(""),
        Deadline(fields))
    {
        Rule = context.Condition(fields, "rule", ConditionRole.Question),
        Forecasts = [.. fields.Items("forecasts").Select(Forecast)],
        Resolution = fields.Take("resolution") is { } resolution ? Resolution(resolution) : null,
        Outcome = fields.Choice("outcome", ("yes", true), ("no", false)),
        Provenance = context.Provenance(fields),
    });

    public ImmutableArray<Evidence> Evidence() => [.. context.Each("evidence", EvidenceItem).OrderBy(item => item.On)];

    public ImmutableArray<Watch> Watched()
    {
        var watched = ImmutableArray.CreateBuilder<Watch>();
        foreach (var item in context.Sections.Items("watched"))
        {
            using var scope = context.Bag.Within("watched");
            var fields = new Fields(_values, item, item.Span);
            var events = fields.Need("events") is { } list ? context.References(_values.Items(list, orOne: true), context.Names.Events, Nouns.Event) : [];
            var until = fields.Need("until") is { } date ? _values.Date(date) : null;
            watched.Add(new Watch([.. events.Select(place => new EventId(place))], until ?? default));
            fields.Finish();
        }

        return watched.DrainToImmutable();
    }

    public ImmutableArray<Expert> Experts() => context.Each("experts", (element, fields) =>
    {
        var judgements = ImmutableArray.CreateBuilder<Influence>();
        var unknown = ImmutableArray.CreateBuilder<(FactorId From, FactorId To)>();
        var names = new QualifiedNames(context, $"experts/{element.Id}/");
        foreach (var item in fields.Items("judgements"))
        {
            var inner = item is MapNode map && map.Entries.Any(entry => entry.Key.Text == "unknown") ? new Fields(_values, item, item.Span) : null;
            if (inner is null)
            {
                judgements.Add(influences.Influence(item, names));
                continue;
            }

            var pair = (context.Factor(inner.Need("from")), context.Factor(inner.Need("to")));
            if (inner.Flag("unknown") == false)
            {
                context.Bag.Add("DT2013", inner.Take("unknown")!.Span, new LocalizedText(
                    "Say `unknown: true`, or give a judgement.",
                    "Bitte `unknown: true` schreiben oder ein Urteil angeben."));
            }

            unknown.Add(pair);
            inner.Finish();
        }

        return new Expert(element.Id, BindingContext.Title(fields, element.Id), judgements.DrainToImmutable(), unknown.DrainToImmutable());
    });

    public ImmutableArray<Claim> Claims() => context.Each("claims", (element, fields) =>
    {
        var claim = fields.Need("claim");
        var statement = claim is not null && _values.Scalar(claim, new LocalizedText("a claim", "eine Behauptung")) is { } text
            ? ClaimParser.Parse(text.Value, context.Names, context.Bag)
            : null;
        return new Claim(element.Id, fields.Text("title"), statement ?? new InitialFact(new ConstantCondition(true)), context.Provenance(fields));
    });

    private Indicator Indicator(Declared element, Fields fields)
    {
        var title = BindingContext.Title(fields, element.Id);
        var factorNode = fields.Need("factor");
        var factor = context.FactorNamed(factorNode);
        var levels = fields.Need("levels") is { } written ? context.Declarations.Inner(written) : [];
        _levels[element.Id] = levels;
        if (fields.Has("levels") && levels.Length < 2)
        {
            context.Bag.Add("DT2024", fields.KeySpan("levels"), new LocalizedText("An indicator has two levels at least.", "Ein Indikator hat mindestens zwei Stufen."));
        }

        return new Indicator(
            element.Id,
            title,
            context.Factor(factorNode),
            [.. levels.Select(level => new FactorState(level.Id, context.TitleOf(level)))],
            Likelihood(fields, factor, levels.Length))
        {
            Threshold = fields.Take("threshold") is { } threshold ? Level(threshold, levels) : null,
            Owner = fields.Plain("owner"),
            Cadence = fields.Period("cadence"),
            IndependentAfter = fields.Period("independent-after"),
            Provenance = context.Provenance(fields),
        };
    }

    private ImmutableArray<ImmutableArray<double>> Likelihood(Fields fields, FactorName? factor, int levels)
    {
        var node = fields.Need("likelihood");
        var entries = node is null ? [] : fields.Entries("likelihood");
        var rows = new ImmutableArray<double>[factor?.States.Length ?? 0];
        Array.Fill(rows, []);
        foreach (var entry in entries)
        {
            var row = Row(entry, levels);
            if (factor is not null && factor.States.IndexOf(entry.Key.Text) is >= 0 and var state)
            {
                rows[state] = row;
            }
            else
            {
                context.State(entry.Key, factor);
            }
        }

        var missing = factor?.States.Where(state => !entries.Any(entry => entry.Key.Text == state)).ToList();
        if (node is MapNode && missing is { Count: > 0 } && entries.All(entry => factor!.States.Contains(entry.Key.Text, StringComparer.Ordinal)))
        {
            var names = string.Join(", ", missing.Select(state => $"`{state}`"));
            context.Bag.Add("DT2002", fields.KeySpan("likelihood"), new LocalizedText($"Rows are missing for {names}.", $"Es fehlen Zeilen für {names}."));
        }

        return [.. rows];
    }

    private ImmutableArray<double> Row(MapEntry entry, int levels)
    {
        var items = _values.Items(entry.Value);
        var numbers = items.Select(item => _values.Number(item, Bounds.Probability)).ToList();
        if (entry.Value is ListNode && levels > 0 && items.Count != levels)
        {
            context.Bag.Add("DT2015", entry.Value.Span, new LocalizedText(
                "The row needs one number for each level of the indicator.",
                "Die Zeile braucht eine Zahl für jede Stufe des Indikators."));
            return [];
        }

        if (numbers.Exists(number => number is null))
        {
            return [];
        }

        ImmutableArray<double> row = [.. numbers.OfType<double>()];
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] < LeastLikelihood)
            {
                context.Bag.Add("DT3014", items[i].Span, new LocalizedText(
                    "A likelihood below 0.01 would let one reading rule a state out; give 0.01 or more.",
                    "Eine Wahrscheinlichkeit unter 0,01 ließe eine einzige Ablesung einen Zustand ausschließen; bitte 0,01 oder mehr angeben."));
                return row;
            }
        }

        if (row.Length > 0 && Math.Abs(row.Sum() - 1) > 1e-9)
        {
            context.Bag.Add("DT3013", entry.Value.Span, new LocalizedText(
                "The likelihoods of the levels in this state do not add up to 1.",
                "Die Wahrscheinlichkeiten der Stufen in diesem Zustand ergeben zusammen nicht 1."));
        }

        return row;
    }

    private int Level(SyntaxNode node, ImmutableArray<Declared> levels)
    {
        if (_values.Scalar(node, Nouns.Level) is not { } scalar)
        {
            return 0;
        }

        var place = levels.Select(level => level.Id).ToImmutableArray().IndexOf(scalar.Text);
        if (place < 0 && !levels.IsEmpty)
        {
            context.UnknownName(scalar.Value, Nouns.Level, Suggestion.For(scalar.Text, levels.Select(level => level.Id)));
        }

        return Math.Max(place, 0);
    }

    private DateOnly Deadline(Fields fields)
    {
        var node = fields.Need("deadline");
        var deadline = node is null ? null : _values.Date(node);
        if (deadline is not null && context.Horizon is { } horizon && (deadline < horizon.Start || deadline > horizon.End))
        {
            context.Bag.Add("DT3018", node!.Span, new LocalizedText("The deadline lies outside the horizon.", "Die Frist liegt außerhalb des Horizonts."));
        }

        return deadline ?? default;
    }

    private StatedForecast Forecast(SyntaxNode node)
    {
        var fields = new Fields(_values, node, node.Span);
        var forecast = new StatedForecast(
            fields.Need("by") is { } by ? _values.Scalar(by, Nouns.Text)?.Text ?? "" : "",
            fields.Need("on") is { } on ? _values.Date(on) ?? default : default,
            fields.Need("probability") is { } probability ? _values.Number(probability, Bounds.Probability) ?? 0 : 0);
        fields.Finish();
        return forecast;
    }

    private Resolution Resolution(SyntaxNode node)
    {
        var fields = new Fields(_values, node, node.Span);
        var resolution = new Resolution(Need("source"), Need("counts"), Need("decides"), fields.Text("annuls"));
        fields.Finish();
        return resolution;

        LocalizedText Need(string key) => fields.Need(key) is { } text ? _values.Localized(text) : LocalizedText.Same("");
    }

    private Evidence EvidenceItem(Declared element, Fields fields)
    {
        var title = BindingContext.Title(fields, element.Id);
        var on = fields.Need("on") is { } date ? _values.Date(date) ?? default : default;
        Finding finding = fields.OneOf("event", "indicator") switch
        {
            "indicator" => Reading(fields),
            "event" => new EventFinding(context.Event(fields.Need("event")) ?? default),
            _ => new EventFinding(default),
        };
        if (finding is EventFinding)
        {
            fields.Refuse("level", new LocalizedText("it belongs to the reading of an indicator.", "Das gehört zur Ablesung eines Indikators."));
        }

        var grade = fields.Take("grade") is { } written ? _values.Scalar(written, Nouns.Word) : null;
        if (grade is not null && !GradeForm.IsMatch(grade.Text))
        {
            context.Bag.Add("DT2013", grade.Span, new LocalizedText(
                "A grade is a letter from A to F and a digit from 1 to 6, such as `B2`.",
                "Eine Note besteht aus einem Buchstaben von A bis F und einer Ziffer von 1 bis 6, etwa `B2`."));
        }

        return new Evidence(element.Id, title, on, finding, grade?.Text, context.Provenance(fields));
    }

    private ReadingFinding Reading(Fields fields)
    {
        var indicator = fields.Need("indicator");
        var id = new IndicatorId(context.Reference(indicator, context.Declarations.Indicators, Nouns.Indicator));
        var levels = indicator is ScalarNode name ? _levels.GetValueOrDefault(name.Text, []) : [];
        return new ReadingFinding(id, fields.Need("level") is { } level ? Level(level, levels) : 0);
    }

    [GeneratedRegex("^[A-F][1-6]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GradeForm { get; }
}
