/** Charts: one column, side by side where a screen has room for two. */
export const FIGURE_STYLE = `
figure { margin: 1rem 0; max-width: 58rem; min-width: 0; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1.5rem; }
.chart, .data[open] { grid-column: 1 / -1; }
figure .chart > svg { display: block; width: 100%; min-width: 42rem; height: auto; }
figcaption { color: var(--muted); font-size: 0.875rem; max-width: 52rem; margin-top: 0.25rem; }
.source { display: block; color: var(--muted); font-size: 0.78rem; overflow-wrap: anywhere; }
.data { font-size: 0.875rem; margin-top: 0.25rem; min-width: 0; }
.data summary { color: var(--accent); cursor: pointer; width: fit-content; }
.data table { font-size: 0.8rem; width: auto; min-width: 0; margin: 0.5rem 0; }
.data tbody th { font-weight: 400; white-space: nowrap; }
.data thead th + th, .data td { text-align: right; white-space: nowrap; padding-left: 1.25rem; }
.data thead th { white-space: normal; }
.data .scroll { max-height: 24rem; overflow-y: auto; }
@media (max-width: 40rem) {
  figure { display: block; }
}
@media (min-width: 128rem) {
  .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(50rem, 1fr)); gap: 0 2rem; align-items: start; }
}
`;
