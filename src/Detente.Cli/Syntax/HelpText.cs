using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cli.Syntax;

/// <summary>Writes the help.</summary>
internal static class HelpText
{
    private const int Width = 100;

    /// <summary>The help of the program.</summary>
    public static void Write(TextWriter writer, ImmutableArray<CommandSyntax> commands, ReaderLanguage language)
    {
        string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
        writer.WriteLine(Say("Détente: a workbench for analysts of a strategic rivalry.", "Détente: eine Werkbank für die Analyse strategischer Rivalitäten."));
        writer.WriteLine();
        writer.WriteLine(Say("Usage: detente COMMAND [OPTIONS]", "Aufruf: detente BEFEHL [OPTIONEN]"));
        writer.WriteLine();
        writer.WriteLine(Say("Commands:", "Befehle:"));
        Rows(writer, commands.Select(command => (Usage(command, language), command.Summary.In(language))));
        writer.WriteLine();
        writer.WriteLine(Say("Options of every command:", "Optionen aller Befehle:"));
        Rows(writer, Options(SharedOptions.All, language));
        writer.WriteLine();
        writer.WriteLine(Say("Help on one command: detente COMMAND --help", "Hilfe zu einem Befehl: detente BEFEHL --help"));
        writer.WriteLine(Say(
            "Exit codes: 0 done, 1 findings, 2 words, input or files at fault, 130 cancelled, 70 a mistake of ours.",
            "Rückgabewerte: 0 fertig, 1 Befunde, 2 Wörter, Eingabe oder Dateien fehlerhaft, 130 abgebrochen, 70 Programmfehler."));
    }

    /// <summary>The help of one command.</summary>
    public static void Write(TextWriter writer, CommandSyntax command, ReaderLanguage language)
    {
        string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
        writer.WriteLine(command.Summary.In(language));
        writer.WriteLine();
        writer.WriteLine(Say("Usage: detente ", "Aufruf: detente ") + Usage(command, language) + Say(" [OPTIONS]", " [OPTIONEN]"));
        writer.WriteLine(Say("Example: detente ", "Beispiel: detente ") + command.Example);
        writer.WriteLine();
        if (command.Operand is { } operand)
        {
            Rows(writer, [(operand.Name.In(language), operand.Help.In(language))]);
            writer.WriteLine();
        }

        if (!command.Options.IsEmpty)
        {
            writer.WriteLine(Say("Options:", "Optionen:"));
            Rows(writer, Options(command.Options, language));
            writer.WriteLine();
        }

        writer.WriteLine(Say("Options of every command:", "Optionen aller Befehle:"));
        Rows(writer, Options(SharedOptions.All, language, command));
    }

    private static string Usage(CommandSyntax command, ReaderLanguage language) =>
        command.Operand is { } operand ? command.Name + " " + operand.Name.In(language) : command.Name;

    private static IEnumerable<(string Left, string Right)> Options(ImmutableArray<OptionSyntax> options, ReaderLanguage language, CommandSyntax? command = null) =>
        from option in options
        let value = option == SharedOptions.Format && command is not null ? string.Join('|', command.Formats) : option.Value?.In(language)
        select (value is null ? option.Name : option.Name + " " + value, option.Help.In(language));

    private static void Rows(TextWriter writer, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        var left = Math.Max(22, all.Max(row => row.Left.Length)) + 4;
        foreach (var row in all)
        {
            var line = "  " + row.Left.PadRight(left - 2);
            foreach (var word in row.Right.Split(' '))
            {
                if (line.Length + word.Length > Width && line.Trim().Length > 0)
                {
                    writer.WriteLine(line.TrimEnd());
                    line = new string(' ', left);
                }

                line += word + " ";
            }

            writer.WriteLine(line.TrimEnd());
        }
    }
}
