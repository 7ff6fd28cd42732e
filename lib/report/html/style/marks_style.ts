/** The style of what a reader marks incidents with; on paper it is a sentence. */
export const MARKS_STYLE = `
.marking, .marks {
  display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center;
  border: 0; padding: 0; margin: 0 0 0.75rem; min-width: 0; font-size: 0.875rem;
}
.marking legend { float: left; padding: 0; color: var(--muted); }
.marking label { white-space: nowrap; }
.marking input { accent-color: var(--accent); }
.mark-note { display: flex; flex: 1 1 14rem; gap: 0.4rem; align-items: center; }
.marking textarea { flex: 1; min-width: 0; field-sizing: content; max-height: 12rem; }
.marking textarea, .marks button, #incidents select { max-width: 100%; box-sizing: border-box; }
#incidents select, .mark-sign { font-weight: 400; white-space: nowrap; }
.marked { display: none; white-space: pre-line; }
@media print {
  .marking, .marks, #incidents .unmarked { display: none; }
  #incidents select { appearance: none; border: 0; padding: 0; }
  .marked:not(:empty) { display: block; }
}
`;
