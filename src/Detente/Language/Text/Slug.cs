using System.Text;

namespace Detente.Language.Text;

/// <summary>Names of any kind as ids of the language: lower-case letters, digits and hyphens.</summary>
internal static class Slug
{
    /// <summary>The longest; messages show ids up to this length in full.</summary>
    public const int Longest = 32;

    /// <summary>The name with its letters folded to ASCII and hyphens for everything else; empty when nothing is left. May begin with a digit.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name)
        {
            if (slug.Length >= Longest)
            {
                break;
            }

            var folded = Folded(c);
            if (folded.Length > 0)
            {
                slug.Append(folded);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && c is not ('\'' or '\u2019'))
            {
                slug.Append('-');
            }
        }

        slug.Length = Math.Min(slug.Length, Longest);
        return slug.ToString().TrimEnd('-');
    }

    private static string Folded(char c)
    {
        switch (char.ToLowerInvariant(c))
        {
            case 'ä' or 'æ':
                return "ae";
            case 'ö' or 'ø' or 'œ':
                return "oe";
            case 'ü':
                return "ue";
            case 'ß':
                return "ss";
            case 'ð':
                return "d";
            case 'þ':
                return "th";
            case 'ł':
                return "l";
            default:
                var bare = char.ToLowerInvariant(LetterForm.Bare(c));
                return char.IsAsciiLetterLower(bare) || char.IsAsciiDigit(bare) ? bare.ToString() : "";
        }
    }
}
