using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Something that happened on a path, with what its weight in the telling hangs on.</summary>
/// <param name="Step">The step.</param>
/// <param name="Entry">What happened.</param>
internal sealed record ChronicleEntry(int Step, ToldEntry Entry)
{
    /// <summary>
    /// For how many steps what it brought about stands: until the factor, the kind or the measure changes again, or the end. Where a factor or the
    /// kind comes back to a state after a short while, the state is taken to have stood, and neither change lasts: 0.
    /// </summary>
    public int Lasts { get; set; }

    /// <summary>Severity of an event's outcome; -1: none.</summary>
    public int Severity { get; init; } = -1;
}

/// <summary>Walks one path alone and notes all that happens on it: events, changes of state with what pulled, measures, changes of kind.</summary>
/// <remarks>One thread. What pulls is read before the states move, as the step itself reads it.</remarks>
internal sealed class PathChronicle
{
    private const int ShortParts = 12; // a twelfth of the way is a short while
    private readonly CompiledModel model;
    private readonly DrawParameters parameters;
    private readonly PathSimulator simulator;
    private readonly ShiftReasons reasons;
    private readonly List<ChronicleEntry> entries = [];
    private readonly List<int> kinds = [];
    private readonly MeasurePhase[] phases;
    private readonly int[] states;
    private readonly HashSet<int>[] been;

    /// <summary>Initialises a chronicle.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rules">Under which rules the path is walked.</param>
    /// <param name="parameters">The draw's parameters.</param>
    public PathChronicle(CompiledModel model, PathRules rules, DrawParameters parameters)
    {
        this.model = model;
        this.parameters = parameters;
        simulator = new PathSimulator(model, rules);
        reasons = new ShiftReasons(model, parameters, simulator);
        phases = new MeasurePhase[model.Measures.Length];
        states = new int[model.Factors.Length];
        been = [.. model.Factors.Select(_ => new HashSet<int>())];
    }

    /// <summary>All that happened, in the order of time; within a step measures, events, states, kind.</summary>
    public IReadOnlyList<ChronicleEntry> Entries => entries;

    /// <summary>The kind by date.</summary>
    public IReadOnlyList<int> Kinds => kinds;

    /// <summary>The root of the first grave event; -1: none.</summary>
    public int Root { get; private set; } = -1;

    /// <summary>Walks the path.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="steps">How many steps.</param>
    public void Walk(PathKey key, int steps)
    {
        simulator.Start(parameters, key);
        reasons.Begin(key);
        kinds.Add(simulator.View.Scenario);
        for (var factor = 0; factor < been.Length; factor++)
        {
            been[factor].Add(simulator.View.States[factor]);
        }

        for (var step = 0; step < steps; step++)
        {
            simulator.View.Phases.CopyTo(phases, 0);
            simulator.MoveMeasures();
            NoteMeasures(step);
            simulator.Happen();
            NoteEvents(step);
            simulator.View.States.CopyTo(states, 0);
            reasons.See(phases);
            simulator.Move();
            NoteShifts(step);
            kinds.Add(simulator.View.Scenario);
            if (kinds[^1] != kinds[^2])
            {
                Note(step, new ToldKind(On(step), new ScenarioId(kinds[^2]), new ScenarioId(kinds[^1])) { IsAgain = kinds.IndexOf(kinds[^1]) < kinds.Count - 1 });
            }
        }

        MeasureSpans(steps);
    }

    private DateOnly On(int step) => model.Model.Horizon!.DateOf(step);

    private void Note(int step, ToldEntry entry, int severity = -1) => entries.Add(new ChronicleEntry(step, entry) { Severity = severity });

    private void NoteMeasures(int step)
    {
        for (var measure = 0; measure < phases.Length; measure++)
        {
            var now = simulator.View.Phases[measure];
            if (now == phases[measure] || now == MeasurePhase.Idle)
            {
                continue;
            }

            var turn = now switch
            {
                MeasurePhase.Agreed => MeasureTurn.Agreed,
                MeasurePhase.Ended => MeasureTurn.Ended,
                _ => phases[measure] == MeasurePhase.Agreed ? MeasureTurn.InForce : MeasureTurn.AgreedInForce,
            };
            Note(step, new ToldMeasure(On(step), new MeasureId(measure), turn, simulator.AgreedEarly[measure]));
        }
    }

    private void NoteEvents(int step)
    {
        foreach (var happening in simulator.Happenings)
        {
            var severity = model.Events[happening.Event].Outcomes[happening.Outcome].Severity;
            if (Root < 0 && severity >= FirstHappenings.GraveOf(model))
            {
                Root = happening.Root;
            }

            EventId? cause = happening.Cause < 0 ? null : new EventId(happening.Cause);
            Note(step, new ToldEvent(On(step), new EventId(happening.Event), happening.Outcome, cause), severity);
        }
    }

    private void NoteShifts(int step)
    {
        for (var factor = 0; factor < states.Length; factor++)
        {
            var (from, to) = (states[factor], simulator.View.States[factor]);
            if (from != to)
            {
                Note(step, reasons.Of(On(step), factor, from, to) with { IsAgain = !been[factor].Add(to) });
            }
        }
    }

    private void MeasureSpans(int steps)
    {
        foreach (var subject in entries.GroupBy(entry => entry.Entry switch
        {
            ToldShift shift => (typeof(ToldShift), shift.Factor.Index),
            ToldMeasure measure => (typeof(ToldMeasure), measure.Measure.Index),
            ToldEvent happened => (typeof(ToldEvent), happened.Event.Index),
            _ => (typeof(ToldKind), 0),
        }))
        {
            List<ChronicleEntry> stand = [];
            foreach (var entry in subject)
            {
                if (stand.Count > 0 && IsReturn(stand[^1], entry, steps))
                {
                    stand.RemoveAt(stand.Count - 1);
                }
                else
                {
                    stand.Add(entry);
                }
            }

            foreach (var (i, entry) in stand.Index())
            {
                entry.Lasts = (i + 1 < stand.Count ? stand[i + 1].Step : steps) - entry.Step;
            }
        }
    }

    private static bool IsReturn(ChronicleEntry away, ChronicleEntry back, int steps) => ShortParts * (back.Step - away.Step) < steps && (away.Entry, back.Entry) switch
    {
        (ToldShift left, ToldShift returned) => left.From == returned.To && left.To == returned.From,
        (ToldKind left, ToldKind returned) => left.From == returned.To && left.To == returned.From,
        _ => false,
    };
}
