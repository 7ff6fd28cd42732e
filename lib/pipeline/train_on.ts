import { clampInput } from "@lib/detect/distance.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import type { StepRange } from "@lib/frame/metric_table.ts";
import { scale } from "@lib/frame/scaler.ts";
import { formatDuration } from "@lib/frame/units.ts";
import { windowEnds } from "@lib/frame/windows.ts";
import type {
  Engine,
  TrainOptions,
  TrainProgress,
  WindowSet,
} from "@lib/model/engine.ts";
import { type Detector, DETECTOR_SCHEMA } from "@lib/pipeline/detector.ts";
import { fitDetector } from "@lib/pipeline/fit_detector.ts";
import {
  MODEL_STORE,
  saveModel,
  type StoredModel,
} from "@lib/pipeline/model_store.ts";
import { modelNameOf } from "@lib/pipeline/model_name.ts";
import { type Provenance, versionOf } from "@lib/pipeline/model_version.ts";
import type { Params } from "@lib/pipeline/params.ts";
import type { ProgressListener } from "@lib/pipeline/progress.ts";
import type { TrainingData } from "@lib/pipeline/read_training.ts";
import { versions } from "@lib/pipeline/versions.ts";

/** Windows a gradient step. */
const BATCH_SIZE = 64;

/** Gradient steps that training aims at where `--epochs` does not say. */
const AIMED_STEPS = 3000;

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
  /** Whether the model replaces a current one of its name. */
  readonly current: "replace" | "keep";
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
  const span = formatDuration(table.steps * table.intervalMs);
  listener({
    kind: "said",
    text: `Training on ${table.metrics.length} metrics of ${table.host}, ` +
      `${span}, ${fit.ends.length} windows (${engine.name})`,
  });
  const began = performance.now();
  const trained = await engine.train(
    fit,
    windows(parts.stop),
    options,
    (progress) =>
      listener({
        kind: "at",
        stage: "train",
        done: progress.done,
        detail: detailOf(progress, performance.now() - began),
      }),
  );
  // Training that stops early has a hundred per cent, too.
  const best = trained.losses[trained.bestEpoch - 1];
  listener({
    kind: "at",
    stage: "train",
    done: 1,
    detail: `best epoch ${trained.bestEpoch} of ${trained.losses.length}, ` +
      `held out ${best?.stop.toPrecision(3)}`,
  });
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
      version: versionOf({ params, provenance, engine: engine.name }),
      createdAt: isoTime(Date.now()),
      ...fitted,
      split: provenance.split,
      inputs: provenance.inputs,
      parameters: {
        ...options,
        window: params.window,
        ...(params.counters.length > 0 ? { counter: params.counters } : {}),
      },
      engine: { name: engine.name, version: engine.version },
      versions: versions(),
    };
    return await saveModel(MODEL_STORE, detector, {
      bytes: trained.bytes,
      current: context.current,
    });
  } finally {
    autoencoder.dispose();
  }
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

/** Epoch, losses and the time left, once there is something to judge it by. */
function detailOf(
  { epoch, epochs, done, loss }: TrainProgress,
  spentMs: number,
): string {
  const leftMs = Math.ceil(spentMs * (1 - done) / done / 1000) * 1000;
  return [
    `epoch ${epoch}/${epochs}`,
    loss ? `loss ${loss.fit.toPrecision(3)}` : "",
    loss ? `held out ${loss.stop.toPrecision(3)}` : "",
    done > 0.02 && done < 1 ? `${formatDuration(leftMs)} left` : "",
  ].filter((part) => part !== "").join(", ");
}
