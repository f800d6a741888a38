using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Chooses what of a path's chronicle is told: turning points, grave events, changes of kind, measures; what lasts before what passes.</summary>
/// <remarks>
/// Every entry has a weight; the 12 heaviest are told. How the path comes into its final kind weighs most, then grave events (each severity
/// once), then what tells the paths apart, by its final separation and by how long it lasted.
/// </remarks>
internal sealed class EntryChoice
{
    private const int Most = 12;
    private readonly CompiledModel model;
    private readonly double[] separations;
    private readonly int steps;
    private readonly int grave;

    /// <summary>Initialises the choice.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parting">What tells the paths apart.</param>
    public EntryChoice(CompiledModel model, Parting parting)
    {
        this.model = model;
        steps = parting.Plan.Steps;
        separations = parting.Weights(parting.Figures().Points);
        grave = FirstHappenings.GraveOf(model);
    }

    /// <summary>What is told, in the order of time.</summary>
    /// <param name="chronicle">All of it.</param>
    public ImmutableArray<ToldEntry> Of(PathChronicle chronicle)
    {
        var entries = chronicle.Entries;
        var weights = new double[entries.Count];
        var graveBefore = grave - 1;
        var kinds = entries.Count(entry => entry.Entry is ToldKind);
        for (var i = 0; i < weights.Length; i++)
        {
            var entry = entries[i];
            var lasting = (double)entry.Lasts / steps;
            weights[i] = entry.Entry switch
            {
                ToldKind => --kinds == 0 ? 4 : 0.2 + lasting,
                ToldEvent when entry.Severity > graveBefore => 3 + entry.Severity,
                ToldEvent happened => (entry.Severity >= grave ? 0.5 : 0) + Separation(happened),
                ToldShift shift => (2 * separations[shift.Factor.Index] * Math.Sqrt(lasting)) + (shift.Reason == ShiftReason.Effect ? 0.05 : 0),
                ToldMeasure measure => (measure.Turn == MeasureTurn.Agreed ? 0.1 : 0.35) * Math.Sqrt(lasting),
                _ => 0,
            };
            graveBefore = entry.Entry is ToldEvent ? Math.Max(graveBefore, entry.Severity) : graveBefore;
        }

        return [.. weights.Index().OrderByDescending(weight => weight.Item).Take(Most).Where(weight => weight.Item > 0).Select(weight => weight.Index).Order()
            .Select(i => entries[i].Entry)];
    }

    private double Separation(ToldEvent happened) => separations[model.Factors.Length + happened.Event.Index];
}
