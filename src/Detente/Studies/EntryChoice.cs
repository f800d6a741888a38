using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Chooses what of a path's chronicle is told: turning points, grave events, changes of kind, measures; what lasts before what passes.</summary>
/// <remarks>
/// Every entry has a weight; the 12 heaviest are told. How the path comes into its final kind weighs most, then grave events (each severity
/// once); then changes of state, by how differently the two states speak for the kind and by how long the new one lasted, half where it speaks
/// against the kind the path ends in; then measures. The second entry of a factor counts half, the third a third, no further one is told.
/// </remarks>
internal sealed class EntryChoice
{
    private const int Most = 12;
    private const int MostOfFactor = 3;
    private readonly CompiledModel model;
    private readonly double[] leanings;
    private readonly Dictionary<int, double> events;
    private readonly int steps;
    private readonly int grave;
    private readonly int kind;

    /// <summary>Initialises the choice.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parting">What tells the paths apart.</param>
    /// <param name="points">The turning points among it.</param>
    public EntryChoice(CompiledModel model, Parting parting, ImmutableArray<TurningPoint> points)
    {
        this.model = model;
        steps = parting.Plan.Steps;
        kind = parting.Kind;
        leanings = parting.Leanings(points);
        events = points.Where(point => point.Event is not null).ToDictionary(point => point.Event!.Value.Index, point => point.Separation[^1]);
        grave = FirstHappenings.GraveOf(model);
    }

    /// <summary>What is told, in the order of time.</summary>
    /// <param name="chronicle">All of it.</param>
    public ImmutableArray<ToldEntry> Of(PathChronicle chronicle)
    {
        var entries = chronicle.Entries;
        var weights = Weights(chronicle);
        var before = new Dictionary<int, int>();
        foreach (var i in weights.Index().OrderByDescending(weight => weight.Item).Select(weight => weight.Index).ToList())
        {
            if (entries[i].Entry is ToldShift { Factor.Index: var factor })
            {
                before[factor] = before.GetValueOrDefault(factor) + 1;
                weights[i] = before[factor] > MostOfFactor ? 0 : weights[i] / before[factor];
            }
        }

        return [.. weights.Index().OrderByDescending(weight => weight.Item).Take(Most).Where(weight => weight.Item > 0).Select(weight => weight.Index).Order()
            .Select(i => entries[i].Entry)];
    }

    private double[] Weights(PathChronicle chronicle)
    {
        var sign = chronicle.Kinds[^1] == kind ? 1 : -1;
        var arrival = chronicle.Entries.LastOrDefault(entry => entry.Entry is ToldKind && entry.Lasts > 0);
        var graveBefore = grave - 1;
        var weights = new double[chronicle.Entries.Count];
        foreach (var (i, entry) in chronicle.Entries.Index())
        {
            var lasting = (double)entry.Lasts / steps;
            weights[i] = entry.Entry switch
            {
                ToldKind => entry == arrival ? 4 : entry.Lasts > 0 ? 0.5 + lasting : 0,
                ToldEvent when entry.Severity > graveBefore => 3 + entry.Severity,
                ToldEvent happened => (entry.Severity >= grave ? 0.5 : 0) + events.GetValueOrDefault(happened.Event.Index),
                ToldShift shift => Shifted(sign, shift) * Math.Sqrt(lasting),
                ToldMeasure measure => (measure.Turn == MeasureTurn.Agreed ? 0.1 : 0.35) * Math.Sqrt(lasting),
                _ => 0,
            };
            graveBefore = entry.Entry is ToldEvent ? Math.Max(graveBefore, entry.Severity) : graveBefore;
        }

        return weights;
    }

    private double Shifted(int sign, ToldShift shift)
    {
        var offset = model.Factors[shift.Factor.Index].Offset;
        var leaning = sign * (leanings[offset + shift.To] - leanings[offset + shift.From]);
        return leaning > 0 ? 2 * leaning : -leaning;
    }
}
