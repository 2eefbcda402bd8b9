/// The style sheet of a printed page.
///
/// GB/T 9704: A4, margins 37, 26, 35 and 28 mm, 22 lines of 28 characters in 三号仿宋. 28 × 16 pt do not fit into 156 mm,
/// so the letters are 15.75 pt; a line is 29 pt.
enum PrintStyle {
  static let sheet = """
    @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
    @page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; vertical-align: top; padding: 7mm 14pt 0 0; } }
    @page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt SimSun, "Noto Serif CJK SC", serif; vertical-align: top; padding: 7mm 0 0 14pt; } }
    :root {
      color-scheme: light;
      --fang: FangSong_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", serif;
      --kai: KaiTi_GB2312, KaiTi, STKaiti, "Kaiti SC", "Noto Serif CJK SC", serif;
      --hei: SimHei, STHeiti, "Heiti SC", "Noto Sans CJK SC", sans-serif;
      --song: FZXiaoBiaoSong-B05S, "方正小标宋简体", "Noto Serif CJK SC", SimSun, serif;
      --red: #c00000;
    }
    * { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    body { margin: 0; background: #fff; color: #000; }
    .sheet {
      font: 15.75pt/29pt var(--fang); line-break: strict; overflow-wrap: break-word;
      text-autospace: normal; text-spacing-trim: trim-start; font-variant-numeric: lining-nums;
    }
    h1, h2, h3, h4, p, ul, ol, li, table, section, figure, blockquote, pre { margin: 0; padding: 0; }
    .red-name { color: var(--red); font-family: var(--song); font-weight: 900; line-height: 1.35; text-align: center; letter-spacing: .08em; margin-right: -.08em; }
    .issue { text-align: center; }
    .issuer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; padding: 8pt 1em 3pt; }
    .issuer span:last-child { margin-left: auto; }
    .red-rule { height: 1.1mm; background: var(--red); }
    .notice { font: 12pt/20pt var(--kai); text-align: right; margin-top: 4pt; }
    h1 { font: 700 22pt/32pt var(--song); text-align: center; text-wrap: balance; margin: 26pt 0 16pt; }
    .about { text-align: center; font-family: var(--kai); }
    .standfirst { font-family: var(--kai); text-indent: 2em; text-align: justify; margin-bottom: 8pt; }
    .text h2 { font: 400 15.75pt/29pt var(--hei); text-indent: 2em; }
    .text h3 { font: 400 15.75pt/29pt var(--kai); text-indent: 2em; }
    .text h4, .text h5, .text h6 { font: 700 15.75pt/29pt var(--fang); text-indent: 2em; }
    .text p { text-indent: 2em; text-align: justify; orphans: 2; widows: 2; }
    .text ul, .text ol { list-style-position: inside; }
    .text li { text-indent: 2em; text-align: justify; }
    .text li > ul, .text li > ol { padding-left: 2em; }
    .text li > p:first-child { display: inline; }
    blockquote { font-family: var(--kai); padding: 0 2em; }
    pre, code { font-family: monospace; font-size: 12pt; line-height: 18pt; white-space: pre-wrap; }
    .text img { display: block; max-width: 100%; height: auto; margin: 8pt auto; break-inside: avoid; }
    figure { break-inside: avoid; }
    .text figcaption, .text .block-title { font: 700 13pt/20pt var(--hei); text-indent: 0; text-align: center; }
    .text .block { margin: 6pt 0 8pt; }
    .text .block-sub { font-size: 10.5pt; line-height: 15pt; text-indent: 0; text-align: center; color: #333; }
    .text .block-note { font-size: 10pt; line-height: 15pt; text-indent: 0; color: #333; }
    table { width: 100%; margin: 4pt 0; border-collapse: collapse; border-top: 1.5pt solid #000; border-bottom: 1.5pt solid #000; font: 11pt/16pt var(--hei); font-variant-numeric: tabular-nums lining-nums; }
    caption { font: 700 13pt/20pt var(--hei); }
    thead { display: table-header-group; }
    th, td { padding: 2.5pt 6pt 2.5pt 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: .5pt solid #999; }
    thead th { border-bottom: .75pt solid #000; }
    tbody tr:last-child > * { border-bottom: 0; }
    td.n + td:not(.n), th.n + th:not(.n) { padding-left: 10pt; }
    th.n, td.n, .align-right { text-align: right; }
    .align-center { text-align: center; }
    tr, .card, .chart, svg, .step, .story { break-inside: avoid; }
    tbody tr:first-child, tbody tr:last-child { break-before: avoid; }
    h1, h2, h3, h4, caption, thead, .block-title, .block-sub { break-after: avoid; }
    table strong { font-weight: 700; }
    .mark { white-space: nowrap; }
    svg { display: block; width: 100%; height: auto; margin: 4pt 0; }
    .cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6pt 12pt; font: 10.5pt/15pt var(--hei); }
    .card { border-top: .75pt solid #000; padding-top: 3pt; }
    .text .cards p { text-indent: 0; text-align: start; }
    .card-value strong { font-size: 20pt; line-height: 26pt; }
    .tail { break-inside: avoid; }
    .bulletin .tail { break-after: avoid; }
    .sign { text-align: right; padding-right: 2em; }
    .data-note, .link-note, .notes-title { font: 10.5pt/16pt var(--fang); overflow-wrap: anywhere; }
    .tail, .link-notes { margin-top: 8pt; }
    .footnotes { border-top: .5pt solid #000; margin-top: 8pt; padding-top: 4pt; }
    .text .footnotes li, .text .footnotes p { font-size: 10.5pt; line-height: 16pt; text-indent: 0; }
    sup { font-size: 9pt; line-height: 1; }
    .link-number { font-size: 9pt; line-height: 1; }
    .imprint { border-top: 1.25pt solid #000; border-bottom: 1.25pt solid #000; margin-top: 18pt; font: 14pt/24pt var(--fang); break-inside: avoid; break-before: avoid; }
    .imprint p { display: flex; padding: 1pt 1em; }
    .imprint p + p { border-top: .5pt solid #000; }
    .imprint b { flex: none; font-weight: 400; }
    .imprint .archived { display: block; font: 9.5pt/14pt var(--fang); overflow-wrap: anywhere; }
    .imprint .printed { flex-wrap: wrap; justify-content: space-between; gap: 0 1em; }
    .at-foot { display: none; }
    :lang(en) p, :lang(en) li, :lang(en) h2, :lang(en) h3 { text-indent: 0; text-align: start; }
    @media screen {
      .sheet { max-width: 210mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm; }
      @media (max-width: 40rem) { .sheet { padding: 1.5rem 1rem; font-size: 1.05rem; line-height: 1.8; } .red-name { font-size: 1.9rem !important; } .cards { grid-template-columns: 1fr; } }
    }
    @media print {
      /* 版记 stands at the foot of the last page where the browser can round a height up to whole pages; elsewhere it
         stands behind the text. A copy takes its place there, and the one in the text keeps the room. */
      @supports (height: calc-size(auto, round(up, size, 225mm))) {
        .bulletin { position: relative; height: calc-size(auto, round(up, size, 225mm) - 1px); }
        .imprint { visibility: hidden; }
        .imprint.at-foot { display: block; visibility: visible; position: absolute; left: 0; right: 0; bottom: 0; margin: 0; }
      }
    }

    """
}
