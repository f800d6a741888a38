using System.Globalization;
using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Factors, influences, tendencies and barred states to tree.</summary>
internal sealed class JudgementWriter(Model model)
{
    /// <summary>Adds the sections.</summary>
    public void Write(MapBuilder sections)
    {
        var tendencies = new Dictionary<string, int>(StringComparer.Ordinal);
        sections
            .Entries("factors", model.Factors.Select(factor => (factor.Id, Factor(factor))))
            .List("influences", Influences(model.Influences))
            .List("tendencies", model.Tendencies.Select(tendency => Tendency(tendency, tendencies)))
            .List("barred", model.Barred.Select(Barrier));
    }

    /// <summary>Influences in order, each with an id where its name does not follow from the pair.</summary>
    public IEnumerable<YamlNode> Influences(IEnumerable<Influence> influences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return influences.Select(influence => Influence(influence, counts));
    }

    private YamlNode Factor(Factor factor)
    {
        var map = new MapBuilder()
            .Title(factor.Title, factor.Id)
            .Text("short", factor.Short)
            .Add("group", factor.Group);
        if (factor.Image is { } image)
        {
            map.Add("image", new MapBuilder()
                .Add("of", Id(image.Of))
                .Add("held-by", model.Actors[image.HeldBy.Index].Id)
                .Add("worse", image.HigherIsWorse ? "higher" : "lower").Map);
        }
        else
        {
            map.If(factor.Scale == FactorScale.Nominal, "scale", "nominal").Add("states", ValueNodes.States(factor.States));
        }

        return map
            .Add("initial", factor.Initial is { } initial ? factor.States[initial].Id : null)
            .Date("since", factor.Since)
            .Add("inertia", factor.Inertia is { } inertia ? Inertia(inertia) : null)
            .If(factor.Scale == FactorScale.Ordered && factor.Moves == MoveRule.Any, "moves", "any")
            .Add("of", factor.Of is { } actor ? model.Actors[actor.Index].Id : null)
            .Estimate("decisiveness", factor.Decisiveness)
            .Provenance(factor.Provenance, model.Sources).Map;
    }

    private YamlNode Inertia(Inertia inertia)
    {
        if (inertia.Up != inertia.Down)
        {
            return new MapBuilder()
                .Add("up", ValueNodes.PeriodOrNever(inertia.Up))
                .Add("down", ValueNodes.PeriodOrNever(inertia.Down))
                .Provenance(inertia.Provenance, model.Sources).Map;
        }

        return inertia.Provenance.IsUnstated
            ? ValueNodes.PeriodOrNever(inertia.Up)
            : new MapBuilder().PeriodOrNever(inertia.Up).Provenance(inertia.Provenance, model.Sources).Map;
    }

    private YamlNode Influence(Influence influence, Dictionary<string, int> counts)
    {
        var map = new MapBuilder()
            .Add("id", OwnName(influence.Name, $"{Id(influence.From)} -> {Id(influence.To)}", counts))
            .Add("from", Id(influence.From))
            .Add("to", Id(influence.To));
        if (influence.Weight is { } weight)
        {
            map.Ranged("weight", weight).If(influence.Shape == ImpactShape.Linear, "shape", "linear");
        }
        else
        {
            map.Add(influence.IsMatrix ? "matrix" : "cells", influence.IsMatrix ? Matrix(influence) : Cells(influence));
        }

        return map
            .Add("when", Condition(influence.When))
            .Period("delay", influence.Delay)
            .Provenance(influence.Provenance, model.Sources).Map;
    }

    private YamlMap Cells(Influence influence)
    {
        var (from, to) = (model.Factors[influence.From.Index].States, model.Factors[influence.To.Index].States);
        return new YamlMap(
        [
            .. influence.Cells.Select(cell => new YamlEntry($"{from[cell.SourceState].Id} -> {to[cell.TargetState].Id}", ValueNodes.Estimate(cell.Impact))),
        ]);
    }

    private YamlList Matrix(Influence influence)
    {
        var (rows, columns) = (model.Factors[influence.From.Index].States.Length, model.Factors[influence.To.Index].States.Length);
        var cells = influence.Cells.ToDictionary(cell => (cell.SourceState, cell.TargetState), cell => cell.Impact);
        return YamlList.Of(Enumerable.Range(0, rows).Select(row => YamlList.Of(
            Enumerable.Range(0, columns).Select(column => ValueNodes.Estimate(cells.GetValueOrDefault((row, column)))))));
    }

    private YamlNode Tendency(Tendency tendency, Dictionary<string, int> counts) => new MapBuilder()
        .Add("id", OwnName(tendency.Name, Id(tendency.Factor), counts))
        .Add("factor", Id(tendency.Factor))
        .Ranged("weight", tendency.Lean.Weight)
        .Add("towards", tendency.Lean.Towards is { } state ? model.Factors[tendency.Factor.Index].States[state].Id : null)
        .Provenance(tendency.Provenance, model.Sources).Map;

    private YamlNode Barrier(Models.Barrier barrier) => new MapBuilder()
        .Add("factor", Id(barrier.Factor))
        .Add("states", YamlList.Of(barrier.States.Select(state => model.Factors[barrier.Factor.Index].States[state].Id)))
        .Add("while", Condition(barrier.While))
        .Provenance(barrier.Provenance, model.Sources).Map;

    private string? Condition(Condition? condition) => condition is null ? null : ConditionText.Write(condition, model);

    private string Id(FactorId factor) => model.Factors[factor.Index].Id;

    /// <summary>The id written, or null when the name is the one the element gets without an id.</summary>
    private static string? OwnName(string name, string concerns, Dictionary<string, int> counts)
    {
        var count = counts.GetValueOrDefault(concerns) + 1;
        if (name != (count == 1 ? concerns : concerns + "#" + count.ToString(CultureInfo.InvariantCulture)))
        {
            return name;
        }

        counts[concerns] = count;
        return null;
    }
}
