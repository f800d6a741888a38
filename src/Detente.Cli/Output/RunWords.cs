using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What stands above every answer from model runs: how many there are, what they mean, which strategies are followed.</summary>
internal sealed class RunWords(Model model, ReaderLanguage language)
{
    private readonly Wording wording = new(language);

    /// <summary>That a share of model runs describes the model.</summary>
    public string Meaning => Say(
        "A share of model runs says what follows from the judgements; it describes the model, not the prospects of the world.",
        "Ein Anteil der Modellläufe sagt, was aus den Urteilen folgt; er beschreibt das Modell, nicht die Aussichten der Welt.");

    /// <summary>How many runs there are, and with which seed.</summary>
    public string Sampled(StudyOptions options)
    {
        var (draws, paths) = (options.Draws, options.Paths);
        var all = wording.Whole((System.Numerics.BigInteger)draws * paths);
        return Say(
            $"Shares of {all} model runs ({wording.Whole(draws)} {(draws == 1 ? "draw" : "draws")} of the judgements, {wording.Whole(paths)} paths each), seed {options.Seed}.",
            $"Anteile von {all} Modellläufen ({wording.Whole(draws)} {(draws == 1 ? "Ziehung" : "Ziehungen")} der Urteile, je {wording.Whole(paths)} Verläufe), Startwert {options.Seed}.");
    }

    /// <summary>Which strategies are followed; chosen ones are marked as a what-if.</summary>
    public string Strategies(ImmutableArray<StrategyId> strategies, bool noMeasures)
    {
        if (noMeasures)
        {
            return Say("No measures are pursued.", "Keine Maßnahmen werden verfolgt.");
        }

        var chosen = strategies.IsEmpty ? model.Baseline : strategies;
        var names = string.Join(", ", chosen.Select(id => model.Strategies[id.Index].Title.In(language)));
        return strategies.IsEmpty
            ? names.Length == 0 ? Say("Baseline: no strategy.", "Basisfall: keine Strategie.") : Say("Baseline: ", "Basisfall: ") + names + "."
            : Say("HYPOTHETICAL, with the strategy: ", "HYPOTHETISCH, mit der Strategie: ") + names + ".";
    }

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
