/**
 * The page as a whole: type, header, contents, columns. Sizes are in rem, and
 * the root grows slowly with the screen, so that 4K is not tiny.
 */
export const PAGE_STYLE = `
html { font-size: clamp(1rem, 0.75rem + 0.28vw, 1.375rem); scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
.page { max-width: 58rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
h1, h2, h3 { line-height: 1.25; font-weight: 650; text-wrap: balance; }
h1 { font-size: 1.75rem; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 1.35rem; margin: 0 0 1rem; }
h3 { font-size: 1.1rem; margin: 0 0 0.75rem; }
.subtitle { color: var(--muted); margin: 0.25rem 0 0; }
.verdict { font-size: 1.15rem; line-height: 1.45; margin: 1rem 0 0; max-width: 52rem; }
.caution { margin: 0.5rem 0 0; max-width: 52rem; color: var(--muted); }
.warning { margin: 0.5rem 0 0; max-width: 52rem; padding-left: 0.75rem; border-left: 4px solid var(--alarm); }
nav { margin: 1.5rem 0 0; font-size: 0.9rem; }
nav h2 { font-size: 0.8rem; font-weight: 600; color: var(--muted); margin: 0 0 0.25rem; }
nav ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; }
nav li { min-width: 0; }
nav li:has(ol) { flex-basis: 100%; }
nav a { display: inline-block; padding: 0.2rem 0; text-decoration: none; font-variant-numeric: tabular-nums; }
nav a:hover { text-decoration: underline; }
main > section { margin-top: 3rem; }
main > section:first-child { margin-top: 2rem; }
@media (min-width: 70rem) {
  .page { padding: 2rem 2rem 6rem; }
  .page:has(> nav) {
    display: grid; max-width: 75rem; gap: 0 2.5rem;
    grid-template: "nav header" auto "nav main" 1fr / 12.5rem minmax(0, 58rem);
  }
  header { grid-area: header; }
  main { grid-area: main; }
  nav {
    grid-area: nav; position: sticky; top: 0; align-self: start; margin: 0; padding: 0.35rem 0 2rem;
    max-height: 100vh; box-sizing: border-box; overflow-y: auto;
  }
  nav ol { display: block; }
  nav ol ol { margin: 0 0 0.25rem; padding-left: 0.75rem; border-left: 1px solid var(--line); }
}
@media (min-width: 128rem) {
  .page:has(> nav) { max-width: 132rem; grid-template-columns: 12.5rem minmax(0, 1fr); }
}
`;
