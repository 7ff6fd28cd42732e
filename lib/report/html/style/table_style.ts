/**
 * Tables; one that is too wide scrolls in its own box, with a shade at each side
 * where there is more. What moves with the content hides the shade at its ends.
 */
export const TABLE_STYLE = `
.scroll {
  overflow-x: auto; max-width: 58rem;
  background:
    linear-gradient(to right, var(--ground) 1rem, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--ground) 1rem, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to right, var(--edge), transparent) left / 0.75rem 100% no-repeat scroll,
    linear-gradient(to left, var(--edge), transparent) right / 0.75rem 100% no-repeat scroll;
}
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 0.875rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
h2 + .scroll > table { margin-top: 0; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.5rem; max-width: 52rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.6rem; border-bottom: 1px solid var(--line); min-width: 2.5rem; overflow-wrap: break-word; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
.long { overflow-wrap: anywhere; min-width: 14rem; }
.whole { white-space: nowrap; }
thead th { color: var(--muted); font-weight: 600; vertical-align: bottom; overflow-wrap: normal; border-bottom-color: var(--muted); }
tbody th { font-weight: 600; min-width: 2.5rem; }
tbody tr:hover { background: var(--tint); }
.right { text-align: right; white-space: nowrap; }
thead .right { white-space: normal; }
@media (max-width: 40rem) {
  table:has(th:nth-child(4)) { min-width: 40rem; }
  table:has(th:nth-child(6)) { min-width: 54rem; }
  caption { max-width: calc(100vw - 2rem); }
}
`;
