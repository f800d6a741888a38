using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Reads the worlds that claims compare.</summary>
internal sealed class WorldReader(TokenCursor cursor, NameReader names, ScalarReader scalars)
{
    /// <summary>world = "as modelled" | edit {"and" edit}.</summary>
    public World? Read()
    {
        if (cursor.TryWord("as"))
        {
            return cursor.Words("modelled") ? new World([]) : null;
        }

        var edits = ImmutableArray.CreateBuilder<WorldEdit>();
        do
        {
            var edit = cursor.TryWord("with") ? With() : cursor.TryWord("without") ? Without() : Neither();
            if (edit is null)
            {
                return null;
            }

            edits.Add(edit);
        }
        while (cursor.TryWord("and"));
        return new World(edits.ToImmutable());
    }

    /// <summary>Factors joined by arrows, two or more, none twice.</summary>
    public ImmutableArray<FactorId>? Loop()
    {
        var factors = ImmutableArray.CreateBuilder<FactorId>();
        do
        {
            var token = cursor.Current;
            if (names.Factor() is not { } factor)
            {
                return null;
            }

            if (factor.Known is not null && factors.Contains(factor.Id))
            {
                cursor.Error("DT2115", token, Wording.About(
                    token.Text,
                    "{0} stands twice in this loop; the way back to the first factor is not written.",
                    "{0} steht zweimal in dieser Schleife; der Weg zurück zum ersten Faktor wird nicht geschrieben."));
            }

            factors.Add(factor.Id);
        }
        while (cursor.TrySign("->"));
        if (factors.Count > 1)
        {
            return factors.ToImmutable();
        }

        cursor.Unexpected(["->"]);
        return null;
    }

    private WorldEdit? Neither()
    {
        cursor.Unexpected(["as modelled", "with", "without"]);
        return null;
    }

    private WorldEdit? With()
    {
        var isFactor = cursor.Ahead(1).IsWord("held");
        if (!isFactor && cursor.TryWord("strategy"))
        {
            return cursor.TryWord("none") ? new WithStrategy(null)
                : names.Strategy() is { } strategy ? new WithStrategy(strategy) : null;
        }

        if (!isFactor && cursor.TryWord("event"))
        {
            return Event(happens: true);
        }

        if (!isFactor && cursor.Current.Text is not ("strategy" or "event") && names.Names.Factors.Find(cursor.Current.Text) is null)
        {
            cursor.Unexpected(new LocalizedText("“strategy”, “event” or a factor", "„strategy“, „event“ oder ein Faktor"), "strategy", "event");
            return null;
        }

        if (names.Factor() is not { } factor || !cursor.Words("held", "at") || names.State(factor.Known) is not { } state)
        {
            return null;
        }

        if (!cursor.TryWord("from"))
        {
            return new WithHeldFactor(factor.Id, state, null);
        }

        return scalars.Date() is { } from ? new WithHeldFactor(factor.Id, state, from) : null;
    }

    private WorldEdit? Without()
    {
        if (cursor.TryWord("event"))
        {
            return Event(happens: false);
        }

        if (cursor.TryWord("influence"))
        {
            return names.FactorId() is { } from && cursor.Sign("->") && names.FactorId() is { } to ? new WithoutInfluence(from, to) : null;
        }

        if (cursor.TryWord("loop"))
        {
            return Loop() is { } factors ? new WithoutLoop(factors) : null;
        }

        if (cursor.TryWord("measure"))
        {
            return names.Measure() is { } measure ? new WithoutMeasure(measure) : null;
        }

        cursor.Unexpected(["event", "influence", "loop", "measure"]);
        return null;
    }

    private WithEvent? Event(bool happens)
    {
        var token = cursor.Current;
        if (names.Event() is not { } item)
        {
            return null;
        }

        if (cursor.TryWord("at"))
        {
            return scalars.Date() is { } at ? new WithEvent(item, happens, at) : null;
        }

        if (happens && names.Names.Events.Find(token.Text) is { } known && names.Names.Events[known].Kind != EventKind.Scheduled)
        {
            cursor.Error("DT3107", token, Wording.About(
                token.Text,
                "{0} has no dates of its own: say when it is to happen, with “at” and a date.",
                "{0} hat keine eigenen Daten: Es fehlt, wann es eintreten soll („at“ und ein Datum)."));
        }

        return new WithEvent(item, happens, null);
    }
}
