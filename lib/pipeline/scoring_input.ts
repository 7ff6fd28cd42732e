import type { LabelledSpan } from "@lib/frame/labelled_span.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import { labelSpans } from "@lib/frame/label_spans.ts";
import { type MetricTable, stepTime } from "@lib/frame/metric_table.ts";
import type { RawTable } from "@lib/frame/raw_table.ts";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { splitAtShare } from "@lib/frame/time_split.ts";
import {
  loadModel,
  MODEL_STORE,
  type StoredModel,
} from "@lib/pipeline/model_store.ts";
import type { Params } from "@lib/pipeline/params.ts";
import {
  type TrainingData,
  trainingData,
  trainingDataOf,
} from "@lib/pipeline/read_training.ts";
import { readOptions } from "@lib/pipeline/read_options.ts";
import { inputRecords } from "@lib/pipeline/run_record.ts";
import { scoringSources, TRAIN_SHARE } from "@lib/pipeline/sources.ts";
import type { Provenance } from "@lib/pipeline/model_version.ts";
import type { RunRecord } from "@lib/report/report_input.ts";
import { readLabels } from "@lib/source/read_labels.ts";
import { readTable } from "@lib/source/read_table.ts";

/** All that is read for a run, checked. */
export interface ScoringInput {
  /** What is to be scored, on the model's grid; columns as in the file. */
  readonly table: MetricTable;
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
  /** Where they came from. */
  readonly provenance: Provenance;
}

/**
 * Reads and checks everything that a run needs, before anything is trained or
 * written.
 *
 * @param params The run's parameters.
 * @returns The table to score, labels, and a model or what to learn it from.
 * @throws {InputError} For input that cannot be used.
 */
export async function readScoringInput(params: Params): Promise<ScoringInput> {
  const sources = scoringSources(params);
  const placed = params.start === null ? {} : { start: params.start };
  const stored = params.model === null
    ? null
    : await loadModel(MODEL_STORE, params.model);
  const lesson = sources.learnFrom === "files"
    ? await readTable(sources.train, readOptions(params, { cut: "whole" }))
    : null;
  const raw = await readTable(
    sources.data,
    readOptions(params, { cut: "cut", knownCounters: countersOf(stored) }),
  );
  // After reading: what is no table may be endless to hash.
  const inputs = await inputRecords({
    train: lesson ? sources.train : [],
    data: sources.data,
    labels: sources.labels ? [sources.labels] : [],
  });
  const model = stored ?? (lesson && lessonOf(lesson, params, inputs));
  const table = regularGrid(raw, intervalOf(model));
  const labels = sources.labels
    ? await readLabels(sources.labels, raw.facts.clock, placed)
    : null;
  const input = model ? { table, model } : splitInput(table, params, inputs);
  return { ...input, labels: labels ?? labelColumn(input.table), inputs };
}

function lessonOf(
  raw: RawTable,
  params: Params,
  inputs: RunRecord["inputs"],
): Lesson {
  const provenance = {
    inputs: inputs.filter(({ role }) => role === "train"),
    split: null,
  };
  return { data: trainingData(raw, params.window), provenance };
}

function splitInput(
  table: MetricTable,
  params: Params,
  inputs: RunRecord["inputs"],
) {
  const { train, scored } = splitAtShare(table, TRAIN_SHARE);
  const provenance = {
    inputs: inputs.filter(({ role }) => role === "data"),
    split: { share: TRAIN_SHARE, at: isoTime(stepTime(scored, 0)) },
  };
  return {
    table: scored,
    model: { data: trainingDataOf(train, params.window), provenance },
  };
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

/** What a stored model learned as rates must be rates here. */
function countersOf(model: StoredModel | null): readonly string[] {
  if (!model) return [];
  const { counter } = model.detector.parameters;
  return Array.isArray(counter) ? counter : [];
}

function labelColumn(table: MetricTable): readonly LabelledSpan[] | null {
  return table.label ? labelSpans(table) : null;
}
