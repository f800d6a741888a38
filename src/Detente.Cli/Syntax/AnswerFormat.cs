using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cli.Syntax;

/// <summary>Forms of an answer, the values of --format.</summary>
internal static class AnswerFormat
{
    public const string Text = "text";

    public const string Json = "json";

    public const string Svg = "svg";

    /// <summary>A solution file of ScenarioWizard.</summary>
    public const string Solutions = "sl";

    /// <summary>What every command can write; one that can write more says so in <see cref="CommandSyntax.Formats"/>.</summary>
    public static ImmutableArray<string> OfEveryCommand { get; } = [Text, Json];

    /// <summary>Complains unless the value is one of the formats.</summary>
    public static LocalizedText? Complaint(string value, ImmutableArray<string> formats) => formats.Contains(value, StringComparer.Ordinal)
        ? null
        : new($"{Joined(formats, " or ")} is expected", $"erwartet wird {Joined(formats, " oder ")}");

    private static string Joined(ImmutableArray<string> formats, string or) => string.Join(", ", formats[..^1]) + or + formats[^1];
}
