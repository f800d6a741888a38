using System.Collections.Immutable;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Input;

/// <summary>Factors with one state each, as options take them: <c>"trust = low, channels = none"</c>.</summary>
internal static class StateList
{
    /// <summary>Reads all values of an option; a factor may be named once in all of them.</summary>
    /// <param name="open">The model and the command.</param>
    /// <param name="option">The option.</param>
    /// <param name="mistakes">Takes what is wrong.</param>
    /// <returns>In the order written; of no use when there are mistakes.</returns>
    public static ImmutableArray<HeldState> Read(OpenModel open, OptionSyntax option, OptionMistakes mistakes)
    {
        var states = ImmutableArray.CreateBuilder<HeldState>();
        var written = open.Invocation.Values(option);
        foreach (var (place, text) in written.Index())
        {
            var name = OptionMistakes.Name(option.Name, place, written.Length);
            var reading = StateListText.Parse(text, open.Model, name);
            mistakes.Add(text, name, reading.Diagnostics);
            states.AddRange(reading.States.Select(pair => new HeldState(pair.Factor, pair.State)));
        }

        foreach (var twice in states.GroupBy(state => state.Factor).Where(group => group.Count() > 1))
        {
            var factor = open.Model.Factors[twice.Key.Index].Id;
            mistakes.Add(new LocalizedText($"{option.Name}: {factor} is named more than once", $"{option.Name}: {factor} ist mehrmals genannt"));
        }

        return states.ToImmutable();
    }
}
