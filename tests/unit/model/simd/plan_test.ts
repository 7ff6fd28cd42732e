import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import {
  CUT_REVISION,
  type PlannedWork,
  planWork,
} from "@lib/model/simd/plan.ts";
import { openTeam } from "@lib/model/simd/team.ts";

const shape = { window: 30, features: 22, hidden: 64 };
const training: PlannedWork = {
  shape,
  scored: 0,
  trained: 1e6,
  batchSize: 64,
  threads: 2,
};

Deno.test("planWork() takes no more threads than the work is worth", () => {
  const threads = (scored: number) =>
    planWork({ shape, scored, threads: 64 }).threads;
  assert.equal(threads(1), 1);
  assert.equal(threads(1000), 1);
  // Some 1.2 million multiplications a window, 2·10⁹ a thread.
  assert.equal(threads(5000), 3);
  assert.equal(planWork({ ...training, threads: 64 }).threads, 8);
  assert.equal(planWork({ ...training, trained: 1, threads: 64 }).threads, 1);
  // However long it trains, a batch must be worth two meetings.
  const small = { window: 10, features: 18, hidden: 16 };
  const long = { ...training, trained: 1e9, threads: 64 };
  assert.equal(planWork({ ...long, shape: small }).threads, 1);
  assert.equal(
    planWork({ ...long, shape: { ...small, hidden: 64 } }).threads,
    7,
  );
});

/** `[shards, shardWindows]` by batch size, of a usual and of a huge network. */
const FROZEN = {
  revision: 1,
  cuts: [
    [[1, 8], [1, 8]],
    [[2, 8], [2, 8]],
    [[8, 8], [4, 16]],
    [[8, 88], [5, 144]],
  ],
};

Deno.test("planWork() cuts as this revision did: another cut, another CUT_REVISION", () => {
  const cuts = [1, 13, 64, 700].map((batchSize) =>
    [shape, { window: 512, features: 100, hidden: 1024 }].map((shape) => {
      const plan = planWork({ ...training, shape, batchSize });
      return [plan.shards, plan.shardWindows];
    })
  );
  assert.deepEqual({ revision: CUT_REVISION, cuts }, FROZEN);
});

Deno.test("planWork() cuts a batch alike for any number of threads", () => {
  for (const batchSize of [1, 8, 9, 64, 100, 1000]) {
    const cuts = [1, 2, 3, 7, 8, 64].map((threads) => {
      const plan = planWork({ ...training, batchSize, threads });
      return [plan.shards, plan.shardWindows];
    });
    cuts.forEach((cut) => assert.deepEqual(cut, cuts[0]));
    const [shards = 0, shardWindows = 0] = cuts[0]!;
    assert.equal(Math.ceil(batchSize / shardWindows), shards);
    assert(shards <= 8 && shardWindows % 8 === 0);
  }
});

Deno.test("planWork() takes fewer threads where memory ends", () => {
  const large = { window: 512, features: 100, hidden: 1024 };
  const { threads, layout } = planWork({
    ...training,
    shape: large,
    threads: 8,
  });
  assert(threads < 8 && threads > 1, `${threads}`);
  assert(layout.bytes <= 2 ** 32);
});

Deno.test("planWork() says in one line that a network is too large", () => {
  const huge = { window: 512, features: 22, hidden: 9000 };
  assert.throws(
    () => planWork({ ...training, shape: huge }),
    (error) =>
      error instanceof InputError &&
      /^Cannot run the network: there must be memory for it, got "[\d.e+]+ GiB needed"; give a smaller --hidden or --window$/
        .test(error.message),
  );
});

Deno.test("openTeam() says in one line that there is no memory", async () => {
  const plan = planWork(training);
  const layout = { ...plan.layout, bytes: 2 ** 33 };
  await assert.rejects(
    openTeam({ ...plan, layout }),
    (error) =>
      error instanceof InputError &&
      error.message.includes('there must be memory for it, got "8.0 GiB'),
  );
});
