using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Detente.Language.Expressions;
using Detente.Models;

namespace Detente.Cli.Syntax;

/// <summary>Reads the words of a command line; every mistake in them at once, in the reader's language.</summary>
/// <remarks>
/// System.CommandLine cuts the words into commands, options and operands. It is told to accept any number of each, so that
/// every complaint is made here: its own messages exist in the language of the machine only.
/// </remarks>
internal sealed class CommandLine
{
    private readonly ImmutableArray<CommandSyntax> commands;
    private readonly Dictionary<CommandSyntax, (Command Command, Argument<string[]> Operands)> parts = [];
    private readonly Dictionary<OptionSyntax, Option<string[]>> options = [];
    private readonly Command root = new("detente");
    private readonly Argument<string[]> strays = Words("words");

    public CommandLine(ImmutableArray<CommandSyntax> commands)
    {
        this.commands = commands;
        root.Add(strays);
        foreach (var option in SharedOptions.All)
        {
            root.Add(Reader(option));
        }

        foreach (var syntax in commands)
        {
            var command = new Command(syntax.Name);
            var operands = Words("operands");
            command.Add(operands);
            foreach (var option in syntax.Options)
            {
                command.Add(Reader(option));
            }

            root.Add(command);
            parts.Add(syntax, (command, operands));
        }
    }

    /// <summary>The language asked for by --lang, wherever it stands, else by the environment, else English.</summary>
    public static ReaderLanguage LanguageOf(IReadOnlyList<string> words, Func<string, string?> variable)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var named = words[i] == "--lang" && i + 1 < words.Count ? words[i + 1]
                : words[i].StartsWith("--lang=", StringComparison.Ordinal) || words[i].StartsWith("--lang:", StringComparison.Ordinal) ? words[i][7..] : null;
            if (named is "de" or "en")
            {
                return named == "de" ? ReaderLanguage.German : ReaderLanguage.English;
            }
        }

        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return locale is not null && locale.StartsWith("de", StringComparison.Ordinal) ? ReaderLanguage.German : ReaderLanguage.English;
    }

    /// <summary>Reads the words.</summary>
    public ReadCommand Read(IReadOnlyList<string> words)
    {
        var parsed = root.Parse(words, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        var command = commands.FirstOrDefault(syntax => parts[syntax].Command == parsed.CommandResult.Command);
        var mistakes = new List<LocalizedText>();
        var given = new Dictionary<OptionSyntax, ImmutableArray<string>>();
        foreach (var (syntax, option) in options)
        {
            if (parsed.GetResult(option) is { Implicit: false } result)
            {
                var values = result.Tokens.Select(token => token.Value).ToImmutableArray();
                mistakes.AddRange(Mistakes(syntax, result.IdentifierTokenCount, values, command?.Formats ?? AnswerFormat.OfEveryCommand));
                given[syntax] = values;
            }
        }

        mistakes.AddRange(Contradictions(command, given));

        var operands = parsed.GetResult(command is null ? strays : parts[command].Operands)?.Tokens.Select(token => token.Value).ToList() ?? [];
        if (command is not null)
        {
            operands.AddRange(parsed.GetResult(strays)?.Tokens.Select(token => token.Value) ?? []);
        }

        operands.AddRange(parsed.UnmatchedTokens.Where(token => !operands.Contains(token, StringComparer.Ordinal)));
        var asksForHelp = given.ContainsKey(SharedOptions.Help) || given.ContainsKey(SharedOptions.Version);
        var plain = words.Contains("--", StringComparer.Ordinal);
        mistakes.AddRange(Mistakes(command, operands, asksForHelp, plain));
        return new(command, operands.FirstOrDefault() ?? "", given, [.. mistakes]);
    }

    private static Argument<string[]> Words(string name) => new(name) { Arity = ArgumentArity.ZeroOrMore };

    private Option<string[]> Reader(OptionSyntax syntax)
    {
        if (!options.TryGetValue(syntax, out var option))
        {
            var aliases = syntax == SharedOptions.Help ? new[] { "-h", "-?" } : [];
            option = new Option<string[]>(syntax.Name, aliases)
            {
                Arity = syntax.Value is null ? ArgumentArity.Zero : ArgumentArity.ZeroOrMore,
                Recursive = SharedOptions.All.Contains(syntax),
                AllowMultipleArgumentsPerToken = false,
            };
            options.Add(syntax, option);
        }

        return option;
    }

    private static IEnumerable<LocalizedText> Mistakes(OptionSyntax syntax, int times, ImmutableArray<string> values, ImmutableArray<string> formats)
    {
        if (syntax.Value is null)
        {
            yield break;
        }

        if (values.Length < times || values.Any(value => value.StartsWith("--", StringComparison.Ordinal)))
        {
            yield return new($"{syntax.Name} needs a value: {syntax.Name} {syntax.Value.En}", $"{syntax.Name} braucht einen Wert: {syntax.Name} {syntax.Value.De}");
            yield break;
        }

        if (times > 1 && !syntax.Repeats)
        {
            yield return new($"{syntax.Name} is given more than once", $"{syntax.Name} ist mehrmals angegeben");
        }

        foreach (var value in values)
        {
            var found = syntax == SharedOptions.Format ? AnswerFormat.Complaint(value, formats) : syntax.Complaint(value);
            if (found is { } complaint)
            {
                yield return new($"{syntax.Name} {value}: {complaint.En}", $"{syntax.Name} {value}: {complaint.De}");
            }
        }
    }

    private static IEnumerable<LocalizedText> Contradictions(CommandSyntax? command, Dictionary<OptionSyntax, ImmutableArray<string>> given) =>
        from pair in command?.Exclusive ?? []
        where given.ContainsKey(pair.One) && given.ContainsKey(pair.Other)
        select new LocalizedText($"{pair.One.Name} and {pair.Other.Name} exclude each other", $"{pair.One.Name} und {pair.Other.Name} schließen einander aus");

    private IEnumerable<LocalizedText> Mistakes(CommandSyntax? command, List<string> operands, bool asksForHelp, bool plain)
    {
        foreach (var option in operands.Where(word => !plain && word.Length > 1 && word[0] == '-'))
        {
            var known = SharedOptions.All.Concat(command?.Options ?? []).Select(syntax => syntax.Name);
            yield return Meant(new($"{option} is no option here", $"{option} ist hier keine Option"), Suggestion.For(option.Split('=', ':')[0], known));
        }

        var names = operands.Where(word => plain || word.Length < 2 || word[0] != '-').ToList();
        if (command is null)
        {
            if (names.Count > 0)
            {
                var nearest = Suggestion.For(names[0], commands.Select(syntax => syntax.Name));
                yield return Meant(new($"\"{names[0]}\" is no command", $"„{names[0]}“ ist kein Befehl"), nearest);
            }
        }
        else if (names.Count == 0 && command.Operand is { } missing && operands.Count == 0 && !asksForHelp)
        {
            yield return new($"{command.Name} needs {missing.Name.En}", $"{command.Name} braucht {missing.Name.De}");
        }
        else if (names.Count > (command.Operand is null ? 0 : 1) && names.Count == operands.Count)
        {
            var extra = names[command.Operand is null ? 0 : 1];
            yield return new($"\"{extra}\" is one word too many", $"„{extra}“ ist ein Wort zu viel");
        }
    }

    private static LocalizedText Meant(LocalizedText text, string? nearest) => nearest is null
        ? text
        : new($"{text.En}; did you mean {nearest}?", $"{text.De}; ist {nearest} gemeint?");
}

/// <summary>A command line that was read.</summary>
/// <param name="Command">The command, or null when none was named.</param>
/// <param name="Operand">What it works on; empty when nothing was named.</param>
/// <param name="Given">The options given, with their values.</param>
/// <param name="Mistakes">What is wrong with it; empty when nothing is.</param>
internal sealed record ReadCommand(
    CommandSyntax? Command,
    string Operand,
    IReadOnlyDictionary<OptionSyntax, ImmutableArray<string>> Given,
    ImmutableArray<LocalizedText> Mistakes);
