import type { Engine, TrainOptions, WindowSet } from "@lib/model/engine.ts";
import { clampInput } from "@lib/detect/distance.ts";
import type { StepRange } from "@lib/frame/metric_table.ts";
import { scale } from "@lib/frame/scaler.ts";
import { formatDuration } from "@lib/frame/units.ts";
import { windowEnds } from "@lib/frame/windows.ts";
import { readTable } from "@lib/source/read_table.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { type Detector, DETECTOR_SCHEMA } from "@lib/pipeline/detector.ts";
import { fitDetector } from "@lib/pipeline/fit_detector.ts";
import { sha256 } from "@lib/pipeline/hash.ts";
import {
  MODEL_STORE,
  saveModel,
  type StoredModel,
} from "@lib/pipeline/model_store.ts";
import type { Params } from "@lib/pipeline/params.ts";
import type { ProgressListener } from "@lib/pipeline/progress.ts";
import {
  type TrainingData,
  trainingData,
} from "@lib/pipeline/read_training.ts";
import { inputRecords } from "@lib/pipeline/run_record.ts";
import { trainingSources } from "@lib/pipeline/sources.ts";
import { versions } from "@lib/pipeline/versions.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import type { RunRecord } from "@lib/report/report_input.ts";

/** Where training data came from, for the record. */
export interface Provenance {
  /** The files with their hashes. */
  readonly inputs: RunRecord["inputs"];
  /** How it was cut off a longer table, or `null`. */
  readonly split: RunRecord["split"];
}

/** Windows a gradient step. */
const BATCH_SIZE = 64;

/** Gradient steps that training aims at where `--epochs` does not say. */
const AIMED_STEPS = 3000;

/**
 * The train step: reads `--train` (or `--data`, or the sample), trains, fits
 * thresholds, and saves the model as the current version.
 *
 * @param params The run's parameters.
 * @param listener Hears of progress.
 * @returns The saved model.
 * @throws {InputError} For input that cannot be learned from.
 */
export async function train(
  params: Params,
  listener: ProgressListener,
): Promise<StoredModel> {
  const files = trainingSources(params);
  const raw = await readTable(
    files,
    params.start === null ? {} : { start: params.start },
  );
  const data = trainingData(raw, params.window);
  const inputs = await inputRecords({ train: files });
  const { engine, why } = await openEngine(params.engine);
  if (why) listener({ kind: "said", text: why });
  return await trainOn(data, {
    params,
    engine,
    listener,
    provenance: { inputs, split: null },
  });
}

/** What training needs besides data. */
export interface TrainContext {
  /** The run's parameters. */
  readonly params: Params;
  /** What runs the network. */
  readonly engine: Engine;
  /** Hears of progress. */
  readonly listener: ProgressListener;
  /** Where the data came from. */
  readonly provenance: Provenance;
}

/**
 * Trains on prepared data and saves the model.
 *
 * @param data Features, parts, scaler.
 * @param context Parameters, engine, listener, provenance.
 * @returns The saved model.
 */
export async function trainOn(
  data: TrainingData,
  context: TrainContext,
): Promise<StoredModel> {
  const { table, parts, scaler } = data;
  const { params, engine, listener, provenance } = context;
  const values = clampInput(scale(table, scaler));
  const windows = (range: StepRange): WindowSet => ({
    values,
    features: table.metrics.length,
    length: params.window,
    ends: windowEnds(table, range, params.window),
  });
  const fit = windows(parts.fit);
  const options = trainOptions(params, fit.ends.length);
  listener({
    kind: "said",
    text: `Training on ${table.metrics.length} metrics of ${table.host}, ` +
      `${
        formatDuration(table.steps * table.intervalMs)
      }, ${fit.ends.length} windows (${engine.name})`,
  });
  const began = performance.now();
  const trained = await engine.train(
    fit,
    windows(parts.stop),
    options,
    ({ epoch, epochs, done, loss }) =>
      listener({
        kind: "at",
        stage: "train",
        done,
        detail: `epoch ${epoch}/${epochs}` +
          (loss
            ? `, loss ${loss.fit.toPrecision(3)}, held out ${
              loss.stop.toPrecision(3)
            }`
            : "") +
          timeLeft(performance.now() - began, done),
      }),
  );
  const autoencoder = await engine.load(trained.bytes);
  try {
    const fitted = await fitDetector({
      table,
      parts,
      scaler,
      autoencoder,
      trained,
      alarmBudget: params.alarmBudget,
    });
    const name = params.name ?? modelNameOf(table.host);
    const detector: Detector = {
      schemaVersion: DETECTOR_SCHEMA,
      name,
      version: versionOf(params, provenance),
      createdAt: isoTime(Date.now()),
      ...fitted,
      split: provenance.split,
      inputs: provenance.inputs,
      parameters: { ...options, window: params.window },
      engine: { name: engine.name, version: engine.version },
      versions: versions(),
    };
    return await saveModel(MODEL_STORE, detector, trained.bytes);
  } finally {
    autoencoder.dispose();
  }
}

/**
 * Names the version that training would give: a hash of the data and of every
 * parameter that shapes the network. The engine is no part of it, since any
 * engine runs any model.
 *
 * @param params The run's parameters.
 * @param provenance Where the data comes from.
 * @returns 12 hex digits.
 */
export function versionOf(
  params: Params,
  { inputs, split }: Provenance,
): string {
  const { window, hidden, epochs, seed, start } = params;
  return sha256(JSON.stringify({
    schema: DETECTOR_SCHEMA,
    data: inputs.map((input) => input.sha256),
    split,
    training: { window, hidden, epochs, seed, start },
  })).slice(0, 12);
}

/**
 * Makes a model's name of a host's name.
 *
 * @param host The host.
 * @returns The host, with what no folder name should hold replaced.
 */
export function modelNameOf(host: string): string {
  return host.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[._-]+/, "").slice(
    0,
    100,
  ) || "model";
}

function trainOptions(
  { hidden, epochs, seed }: Params,
  windows: number,
): TrainOptions {
  const stepsPerEpoch = Math.ceil(windows / BATCH_SIZE);
  return {
    hidden,
    epochs: epochs ??
      Math.min(100, Math.max(10, Math.ceil(AIMED_STEPS / stepsPerEpoch))),
    batchSize: BATCH_SIZE,
    learningRate: 1e-3,
    patience: 10,
    seed,
  };
}

function timeLeft(spentMs: number, done: number): string {
  return done > 0.02 && done < 1
    ? `, ${
      formatDuration(Math.ceil(spentMs * (1 - done) / done / 1000) * 1000)
    } left`
    : "";
}
