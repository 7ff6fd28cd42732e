import { peerJudgement } from "./peer_judgement.ts";
import type { Recipe } from "../recipe.ts";
import { windowErrors, windowsOf } from "./window_errors.ts";
import { conformTo } from "../../frame/conform.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import { fitMinMax } from "../../frame/scaler.ts";
import type { TrainOptions } from "../../model/engine.ts";

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

/**
 * The peer `lstm-ae-plain`, as in most tutorials: an LSTM autoencoder on windows of
 * 30 min-max scaled steps, and the window's mean squared error as the score of its
 * last step. Metrics are blamed by their mean error.
 *
 * Source: Malhotra et al., "LSTM-based Encoder-Decoder for Multi-sensor Anomaly
 * Detection", ICML Workshop 2016 (arXiv 1607.00148).
 */
export const plainAutoencoder: Recipe = {
  learns: "network",
  judge: async ({ train, test }, { seed, engine, onProgress }) => {
    const all = { start: 0, end: train.steps };
    const scaler = fitMinMax(train, [all]);
    const at = Math.round(train.steps * (1 - HELD_OUT));
    const windows = windowsOf(train, { scaler, length: WINDOW });
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
        windowErrors(autoencoder, windowsOf(table, { scaler, length: WINDOW }));
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
