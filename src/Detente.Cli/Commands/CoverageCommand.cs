using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Which elements represent the items of the source text.</summary>
internal static class CoverageCommand
{
    private static readonly OptionSyntax Item = new("--item", new(
        "Shows what carries this item; may be given several times.",
        "Zeigt, welche Elemente diesen Eintrag tragen; mehrmals möglich."))
    {
        Value = new("NAME", "NAME"),
        Repeats = true,
    };

    private static readonly OptionSyntax Verbose = new("--verbose", new(
        "Shows every item with the elements that carry it.",
        "Zeigt jeden Eintrag mit den Elementen, die ihn tragen."));

    public static CommandSyntax Syntax { get; } = new(
        "coverage",
        new("Which elements represent the items of the source text (section items).", "Welche Elemente die Einträge des Quellentextes abbilden (Abschnitt items)."),
        Run)
    {
        Operand = SharedOptions.Model,
        Options = [Item, Verbose],
        Example = "coverage my-model.yaml --item S-45",
    };

    private static int Run(Invocation invocation) => OpenModel.Then(invocation, open =>
    {
        ImmutableArray<int> asked = [.. invocation.Values(Item).Select(name => Find(name, open.Model)).Distinct()];
        var result = open.Run<CoverageResult>(new CoverageStudy(open.Model));
        if (invocation.IsJson)
        {
            var json = new CoverageJson(open.Model, result, asked);
            (open.Answer(result.Provenance) with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else
        {
            var shown = asked.IsEmpty && invocation.Has(Verbose) ? [.. Enumerable.Range(0, open.Model.Items.Length)] : asked;
            Answer.Write(invocation, writer => new CoverageText(open.Model, result, invocation.Language).Write(writer, shown));
        }

        return result.IsComplete ? ExitCode.Fine : ExitCode.Findings;
    });

    private static int Find(string name, Model model) =>
        ElementName.Find(name, [.. model.Items.Select(item => item.Id)], new("the inventory has no item", "das Inventar hat keinen Eintrag"));
}
