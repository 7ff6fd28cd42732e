import type { LabelledSpan } from "./labelled_span.ts";
import { type MetricTable, type StepRange, stepTime } from "./metric_table.ts";

/**
 * Finds the steps that touch a span: those whose interval shares an instant with
 * it.
 *
 * @param table The table's clock.
 * @param span The span, its end included.
 * @returns A half-open range within the table; empty where none does.
 */
export function stepsIn(
  table: Pick<MetricTable, "startMs" | "intervalMs" | "steps">,
  { startMs, endMs }: Pick<LabelledSpan, "startMs" | "endMs">,
): StepRange {
  const { intervalMs, steps } = table;
  const zero = stepTime(table, 0);
  // The interval of step t begins just after the step before it.
  const first = Math.ceil((startMs - zero) / intervalMs);
  const after = Math.ceil((endMs - zero) / intervalMs) + 1;
  const start = Math.min(steps, Math.max(0, first));
  return { start, end: Math.max(start, Math.min(steps, after)) };
}
