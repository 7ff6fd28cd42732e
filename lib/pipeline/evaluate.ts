import { conformTo } from "../frame/conform.ts";
import type { LimitedSeries } from "../detect/trend/limited_series.ts";
import { isoTime } from "../frame/iso_time.ts";
import { movedConstants } from "../measure/moved_constants.ts";
import type { Evaluation } from "../measure/evaluation.ts";
import { displayEvaluation } from "./notebook/display_evaluation.ts";
import { displayIncidents } from "./notebook/display_incidents.ts";
import { displayModel } from "./notebook/display_model.ts";
import { displayTable } from "./notebook/display_table.ts";
import { earlierOf } from "./earlier/earlier_of.ts";
import type { ScannedRuns } from "./earlier/scan_runs.ts";
import { withSeenBefore } from "./earlier/with_seen_before.ts";
import { engineFor } from "./training/engine_for.ts";
import { evaluationOf } from "./scoring/evaluation_of.ts";
import { excludedMetrics } from "./scoring/excluded_metrics.ts";
import { modelFor } from "./training/model_for.ts";
import { modelContents } from "./store/model_contents.ts";
import type { StoredModel } from "./store/model_store.ts";
import type { Params } from "./params/params.ts";
import { recordedParams } from "./training/recorded_params.ts";
import type { ProgressListener } from "./base/progress.ts";
import { scoreAndExplain } from "./scoring/score_and_explain.ts";
import type { ScoredTable } from "./scoring/score_table.ts";
import { withConfidence } from "./scoring/with_confidence.ts";
import {
  readScoringInput,
  type ScoringInput,
} from "./training/scoring_input.ts";
import { stopwatch } from "./base/stopwatch.ts";
import { earlyWarningsOf } from "./warning/early_warnings_of.ts";
import { limitedSeriesOf } from "./warning/limited_series_of.ts";
import { runWarnings } from "./training/training_warnings.ts";
import { versions } from "./base/versions.ts";
import type { RunRecord } from "../report/report_input.ts";

/** A scored table with its evaluation and the record of the run. */
export interface Evaluated {
  /** Scores, incidents, expected values. */
  readonly scored: ScoredTable;
  /** The metrics that can run out, over all the time that is known of them. */
  readonly limited: readonly LimitedSeries[];
  /** Thresholds, rates and, with labels, quality. */
  readonly evaluation: Evaluation;
  /** The model that scored. */
  readonly model: StoredModel;
  /** Sentences about what weakens this run; none where nothing does. */
  readonly warnings: readonly string[];
  /** How this run can be made again. */
  readonly run: RunRecord;
}

/** What a step is told besides its parameters. */
export interface StepContext {
  /** The command line that makes the run again. */
  readonly command: string;
  /** Hears of progress. */
  readonly listener: ProgressListener;
  /**
   * Looks for earlier runs of any host, where that is done once for several.
   *
   * @default {scanRuns}
   */
  readonly earlierRuns?: () => Promise<ScannedRuns>;
  /**
   * Whether incidents are explained by counterfactuals and early warnings.
   *
   * @default {"incidents"}
   */
  readonly explain?: "incidents" | "nothing";
}

/** What a step on input that is read already is told besides. */
export interface InputContext extends StepContext {
  /**
   * Gives the model that a lesson leads to.
   *
   * @default {modelFor}
   */
  readonly learned?: typeof modelFor;
}

/**
 * The evaluate step: reads what is to be scored, trains a model where none
 * fits, scores, finds incidents and measures them.
 *
 * All input is read and checked before anything is trained or written.
 *
 * @param params The run's parameters.
 * @param context The command for the record, and who hears of progress.
 * @returns Scores, incidents, evaluation, record.
 * @throws {InputError} For input that cannot be used.
 */
export async function evaluate(
  params: Params,
  context: StepContext,
): Promise<Evaluated> {
  return await evaluateInput(await readScoringInput(params), params, context);
}

/**
 * The evaluate step on input that is read already.
 *
 * @param input What was read and checked.
 * @param params The run's parameters.
 * @param context The command for the record, and who hears of progress.
 * @returns Scores, incidents, evaluation, record.
 */
export async function evaluateInput(
  input: ScoringInput,
  params: Params,
  context: InputContext,
): Promise<Evaluated> {
  const { command, listener, earlierRuns, explain = "incidents" } = context;
  const { learned = modelFor } = context;
  const startedAt = isoTime(Date.now());
  const { timed, durations } = stopwatch();
  const { earlier: folders, out } = params;
  const earlier = await timed(
    "earlier",
    () => earlierOf(input, { earlier: folders, out, scan: earlierRuns }),
  );
  earlier.problems.forEach((text) => listener({ kind: "said", text }));
  const engine = await engineFor(params);
  const model = await timed(
    "model",
    async () =>
      "detector" in input.model
        ? input.model
        : await learned(input.model, { params, engine, listener }),
  );
  const { detector } = model;
  input.table.facts.notes?.forEach((text) => listener({ kind: "said", text }));
  const medians = detector.features.map((feature) => feature.median);
  const conformed = conformTo(input.table, detector.features, medians);
  const table = {
    ...conformed,
    excluded: excludedMetrics(detector.excluded, input.table, conformed),
  };
  listener({
    kind: "said",
    text: `Scoring ${table.steps - input.warmup} steps of ${table.host} ` +
      `(${engine.name})`,
  });
  const found = await scoreAndExplain(model, table, {
    ...{ engine, timed },
    perDay: params.alarmBudget.perDay,
    warmup: input.warmup,
    ...{ incident: params.incident, explain },
  });
  const limited = explain === "nothing" ? [] : limitedSeriesOf(input, {
    limits: params.limits,
    ranges: detector.training.ranges,
    incidents: found.scored.incidents,
  });
  const warned = await timed(
    "trends",
    () => Promise.resolve(earlyWarningsOf(found.scored.incidents, limited)),
  );
  const incidents = withSeenBefore(warned.incidents, {
    earlier: earlier.incidents,
    labels: input.labels,
    intervalMs: table.intervalMs,
  }).map((incident) =>
    withConfidence(incident, {
      scored: found.scored,
      training: detector.training,
    })
  );
  const scored = { ...found.scored, incidents };
  const run: RunRecord = {
    schemaVersion: 1,
    startedAt,
    command,
    ...recordedParams(params, model),
    seed: Number(detector.parameters.seed),
    engine: { name: engine.name, version: engine.version },
    versions: versions(),
    inputs: [...input.inputs, ...earlier.inputs],
    model: {
      name: detector.name,
      version: detector.version,
      sha256: model.sha256,
      contents: modelContents(model),
      trainedAt: detector.createdAt,
      trainedBy: detector.engine,
    },
    split: detector.split,
    durations,
  };
  const evaluation = evaluationOf(scored, {
    detector,
    budget: params.alarmBudget,
    labels: input.labels,
    movedConstants: movedConstants(input.table, {
      ...{ trained: detector.excluded, warmup: input.warmup },
    }),
    earlyWarnings: warned.atEnd,
  });
  displayTable(scored.table);
  displayIncidents(scored.incidents, scored.table);
  return {
    scored,
    limited,
    evaluation: displayEvaluation(evaluation),
    model: displayModel(model),
    warnings: [
      ...found.warnings,
      ...runWarnings({
        detector,
        threshold: scored.threshold,
        budget: params.alarmBudget.text,
        labels: input.labels ?? [],
        startMs: scored.table.startMs,
        alarmShare: evaluation.rates.alarmShare,
      }),
    ],
    run,
  };
}
