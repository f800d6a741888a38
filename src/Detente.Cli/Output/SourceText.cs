using Detente.Models;

namespace Detente.Cli.Output;

/// <summary>Where something comes from, as the model language writes it.</summary>
internal static class SourceText
{
    /// <summary>A source with its locator: <c>study#p3</c>.</summary>
    /// <param name="place">The place.</param>
    /// <param name="model">The model that names it.</param>
    public static string Write(SourceReference place, Model model) =>
        model.Sources[place.Source.Index].Id + (place.Locator is { } locator ? "#" + locator : "");
}
