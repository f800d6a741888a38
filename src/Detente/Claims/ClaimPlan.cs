using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>One thing read of every path of a world.</summary>
/// <param name="World">The world's place.</param>
/// <param name="First">Its first column.</param>
/// <param name="Width">Number of its columns.</param>
/// <param name="LastDate">The last date it needs.</param>
internal sealed record Reading(int World, int First, int Width, int LastDate)
{
    /// <summary>Makes the meter that reads it, for one thread.</summary>
    public required Func<LaneMeter> Meter { get; init; }

    /// <summary>The quantity read, or null for an invariant or a precedence.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>How many dates a figure is summed over.</summary>
    public int Dates { get; init; } = 1;

    /// <summary>The event whose first occurrence is left out; -1: the paths are read as they are.</summary>
    public int LeftOut { get; init; } = -1;
}

/// <summary>What must be walked, and read of it, to answer claims.</summary>
/// <remarks>Immutable, safe from any thread. Worlds that several claims ask for are walked once.</remarks>
internal sealed class ClaimPlan
{
    private readonly ClaimWorlds worlds;
    private readonly ClaimDates dates;
    private readonly ImmutableArray<Condition> asked;
    private readonly List<Reading> readings = [];
    private int columns;

    private ClaimPlan(Model model, ImmutableArray<Statement> statements)
    {
        Model = model;
        dates = new ClaimDates(model.Horizon!);
        asked = [.. statements.SelectMany(StatementParts.Conditions)];
        worlds = new ClaimWorlds(model, asked);
        ReadingsOf = [.. statements.Select(statement => Read(statement).ToImmutableArray())];
        Worlds = worlds.All;
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>The worlds; the model as it stands comes first, whether or not it is read.</summary>
    public ImmutableArray<ClaimWorld> Worlds { get; }

    /// <summary>All readings.</summary>
    public IReadOnlyList<Reading> Readings => readings;

    /// <summary>By claim its readings: of each world, or of each quantity of an order.</summary>
    public ImmutableArray<ImmutableArray<Reading>> ReadingsOf { get; }

    /// <summary>Number of columns of all readings.</summary>
    public int Columns => columns;

    /// <summary>How many walks a path takes: one per world that is read, and one per event that is left out.</summary>
    public int Walks => readings.Select(reading => reading.World).Distinct().Count()
        + readings.Select(reading => reading.LeftOut).Where(e => e >= 0).Distinct().Count();

    /// <summary>Plans the runs of statements.</summary>
    /// <param name="model">A model with all that walking paths needs.</param>
    /// <param name="statements">The statements; those on the start and on loops need no run and get no readings.</param>
    /// <exception cref="ArgumentException">A statement cannot be read: only in models that did not come through the language.</exception>
    public static ClaimPlan Of(Model model, IEnumerable<Statement> statements) => new(model, [.. statements]);

    private IEnumerable<Reading> Read(Statement statement) => statement switch
    {
        ComparedWorlds compared => [.. new[] { compared.First, compared.Second }.Select(world => Add(compared.Quantity, worlds.Place(world)))],
        QuantityOrder order => [.. order.Quantities.Select(quantity => Add(quantity, 0))],
        QuantityLevel level => [Add(level.Quantity, 0)],
        EventResponse response => [Add(response)],
        Invariant invariant => [Add(ConditionMeter.Columns, () => new InvariantMeter(Node(invariant.Condition), !invariant.IsAlways, Node(invariant.When)))],
        Precedence precedence => [Add(ConditionMeter.Columns, () => new PrecedenceMeter(Node(precedence.First), Node(precedence.Second)))],
        _ => [],
    };

    private Reading Add(Quantity quantity, int world)
    {
        var (from, to) = quantity switch
        {
            Chance chance => (dates.AfterDeadline(chance.By), dates.AfterDeadline(chance.By)),
            Share { From: { } first } share => (dates.Snapshot(first), dates.Snapshot(share.At)),
            Share share => (dates.Snapshot(share.At), dates.Snapshot(share.At)),
            MeanPosition mean => (dates.Snapshot(mean.At), dates.Snapshot(mean.At)),
            _ => (dates.End, dates.End),
        };
        return Add(new Reading(world, columns, QuantityMeter.Columns, to)
        {
            Meter = () => new QuantityMeter(Gauge.Of(quantity, condition => Node(condition, world)), from, to),
            Quantity = quantity,
            Dates = quantity is Share ? to - from + 1 : 1,
        });
    }

    private Reading Add(EventResponse response)
    {
        var window = Window(response);
        if (response.FadesWithin is { } fades && dates.Steps(fades) < 2)
        {
            throw new ArgumentException("A difference is to fade within a step, before which there is none.", nameof(response));
        }

        return Add(new Reading(0, columns, ResponseMeter.Columns(window), dates.End)
        {
            Meter = () => new ResponseMeter(Gauge.Of(response.Quantity, condition => Node(condition)), response.Event.Index, window, dates.End),
            Quantity = response.Quantity,
            LeftOut = response.Event.Index,
        });
    }

    private Reading Add(int width, Func<LaneMeter> meter) => Add(new Reading(0, columns, width, dates.End) { Meter = meter });

    private Reading Add(Reading reading)
    {
        readings.Add(reading);
        columns += reading.Width;
        return reading;
    }

    /// <summary>How many steps after an event a response is read: the longer of both times.</summary>
    /// <param name="response">The response.</param>
    public int Window(EventResponse response) =>
        Math.Max(dates.Steps(response.Within), response.FadesWithin is { } fades ? dates.Steps(fades) : 0);

    /// <summary>How many steps a period spans.</summary>
    /// <param name="period">The period.</param>
    public int Steps(Period period) => dates.Steps(period);

    private int Node(Condition? condition, int world = 0)
    {
        for (var place = 0; place < asked.Length; place++)
        {
            if (ReferenceEquals(asked[place], condition))
            {
                return Worlds[world].Model.Asked[place];
            }
        }

        return condition is null ? ConditionTable.Always : throw new ArgumentException("A condition that no claim asks.", nameof(condition));
    }
}

/// <summary>What statements are made of.</summary>
internal static class StatementParts
{
    /// <summary>The quantities of a statement.</summary>
    /// <param name="statement">The statement.</param>
    public static ImmutableArray<Quantity> Quantities(Statement statement) => statement switch
    {
        ComparedWorlds compared => [compared.Quantity],
        EventResponse response => [response.Quantity],
        QuantityOrder order => order.Quantities,
        QuantityLevel level => [level.Quantity],
        _ => [],
    };

    /// <summary>The conditions of a statement, those of its quantities among them.</summary>
    /// <param name="statement">The statement.</param>
    public static IEnumerable<Condition> Conditions(Statement statement) =>
    [
        .. Quantities(statement).Select(OfQuantity).OfType<Condition>(),
        .. (statement switch
        {
            Invariant invariant => [invariant.Condition, invariant.When],
            Precedence precedence => [precedence.First, precedence.Second],
            InitialFact fact => [fact.Condition],
            _ => (Condition?[])[],
        }).OfType<Condition>(),
    ];

    private static Condition? OfQuantity(Quantity quantity) => quantity switch
    {
        Chance chance => chance.Condition,
        Share share => share.Condition,
        EventRate rate => rate.While,
        _ => null,
    };
}
