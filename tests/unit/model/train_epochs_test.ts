import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import type {
  TrainedModel,
  TrainHooks,
  TrainProgress,
  TrainState,
} from "@lib/model/engine.ts";
import { type Trainee, trainEpochs } from "@lib/model/train_epochs.ts";
import { engineOf, ENGINES } from "../../support/engines.ts";
import { TOY_OPTIONS, toyWindows } from "../../support/toy_windows.ts";

const fit = toyWindows();
const stop = toyWindows({ windows: 24, from: 110 });

for (const { engineName, ignore } of ENGINES) {
  const test = (sentence: string, fn: () => Promise<void>) =>
    Deno.test({ name: `Engine ${engineName} ${sentence}`, ignore, fn });

  test("goes on after any epoch to the same bits", async () => {
    const engine = await engineOf(engineName);
    const train = async (hooks: TrainHooks) =>
      await engine.train({ fit, stop }, TOY_OPTIONS, hooks);
    const states: TrainState[] = [];
    const onEpoch = (state: TrainState) => void states.push(state);
    const whole = await train({ onEpoch });
    assert.deepEqual(states.map(({ losses }) => losses.length), epochs(6));
    assert.deepEqual(await train({}), whole);

    for (const resume of [states[0]!, states[3]!, states[5]!]) {
      const later: TrainState[] = [];
      const resumed = await train({
        resume: structuredClone(resume),
        onEpoch: (state) => void later.push(state),
      });
      assert.deepEqual(resumed, whole);
      assert.deepEqual(later, states.slice(resume.losses.length));
    }
  });

  test("waits as patiently after an interruption as without", async () => {
    const engine = await engineOf(engineName);
    // Constant windows pull away from the sines that decide.
    const flat = { ...fit, values: fit.values.map(() => 3) };
    const options = { ...TOY_OPTIONS, epochs: 9, patience: 2 };
    const train = async (hooks: TrainHooks): Promise<TrainedModel> =>
      await engine.train({ fit: flat, stop }, options, hooks);
    const states: TrainState[] = [];
    const whole = await train({ onEpoch: (state) => void states.push(state) });
    assert.ok(whole.losses.length < 9);
    for (const resume of states) {
      assert.deepEqual(await train({ resume }), whole);
    }
  });

  test("leaves no tensor behind when it goes on", async () => {
    const engine = await engineOf(engineName);
    const options = { ...TOY_OPTIONS, epochs: 2 };
    const states: TrainState[] = [];
    const onEpoch = (state: TrainState) => void states.push(state);
    await engine.train({ fit, stop }, options, { onEpoch });
    const [resume] = states;
    assert.ok(resume);
    const before = tf.memory();
    await engine.train({ fit, stop }, options, { resume });
    const { numTensors, numDataBuffers } = tf.memory();
    assert.deepEqual(
      [numTensors, numDataBuffers],
      [before.numTensors, before.numDataBuffers],
    );
  });

  test("tells where it goes on before anything else", async () => {
    const engine = await engineOf(engineName);
    const options = { ...TOY_OPTIONS, epochs: 4 };
    const states: TrainState[] = [];
    const onEpoch = (state: TrainState) => void states.push(state);
    await engine.train({ fit, stop }, options, { onEpoch });
    const heard: TrainProgress[] = [];
    const [, resume] = states;
    assert.ok(resume);
    const listener = (progress: TrainProgress) => void heard.push(progress);
    await engine.train({ fit, stop }, options, { resume, listener });
    const loss = resume.losses[1];
    assert.deepEqual(heard[0], { epoch: 2, epochs: 4, done: 0.5, loss });
    assert.ok(heard.slice(1).every(({ epoch }) => epoch > 2));
  });

  test("waits until the state is kept", async () => {
    const engine = await engineOf(engineName);
    const said: string[] = [];
    await engine.train({ fit, stop }, { ...TOY_OPTIONS, epochs: 2 }, {
      onEpoch: async ({ losses }) => {
        said.push(`keeps ${losses.length}`);
        await new Promise((resolve) => setTimeout(resolve, 120));
        said.push(`kept ${losses.length}`);
      },
      listener: ({ epoch, loss }) =>
        said.push(loss?.epoch === epoch ? `ended ${epoch}` : `in ${epoch}`),
    });
    const order = said.filter((text) => !text.startsWith("in"));
    assert.deepEqual(
      order,
      ["ended 1", "keeps 1", "kept 1", "ended 2", "keeps 2", "kept 2"],
    );
    const pause = said.slice(said.indexOf("keeps 1"), said.indexOf("kept 1"));
    assert.deepEqual(pause, ["keeps 1"]);
  });

  test("refuses a state of another training", async () => {
    const engine = await engineOf(engineName);
    const states: TrainState[] = [];
    const options = { ...TOY_OPTIONS, epochs: 1 };
    await engine.train({ fit, stop }, options, {
      onEpoch: (state) => void states.push(state),
    });
    const [resume] = states;
    assert.ok(resume);
    await assert.rejects(
      engine.train({ fit, stop }, { ...options, hidden: 9 }, { resume }),
      new RangeError(
        "Cannot go on training: the state must be of these windows and options",
      ),
    );
  });
}

function epochs(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

Deno.test("trainEpochs() can be ended while an epoch's end takes long", async () => {
  const stopped = new DOMException("stopped", "AbortError");
  const trainee: Trainee = {
    fitWindows: 1,
    runEpoch: (_, onBatch) => Promise.resolve(onBatch(1, 1)),
    // For ever, as with many windows to stop by.
    stopLoss: () => new Promise(() => {}),
    state: () => assert.fail("no epoch ends"),
  };
  let told = 0;
  const listener = () => {
    if (++told > 1) throw stopped;
  };
  await assert.rejects(
    trainEpochs(trainee, TOY_OPTIONS, { listener }),
    stopped,
  );
});
