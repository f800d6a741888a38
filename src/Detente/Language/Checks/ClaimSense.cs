using System.Collections.Immutable;
using System.Globalization;
using Detente.Language.Binding;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Finds claims that no run could answer as they are meant: dates outside the horizon, edits that contradict each other or change nothing.</summary>
internal sealed class ClaimSense(Model model, BindingContext context)
{
    /// <summary>Reports what is found, at the claim.</summary>
    public void Check()
    {
        foreach (var claim in model.Claims)
        {
            using var scope = context.Bag.Within("claims/" + claim.Id);
            var place = context.PlaceOf("claims/" + claim.Id);
            var worlds = claim.Statement is ComparedWorlds compared ? [compared.First, compared.Second] : ImmutableArray<World>.Empty;
            foreach (var edits in worlds.Select(world => world.Edits))
            {
                CheckContradictions(edits, place);
                CheckIdleEdits(edits, place);
            }

            if (claim.Statement is EventResponse response)
            {
                CheckResponse(response, place);
            }

            if (model.Horizon is { } horizon)
            {
                CheckDates(claim.Statement, horizon, place);
            }
        }
    }

    private void CheckContradictions(ImmutableArray<WorldEdit> edits, TextSpan place)
    {
        for (var later = 1; later < edits.Length; later++)
        {
            if (edits.Take(later).Any(earlier => Contradict(earlier, edits[later])))
            {
                context.Bag.Add("DT3109", place, new LocalizedText(
                    "Two edits of a world contradict each other: a factor held in two states from the same date, an event with and without, or two strategies of one actor.",
                    "Zwei Änderungen einer Welt widersprechen sich: ein Faktor vom selben Tag an in zwei Zuständen, ein Ereignis mit und ohne oder zwei Strategien eines Akteurs."));
                return;
            }
        }
    }

    private bool Contradict(WorldEdit a, WorldEdit b) => (a, b) switch
    {
        (WithStrategy { Strategy: { } first }, WithStrategy { Strategy: { } second }) =>
            first != second && model.Strategies[first.Index].Of.Intersect(model.Strategies[second.Index].Of).Any(),
        (WithStrategy first, WithStrategy second) => first.Strategy != second.Strategy,
        (WithEvent first, WithEvent second) => first.Event == second.Event && first.Happens != second.Happens && SameTime(first.At, second.At, model.Horizon is { } horizon ? horizon.StepOf : null),
        (WithHeldFactor first, WithHeldFactor second) => first.Factor == second.Factor && first.State != second.State && SameTime(first.From, second.From, model.Horizon is { } horizon ? date => Math.Max(0, horizon.StepOf(date)) : null),
        _ => false,
    };

    private static bool SameTime(DateOnly? a, DateOnly? b, Func<DateOnly, int>? stepOf) =>
        a == b || (a is { } first && b is { } second && stepOf is not null && stepOf(first) == stepOf(second));

    private void CheckIdleEdits(ImmutableArray<WorldEdit> edits, TextSpan place)
    {
        var links = edits.Select(edit => edit switch
        {
            WithoutInfluence influence => (influence.From, influence.To),
            WithoutLoop loop => (From: loop.Factors[^2], To: loop.Factors[^1]),
            _ => ((FactorId From, FactorId To)?)null,
        });
        foreach (var (from, to) in links.OfType<(FactorId From, FactorId To)>())
        {
            if (!model.Influences.Any(influence => influence.From == from && influence.To == to))
            {
                var link = $"{model.Factors[from.Index].Id} -> {model.Factors[to.Index].Id}";
                context.Bag.Add("DT3112", place, new LocalizedText(
                    $"There is no influence {link} to take out, so this world is the model as it stands.",
                    $"Einen Einfluss {link}, der entfallen könnte, gibt es nicht; diese Welt ist das Modell, wie es ist."));
            }
        }
    }

    private void CheckResponse(EventResponse response, TextSpan place)
    {
        if (response.Quantity is Chance { By: not null } or MeanPosition { At: not null } || response.Quantity is Share { From: not null } or Share { At: not null })
        {
            context.Bag.Add("DT3110", place, new LocalizedText(
                "The quantity is read after the event, so it has no date of its own.",
                "Die Größe wird nach dem Ereignis abgelesen, hat also kein eigenes Datum."));
        }

        if (model.Horizon is { } horizon && response.FadesWithin is { } fades && horizon.StepsIn(fades) < 2)
        {
            context.Bag.Add("DT3111", place, new LocalizedText(
                "Within one step there is no earlier difference from which it could fade; name a longer time.",
                "Innerhalb eines Schrittes gibt es keinen früheren Unterschied, der abklingen könnte; bitte eine längere Zeit nennen."));
        }
    }

    /// <summary>A date is one of the horizon or the day after its last step; what is done to the model comes before the end.</summary>
    private void CheckDates(Statement statement, Horizon horizon, TextSpan place)
    {
        var end = horizon.StepCount;
        ImmutableArray<Quantity> quantities = statement switch
        {
            ComparedWorlds compared => [compared.Quantity],
            QuantityOrder order => order.Quantities,
            QuantityLevel level => [level.Quantity],
            _ => [],
        };
        IEnumerable<(DateOnly? Date, int First, int Last, int Step)> dates =
        [
            .. quantities.SelectMany(quantity => quantity switch
            {
                Chance { By: { } by } => [((DateOnly?)by, 0, end - 1, horizon.DeadlineStepOf(by))],
                Share share => [At(share.From, end), At(share.At, end)],
                MeanPosition mean => [At(mean.At, end)],
                _ => Array.Empty<(DateOnly? Date, int First, int Last, int Step)>(),
            }),
            .. (statement is ComparedWorlds worlds ? worlds.First.Edits.Concat(worlds.Second.Edits) : []).Select(edit => edit switch
            {
                WithEvent of => At(of.At, end - 1),
                WithHeldFactor held => At(held.From, end - 1) with { First = int.MinValue },
                _ => default,
            }),
        ];
        foreach (var (date, _, _, _) in dates.Where(entry => entry.Date is not null && (entry.Step < entry.First || entry.Step > entry.Last)))
        {
            var day = date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            context.Bag.Add("DT3108", place, new LocalizedText(
                $"The date {day} lies outside the horizon.", $"Das Datum {day} liegt außerhalb des Horizonts."));
        }

        (DateOnly? Date, int First, int Last, int Step) At(DateOnly? date, int last) => (date, 0, last, date is { } day ? horizon.StepOf(day) : 0);
    }
}
