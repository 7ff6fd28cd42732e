/**
 * Says what a page may do: show itself, run one script of its own, and load
 * nothing.
 *
 * @param script The script, such as `'sha256-…'`; without it none.
 * @returns The policy.
 */
export function pagePolicy(script = "'none'"): string {
  return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
    `script-src ${script}; base-uri 'none'; form-action 'none'`;
}

/**
 * The page's style: light and dark by the reader's setting, from 360 px to 4K,
 * and paper. Text has a contrast of at least 4.5:1 on its ground.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #1d2329; --muted: #525c67; --line: #ccd3da;
  --link: #0b5cad; --note: #fff4e0; --edge: #b35c00; --stripe: #f4f6f8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d; --ink: #e4e8ec; --muted: #a9b3bd; --line: #3a434d;
    --link: #86bdf7; --note: #33270f; --edge: #e8963a; --stripe: #1b2127;
  }
}
html { font-size: clamp(1rem, 0.85rem + 0.25vw, 1.4rem); scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
.page { max-width: 62rem; margin: 0 auto; padding: 1rem; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
header { border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 2.25rem 0 0.75rem; }
p, ul { max-width: 46rem; }
.subtitle { color: var(--muted); margin: 0 0 1rem; }
nav h2 { font-size: 1rem; margin: 0 0 0.25rem; border: 0; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav ol ol { padding-left: 1rem; font-size: 0.9rem; }
nav li { margin: 0.2rem 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.note { background: var(--note); border-left: 4px solid var(--edge); padding: 0.5rem 0.75rem; }
dl { margin: 1rem 0; }
dl div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1rem; padding: 0.2rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--muted); }
dd { margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 0.9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); min-width: 2.5rem; overflow-wrap: break-word; }
.long { overflow-wrap: anywhere; min-width: 14rem; }
.whole { white-space: nowrap; }
thead th { border-bottom: 2px solid var(--muted); vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 600; min-width: 2.5rem; }
tbody tr:nth-child(even) { background: var(--stripe); }
.right { text-align: right; white-space: nowrap; }
thead .right { white-space: normal; }
figure { margin: 1rem 0 1.5rem; }
figure svg { display: block; width: 100%; min-width: 42rem; height: auto; }
figcaption { color: var(--muted); font-size: 0.9rem; max-width: 46rem; }
@media (max-width: 40rem) {
  dl div { grid-template-columns: 1fr; }
  table { min-width: 40rem; }
}
@media (min-width: 84rem) {
  .page { display: grid; max-width: 82rem; grid-template-columns: 16rem minmax(0, 62rem); gap: 0 2.5rem; }
  header { grid-column: 1 / -1; }
  nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; font-size: 0.95rem; }
  main > section:first-child > h2 { margin-top: 0; }
}
@page { margin: 15mm; }
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --ink: #000000; --muted: #444b52; --line: #b8c0c8;
    --link: #000000; --note: #ffffff; --stripe: #ffffff;
  }
  html { font-size: 10pt; }
  .page { display: block; max-width: none; padding: 0; }
  nav { position: static; max-height: none; }
  .skip { display: none; }
  .scroll { overflow: visible; }
  .long { min-width: 0; }
  table { min-width: 0; }
  figure svg { min-width: 0; }
  figure, tr, dl div, .note { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}
`.trim();
