using System.Globalization;
using Detente.Language.Expressions;
using Detente.Language.Text;

namespace Detente.Language.Exchange;

/// <summary>Makes ids from names of any kind, none of them twice.</summary>
/// <param name="prefix">The letter before an id that would begin with a digit or be a word of the language; with the place, the id of an empty name.</param>
/// <param name="longest">The most characters, without what makes an id unique.</param>
internal sealed class UniqueIds(char prefix, int longest = Slug.Short)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The id of the next name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Its place in its list, from 0.</param>
    public string For(string name, int place)
    {
        var slug = Slug.Of(name, longest);
        var id = slug.Length == 0 ? prefix + (place + 1).ToString(CultureInfo.InvariantCulture)
            : !char.IsAsciiLetterLower(slug[0]) || ExpressionWords.Reserved.Contains(slug) ? prefix + "-" + slug
            : slug;
        var unique = id;
        while (!_taken.Add(unique))
        {
            var count = _counts[id] = _counts.GetValueOrDefault(id, 1) + 1;
            unique = id + "-" + count.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
