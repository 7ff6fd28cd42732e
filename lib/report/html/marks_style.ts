/** The style of what a reader marks incidents with; on paper it is a sentence. */
export const MARKS_STYLE = `
.mark, .marks {
  display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center;
  border: 1px solid var(--line); border-radius: 4px; padding: 0.4rem 0.75rem;
  margin: 0.75rem 0; min-width: 0; font-size: 0.9rem;
}
.mark legend { padding: 0 0.3rem; color: var(--muted); }
.mark label { white-space: nowrap; }
.mark input { accent-color: var(--link); }
.mark-note { display: flex; flex: 1 1 14rem; gap: 0.4rem; align-items: center; }
.mark textarea { flex: 1; min-width: 0; field-sizing: content; max-height: 12rem; }
.mark textarea, .marks button, #incidents select {
  font: inherit; color: var(--ink); background: var(--ground);
  border: 1px solid var(--muted); border-radius: 4px; padding: 0.15rem 0.5rem;
  max-width: 100%; box-sizing: border-box;
}
.marks button { cursor: pointer; }
.mark :focus-visible, .marks :focus-visible, #incidents select:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px;
}
#incidents select, .mark-sign { font-weight: 400; white-space: nowrap; }
.marked { display: none; white-space: pre-line; }
@media print {
  .mark, .marks, #incidents .unmarked { display: none; }
  #incidents select { appearance: none; border: 0; padding: 0; }
  .marked:not(:empty) { display: block; }
}
`.trim();
