using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Language.Expressions;

namespace Detente.Cli.Commands;

/// <summary>Prints the page of a diagnostic.</summary>
internal static class ExplainCommand
{
    public static CommandSyntax Syntax { get; } = new("explain", new("Explains the code of a message.", "Erklärt den Code einer Meldung."), Run)
    {
        Operand = new(new("CODE", "CODE"), new("The code, such as DT2004.", "Der Code, etwa DT2004.")),
        Example = "explain DT2004",
    };

    private static int Run(Invocation invocation)
    {
        var code = invocation.Operand;
        if (DiagnosticCatalog.Find(code) is not { } entry)
        {
            var hint = Suggestion.For(code, DiagnosticCatalog.Entries.Select(known => known.Code));
            throw new Refusal(new(
                $"there is no code \"{code}\"" + (hint is null ? "" : $"; did you mean {hint}?"),
                $"den Code „{code}“ gibt es nicht" + (hint is null ? "" : $"; ist {hint} gemeint?")));
        }

        if (!invocation.IsJson)
        {
            Answer.Write(invocation, writer => writer.Write(DiagnosticCatalog.Page(code, invocation.Language)));
            return ExitCode.Fine;
        }

        new JsonAnswer(invocation)
        {
            Result = json =>
            {
                json.WriteString("code", entry.Code);
                json.WriteString("severity", entry.Severity == DiagnosticSeverity.Error ? "error" : "warning");
                json.WriteText("title", entry.Title);
                json.WriteText("page", new(
                    DiagnosticCatalog.Page(code, Models.ReaderLanguage.English)!,
                    DiagnosticCatalog.Page(code, Models.ReaderLanguage.German)!));
            },
        }.Write();
        return ExitCode.Fine;
    }
}
