import { peerJudgement } from "@lib/benchmark/peers/peer_judgement.ts";
import type { Recipe } from "@lib/benchmark/recipe.ts";
import { conformTo } from "@lib/frame/conform.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import { fitMinMax, scale, type Scaler } from "@lib/frame/scaler.ts";
import { windowEnds } from "@lib/frame/windows.ts";
import type { Autoencoder, TrainOptions } from "@lib/model/engine.ts";

/** Steps a window. */
const WINDOW = 30;

/** The last part of train says which epoch's weights are kept. */
const HELD_OUT = 0.1;

/** Windows a gradient step. */
const BATCH_SIZE = 64;

/** Gradient steps that training aims at, as ten epochs of a month of 5-minute rows. */
const AIMED_STEPS = 1300;

/** A short table is not gone over more often. */
const MOST_EPOCHS = 30;

/** Windows that are reconstructed at a time. */
const AT_ONCE = 2048;

/**
 * The peer `lstm-ae-plain`, as in most tutorials: an LSTM autoencoder on windows of
 * 30 min-max scaled steps, and the window's mean squared error as the score of its
 * last step. Metrics are blamed by their mean error.
 *
 * Source: Malhotra et al., "LSTM-based Encoder-Decoder for Multi-sensor Anomaly
 * Detection", ICML Workshop 2016 (arXiv 1607.00148).
 */
export const plainAutoencoder: Recipe = {
  about: "LSTM autoencoder, window 30, min-max, mean error of the window",
  learns: "network",
  judge: async ({ train, test }, { seed, engine, onProgress }) => {
    const all = { start: 0, end: train.steps };
    const scaler = fitMinMax(train, all);
    const at = Math.round(train.steps * (1 - HELD_OUT));
    const windows = windowsOf(train, scaler);
    const split = windows.ends.findIndex((end) => end > at);
    const { bytes } = await engine.train(
      {
        fit: { ...windows, ends: windows.ends.slice(0, split) },
        stop: { ...windows, ends: windows.ends.slice(split) },
      },
      optionsFor(split, seed),
      { listener: ({ done }) => onProgress(done) },
    );
    const table = conformTo(test, train.metrics, train.metrics.map(() => 0));
    const autoencoder = await engine.load(bytes);
    try {
      const errors = (table: MetricTable) =>
        windowErrors(autoencoder, table, scaler);
      const [learned, scored] = [await errors(train), await errors(table)];
      return peerJudgement(table, {
        train: learned.mean,
        test: scored.mean,
        parts: scored.parts,
        over: "mean",
      });
    } finally {
      autoencoder.dispose();
    }
  },
};

function optionsFor(windows: number, seed: number): TrainOptions {
  const wanted = Math.ceil(AIMED_STEPS * BATCH_SIZE / windows);
  const epochs = Math.min(MOST_EPOCHS, wanted);
  return {
    ...{ hidden: 64, learningRate: 1e-3, batchSize: BATCH_SIZE, seed, epochs },
    // All epochs run.
    patience: epochs,
  };
}

function windowsOf(table: MetricTable, scaler: Scaler) {
  return {
    values: scale(table, scaler),
    features: table.metrics.length,
    length: WINDOW,
    ends: windowEnds(table, { start: 0, end: table.steps }, WINDOW),
  };
}

/** Mean squared errors of the windows that end at each step; NaN where none does. */
async function windowErrors(
  autoencoder: Autoencoder,
  table: MetricTable,
  scaler: Scaler,
) {
  const windows = windowsOf(table, scaler);
  const { values, features, ends } = windows;
  const size = WINDOW * features;
  const parts = new Float32Array(values.length).fill(NaN);
  const mean = new Float64Array(table.steps).fill(NaN);
  for (let from = 0; from < ends.length; from += AT_ONCE) {
    const some = ends.subarray(from, from + AT_ONCE);
    const expected = await autoencoder.reconstruct({ ...windows, ends: some });
    some.forEach((end, w) => {
      const sums = new Float64Array(features);
      const first = (end - WINDOW) * features;
      for (let i = 0; i < size; i++) {
        sums[i % features]! += (values[first + i]! - expected[w * size + i]!) **
          2;
      }
      const row = (end - 1) * features;
      sums.forEach((sum, f) => parts[row + f] = sum / WINDOW);
      mean[end - 1] = sums.reduce((a, b) => a + b) / size;
    });
  }
  return { parts, mean };
}
