import { InputError } from "../../errors.ts";
import { conformTo } from "../../frame/conform.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { labelSpans } from "../../frame/label_spans.ts";
import type { LabelledSpan } from "../../frame/labelled_span.ts";
import { type MetricTable, stepTime } from "../../frame/metric_table.ts";
import type { RawTable } from "../../frame/raw_table.ts";
import { regularGrid } from "../../frame/regular_grid.ts";
import { sliceSteps } from "../../frame/slice.ts";
import { leastTrainingSteps, splitAtShare } from "../../frame/time_split.ts";
import { windowEnds } from "../../frame/windows.ts";
import { alarmTimes } from "./alarm_times.ts";
import {
  loadModel,
  MODEL_STORE,
  type StoredModel,
} from "../store/model_store.ts";
import type { Provenance } from "../store/model_version.ts";
import type { Params } from "../params/params.ts";
import { type TrainingData, trainingDataOf } from "./read_training.ts";
import { type Exclusion, readExclusion } from "./read_exclusion.ts";
import { knownColumns, knownCounters } from "./known_columns.ts";
import { leftOutNotes } from "./left_out_notes.ts";
import { readHostLabels, type TableLabels } from "./host_labels.ts";
import { withNotes } from "./with_notes.ts";
import { requireFeatures } from "../scoring/require_features.ts";
import {
  requireLimited,
  requireLimitedIn,
} from "../warning/require_limited.ts";
import {
  readOptions,
  type ReadOptionsContext,
} from "../params/read_options.ts";
import { inputRecords } from "../store/run_record.ts";
import {
  excludeFiles,
  scoringSources,
  TRAIN_SHARE,
} from "../params/sources.ts";
import type { RunRecord } from "../../report/report_input.ts";
import { readTable } from "../../source/read_table.ts";

/** All that is read for a run, checked. */
export interface ScoringInput {
  /** What is to be scored, on the model's grid; columns as in the file. */
  readonly table: MetricTable;
  /** Steps at the table's start that only lead up to what is to be scored. */
  readonly warmup: number;
  /** Labelled spans, or `null` where there are none. */
  readonly labels: readonly LabelledSpan[] | null;
  /** A saved model, or what to learn one from. */
  readonly model: StoredModel | Lesson;
  /** The input files with their hashes. */
  readonly inputs: RunRecord["inputs"];
}

/** What a model can be learned from. */
export interface Lesson {
  /** Features, parts, scaler. */
  readonly data: TrainingData;
  /** All columns of that time, up to where the table to score begins. */
  readonly past: MetricTable;
  /** Where they came from. */
  readonly provenance: Provenance;
  /** Sentences about what is left out of training. */
  readonly notes: readonly string[];
}

/**
 * Half-lives of smoothing that lead up to what is scored: after so many it has
 * forgotten what came before. Damping, which remembers days, begins there as in
 * training, as it does in a table of its own.
 */
const LEADING = 20;

/**
 * Reads and checks everything that a run needs, before anything is trained or
 * written.
 *
 * @param params The run's parameters.
 * @param options Under which paths files are known that lie elsewhere now.
 * @returns The table to score, labels, and a model or what to learn it from.
 * @throws {InputError} For input that cannot be used.
 */
export async function readScoringInput(
  params: Params,
  { knownAs = new Map() }: Pick<ReadOptionsContext, "knownAs"> = {},
): Promise<ScoringInput> {
  const sources = scoringSources(params);
  await requireLimitedIn(sources.data, params.limits);
  const stored = params.model === null
    ? null
    : await loadModel(MODEL_STORE, params.model);
  const lesson = sources.learnFrom === "files"
    ? await readTable(
      sources.train,
      readOptions(params, { cut: "whole", knownAs }),
    )
    : null;
  const raw = await readTable(
    sources.data,
    readOptions(params, {
      ...{ cut: "cut", knownAs },
      knownCounters: stored ? knownCounters(stored) : [],
      knownColumns: stored ? knownColumns(stored, params) : undefined,
    }),
  );
  const exclusion = await readExclusion(params, lesson ?? raw);
  // After reading: what is no table may be endless to hash.
  const inputs = await inputRecords({
    train: lesson ? sources.train : [],
    data: sources.data,
    labels: sources.labels ? [sources.labels] : [],
    exclude: excludeFiles(params),
  });
  const context = { params, inputs, exclusion };
  const model = stored ?? (lesson && lessonOf(lesson, context));
  const onGrid = regularGrid(raw, intervalOf(model));
  const { labels, notes } = sources.labels
    ? await readHostLabels(sources.labels, raw, params)
    : labelColumn(onGrid);
  const table = withNotes(onGrid, notes);
  const input = model
    ? { table, model, warmup: 0 }
    : splitInput(table, context);
  refuseUnscorable(input, params.window);
  requireLimited(table, params.limits);
  return { ...input, labels, inputs };
}

/** What lessons are made with. */
interface LessonContext {
  readonly params: Params;
  readonly inputs: RunRecord["inputs"];
  readonly exclusion: Exclusion;
}

function lessonOf(raw: RawTable, context: LessonContext): Lesson {
  const { params, inputs, exclusion } = context;
  const ofTraining = inputs
    .filter(({ role }) => role === "train" || role === "exclude");
  const past = regularGrid(raw);
  const data = trainingDataOf(past, params.window, {
    exclude: exclusion.spans,
    robust: params.robust,
  });
  return {
    data,
    past,
    provenance: {
      inputs: ofTraining,
      split: null,
      cut: "whole",
      leftOut: data.leftOut.spans,
    },
    notes: leftOutNotes(data, exclusion, params),
  };
}

/** Cuts a table; what is scored is led up to by the end of what is learned from. */
function splitInput(table: MetricTable, context: LessonContext) {
  const { params, inputs, exclusion } = context;
  const { window } = params;
  const { train, scored } = splitAtShare(table, TRAIN_SHARE);
  const least = leastTrainingSteps(window);
  if (train.steps < least) {
    // The split rounds to the nearest step.
    const needed = Math.ceil((least - 0.5) / TRAIN_SHARE);
    throw new InputError(
      `learn from the first ${TRAIN_SHARE * 100} % of ${table.host}`,
      `at least ${needed} steps are needed`,
      { got: table.steps, hint: "give a longer table, or --train or --model" },
    );
  }
  const { intervalMs } = table;
  const { halfLifeMs } = alarmTimes(params, intervalMs);
  const warmup = Math.min(
    train.steps,
    window - 1 + Math.ceil(LEADING * halfLifeMs / intervalMs),
  );
  const data = trainingDataOf(train, window, {
    exclude: exclusion.spans,
    robust: params.robust,
  });
  const provenance = {
    inputs: inputs.filter(({ role }) => role === "data" || role === "exclude"),
    leftOut: data.leftOut.spans,
    split: { share: TRAIN_SHARE, at: isoTime(stepTime(scored, 0)) },
    cut: "cut" as const,
  };
  return {
    table: sliceSteps(table, { start: train.steps - warmup, end: table.steps }),
    model: {
      data,
      past: sliceSteps(train, { start: 0, end: train.steps - warmup }),
      provenance,
      notes: leftOutNotes(data, exclusion, params),
    },
    warmup,
  };
}

/** Scoring would refuse it too, but only after a model was trained and saved. */
function refuseUnscorable(
  { table, model, warmup }: Pick<ScoringInput, "table" | "model" | "warmup">,
  window: number,
): void {
  const isStored = "detector" in model;
  const features = isStored
    ? model.detector.features
    : model.data.table.metrics;
  const length = isStored ? model.detector.window : window;
  requireFeatures(table, features);
  const conformed = conformTo(table, features, features.map(() => 0));
  const ends = windowEnds(conformed, { start: 0, end: table.steps }, length);
  if (!ends.some((end) => end > warmup)) {
    throw new InputError(
      `score the data of ${table.host}`,
      `there must be ${length} steps of ${
        table.intervalMs / 1000
      } s without a gap`,
      {
        got: table.steps - warmup,
        hint: "the model was trained on data at this interval",
      },
    );
  }
}

function intervalOf(
  model: StoredModel | Lesson | null,
): { intervalMs?: number } {
  if (!model) return {};
  const { intervalMs } = "detector" in model
    ? model.detector
    : model.data.table;
  return { intervalMs };
}

function labelColumn(
  table: MetricTable,
): Pick<TableLabels, "notes"> & Pick<ScoringInput, "labels"> {
  return { labels: table.label ? labelSpans(table) : null, notes: [] };
}
