using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Html;
using Detente.Reports.Tree;

namespace Detente.Reports;

/// <summary>Writes a report as one self-contained HTML page: no script, no reference to anything outside, charts as SVG, laid out for A4.</summary>
/// <remarks>The text is well-formed XML as well. The same report gives the same characters.</remarks>
public static class HtmlWriter
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to; neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(Report report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        var language = report.Language == ReaderLanguage.German ? "de" : "en";
        writer.Write($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        writer.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
        writer.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        writer.Write($"<title class=\"a\">{MarkupText.Escape(report.Title)}</title>\n<style>\n{StyleSheet.Text}");
        writer.Write($"@page {{ @bottom-left {{ content: {Css(report.Front.Footer)}; }} @bottom-right {{ content: {Css(report.Front.PageWord + " ")} counter(page); }} }}\n");
        writer.Write("</style>\n</head>\n<body>\n<main>\n");
        new Pages(writer, report.Language).Write(report);
        writer.Write("</main>\n</body>\n</html>\n");
    }

    /// <summary>A text as a CSS string: everything but plain letters and digits is written as its code.</summary>
    private static string Css(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && rune.IsAscii)
            {
                quoted.Append(rune);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6} ");
            }
        }

        return quoted.Append('"').ToString();
    }

    private sealed class Pages(TextWriter writer, ReaderLanguage language)
    {
        private readonly HtmlText text = new(writer, language);

        public void Write(Report report)
        {
            Write(report.Front);
            foreach (var section in report.Body)
            {
                Write(section, level: 2);
            }

            writer.Write("<div class=\"annex\">\n");
            Write(report.Annex, level: 2);
            writer.Write("</div>\n");
        }

        private void Write(FrontMatter front)
        {
            writer.Write("<header>\n");
            Element("div", "kicker", front.Kicker);
            Element("h1", null, front.Title);
            if (!front.Question.IsEmpty)
            {
                Element("div", "question", front.Question);
            }

            writer.Write("<dl class=\"facts\">");
            foreach (var fact in front.Facts)
            {
                writer.Write("<div>");
                Element("dt", null, fact.Name);
                Element("dd", null, fact.Value);
                writer.Write("</div>");
            }

            writer.Write("</dl>\n");
            if (!front.Banner.IsEmpty)
            {
                writer.Write("<div class=\"banner\" role=\"note\">");
                text.Write(front.Banner);
                writer.Write("</div>\n");
            }

            writer.Write("</header>\n");
        }

        private void Write(Section section, int level)
        {
            writer.Write($"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-heading\">\n<h{Digit(level)} id=\"{section.Id}-heading\">");
            text.Write(section.Heading);
            writer.Write($"</h{Digit(level)}>\n");
            for (var i = 0; i < section.Blocks.Length; i++)
            {
                // A chart beside text stays on one page with the block it stands beside; alone it would leave half a page blank.
                var isBeside = section.Blocks[i] is Illustration { IsHalfWidth: true } && i + 1 < section.Blocks.Length;
                writer.Write(isBeside ? "<div class=\"beside\">\n" : "");
                Write(section.Blocks[i], level + 1);
                if (isBeside)
                {
                    i++;
                    Write(section.Blocks[i], level + 1);
                    writer.Write("</div>\n");
                }
            }

            foreach (var part in section.Parts)
            {
                Write(part, level + 1);
            }

            writer.Write("</section>\n");
        }

        private void Write(Block block, int level)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    Write("p", paragraph);
                    break;
                case Remark remark:
                    Element("p", "remark", remark.Words);
                    break;
                case Subheading subheading:
                    Element("h" + Digit(level), null, subheading.Words);
                    break;
                case StatementList list:
                    Write(list);
                    break;
                case RemarkList list:
                    Write(list);
                    break;
                case Box box:
                    writer.Write("<div class=\"box\">\n");
                    foreach (var inner in box.Blocks)
                    {
                        Write(inner, level);
                    }

                    writer.Write("</div>\n");
                    break;
                case Table table:
                    Write(table);
                    break;
                case Illustration illustration:
                    Write(illustration);
                    break;
            }
        }

        private void Write(StatementList list)
        {
            var (element, form) = list.Form switch
            {
                ListForm.Numbers => ("ol", "numbers"),
                ListForm.Entries => ("ul", "entries"),
                _ => ("ul", "bullets"),
            };
            writer.Write($"<{element} class=\"{form}\">\n");
            foreach (var item in list.Items)
            {
                Write("li", item);
            }

            writer.Write($"</{element}>\n");
        }

        private void Write(RemarkList list)
        {
            writer.Write("<ul class=\"remarks\">\n");
            foreach (var item in list.Items)
            {
                writer.Write(item.Id is { } id ? $"<li class=\"remark\" id=\"{id}\">" : "<li class=\"remark\">");
                text.Write(item.Words);
                writer.Write("</li>\n");
            }

            writer.Write("</ul>\n");
        }

        private void Write(string element, Paragraph paragraph)
        {
            writer.Write($"<{element}>");
            if (!paragraph.Lead.IsEmpty)
            {
                writer.Write("<strong class=\"lead\">");
                text.Write(paragraph.Lead);
                writer.Write("</strong> ");
            }

            text.Write(paragraph.Passages);
            writer.Write($"</{element}>\n");
        }

        private void Write(Table table)
        {
            writer.Write($"<table id=\"{table.Id}\">\n<caption>");
            text.Write(table.Caption);
            if (table.Label is { } label)
            {
                writer.Write("\u00a0");
                text.WriteMark(label);
            }

            writer.Write("</caption>\n<thead><tr>");
            foreach (var column in table.Columns)
            {
                writer.Write(column.IsNumeric ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
                text.Write(column.Header);
                writer.Write("</th>");
            }

            writer.Write("</tr></thead>\n<tbody>\n");
            foreach (var row in table.Rows)
            {
                WriteRow(table.Columns, row);
            }

            writer.Write("</tbody>\n</table>\n");
        }

        private void WriteRow(ImmutableArray<Column> columns, ImmutableArray<Phrase> row)
        {
            writer.Write("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                var element = i == 0 ? "th" : "td";
                writer.Write($"<{element}{(i == 0 ? " scope=\"row\"" : "")}{(columns[i].IsNumeric ? " class=\"n\"" : "")}>");
                text.Write(row[i]);
                writer.Write($"</{element}>");
            }

            writer.Write("</tr>\n");
        }

        private void Write(Illustration illustration)
        {
            writer.Write($"<figure class=\"{(illustration.IsHalfWidth ? "half" : "full")}\" id=\"{illustration.Chart.Id}\">\n<div class=\"chart-title\">");
            text.Write(illustration.Title);
            writer.Write("</div>\n");
            var width = illustration.IsHalfWidth ? ChartWriter.HalfWidth : ChartWriter.FullWidth;
            new ChartWriter(writer, illustration.Chart.Id, width).Write(illustration.Chart, illustration.Title.Plain, illustration.Conclusion.Words.Plain);
            writer.Write("<figcaption>");
            text.Write([illustration.Conclusion]);
            writer.Write(" <span class=\"where\">");
            text.Write(illustration.TableLink);
            writer.Write("</span></figcaption>\n</figure>\n");
        }

        private void Element(string element, string? form, Phrase words)
        {
            writer.Write(form is null ? $"<{element}>" : $"<{element} class=\"{form}\">");
            text.Write(words);
            writer.Write($"</{element}>\n");
        }

        private static string Digit(int level) => level.ToString(CultureInfo.InvariantCulture);
    }
}
