using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Writes the brief a principal reads.</summary>
internal static class BriefCommand
{
    public static CommandSyntax Syntax { get; } = new(
        "brief",
        new("Writes the brief a principal reads, as one HTML file.", "Schreibt das Szenariopapier für die Leitung, als eine HTML-Datei."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [SharedOptions.Draws, SharedOptions.Paths],
        Example = "brief my-model.yaml --lang de --out brief.html",
    };

    private static int Run(Invocation invocation)
    {
        if (invocation.OutFile is not { } file)
        {
            throw new Refusal(new("brief needs --out FILE.html", "brief braucht --out DATEI.html"));
        }

        return OpenModel.Then(invocation, open =>
        {
            var result = open.Run<BriefResult>(new BriefStudy(open.Model, invocation.StudyOptions));
            var report = BriefDocument.From(result, invocation.Language);
            AtomicFile.Write(file, writer => HtmlWriter.Write(report, writer), invocation.Cancellation);
            Confirm(open, result, file);
            return ExitCode.Fine;
        });
    }

    private static void Confirm(OpenModel open, BriefResult result, string file)
    {
        var invocation = open.Invocation;
        if (!invocation.IsJson)
        {
            invocation.Surroundings.Output.Write(invocation.Say($"The brief is in {file}.\n", $"Das Szenariopapier steht in {file}.\n"));
            return;
        }

        var answer = open.Answer(result.Provenance) with
        {
            Options = json =>
            {
                json.WriteNumber("draws", invocation.StudyOptions.Draws);
                json.WriteNumber("paths", invocation.StudyOptions.Paths);
                json.WriteString("language", invocation.Language == ReaderLanguage.German ? "de" : "en");
            },
            Result = json => json.WriteString("file", file),
        };
        answer.WriteTo(invocation.Surroundings.Output);
    }
}
