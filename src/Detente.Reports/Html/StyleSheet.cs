namespace Detente.Reports.Html;

/// <summary>How the page looks on a screen and on paper. System fonts only; sizes are adjusted so that any of them fills the line alike.</summary>
internal static class StyleSheet
{
    public const string Text = """
        :root { --ink: #16202a; --soft: #55606b; --rule: #b9c2ca; --accent: #17425f; --paper: #ffffff; --tint: #f1f4f6; }
        @page { size: A4; margin: 16mm 20mm 18mm 20mm;
          @bottom-left { font: 7.5pt "Helvetica Neue", "Segoe UI", Arial, "Liberation Sans", "DejaVu Sans Condensed", "DejaVu Sans", sans-serif; color: #55606b; vertical-align: top; padding-top: 4mm; }
          @bottom-right { font: 7.5pt "Helvetica Neue", "Segoe UI", Arial, "Liberation Sans", "DejaVu Sans Condensed", "DejaVu Sans", sans-serif; color: #55606b; vertical-align: top; padding-top: 4mm; } }
        * { box-sizing: border-box; }
        html { font-size: 9.4pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { margin: 0; color: var(--ink); background: var(--paper); line-height: 1.31; hyphens: auto; overflow-wrap: break-word;
          font-family: Charter, "Bitstream Charter", "Source Serif 4", Georgia, "Liberation Serif", "Times New Roman", "DejaVu Serif Condensed", "DejaVu Serif", serif; font-size-adjust: 0.465; }
        main { max-width: 170mm; margin: 0 auto; }
        h1, h2, h3, .kicker, .facts, .banner, .chart-title, figcaption .where, table, svg, .mark {
          font-family: "Helvetica Neue", "Segoe UI", Arial, "Liberation Sans", "DejaVu Sans Condensed", "DejaVu Sans", sans-serif; font-size-adjust: 0.52; }
        header { border-top: 2.2pt solid var(--accent); padding-top: 2.5mm; }
        .kicker { font-size: 8pt; letter-spacing: 0.12em; text-transform: uppercase; color: var(--accent); font-weight: 700; }
        h1 { font-size: 20pt; line-height: 1.15; margin: 1.5mm 0 1.5mm; font-weight: 700; hyphens: manual; text-wrap: balance; }
        .question { font-size: 12pt; line-height: 1.3; font-style: italic; color: #2c3843; margin: 0 0 2.5mm; text-wrap: pretty; }
        .facts { display: flex; flex-wrap: wrap; gap: 1mm 5mm; margin: 0 0 3mm; font-size: 7.6pt; line-height: 1.3; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; font-weight: 600; }
        .banner { border: 0.9pt solid #7a3b12; background: #fbf1e8; color: #5a2a0b; font-size: 8.2pt; line-height: 1.35; padding: 1.6mm 3mm; margin: 0 0 3mm; }
        h2 { font-size: 12pt; line-height: 1.2; margin: 3.4mm 0 1.2mm; color: var(--accent); break-after: avoid; clear: both; hyphens: manual; }
        h3 { font-size: 9pt; line-height: 1.25; margin: 2mm 0 0.6mm; break-after: avoid; hyphens: manual; }
        p { margin: 0 0 1.5mm; orphans: 3; widows: 3; text-wrap: pretty; }
        ul, ol { margin: 0 0 1.8mm; padding-left: 4.6mm; }
        li { margin: 0 0 0.7mm; orphans: 2; widows: 2; }
        li::marker { color: var(--accent); }
        .box { background: var(--tint); border-left: 2.2pt solid var(--accent); padding: 2.4mm 4mm 1.4mm; margin: 0 0 2.5mm; break-inside: avoid; }
        .box ul { margin-bottom: 0; }
        #about p, #bottom-line > p.remark { font-size: 8.4pt; line-height: 1.34; margin-bottom: 1mm; }
        ul.entries { list-style: none; padding: 0; font-size: 9.2pt; line-height: 1.32; }
        ul.entries li { margin-bottom: 1.2mm; }
        .remark { color: #2c3843; }
        ul.remarks { list-style: none; padding: 0; }
        ul.remarks li { padding-left: 5mm; text-indent: -5mm; }
        .mark { font-size: 5.6pt; line-height: 1; font-weight: 700; font-style: normal; color: var(--accent); border: 0.5pt solid #7d93a3; border-radius: 1.2pt;
          padding: 0 1.3pt; vertical-align: 1.6pt; text-decoration: none; text-indent: 0; white-space: nowrap; }
        a { color: inherit; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 1.5pt; text-decoration-thickness: 0.5pt; }
        figure { margin: 2mm 0 3mm; break-inside: avoid; }
        figure.half { float: right; width: 82mm; margin: 0.8mm 0 2.5mm 6mm; }
        .chart-title { font-size: 8.4pt; font-weight: 700; line-height: 1.25; margin-bottom: 1mm; border-top: 0.6pt solid var(--ink); padding-top: 1mm; }
        figcaption { font-size: 8.6pt; line-height: 1.32; margin-top: 0.8mm; }
        figcaption .where { font-size: 7.2pt; color: var(--soft); }
        svg { display: block; width: 100%; height: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 7.5pt; line-height: 1.28; margin: 1.6mm 0 3mm; clear: both; }
        caption { text-align: left; font-weight: 700; font-size: 8.2pt; padding: 1mm 0; border-top: 0.6pt solid var(--ink); break-after: avoid; }
        thead { display: table-header-group; }
        #table-comparison, .beside { break-inside: avoid; }
        tr { break-inside: avoid; }
        tbody tr:first-child, tbody tr:nth-child(2), tbody tr:last-child { break-before: avoid; }
        th, td { text-align: left; vertical-align: top; padding: 0.7mm 2.2mm 0.7mm 0; border-bottom: 0.4pt solid var(--rule); font-weight: 400; }
        thead th { font-weight: 700; border-bottom: 0.7pt solid var(--ink); vertical-align: bottom; }
        td:last-child, th:last-child { padding-right: 0; }
        td em, th em { font-style: normal; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        td.n { white-space: nowrap; }
        #table-comparison td.n, [id^="table-differences"] td.n { white-space: normal; }
        .annex { break-before: page; }
        .annex p, .annex ul { font-size: 9pt; }
        .annex h2 { font-size: 15pt; margin-top: 0; border-top: 2.2pt solid var(--accent); padding-top: 2.5mm; }
        .annex h3 { font-size: 11pt; margin-top: 5mm; color: var(--accent); }
        #table-factors th:last-child, #table-influences th:last-child, #table-events th:last-child, #table-kind-rules th:last-child, #table-rules th:last-child,
        #table-preconditions th:last-child, #table-limits th:last-child, #table-strategies th:last-child, #table-outcomes th:last-child,
        #table-measure-terms th:last-child, #table-indicators th:last-child, [id^="table-claims"] th:last-child, [id^="table-positions"] th:last-child,
        #table-questions th:last-child, #table-notes th:last-child, #table-contested th:last-child, #table-tendencies th:last-child, #table-history th:last-child, #table-evidence th:last-child { width: 27mm; }
        [id^="table-claims"] { table-layout: fixed; }
        [id^="table-claims"] th:nth-child(1), [id^="table-claims"] th:nth-child(3) { width: 37mm; }
        #table-provenance td { overflow-wrap: anywhere; }
        @media screen { body { padding: 8mm 4mm; } main { max-width: 172mm; } html { font-size: 11pt; } }
        @media screen and (max-width: 700px) { figure.half { float: none; width: 100%; margin-left: 0; } .annex section { overflow-x: auto; } }
        """ + "\n";
}
