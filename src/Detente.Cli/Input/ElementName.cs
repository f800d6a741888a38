using Detente.Language.Expressions;
using Detente.Models;

namespace Detente.Cli.Input;

/// <summary>Names of elements that options take.</summary>
internal static class ElementName
{
    /// <summary>The place of a name among those of the model.</summary>
    /// <param name="name">The name as it was given.</param>
    /// <param name="names">The names of the model.</param>
    /// <param name="lacks">That there is none of its sort, up to the name: "the model has no claim".</param>
    /// <exception cref="Refusal">There is no such name; says which one was probably meant.</exception>
    public static int Find(string name, IReadOnlyList<string> names, LocalizedText lacks)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        var hint = Suggestion.For(name, names);
        throw new Refusal(new(
            $"{lacks.En} \"{name}\"" + (hint is null ? "" : $"; did you mean {hint}?"),
            $"{lacks.De} „{name}“" + (hint is null ? "" : $"; ist {hint} gemeint?")));
    }
}
