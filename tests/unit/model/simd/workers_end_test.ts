import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { simdEngine } from "@lib/model/simd/simd_engine.ts";
import { TOY_OPTIONS, toyWindows } from "../../../support/toy_windows.ts";

const fit = toyWindows({ windows: 200, length: 40, features: 9 });
/** Planned so long that workers are worth it. */
const options = { ...TOY_OPTIONS, hidden: 40, epochs: 1e6, patience: 1e6 };
const ENOUGH = new Error("enough");
const enough = () => {
  throw ENOUGH;
};

/** Starts real workers, and knows which of them were ended. */
function watched() {
  const module = import.meta.resolve("@lib/model/simd/worker.ts");
  const workers: Worker[] = [];
  const ended = new Set<Worker>();
  const spawn = () => {
    const worker = new Worker(module, { type: "module" });
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      ended.add(worker);
      terminate();
    };
    workers.push(worker);
    return worker;
  };
  return { spawn, counts: () => [workers.length, ended.size] };
}

Deno.test("Engine simd ends its workers when a listener throws", async () => {
  const { spawn, counts } = watched();
  const engine = await simdEngine({ threads: 2, spawn });
  let heard = 0;
  // The first weights are told of before there is a worker.
  const listener = () => ++heard > 3 ? enough() : undefined;
  await assert.rejects(
    engine.train({ fit, stop: fit }, options, { listener }),
    ENOUGH,
  );
  assert.deepEqual(counts(), [2, 2]);
});

Deno.test("Engine simd ends its workers when a state is not kept", async () => {
  const { spawn, counts } = watched();
  const engine = await simdEngine({ threads: 2, spawn });
  await assert.rejects(
    engine.train({ fit, stop: fit }, options, { onEpoch: enough }),
    ENOUGH,
  );
  assert.deepEqual(counts(), [2, 2]);
});

Deno.test("Engine simd ends its workers when the loss is no number", async () => {
  const { spawn, counts } = watched();
  const engine = await simdEngine({ threads: 2, spawn });
  const broken = { ...fit, values: fit.values.map(() => NaN) };
  await assert.rejects(
    engine.train({ fit: broken, stop: broken }, options),
    InputError,
  );
  assert.deepEqual(counts(), [2, 2]);
});

Deno.test("Engine simd ends its workers when a network is disposed of", async () => {
  const { spawn, counts } = watched();
  const engine = await simdEngine({ threads: 2, spawn });
  const few = { ...fit, ends: fit.ends.subarray(0, 20) };
  const once = { ...options, epochs: 1 };
  const { bytes } = await engine.train({ fit: few, stop: few }, once);
  const network = await engine.load(bytes);
  assert.deepEqual(counts(), [0, 0]);
  const many = toyWindows({ windows: 9000, length: 40, features: 9 });
  await network.reconstructLast(many);
  network.dispose();
  assert.deepEqual(counts(), [2, 2]);
});

Deno.test("Engine simd keeps the workers that many calls are announced for", async () => {
  const { spawn, counts } = watched();
  const engine = await simdEngine({ threads: 2, spawn });
  const few = { ...fit, ends: fit.ends.subarray(0, 20) };
  const once = { ...options, epochs: 1 };
  const { bytes } = await engine.train({ fit: few, stop: few }, once);
  const network = await engine.load(bytes);
  const alone = await network.reconstructLast(few);
  await network.prepare(20);
  assert.deepEqual(counts(), [0, 0]);
  await network.prepare(9000);
  await network.prepare(9000);
  assert.deepEqual(counts(), [2, 0]);
  assert.deepEqual(await network.reconstructLast(few), alone);
  await network.reconstructLast(
    toyWindows({ windows: 9000, length: 40, features: 9 }),
  );
  assert.deepEqual(counts(), [2, 0]);
  network.dispose();
  assert.deepEqual(counts(), [2, 2]);
});

Deno.test("Engine simd says to every call that a worker has died", async () => {
  const workers: Worker[] = [];
  const spawn = () => {
    const url = import.meta.resolve("@lib/model/simd/worker.ts");
    workers.push(new Worker(url, { type: "module" }));
    return workers.at(-1)!;
  };
  const engine = await simdEngine({ threads: 2, spawn, patience: 1 });
  const few = { ...fit, ends: fit.ends.subarray(0, 20) };
  const once = { ...options, epochs: 1 };
  const { bytes } = await engine.train({ fit: few, stop: few }, once);
  const network = await engine.load(bytes);
  await network.prepare(9000);
  workers.forEach((worker) => worker.terminate());
  const calls = Array.from({ length: 40 }, () => network.reconstructLast(fit));
  const ends = await Promise.allSettled(calls);
  const gone = new InputError(
    "compute with several threads",
    "every worker must stay alive",
    { got: "no sign of life for 1 s", hint: "--threads 1 needs no worker" },
  );
  for (const end of ends) {
    assert.equal(end.status, "rejected");
    assert.deepEqual(end.reason, gone);
  }
  network.dispose();
});

Deno.test("Engine simd has patience with workers that show signs of life", async () => {
  const engine = await simdEngine({ threads: 2, patience: 2 });
  const long = toyWindows({ windows: 100_000, length: 120, features: 30 });
  let since = Infinity;
  const listener = () => {
    since = Math.min(since, performance.now());
    if (performance.now() - since > 3500) enough();
  };
  // One epoch that no machine ends in this time: an idle crew is not watched.
  await assert.rejects(
    engine.train(
      { fit: long, stop: long },
      { ...options, hidden: 64 },
      { listener },
    ),
    ENOUGH,
  );
});
