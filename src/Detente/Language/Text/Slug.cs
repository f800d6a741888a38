using System.Text;

namespace Detente.Language.Text;

/// <summary>Names of any kind as ids of the language: lower-case letters, digits and hyphens.</summary>
internal static class Slug
{
    /// <summary>The longest name of an element: with what makes it unique, messages still show it in full.</summary>
    public const int Short = 32;

    /// <summary>The longest name of a model.</summary>
    public const int Long = 80;

    /// <summary>The name with its letters folded to ASCII and hyphens for everything else; empty when nothing is left. May begin with a digit.</summary>
    /// <param name="name">The name.</param>
    /// <param name="longest">The most characters.</param>
    public static string Of(string name, int longest)
    {
        var slug = new StringBuilder();
        foreach (var c in name)
        {
            if (slug.Length >= longest)
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

        slug.Length = Math.Min(slug.Length, longest);
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
