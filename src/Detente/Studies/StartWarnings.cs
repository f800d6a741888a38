using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Finds initial states that what acts on them rejects, and says what speaks most against each.</summary>
internal static class StartWarnings
{
    private const int MostNamed = 3;

    /// <summary>The factors whose initial state has a rival with a higher balance that redraws could bring them to.</summary>
    /// <param name="model">A model that has what the walk through time needs.</param>
    /// <returns>Each with its warning, in declaration order.</returns>
    public static ImmutableArray<(RejectedStart Start, Diagnostic Warning)> Of(Model model)
    {
        var compiled = ModelCompiler.Compile(model);
        var balances = new StartBalances(compiled);
        var rejected = ImmutableArray.CreateBuilder<(RejectedStart, Diagnostic)>();
        for (var factor = 0; factor < compiled.Factors.Length; factor++)
        {
            if (balances.Preferred(factor) is { } preferred)
            {
                var start = new RejectedStart(new FactorId(factor), preferred.State, preferred.Lead);
                rejected.Add((start, Warning(model, start, balances.On(factor))));
            }
        }

        return rejected.ToImmutable();
    }

    private static Diagnostic Warning(Model model, RejectedStart start, IEnumerable<StartPart> parts)
    {
        var factor = model.Factors[start.Factor.Index];
        var (initial, preferred) = (factor.States[factor.Initial!.Value].Id, factor.States[start.Preferred].Id);
        var against = parts
            .Select(part => (Part: part, For: part.Points[factor.Initial.Value] - part.Points[start.Preferred]))
            .Where(reason => reason.For < 0)
            .OrderBy(reason => reason.For)
            .Take(MostNamed)
            .ToList();
        return StudyDiagnostics.Warning(model, StudyDiagnostics.StartRejected, "factors/" + factor.Id, new LocalizedText(
            $"{factor.Id} starts at {initial}, but what acts on it there prefers {preferred} by {Points.EnglishWithUnit(start.LeadHundredths)}; most against the start: "
                + string.Join(", ", against.Select(reason => $"{Source(model, reason.Part, "its tendency")} ({Points.English(reason.For)})")) + ".",
            $"{factor.Id} beginnt in {initial}, doch was dort auf ihn wirkt, zieht {preferred} um {Points.GermanWithUnit(start.LeadHundredths)} vor; am stärksten gegen den Anfang: "
                + string.Join(", ", against.Select(reason => $"{Source(model, reason.Part, "seine Neigung")} ({Points.German(reason.For)})")) + "."));
    }

    private static string Source(Model model, StartPart part, string tendency) =>
        part.Source is { } source && model.Factors[source] is var factor ? $"{factor.Id} = {factor.States[factor.Initial!.Value].Id}" : tendency;
}
