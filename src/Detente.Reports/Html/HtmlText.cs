using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Writes running text. Words of the model stand in elements of class <c>a</c>, so that a checker can tell them from the program's.</summary>
internal sealed class HtmlText(TextWriter writer, ReaderLanguage language)
{
    public void Write(Phrase phrase)
    {
        foreach (var part in phrase.Parts)
        {
            switch (part)
            {
                case OwnText own:
                    writer.Write(MarkupText.Escape(own.Text));
                    break;
                case StrongText strong:
                    writer.Write($"<strong>{MarkupText.Escape(strong.Text)}</strong>");
                    break;
                case AnalystText analyst:
                    var element = analyst.IsStressed ? "em" : "span";
                    writer.Write($"<{element} class=\"a\">{MarkupText.Escape(analyst.Text)}</{element}>");
                    break;
                case PlaceLink link:
                    writer.Write($"<a href=\"#{MarkupText.Escape(link.Target)}\">");
                    Write(link.Words);
                    writer.Write("</a>");
                    break;
                case LabelMark mark:
                    WriteMark(mark.Label);
                    break;
            }
        }
    }

    /// <summary>Passages one after the other; a mark closes each run of passages with the same support.</summary>
    public void Write(IReadOnlyList<Passage> passages)
    {
        for (var i = 0; i < passages.Count; i++)
        {
            var isFirst = i == 0 || passages[i - 1].Label != passages[i].Label;
            var isLast = i == passages.Count - 1 || passages[i + 1].Label != passages[i].Label;
            writer.Write((i > 0 ? " " : "") + (isFirst ? "<span class=\"s\">" : ""));
            Write(passages[i].Words);
            if (isLast)
            {
                writer.Write("\u00a0");
                WriteMark(passages[i].Label);
                writer.Write("</span>");
            }
        }
    }

    public void WriteMark(EvidenceLabel label)
    {
        var name = MarkupText.Escape(CommonWords.NameOf(label).In(language));
        writer.Write($"<abbr class=\"mark\" title=\"{name}\">{CommonWords.MarkOf(label, language)}</abbr>");
    }
}
