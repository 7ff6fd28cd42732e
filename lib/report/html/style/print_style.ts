/** Paper: dark ink on white, nothing that scrolls, sticks or unfolds. */
export const PRINT_STYLE = `
@page { margin: 15mm; }
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --tint: #ffffff; --ink: #000000; --muted: #444b52;
    --line: #b8c0c8; --accent: #000000; --note: #ffffff;
  }
  html { font-size: 10pt; }
  .page, .page:has(> nav) { display: block; max-width: none; padding: 0; }
  nav { position: static; max-height: none; }
  nav ol { display: block; columns: 2; }
  .skip, .data { display: none; }
  .scroll { overflow: visible; background: none; }
  .long, table, figure .chart > svg { min-width: 0; }
  .card .chart > svg { max-height: 110mm; }
  .card { border-width: 1px 0 0; border-radius: 0; padding: 1rem 0 0; margin-inline: 0; }
  .keys { grid-template-columns: repeat(4, 1fr); }
  .keys div { padding-inline: 0; }
  figure { display: block; }
  figure, tr, .row, .keys, dl div, .note { break-inside: avoid; }
  h2, h3, caption, thead { break-after: avoid; }
  .source { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
}
`;
