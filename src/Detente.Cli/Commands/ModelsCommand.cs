using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;

namespace Detente.Cli.Commands;

/// <summary>Lists the worked models.</summary>
internal static class ModelsCommand
{
    public static CommandSyntax Syntax { get; } = new("models", new("Lists the worked models.", "Nennt die Beispielmodelle."), Run)
    {
        Example = "models",
    };

    private static int Run(Invocation invocation)
    {
        var models = new ModelFinder(invocation.Surroundings.Variable).WorkedModels()
            .Select(found => (found.Name, Title: TitleOf(found.Path)))
            .ToImmutableArray();
        if (!invocation.IsJson)
        {
            Answer.Write(invocation, writer => WriteText(writer, invocation, models));
            return ExitCode.Fine;
        }

        new JsonAnswer(invocation)
        {
            Result = json =>
            {
                json.WriteStartArray("models");
                foreach (var (name, title) in models)
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteText("title", title);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
        }.Write();
        return ExitCode.Fine;
    }

    private static void WriteText(TextWriter writer, Invocation invocation, ImmutableArray<(string Name, LocalizedText? Title)> models)
    {
        if (models.IsEmpty)
        {
            writer.WriteLine(invocation.Say("There are no worked models beside this program.", "Neben diesem Programm liegen keine Beispielmodelle."));
            return;
        }

        var table = new TextTable().Left(1);
        foreach (var (name, title) in models)
        {
            table.Row(name, title is null ? invocation.Say("(cannot be read)", "(nicht lesbar)") : invocation.Say(title));
        }

        table.Write(writer);
    }

    private static LocalizedText? TitleOf(string path)
    {
        try
        {
            return ModelText.Read(path).Model?.Title;
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            return null;
        }
    }
}
