import type { LabelledSpan } from "../../frame/labelled_span.ts";
import type { RawTable } from "../../frame/raw_table.ts";

/** One machine of a labelled data set, as it was read. */
export interface MachineTables {
  /** The machine's name. */
  readonly name: string;
  /** Time to learn from; labels, if it has any, are not looked at. */
  readonly train: RawTable;
  /** Time to score, labelled, on the same clock. */
  readonly test: RawTable;
  /**
   * Incidents with the metrics that experts named as their causes, on the same
   * clock; `null` where nobody named any.
   */
  readonly causes: readonly LabelledSpan[] | null;
  /** Time that is not judged, on the same clock; absent where there is none. */
  readonly maintenance?: readonly LabelledSpan[];
}
