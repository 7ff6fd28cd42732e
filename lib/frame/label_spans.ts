import type { LabelledSpan } from "./labelled_span.ts";
import { type MetricTable, stepTime } from "./metric_table.ts";

/**
 * Turns a table's `label` column into spans: one a run of labelled steps.
 *
 * @param table The table.
 * @returns Spans in order of time, without causes; none without labels.
 */
export function labelSpans(table: MetricTable): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let start = -1;
  for (let t = 0; t <= table.steps; t++) {
    const labelled = t < table.steps && table.label?.[t] === 1;
    if (labelled && start < 0) start = t;
    if (labelled || start < 0) continue;
    spans.push({
      startMs: stepTime(table, start),
      endMs: stepTime(table, t - 1),
      features: [],
      note: "",
    });
    start = -1;
  }
  return spans;
}
