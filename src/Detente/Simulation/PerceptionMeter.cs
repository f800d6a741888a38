using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where the counts of a <see cref="PerceptionMeter"/> stand.</summary>
internal sealed class PerceptionLayout
{
    /// <summary>Sums per image and date kept: distance, positive where the thing is read as worse than it is; its squares; absolute distance.</summary>
    public const int PerDate = 3;

    private readonly int perImage;

    /// <summary>Initialises the layout.</summary>
    /// <param name="model">The model.</param>
    /// <param name="grid">The dates kept.</param>
    public PerceptionLayout(CompiledModel model, TimeGrid grid)
    {
        Grid = grid;
        Dates = model.StepCount + 1;
        Images = [.. model.Model.Factors.Index().Where(factor => factor.Item.Image is not null).Select(factor => factor.Index)];
        perImage = (grid.Count * PerDate) + 6 + Dates + 1;
    }

    /// <summary>The dates kept.</summary>
    public TimeGrid Grid { get; }

    /// <summary>Number of all dates.</summary>
    public int Dates { get; }

    /// <summary>The factors that are images.</summary>
    public ImmutableArray<int> Images { get; }

    /// <summary>Number of counts.</summary>
    public int Width => Images.Length * perImage;

    /// <summary>Where the sums of an image at a date begin.</summary>
    /// <param name="image">Place of the image.</param>
    /// <param name="place">Place of the date.</param>
    public int Distance(int image, int place) => (image * perImage) + (place * PerDate);

    /// <summary>Dates at which the thing is read as worse, per path; then their squares.</summary>
    /// <param name="image">Place of the image.</param>
    public int Worse(int image) => (image * perImage) + (Grid.Count * PerDate);

    /// <summary>Dates at which it is read as better; then their squares.</summary>
    /// <param name="image">Place of the image.</param>
    public int Better(int image) => Worse(image) + 2;

    /// <summary>Dates of the longest spell of reading it as worse; then their squares.</summary>
    /// <param name="image">Place of the image.</param>
    public int Longest(int image) => Worse(image) + 4;

    /// <summary>Paths whose longest spell has so many dates, 0 to all.</summary>
    /// <param name="image">Place of the image.</param>
    /// <param name="length">Dates.</param>
    public int OfLength(int image, int length) => Worse(image) + 6 + length;
}

/// <summary>Counts how far images are from the things they are images of.</summary>
internal sealed class PerceptionMeter : LaneMeter
{
    private readonly PerceptionLayout layout;
    private readonly (int Image, int Of, int Sign)[] images;
    private readonly int[] worse;
    private readonly int[] better;
    private readonly int[] spell;
    private readonly int[] longest;

    /// <summary>Initialises a meter.</summary>
    /// <param name="model">The model.</param>
    /// <param name="layout">Where the counts stand.</param>
    public PerceptionMeter(CompiledModel model, PerceptionLayout layout)
    {
        this.layout = layout;
        images = [.. layout.Images.Select(factor => (factor, model.Model.Factors[factor].Image!.Of.Index, model.Model.Factors[factor].Image!.HigherIsWorse ? 1 : -1))];
        worse = new int[images.Length * LaneWalk.MostLanes];
        better = new int[worse.Length];
        spell = new int[worse.Length];
        longest = new int[worse.Length];
    }

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        Array.Clear(worse);
        Array.Clear(better);
        Array.Clear(spell);
        Array.Clear(longest);
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        for (var image = 0; image < images.Length; image++)
        {
            var (signed, squares, absolute) = See(image, lanes);
            if (layout.Grid.Place(lanes.Step) is >= 0 and var place)
            {
                var sums = counts[layout.Distance(image, place)..];
                sums[0] += signed;
                sums[1] += squares;
                sums[2] += absolute;
            }
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        for (var image = 0; image < images.Length; image++)
        {
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                var at = (image * LaneWalk.MostLanes) + lane;
                Add(counts[layout.Worse(image)..], worse[at]);
                Add(counts[layout.Better(image)..], better[at]);
                Add(counts[layout.Longest(image)..], longest[at]);
                counts[layout.OfLength(image, longest[at])]++;
            }
        }
    }

    private static void Add(Span<long> sums, long number)
    {
        sums[0] += number;
        sums[1] += number * number;
    }

    private (long Signed, long Squares, long Absolute) See(int image, LaneWalk lanes)
    {
        var seen = lanes.States(images[image].Image);
        var thing = lanes.States(images[image].Of);
        var sum = (Signed: 0L, Squares: 0L, Absolute: 0L);
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var distance = images[image].Sign * (seen[lane] - thing[lane]);
            var at = (image * LaneWalk.MostLanes) + lane;
            worse[at] += distance > 0 ? 1 : 0;
            better[at] += distance < 0 ? 1 : 0;
            spell[at] = distance > 0 ? spell[at] + 1 : 0;
            longest[at] = Math.Max(longest[at], spell[at]);
            sum = (sum.Signed + distance, sum.Squares + ((long)distance * distance), sum.Absolute + Math.Abs(distance));
        }

        return sum;
    }
}
