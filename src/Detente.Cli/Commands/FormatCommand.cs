using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language;

namespace Detente.Cli.Commands;

/// <summary>Brings the files of a model into the canonical layout; comments stay.</summary>
internal static class FormatCommand
{
    private static readonly OptionSyntax Check = new("--check", new(
        "Changes nothing; names the files that would change and ends with 1 if there are any.",
        "Ändert nichts; nennt die Dateien, die sich ändern würden, und endet mit 1, wenn es welche gibt."));

    public static CommandSyntax Syntax { get; } = new(
        "format",
        new(
            "Brings the files of a model into the canonical layout (comments stay), or writes the model as a file of another kind.",
            "Bringt die Dateien eines Modells in die kanonische Form (Kommentare bleiben) oder schreibt das Modell als Datei anderer Art."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [Check, FormatConversion.To],
        Example = "format my-model.yaml --check",
    };

    private static int Run(Invocation invocation)
    {
        if (invocation.Has(FormatConversion.To) || ModelText.IsMatrixFile(invocation.Operand))
        {
            return FormatConversion.Run(invocation, checks: invocation.Has(Check));
        }

        var reading = OpenModel.Read(invocation, mayReplace: true);
        if (invocation.OutFile is not null && reading.Texts.Count > 1)
        {
            throw new Refusal(new("--out takes one file, and this model has several parts", "--out nimmt eine Datei auf, doch dieses Modell hat mehrere Teile"));
        }

        // A text that could not be read to its end must not be written back.
        var mistakes = reading.Diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("DT1", StringComparison.Ordinal) && diagnostic.Severity == DiagnosticSeverity.Error);
        var files = reading.Texts.OrderBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => (File: text.Key, Before: text.Value, After: ModelText.Format(text.Value, text.Key, invocation.Cancellation)))
            .ToImmutableArray();
        var errors = mistakes.Concat(files.Where(file => file.After.Text is null).SelectMany(file => file.After.Diagnostics)).Distinct().ToImmutableArray();
        if (!errors.IsEmpty)
        {
            return OpenModel.Refuse(invocation, reading, errors);
        }

        var changes = files.Where(file => file.Before != file.After.Text).Select(file => (file.File, Text: file.After.Text!)).ToImmutableArray();
        var checks = invocation.Has(Check);
        if (!checks && invocation.OutFile is { } target)
        {
            AtomicFile.Write(target, writer => writer.Write(files[0].After.Text), invocation.Cancellation);
            return ExitCode.Fine;
        }

        // All files or none: once the first is written, the others follow.
        invocation.Cancellation.ThrowIfCancellationRequested();
        foreach (var (file, text) in checks ? [] : changes)
        {
            AtomicFile.Write(file, writer => writer.Write(text), CancellationToken.None);
        }

        Tell(invocation, checks, [.. changes.Select(change => change.File)]);
        return checks && changes.Length > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Tell(Invocation invocation, bool checks, ImmutableArray<string> changed)
    {
        if (invocation.IsJson)
        {
            new JsonAnswer(invocation)
            {
                Options = json => json.WriteBoolean("check", checks),
                Result = json => json.WriteTexts("changed", changed),
            }.Write();
            return;
        }

        Answer.Write(invocation, writer =>
        {
            foreach (var file in changed)
            {
                writer.WriteLine(checks
                    ? invocation.Say($"{file} is not in the canonical layout", $"{file} hat nicht die kanonische Form")
                    : invocation.Say($"{file} was brought into the canonical layout", $"{file} hat jetzt die kanonische Form"));
            }

            if (changed.IsEmpty)
            {
                writer.WriteLine(invocation.Say("Nothing to change.", "Nichts zu ändern."));
            }
        });
    }
}
