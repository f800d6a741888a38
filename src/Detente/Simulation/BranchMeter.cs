using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where the counts of a <see cref="BranchMeter"/> stand: paths by their kind at the branch; of these, what comes of them, and the difference to the first world.</summary>
/// <remarks>What comes of them: the kinds at the horizon, then the severities: an event of at least that severity from the branch on.</remarks>
/// <param name="model">The model; it has at least one kind.</param>
internal sealed class BranchLayout(CompiledModel model)
{
    /// <summary>Counts per cell: paths; sum and squares of the difference.</summary>
    public const int PerCell = 3;

    /// <summary>Number of kinds.</summary>
    public int Kinds { get; } = model.Model.Scenarios.Length;

    /// <summary>Number of severities.</summary>
    public int Severities { get; } = model.Model.Severities.Length;

    /// <summary>Number of counts.</summary>
    public int Width => Kinds + (Kinds * (Kinds + Severities) * PerCell);

    /// <summary>Where the counts of a kind at the branch and of what comes of it begin.</summary>
    /// <param name="kind">The kind at the branch; how many paths are in it stands at this place itself.</param>
    /// <param name="item">What comes of it.</param>
    public int At(int kind, int item) => Kinds + (((kind * (Kinds + Severities)) + item) * PerCell);
}

/// <summary>Counts what comes of paths by the kind they are of at a date.</summary>
/// <param name="model">The model of the world.</param>
/// <param name="layout">Where the counts stand.</param>
/// <param name="branch">The date.</param>
internal sealed class BranchMeter(CompiledModel model, BranchLayout layout, int branch) : LaneMeter
{
    private readonly byte[] kinds = new byte[LaneWalk.MostLanes];
    private readonly byte[] final = new byte[LaneWalk.MostLanes];
    private readonly int[] gravest = new int[LaneWalk.MostLanes];

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes) => Array.Fill(gravest, -1);

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        if (lanes.Step == branch)
        {
            lanes.Scenarios[..lanes.Paths.Count].CopyTo(kinds);
        }
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        if (lanes.Step < branch)
        {
            return;
        }

        foreach (var (lane, happening) in lanes.Happenings)
        {
            gravest[lane] = Math.Max(gravest[lane], model.Events[happening.Event].Outcomes[happening.Outcome].Severity);
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        lanes.Scenarios[..lanes.Paths.Count].CopyTo(final);
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            counts[kinds[lane]]++;
            counts[layout.At(kinds[lane], final[lane])]++;
            for (var severity = gravest[lane]; severity >= 0; severity--)
            {
                counts[layout.At(kinds[lane], layout.Kinds + severity)]++;
            }
        }
    }

    /// <inheritdoc/>
    public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
        var other = (BranchMeter)reference;
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            if (final[lane] != other.final[lane])
            {
                Differ(lane, final[lane], 1, counts);
                Differ(lane, other.final[lane], -1, counts);
            }

            for (var severity = 0; severity < layout.Severities; severity++)
            {
                if (gravest[lane] >= severity != other.gravest[lane] >= severity)
                {
                    Differ(lane, layout.Kinds + severity, gravest[lane] >= severity ? 1 : -1, counts);
                }
            }
        }
    }

    private void Differ(int lane, int item, int by, Span<long> counts)
    {
        var cell = layout.At(kinds[lane], item);
        counts[cell + 1] += by;
        counts[cell + 2]++;
    }
}
