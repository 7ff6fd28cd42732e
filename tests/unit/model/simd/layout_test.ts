import assert from "node:assert/strict";
import type { WindowSet } from "@lib/model/engine.ts";
import { weightCount } from "@lib/model/flat_weights.ts";
import type { NetworkShape } from "@lib/model/network_shape.ts";
import { CONTROL, type Layout } from "@lib/model/simd/layout.ts";
import { panelIndices, toPanels } from "@lib/model/simd/panel_weights.ts";
import { type Plan, planWork } from "@lib/model/simd/plan.ts";
import { scoreWindows } from "@lib/model/simd/score_windows.ts";
import { openTeam, parameterLists, type Team } from "@lib/model/simd/team.ts";
import { giveTrainJob } from "@lib/model/simd/train_job.ts";
import { seededRandom } from "@lib/model/random.ts";
import { toyWindows } from "../../../support/toy_windows.ts";

/** What is put between two areas. */
const GUARD_BYTES = 4096;

/** A NaN that no arithmetic gives: whoever reads it spoils the results. */
const GUARD = 0x7fa5a5a5;

/** Globals that are no address. */
const SIZES =
  /^(window|features|units|inputs|outputs|parameterBytes|gradientBytes)$/;

/** Globals inside the area that begins with `encoder`. */
const INSIDE = /^(input|recurrent|output)$/;

/** Bytes of the control words. */
const CONTROL_BYTES = 256;

/** Its areas in the same order, each with a guard before it, and one at the end. */
function withGuards(layout: Layout): { layout: Layout; guards: number[] } {
  const named = [layout.shared, ...layout.own].flatMap((globals) =>
    Object.entries(globals)
      .filter(([name]) => !SIZES.test(name) && !INSIDE.test(name))
      .map(([, address]) => address)
  );
  const starts = [...named, ...layout.slots].sort((a, b) => a - b);
  const moved = (address: number) => {
    const area = starts.findLastIndex((start) => start <= address);
    return address + (area + 1) * GUARD_BYTES;
  };
  const move = (globals: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(globals).map(([name, value]) =>
        [name, SIZES.test(name) ? value : moved(value)] as const
      ),
    );
  const end = layout.bytes + starts.length * GUARD_BYTES;
  return {
    layout: {
      ...layout,
      shared: move(layout.shared),
      own: layout.own.map(move),
      slots: layout.slots.map(moved),
      bytes: end + GUARD_BYTES,
    },
    guards: [...starts.map((start) => moved(start) - GUARD_BYTES), end],
  };
}

/**
 * Hashes of what every area's worth of work gives: full jobs, remainders, windows
 * apart. The numbers themselves are too many to be shown where they differ.
 */
async function results(
  team: Team,
  shape: NetworkShape,
): Promise<readonly string[]> {
  const { plan } = team;
  const indices = panelIndices(shape);
  const [parameters] = parameterLists(team);
  const random = seededRandom(5);
  const weights = Float32Array.from(
    { length: weightCount(shape) },
    () => random() - 0.5,
  );
  toPanels(weights, indices, { parameters });
  team.renew();
  const { window: length, features } = shape;
  const fit = toyWindows({ windows: plan.jobWindows + 9, length, features });
  const given: ArrayLike<number>[] = [];
  if (plan.shards > 0) {
    const { batchSize } = plan;
    const most = plan.jobBatches * batchSize;
    for (const [slot, windows] of [most, most - 5].entries()) {
      const order = Int32Array.from(
        { length: windows },
        (_, w) => w % fit.ends.length,
      );
      const training = { fit, batchSize, learningRate: 1e-3, steps: 0, slot };
      given.push(await giveTrainJob(team, order, training).losses());
    }
  }
  const apart: WindowSet = {
    ...fit,
    ends: fit.ends.filter((_, w) => w % length === 0),
  };
  for (const windows of [fit, apart]) {
    for (const firstStep of [0, length - 1]) {
      await scoreWindows(team, windows, {
        firstStep,
        take: (values) => void given.push(values.slice()),
      });
    }
  }
  return await Promise.all(given.map(async (numbers) => {
    const floats = Float64Array.from(numbers);
    const hash = await crypto.subtle.digest("SHA-256", floats);
    return new Uint8Array(hash).toHex();
  }));
}

const small = { window: 2, features: 1, hidden: 3 };
const uneven = { window: 24, features: 9, hidden: 65 };
const training = { scored: 1e6, trained: 1e9, batchSize: 26 };
const PLANS: readonly (readonly [sentence: string, plan: Plan])[] = [
  ["a small network", planWork({ shape: small, ...training, threads: 1 })],
  ["one thread", planWork({ shape: uneven, ...training, threads: 1 })],
  ["two threads", planWork({ shape: uneven, ...training, threads: 2 })],
  ["scoring alone", planWork({ shape: uneven, scored: 1e6, threads: 2 })],
];

for (const [sentence, plan] of PLANS) {
  Deno.test(`layOut() leaves nobody's area too small: ${sentence}`, async () => {
    const plain = await openTeam(plan);
    const expected = await results(plain, plan.shape);
    plain.dispose();

    const { layout, guards } = withGuards(plan.layout);
    const team = await openTeam({ ...plan, layout });
    try {
      const words = new Uint32Array(team.floats.buffer);
      const at = guards.map((guard) =>
        words.subarray(guard / 4, (guard + GUARD_BYTES) / 4)
      );
      const changed = (before: number) =>
        at.flatMap((guard, i) =>
          guard.some((word) => word !== before) ? i : []
        );
      // Opening has written nothing here, nor does anything later.
      assert.deepEqual(changed(0), []);
      at.forEach((guard) => guard.fill(GUARD));
      assert.deepEqual(await results(team, plan.shape), expected);
      assert.deepEqual(changed(GUARD), []);
    } finally {
      team.dispose();
    }
  });
}

Deno.test("The kernel's constants, the control words and the layout do not meet", async () => {
  const [, plan] = PLANS[2]!;
  assert.equal(plan.threads, 2);
  const team = await openTeam(plan);
  try {
    const bytes = new Uint8Array(team.floats.buffer);
    const { encoder: first = 0 } = plan.layout.shared;
    const written = () =>
      [...bytes.subarray(0, first)].flatMap((byte, i) => byte === 0 ? [] : i);
    const constants = written();
    assert(constants.length > 0 && constants.at(-1)! < CONTROL);
    const before = bytes.slice(0, CONTROL);
    await results(team, plan.shape);
    assert(bytes.slice(0, CONTROL).every((byte, i) => byte === before[i]));
    const control = written().filter((byte) => byte >= CONTROL);
    assert(control.length > 0);
    assert(control.every((byte) => byte < CONTROL + CONTROL_BYTES));
    assert(first >= CONTROL + CONTROL_BYTES);
  } finally {
    team.dispose();
  }
});
