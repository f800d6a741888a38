using Detente.Language;
using Detente.Models;
using Detente.Studies;
using Detente.Testing;

namespace Detente.Reports.Tests.Samples;

/// <summary>Briefs of the worked models in models/, run by the engines.</summary>
internal static class ModelBriefs
{
    private static readonly StudyOptions Few = new() { Draws = 4, Paths = 50 };
    private static readonly Dictionary<string, Lazy<BriefResult>> Results = Folders().ToDictionary(
        folder => Path.GetFileName(folder), folder => new Lazy<BriefResult>(() => Run(Model(folder), Few)), StringComparer.Ordinal);

    /// <summary>The models that have a horizon, so that a brief can be written.</summary>
    public static IEnumerable<string> Names => Results.Keys.Order(StringComparer.Ordinal);

    /// <summary>The brief from few runs, made once.</summary>
    public static BriefResult Of(string name) => Results[name].Value;

    /// <summary>The brief as the README's tour writes it.</summary>
    public static BriefResult OfTour(string name) => Run(Model(RepositoryRoot.Combine("models", name)), new StudyOptions { Draws = 10, Paths = 100 });

    private static IEnumerable<string> Folders() => Directory.GetDirectories(RepositoryRoot.Combine("models")).Where(folder => Model(folder).Horizon is not null);

    private static Model Model(string folder) => ModelText.Read(folder, CancellationToken.None).Model ?? throw new InvalidDataException(folder + " is no model.");

    /// <summary>Without the claims: what a worked model answers to them is asked on purpose, not in passing.</summary>
    private static BriefResult Run(Model model, StudyOptions options) =>
        (BriefResult)new StudyRunner().Run(new BriefStudy(model with { Claims = [] }, options), null, CancellationToken.None);
}
