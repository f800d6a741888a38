using System.Text;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>The part of <c>format</c> that writes a model as a file of another kind.</summary>
internal static class FormatConversion
{
    private static readonly string[] Forms = ["yaml", "scw", "csv"];

    /// <summary>The kind of file.</summary>
    public static OptionSyntax To { get; } = new("--to", new(
        "Writes the model to --out (yaml and csv otherwise to standard output): yaml, one file without comments; scw, for ScenarioWizard; csv, a matrix with labels. yaml unless stated for a .scw or .csv file.",
        "Schreibt das Modell nach --out (yaml und csv sonst auf die Standardausgabe): yaml, eine Datei ohne Kommentare; scw, für ScenarioWizard; csv, eine beschriftete Matrix. Ohne Angabe yaml für eine .scw- oder .csv-Datei."))
    {
        Value = Models.LocalizedText.Same(string.Join('|', Forms)),
        Complaint = static value => SharedOptions.OneOf(value, Forms),
    };

    /// <summary>Writes the file.</summary>
    /// <param name="invocation">The command.</param>
    /// <param name="checks">Whether --check was given, which has no meaning here.</param>
    public static int Run(Invocation invocation, bool checks)
    {
        if (checks)
        {
            throw new Refusal(new("--check compares files in the model language only", "--check vergleicht nur Dateien in der Modellsprache"));
        }

        if (invocation.IsJson)
        {
            throw new Refusal(new("what is written is the file itself; --format json does not fit", "geschrieben wird die Datei selbst; --format json passt nicht"));
        }

        var form = invocation.Value(To) ?? Forms[0];
        CheckName(invocation, form);
        return OpenModel.Then(invocation, open =>
        {
            var file = form switch
            {
                "scw" => ModelExport.ScenarioWizard(open.Model, invocation.Language),
                "csv" => ModelExport.MatrixTable(open.Model, invocation.Language),
                _ => new ExportedFile(Encoding.UTF8.GetBytes(ModelText.Write(open.Model)), []),
            };
            if (file.Content is not { } content)
            {
                return open.Refuse(file.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            }

            Write(invocation, content);
            foreach (var warning in file.Diagnostics.Where(warning => warning.AcceptedBecause is null))
            {
                invocation.Surroundings.Error.WriteLine($"detente: {warning.Code} {warning.Element}: {warning.Message.In(invocation.Language)}");
            }

            return ExitCode.Fine;
        });
    }

    /// <summary>Refuses a file of one kind under the name of another, and the bytes of a .scw file on standard output.</summary>
    private static void CheckName(Invocation invocation, string form)
    {
        if (invocation.OutFile is not { } file)
        {
            if (form == "scw")
            {
                throw new Refusal(new("--to scw needs a file: --out FILE", "--to scw braucht eine Datei: --out DATEI"));
            }

            return;
        }

        var ending = Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        if (ending != form && Forms.Contains(ending, StringComparer.Ordinal))
        {
            throw new Refusal(new(
                $"{file} would not hold what its name says: give --to {ending}, or another name for {form}",
                $"{file} enthielte nicht, was der Name sagt: --to {ending} angeben oder einen anderen Namen für {form}"));
        }
    }

    // The file as it is: no sign is replaced as in answers, since a program is to read it.
    private static void Write(Invocation invocation, ReadOnlyMemory<byte> content)
    {
        if (invocation.OutFile is { } file)
        {
            AtomicFile.Write(file, content, invocation.Cancellation);
        }
        else
        {
            invocation.Surroundings.Output.Write(Encoding.UTF8.GetString(content.Span));
        }
    }
}
