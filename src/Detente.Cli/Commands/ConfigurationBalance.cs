using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>The impact balance of one configuration, consistent or not.</summary>
internal static class ConfigurationBalance
{
    // The best of every kind may follow the nearest ones; a few are asked for so that ties can be seen.
    private const int NearestAsked = 10;

    public static OptionSyntax Of { get; } = new("--of", new(
        "The impact balance of one configuration in place of a search: who argues for and against each state, and why it is consistent or not. Factors not named are in their initial state.",
        "Die Bilanz einer Konfiguration statt einer Suche: was für und gegen jede Ausprägung spricht, und warum sie konsistent ist oder nicht. Nicht genannte Faktoren stehen im Anfangszustand."))
    {
        Value = new("\"FACTOR = STATE, ...\"", "\"FAKTOR = ZUSTAND, ...\""),
    };

    /// <summary>Answers with the balance of the configuration that was named.</summary>
    /// <param name="open">The model and the command.</param>
    /// <param name="search">How consistent scenarios are looked for, of which the nearest is named.</param>
    /// <param name="isVerbose">Whether the arguments on all factors are shown.</param>
    /// <exception cref="Refusal">A name that the model does not have, or a factor without a state; it says all mistakes.</exception>
    public static int Run(OpenModel open, ScenariosStudy search, bool isVerbose)
    {
        var invocation = open.Invocation;
        var named = Named(open);
        var byFactor = named.ToDictionary(held => held.Factor.Index, held => held.State);
        ImmutableArray<int> states = [.. open.Model.Factors.Select((factor, place) => byFactor.TryGetValue(place, out var state) ? state : factor.Initial!.Value)];
        var explanation = open.Run<ExplainResult>(new ExplainStudy(open.Model, invocation.StudyOptions, [states]));
        var explained = explanation.Configurations[0];
        var tolerance = (long)Math.Round(100 * search.Tolerance, MidpointRounding.AwayFromZero);
        var isFound = explained.InconsistencyHundredths <= tolerance && explained.Barred.IsEmpty;
        var nearest = isFound ? null : Nearest(open, search, states);
        if (invocation.IsJson)
        {
            var json = new BalanceJson(open.Model, explained, nearest) { Named = named, Tolerance = search.Tolerance };
            (open.Answer(explanation.Provenance) with { Options = json.WriteOptions, Result = json.WriteResult }).Write();
        }
        else
        {
            var text = new BalanceText(open.Model, explanation, invocation.Language) { Named = named, IsVerbose = isVerbose, Tolerance = tolerance };
            Answer.Write(invocation, writer => text.Write(writer, nearest));
        }

        return ExitCode.Fine;
    }

    private static ImmutableArray<HeldState> Named(OpenModel open)
    {
        var mistakes = new OptionMistakes(open);
        var named = StateList.Read(open, Of, mistakes);
        var missing = open.Model.Factors
            .Where((factor, place) => factor.Initial is null && !named.Any(held => held.Factor.Index == place))
            .Select(factor => factor.Id)
            .ToList();

        // A list that could not be read may have named them.
        if (missing.Count > 0 && !mistakes.HasAny)
        {
            var list = string.Join(", ", missing);
            mistakes.Add(new LocalizedText(
                $"--of: these factors have no initial state and must be named: {list}",
                $"--of: diese Faktoren haben keinen Anfangszustand und müssen genannt werden: {list}"));
        }

        if (open.Invocation.Format == AnswerFormat.Svg)
        {
            mistakes.Add(new LocalizedText("--of has no picture that --format svg could draw", "--of hat kein Bild, das --format svg zeichnen könnte"));
        }

        if (open.Invocation.Format == AnswerFormat.Solutions)
        {
            mistakes.Add(new LocalizedText("--of finds no scenarios that --format sl could hold", "--of findet keine Szenarien, die --format sl aufnehmen könnte"));
        }

        mistakes.Refuse();
        return named;
    }

    // A factor that nothing influences is as good in the state it has here as in any other: it is held there.
    private static ScenariosResult Nearest(OpenModel open, ScenariosStudy search, ImmutableArray<int> states)
    {
        var influenced = open.Model.Influences.Select(influence => influence.To.Index).ToHashSet();
        return open.Run<ScenariosResult>(search with
        {
            Model = open.Model with
            {
                Factors = [.. open.Model.Factors.Select((factor, place) => influenced.Contains(place) ? factor : factor with { Initial = states[place] })],
            },
            Selection = ScenarioSelection.Nearest,
            Wish = [.. states.Select((state, place) => new HeldState(new FactorId(place), state))],
            MostListed = NearestAsked,
        });
    }
}
