/** What sections are made of: cards, text, key figures, facts, notes. */
export const BLOCK_STYLE = `
.card { border: 1px solid var(--line); border-radius: 0.5rem; padding: 1.25rem 1.5rem; margin-top: 1.5rem; }
.card:target { outline: 2px solid var(--accent); outline-offset: 2px; }
.card > :last-child { margin-bottom: 0; }
p, ul { max-width: 46rem; }
p { margin: 0 0 0.75rem; }
ul { padding-left: 1.25rem; }
.note { background: var(--note); border-left: 4px solid var(--alarm); padding: 0.5rem 0.75rem; margin: 1rem 0; }
.severity { width: 0.75em; height: 0.75em; fill: var(--alarm); stroke: var(--alarm); stroke-width: 0; vertical-align: -0.05em; }
.severity.outage { fill: var(--missing); stroke: var(--missing); }
dl { margin: 1rem 0; }
dt { color: var(--muted); }
dd { margin: 0; }
dl:not([class]) div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1rem; padding: 0.3rem 0; border-bottom: 1px solid var(--line); }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem; margin: 0 0 1rem; }
.row dt, .keys dt { font-size: 0.8rem; }
.row dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.keys { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; margin: 1.25rem 0 0; max-width: 58rem; }
.keys:has(> :nth-child(5)) { grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); }
.keys:has(> :nth-child(5)) .value { font-size: 1.25rem; }
.keys div { background: var(--tint); border-radius: 0.5rem; padding: 0.6rem 0.9rem; }
.keys .value { font-size: 1.5rem; line-height: 1.3; font-weight: 650; font-variant-numeric: tabular-nums; color: var(--ink); }
.keys .value a { color: inherit; text-decoration-color: var(--muted); text-decoration-thickness: 1px; }
.keys dd { font-size: 0.85rem; color: var(--muted); }
@media (max-width: 40rem) {
  .card { padding: 1rem; border-left: 0; border-right: 0; border-radius: 0; margin-inline: -1rem; }
  .keys { grid-template-columns: 1fr 1fr; gap: 0.5rem; }
  .keys .value { font-size: 1.25rem; }
  dl:not([class]) div { grid-template-columns: 1fr; }
}
`;
