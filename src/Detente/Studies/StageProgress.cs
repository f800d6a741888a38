namespace Detente.Studies;

/// <summary>Tells of one stage of a run as a part of the whole: stages count by the walks that each of the same paths takes in them.</summary>
internal sealed class StageProgress : IProgress<StudyProgress>
{
    private readonly IProgress<StudyProgress> whole;
    private readonly int before;
    private readonly int own;
    private readonly int after;

    private StageProgress(IProgress<StudyProgress> whole, int before, int own, int after)
    {
        this.whole = whole;
        this.before = before;
        this.own = own;
        this.after = after;
    }

    /// <summary>The progress of a stage.</summary>
    /// <param name="whole">Told of the whole; or null.</param>
    /// <param name="before">Walks of the stages before it.</param>
    /// <param name="own">Its own.</param>
    /// <param name="after">Those of the stages after it.</param>
    public static StageProgress? Of(IProgress<StudyProgress>? whole, int before, int own, int after) =>
        whole is null ? null : new StageProgress(whole, before, own, after);

    /// <inheritdoc/>
    public void Report(StudyProgress value) =>
        whole.Report(new StudyProgress((before * value.Total) + (own * value.Done), (before + own + after) * value.Total));
}
