import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { InputError } from "@lib/errors.ts";
import type { TrainProgress } from "@lib/model/engine.ts";
import { engineOf, ENGINES } from "../../support/engines.ts";
import { TOY_OPTIONS, toyWindows } from "../../support/toy_windows.ts";

const fit = toyWindows();
const stop = toyWindows({ windows: 24, from: 110 });

/** Tensors as tfjs counts them, and what the backend itself holds. */
function memory(): object {
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  const held = tf.engine().backend.numDataIds();
  return { numTensors, numDataBuffers, numBytes, held };
}

for (const { engineName, ignore } of ENGINES) {
  const test = (sentence: string, fn: () => Promise<void>) =>
    Deno.test({ name: `Engine ${engineName} ${sentence}`, ignore, fn });

  test("learns sines: its losses fall", async () => {
    const engine = await engineOf(engineName);
    const { losses } = await engine.train({ fit, stop }, TOY_OPTIONS);

    assert.deepEqual(losses.map(({ epoch }) => epoch), [1, 2, 3, 4, 5, 6]);
    const [first, last] = [losses.at(0), losses.at(-1)];
    assert(first && last);
    assert(last.fit < first.fit / 2, `fit ${first.fit} → ${last.fit}`);
    assert(last.stop < first.stop, `stop ${first.stop} → ${last.stop}`);
  });

  test("keeps the weights of the best epoch", async () => {
    const engine = await engineOf(engineName);
    // Constant windows pull away from the sines that decide.
    const flat = { ...fit, values: fit.values.map(() => 3) };
    const options = { ...TOY_OPTIONS, epochs: 9, patience: 2 };
    const { bytes, losses, bestEpoch } = await engine.train(
      { fit: flat, stop },
      options,
    );

    const lowest = Math.min(...losses.map(({ stop }) => stop));
    assert.equal(losses[bestEpoch - 1]?.stop, lowest);
    assert.equal(losses.length, bestEpoch + options.patience);
    const network = await engine.load(bytes);
    const y = await network.reconstruct(stop);
    network.dispose();
    const x = [...stop.ends].flatMap((end) => [
      ...stop.values.subarray((end - 8) * 3, end * 3),
    ]);
    const squares = x.map((value, i) => (value - (y[i] ?? NaN)) ** 2);
    const loss = squares.reduce((sum, square) => sum + square) / x.length;
    assert(Math.abs(loss - lowest) < 1e-6 * lowest, `${loss} ≠ ${lowest}`);
  });

  test("gives the same weights for the same seed, others for another", async () => {
    const engine = await engineOf(engineName);
    const weightsOf = async (seed: number) =>
      (await engine.train({ fit, stop }, { ...TOY_OPTIONS, seed })).bytes
        .weights;

    const weights = await weightsOf(7);
    assert.deepEqual(await weightsOf(7), weights);
    assert.notDeepEqual(await weightsOf(8), weights);
  });

  test("leaves no tensor behind", async () => {
    const engine = await engineOf(engineName);
    // Kept for good: the first use of a window length.
    const { bytes } = await engine.train({ fit, stop }, TOY_OPTIONS);
    const before = memory();

    await engine.train({ fit, stop }, { ...TOY_OPTIONS, epochs: 2 });
    assert.deepEqual(memory(), before, "after training");

    const network = await engine.load(bytes);
    await network.reconstructLast(fit);
    const loaded = memory();
    await network.reconstructLast(fit);
    await network.reconstruct(fit);
    assert.deepEqual(memory(), loaded, "after scoring");
    network.dispose();
    assert.deepEqual(memory(), before, "after disposing of the network");
  });

  test("leaves no tensor behind when training fails", async () => {
    const engine = await engineOf(engineName);
    const before = memory();
    const values = fit.values.map((value, i) => i === 40 ? NaN : value);
    await assert.rejects(
      engine.train({ fit: { ...fit, values }, stop }, TOY_OPTIONS),
    );
    assert.deepEqual(memory(), before);
  });

  test("stops with one line when the loss is no number", async () => {
    const engine = await engineOf(engineName);
    const values = fit.values.map((value, i) => i === 40 ? NaN : value);
    await assert.rejects(
      engine.train({ fit: { ...fit, values }, stop }, TOY_OPTIONS),
      new InputError("train", "the loss must stay finite, got NaN in epoch 1", {
        hint: "look for extreme values in the data or lower the learning rate",
      }),
    );
  });

  test("refuses to train on no window", async () => {
    const engine = await engineOf(engineName);
    const none = { ...fit, ends: new Int32Array() };
    await assert.rejects(
      engine.train({ fit: none, stop }, TOY_OPTIONS),
      new InputError("train", "there must be a window to learn from", {
        got: 0,
        hint: "give a longer time span or a smaller --window",
      }),
    );
  });

  test("tells of every epoch, and rising progress between", async () => {
    const engine = await engineOf(engineName);
    const heard: TrainProgress[] = [];
    const options = { ...TOY_OPTIONS, epochs: 3 };
    const { losses } = await engine.train(
      { fit, stop },
      options,
      { listener: (progress) => heard.push(progress) },
    );

    const done = heard.map((progress) => progress.done);
    assert.deepEqual(done, done.toSorted((a, b) => a - b));
    assert.equal(done.at(-1), 1);
    const ends = heard.filter(({ loss, epoch }) => loss?.epoch === epoch);
    assert.deepEqual(ends.map(({ loss }) => loss), losses);
  });

  test("reconstructs the last step as it does whole windows", async () => {
    const engine = await engineOf(engineName);
    const { bytes } = await engine.train({ fit, stop }, {
      ...TOY_OPTIONS,
      epochs: 1,
    });
    const network = await engine.load(bytes);
    const whole = await network.reconstruct(stop);
    const last = await network.reconstructLast(stop);
    network.dispose();

    assert.deepEqual([network.window, network.features], [8, 3]);
    assert.equal(whole.length, 24 * 8 * 3);
    const lastOfWhole = [...stop.ends].flatMap((_, w) => [
      ...whole.subarray((8 * w + 7) * 3, (8 * w + 8) * 3),
    ]);
    assert.deepEqual([...last], lastOfWhole);
  });

  test("refuses windows of another shape than the network's", async () => {
    const engine = await engineOf(engineName);
    const options = { ...TOY_OPTIONS, epochs: 1 };
    const { bytes } = await engine.train({ fit, stop }, options);
    const network = await engine.load(bytes);
    const wider = toyWindows({ features: 4 });
    await assert.rejects(
      network.reconstructLast(wider),
      new RangeError(
        "Cannot use windows: shape must be [*, 8, 3], got [*, 8, 4]",
      ),
    );
    network.dispose();
  });
}
