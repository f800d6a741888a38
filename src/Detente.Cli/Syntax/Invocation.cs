using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Syntax;

/// <summary>One command as it was asked for: its words are right, though what they name may not exist.</summary>
/// <param name="Command">The command.</param>
/// <param name="Surroundings">Where its answer goes.</param>
/// <param name="Language">The reader's language.</param>
internal sealed record Invocation(CommandSyntax Command, Surroundings Surroundings, ReaderLanguage Language)
{
    /// <summary>What it works on; empty for a command that takes nothing.</summary>
    public string Operand { get; init; } = "";

    /// <summary>The options given, with their values in order; a flag has none.</summary>
    public IReadOnlyDictionary<OptionSyntax, ImmutableArray<string>> Given { get; init; } = ImmutableDictionary<OptionSyntax, ImmutableArray<string>>.Empty;

    /// <summary>Stops the command.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The form of the answer.</summary>
    public string Format => Value(SharedOptions.Format) ?? AnswerFormat.Text;

    /// <summary>Whether the answer is JSON.</summary>
    public bool IsJson => Format == AnswerFormat.Json;

    /// <summary>The file the answer goes to, or null for standard output.</summary>
    public string? OutFile => Value(SharedOptions.Out);

    /// <summary>How much to compute, and with which seed.</summary>
    public StudyOptions StudyOptions
    {
        get
        {
            var standard = new StudyOptions();
            return standard with
            {
                Seed = Value(SharedOptions.Seed) is { } seed ? ulong.Parse(seed, CultureInfo.InvariantCulture) : standard.Seed,
                Threads = Integer(SharedOptions.Threads, standard.Threads),
                Draws = Integer(SharedOptions.Draws, standard.Draws),
                Paths = Integer(SharedOptions.Paths, standard.Paths),
            };
        }
    }

    public bool Has(OptionSyntax option) => Given.ContainsKey(option);

    /// <summary>The value of an option, or null when it was not given.</summary>
    public string? Value(OptionSyntax option) => Given.TryGetValue(option, out var values) ? values[0] : null;

    public int Integer(OptionSyntax option, int otherwise) => Value(option) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public double Real(OptionSyntax option, double otherwise) => Value(option) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public ImmutableArray<string> Values(OptionSyntax option) => Given.TryGetValue(option, out var values) ? values : [];

    /// <summary>A wording in the reader's language.</summary>
    public string Say(LocalizedText text) => text.In(Language);

    /// <summary>A wording in the reader's language.</summary>
    public string Say(string english, string german) => Language == ReaderLanguage.German ? german : english;
}
