/**
 * whenwhy tells when a server behaved abnormally and why.
 *
 * The steps that scripts and notebooks share, the rooms' main functions, and the
 * plain values that go between them.
 *
 * @module
 */
export * from "@lib/errors.ts";

export * from "@lib/frame/labelled_span.ts";
export * from "@lib/frame/metric_table.ts";
export * from "@lib/frame/raw_table.ts";
export * from "@lib/frame/regular_grid.ts";
export * from "@lib/frame/schema.ts";

export * from "@lib/source/read_labels.ts";
export * from "@lib/source/read_table.ts";

export * from "@lib/model/engine.ts";
export * from "@lib/model/open_engine.ts";

export * from "@lib/detect/alarm_budget.ts";
export type { FeatureBand } from "@lib/detect/expected_band.ts";
export * from "@lib/detect/incident.ts";
export type { FittedThreshold } from "@lib/detect/threshold.ts";

export * from "@lib/measure/evaluation.ts";

export * from "@lib/report/build_document.ts";
export * from "@lib/report/document.ts";
export * from "@lib/report/html/to_html.ts";
export * from "@lib/report/pdf/to_pdf.ts";
export * from "@lib/report/report_input.ts";

export * from "@lib/pipeline/detector.ts";
export type { HostResult } from "@lib/pipeline/each_host.ts";
export {
  evaluate,
  type Evaluated,
  type StepContext,
} from "@lib/pipeline/evaluate.ts";
export type { StoredModel } from "@lib/pipeline/model_store.ts";
export { type Params, parseParams } from "@lib/pipeline/params.ts";
export * from "@lib/pipeline/progress.ts";
export * from "@lib/pipeline/report.ts";
export type { ScoredTable } from "@lib/pipeline/score_table.ts";
export { train } from "@lib/pipeline/train.ts";
export { type TrainedHosts, trainHosts } from "@lib/pipeline/train_hosts.ts";
