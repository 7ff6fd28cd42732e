/**
 * whenwhy tells when a server behaved abnormally and why.
 *
 * The steps that scripts and notebooks share, the rooms' main functions, and the
 * plain values that go between them.
 *
 * @module
 */
export * from "./errors.ts";

export * from "./frame/labelled_span.ts";
export type { StatedLimits } from "./frame/metric_limit.ts";
export * from "./frame/metric_table.ts";
export * from "./frame/raw_table.ts";
export * from "./frame/regular_grid.ts";
export * from "./frame/schema.ts";

export * from "./source/read_labels.ts";
export * from "./source/read_table.ts";

export * from "./model/engine.ts";
export * from "./model/open_engine.ts";

export * from "./detect/alarm_budget.ts";
export type { Usual } from "./detect/deviation.ts";
export type { FeatureBand } from "./detect/expected_band.ts";
export * from "./detect/incident.ts";
export type { LevelChange } from "./detect/levels/level_change.ts";
export type { MovedLevel } from "./detect/levels/moved_levels.ts";
export type { FittedThreshold } from "./detect/threshold.ts";
export type { UsualRange } from "./detect/usual_range.ts";
export type { EarlyWarning } from "./detect/trend/early_warning.ts";
export type { IncidentWarning } from "./detect/trend/incident_warning.ts";
export type { WarningOutcome } from "./detect/trend/warning_outcome.ts";
export type { LimitedSeries } from "./detect/trend/limited_series.ts";

export * from "./measure/average_precision.ts";
export * from "./measure/evaluation.ts";
export type { History } from "./measure/history.ts";
export type { LevelMove } from "./measure/level_move.ts";
export type { MovedConstant } from "./measure/moved_constants.ts";
export type { OutsideTraining } from "./measure/outside_training.ts";
export * from "./measure/vus_pr.ts";

export * from "./report/build_document.ts";
export * from "./report/document.ts";
export type { Evidence } from "./report/evidence/evidence.ts";
export * from "./report/html/to_html.ts";
export * from "./report/markdown/to_markdown.ts";
export * from "./report/pdf/to_pdf.ts";
export * from "./report/page/page_data.ts";
export * from "./report/report_input.ts";
export type { ReportOptions } from "./report/report_view.ts";
export type { RecordedQuery } from "./source/prometheus/recorded_query.ts";
export * from "./report/training/robust_pass_facts.ts";

export * from "./pipeline/store/detector.ts";
export type { HostResult } from "./pipeline/each_host.ts";
export {
  evaluate,
  type Evaluated,
  type StepContext,
} from "./pipeline/evaluate.ts";
export type { EarlierRun } from "./pipeline/earlier/parse_run.ts";
export type { ScannedRun, ScannedRuns } from "./pipeline/earlier/scan_runs.ts";
export type { StoredModel } from "./pipeline/store/model_store.ts";
export { type Params, parseParams } from "./pipeline/params/params.ts";
export * from "./pipeline/base/progress.ts";
export * from "./pipeline/report.ts";
export type { ScoredTable } from "./pipeline/scoring/score_table.ts";
export { train, type TrainStepOptions } from "./pipeline/train.ts";
export { type TrainedHosts, trainHosts } from "./pipeline/train_hosts.ts";
export type { Check, VerifiedRun } from "./pipeline/verify/check.ts";
export * from "./pipeline/verify/elsewhere.ts";
export * from "./pipeline/verify/verify_run.ts";
