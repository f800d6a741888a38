using System.Collections.Immutable;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Input;

/// <summary>A model that was read without an error, and the command it was read for.</summary>
internal sealed class OpenModel
{
    private readonly ModelReading source;

    private OpenModel(Invocation invocation, ModelReading reading, Model model) => (Invocation, source, Model) = (invocation, reading, model);

    /// <summary>The command.</summary>
    public Invocation Invocation { get; }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>Reads the model the command names and goes on with it; shows its mistakes and stops when it has errors, or lacks what a study needs.</summary>
    /// <returns>The exit code.</returns>
    public static int Then(Invocation invocation, Func<OpenModel, int> work)
    {
        var reading = Read(invocation);
        if (reading.Model is not { } model)
        {
            return Refuse(invocation, reading, [.. reading.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
        }

        if (invocation.OutFile is { } file)
        {
            AtomicFile.CheckTarget(file);
        }

        try
        {
            var open = new OpenModel(invocation, reading, model);
            var code = work(open);
            open.MentionWarnings();
            return code;
        }
        catch (StudyException lacking)
        {
            return Refuse(invocation, reading, [.. lacking.Diagnostics.Select(reading.Placed)]);
        }
    }

    /// <summary>Reads the model a command names, whatever mistakes it has.</summary>
    /// <param name="invocation">The command.</param>
    /// <param name="mayReplace">Whether --out may name a file of the model: only where the answer is the model itself.</param>
    /// <exception cref="Refusal">There is no such file or folder, it cannot be read, or the answer would take its place.</exception>
    public static ModelReading Read(Invocation invocation, bool mayReplace = false)
    {
        var path = new ModelFinder(invocation.Surroundings.Variable).Find(invocation.Operand);
        ModelReading reading;
        try
        {
            reading = ModelText.Read(path, invocation.Cancellation);
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            var reason = FileFailure.Describe(failure);
            throw new Refusal(new($"{path} cannot be read: {reason.En}", $"{path} kann nicht gelesen werden: {reason.De}"));
        }

        if (!mayReplace && invocation.OutFile is { } file && IsPartOf(reading, file))
        {
            throw new Refusal(new(
                $"{file} cannot be written: it is a file of the model itself",
                $"{file} kann nicht geschrieben werden: die Datei gehört zum Modell selbst"));
        }

        return reading;
    }

    /// <summary>A reading with what a study sees in its model without a run and without a search; as it is when there is no model.</summary>
    public static ModelReading Warned(Invocation invocation, ModelReading reading)
    {
        if (reading.Model is not { } model)
        {
            return reading;
        }

        var study = new WarningsStudy(model, invocation.StudyOptions) { IsQuick = true };
        var result = (WarningsResult)invocation.Surroundings.Runner.Run(study, null, invocation.Cancellation);
        return reading.With(result.Warnings.Diagnostics);
    }

    /// <summary>Runs a study, with progress where somebody watches.</summary>
    public TResult Run<TResult>(Study study)
        where TResult : StudyResult =>
        (TResult)ProgressDisplay.Run(Invocation, progress => Invocation.Surroundings.Runner.Run(study, progress, Invocation.Cancellation));

    /// <summary>The envelope for an answer from a run on this model.</summary>
    public JsonAnswer Answer(ResultProvenance provenance) => new(Invocation)
    {
        Model = Model,
        ModelHash = provenance.ModelHash,
        Provenance = provenance,
        Diagnostics = [.. source.Diagnostics, .. provenance.Warnings.Select(source.Placed)],
    };

    /// <summary>The envelope for an answer for which nothing was run.</summary>
    public JsonAnswer Answer() => new(Invocation) { Model = Model, ModelHash = ModelText.Hash(Model), Diagnostics = source.Diagnostics };

    /// <summary>A diagnostic of this model as text, with the lines it concerns, without a line feed at the end.</summary>
    public string Describe(Diagnostic diagnostic) => DiagnosticText.Write(source.Placed(diagnostic), source, Invocation.Language).TrimEnd('\n');

    /// <summary>Shows diagnostics of this model for which a command cannot be done.</summary>
    /// <returns>The exit code.</returns>
    public int Refuse(IEnumerable<Diagnostic> diagnostics) => Refuse(Invocation, source, [.. diagnostics.Select(source.Placed)]);

    /// <summary>Shows diagnostics for which a command cannot be done.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(Invocation invocation, ModelReading reading, ImmutableArray<Diagnostic> diagnostics)
    {
        if (invocation.IsJson)
        {
            new JsonAnswer(invocation) { Diagnostics = diagnostics }.Write();
            return ExitCode.Usage;
        }

        foreach (var diagnostic in diagnostics)
        {
            invocation.Surroundings.Error.WriteLine(DiagnosticText.Write(diagnostic, reading, invocation.Language).TrimEnd('\n'));
        }

        return ExitCode.Usage;
    }

    // Files that could not be read have no text, but a message.
    private static bool IsPartOf(ModelReading reading, string file)
    {
        var place = AtomicFile.PlaceOf(file);
        return reading.Texts.Keys.Concat(reading.Diagnostics.Select(diagnostic => diagnostic.Span.File)).Distinct(StringComparer.Ordinal).Any(part => AtomicFile.PlaceOf(part) == place);
    }

    private void MentionWarnings()
    {
        if (Invocation.IsJson)
        {
            return;
        }

        var count = Warned(Invocation, source).Diagnostics.Count(diagnostic => diagnostic.AcceptedBecause is null);
        var number = new Wording(Invocation.Language).Whole(count);
        if (count > 0)
        {
            Invocation.Surroundings.Error.WriteLine(Invocation.Say(
                $"detente: the model has {number} {(count == 1 ? "warning" : "warnings")}; detente check shows more",
                $"detente: das Modell hat {number} {(count == 1 ? "Warnung" : "Warnungen")}; detente check zeigt mehr"));
        }
    }
}
