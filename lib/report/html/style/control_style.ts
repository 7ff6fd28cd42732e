/** What the page's script adds: buttons, choices; no paper shows them. */
export const CONTROL_STYLE = `
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; margin: 0 0 0.75rem; font-size: 0.875rem; }
button, select, textarea, input[type="search"], input[type="text"] { font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--muted); border-radius: 0.3rem; padding: 0.2rem 0.6rem; }
button { cursor: pointer; }
button:hover { background: var(--tint); }
.choose { margin: 0 0 1rem; }
.choose summary { color: var(--accent); cursor: pointer; width: fit-content; margin-bottom: 0.5rem; }
.choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0.2rem 1rem; max-height: 16rem; overflow-y: auto; max-width: 62rem; }
.choices label { display: flex; gap: 0.4rem; align-items: baseline; }
.notice:not(:empty) { position: fixed; z-index: 8; top: 0.5rem; right: 0.5rem; margin: 0; max-width: 24rem; padding: 0.5rem 0.75rem; background: var(--note); border: 1px solid var(--alarm); border-radius: 0.3rem; }
[hidden] { display: none !important; }
@media print { .tools, .choose, .notice { display: none; } }
`;
