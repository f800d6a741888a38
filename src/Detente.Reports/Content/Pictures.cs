using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Content;

/// <summary>What pictures of courses say besides what they show.</summary>
internal static class Pictures
{
    /// <summary>What must stand above: that the outcome was known, that the strategies are not the baseline's. Empty where it does not apply.</summary>
    public static IEnumerable<string> Above(CourseStudy study, Voice voice) =>
    [
        study.Model.Encoded is { Hindsight: true } ? voice.Word(FrameWords.Banner) : "",
        study.NoMeasures || !study.Strategies.IsEmpty ? voice.Word(CourseWords.Hypothetical) : "",
    ];

    /// <summary>A share in runs of 100 with its error: "46 ± 3".</summary>
    public static string OfHundred(Figure share, Voice voice) => $"{voice.Fixed(100 * share.Mean, 1)} ± {voice.Fixed(100 * share.StandardError, 1)}";
}
