using System.Text;

namespace Detente.Reports;

/// <summary>Text as it may stand in HTML, SVG and XML, in content and in quoted attributes alike.</summary>
internal static class MarkupText
{
    /// <summary>Escapes the five markup characters and drops what XML 1.0 forbids, so that no title of a model can break a document.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case < 0x20 and not ('\t' or '\n' or '\r'): break;
                case 0xFFFE or 0xFFFF: break;
                default: escaped.Append(rune); break;
            }
        }

        return escaped.ToString();
    }
}
