using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Says what a modeller should know of a model before trusting its figures.</summary>
internal static class WarningsRun
{
    /// <summary>Runs the study. Deterministic.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static WarningsResult Run(WarningsStudy study, string modelHash, CancellationToken cancellation) => new(
        new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(true, 1, 1), []),
        Of(study, cancellation));

    /// <summary>The warnings alone.</summary>
    /// <param name="study">What to look for.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ModelWarnings Of(WarningsStudy study, CancellationToken cancellation)
    {
        var model = study.Model;
        var isTimed = StudyDiagnostics.MissingForTime(model).IsEmpty;
        var starts = isTimed ? StartWarnings.Of(model) : [];
        return ModelWarnings.None with
        {
            RejectedStarts = [.. starts.Select(found => found.Start)],
            Diagnostics = [.. starts.Select(found => found.Warning)],
        };
    }
}
