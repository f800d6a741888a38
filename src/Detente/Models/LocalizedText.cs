namespace Detente.Models;

/// <summary>A language of titles, messages, pages and exports. English and German are equals.</summary>
public enum ReaderLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>German.</summary>
    German,
}

/// <summary>A name or a sentence in both languages.</summary>
/// <param name="En">The English wording; never null, may be empty for an unnamed element of an imported file.</param>
/// <param name="De">The German wording; the same as <paramref name="En"/> where the model gives one wording for both (a proper name).</param>
public sealed record LocalizedText(string En, string De)
{
    /// <summary>The same wording in both languages.</summary>
    /// <param name="both">The wording.</param>
    public static LocalizedText Same(string both) => new(both, both);

    /// <summary>The wording in one language.</summary>
    /// <param name="language">The reader's language.</param>
    public string In(ReaderLanguage language) => language == ReaderLanguage.German ? De : En;
}
