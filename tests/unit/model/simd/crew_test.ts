import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { simdEngine } from "@lib/model/simd/simd_engine.ts";
import { TOY_OPTIONS, toyWindows } from "../../../support/toy_windows.ts";

const fit = toyWindows({ windows: 200, length: 40, features: 9 });
/** Planned so long that workers are worth it. */
const options = { ...TOY_OPTIONS, hidden: 40, epochs: 1e6, patience: 1e6 };

/** Workers of the engine; the first does `then` when its second job comes. */
function spoilt(then: string): () => Worker {
  const module = import.meta.resolve("@lib/model/simd/worker.ts");
  let spawned = 0;
  return () => {
    if (spawned++ > 0) return new Worker(module, { type: "module" });
    const source = `
      let messages = 0;
      addEventListener("message", (event) => {
        if (++messages < 3) return;
        ${then};
      });
      await import(${JSON.stringify(module)});`;
    const url = `data:text/javascript,${encodeURIComponent(source)}`;
    return new Worker(url, { type: "module" });
  };
}

Deno.test("Engine simd gives what a worker has thrown, with its stack", async () => {
  const spawn = spoilt(`event.data.task.counts = null`);
  const engine = await simdEngine({ threads: 2, spawn });
  await assert.rejects(engine.train({ fit, stop: fit }, options), (error) => {
    // A mistake of ours, which no user can correct.
    assert(error instanceof Error && !(error instanceof InputError));
    assert.match(error.message, /^Cannot compute on a worker: .*not iterable/);
    assert(error.cause instanceof TypeError);
    assert.match(`${error.cause.stack}`, /jobs\.ts/);
    return true;
  });
});

Deno.test("Engine simd says in one line that a worker is gone without a word", async () => {
  const engine = await simdEngine({
    threads: 2,
    spawn: spoilt("event.stopImmediatePropagation(); self.close()"),
    patience: 2,
  });
  await assert.rejects(
    engine.train({ fit, stop: fit }, options),
    new InputError(
      "compute with several threads",
      "every worker must stay alive",
      {
        got: "no sign of life for 2 s",
        hint: "--threads 1 needs no worker",
      },
    ),
  );
});

Deno.test("Engine simd says in one line that a worker does not start", async () => {
  const engine = await simdEngine({
    threads: 2,
    spawn: () => new Worker("data:text/javascript,throw 1", { type: "module" }),
  });
  await assert.rejects(
    engine.train({ fit, stop: fit }, options),
    (error) =>
      error instanceof InputError &&
      /^Cannot compute with several threads: every worker must stay alive, got "[^"\n]*Uncaught[^"\n]* 1"; --threads 1 needs no worker$/
        .test(error.message),
  );
});
