import assert from "node:assert/strict";
import { type MetricTable, type StepRange } from "@lib/frame/metric_table.ts";
import { sliceSteps } from "@lib/frame/slice.ts";
import type { Autoencoder, EngineName } from "@lib/model/engine.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import { withCounterfactuals } from "@lib/pipeline/scoring/with_counterfactuals.ts";
import {
  learnToyServer,
  TOY_METRICS,
  toyServer,
} from "../../../support/toy_server.ts";

const { bytes, detector } = await learnToyServer();
const open = async (name: EngineName, threads = 1) =>
  await (await openEngine(name, { threads })).load(bytes);
const simd = await open("simd");

/** A server on which some metrics go wrong for half an hour, but for the first 200 steps. */
const brokenServer = (metrics: readonly number[], length = 30) =>
  toyServer(600, {
    seed: 9,
    broken: [{ metrics, start: 200, end: 200 + length }],
  });

/** Its incidents with counterfactuals, by an engine. */
async function explained(
  table: MetricTable,
  { autoencoder = simd, warmup = 0, isWanted = () => true }: {
    readonly autoencoder?: Autoencoder;
    readonly warmup?: number;
    readonly isWanted?: () => boolean;
  } = {},
) {
  const found = await scoreTable(autoencoder, table, {
    ...{ detector, perDay: 1, warmup },
  });
  return await withCounterfactuals(autoencoder, found.incidents, {
    ...{ table, detector, threshold: found.threshold.value, isWanted },
  });
}

async function only(table: MetricTable) {
  const incidents = await explained(table);
  assert.equal(incidents.length, 1);
  return { ...incidents[0]!, told: incidents[0]!.counterfactual! };
}

const stepOf = (table: MetricTable, time: string) =>
  (Date.parse(time) - table.startMs) / table.intervalMs;

for (const broken of [[2], [1, 5], [2, 3]]) {
  const names = broken.map((f) => TOY_METRICS[f]!);
  Deno.test(`withCounterfactuals() names just ${names.join(" and ")} where that broke`, async () => {
    const { told, peakScore, start, end } = await only(brokenServer(broken));
    assert.deepEqual(told.features.toSorted(), names);
    assert.ok(told.clears && told.scoreAfter < 1);
    assert.ok(Math.abs(told.scoreBefore - peakScore!) < 1e-4 * peakScore!);
    assert.deepEqual(told.steps, { start, end });
    assert.ok(told.leaveOneOut.every(({ scoreAfter }) => scoreAfter >= 1));
    assert.equal(told.random.clears, 0);
    assert.ok(told.random.medianScoreAfter! > 2);
  });
}

Deno.test("withCounterfactuals() says that nothing clears where all metrics broke", async () => {
  const { told } = await only(brokenServer([0, 1, 2, 3, 4, 5, 6]));
  assert.equal(told.clears, false);
  assert.ok(told.scoreAfter >= 1 && told.scoreAfter < told.scoreBefore);
  assert.ok(told.features.length <= 5);
});

/** Imputes over whole tables, in units, by scoring each of them as a run does. */
async function rescored(
  table: MetricTable,
  { features, judged, from }: {
    readonly features: readonly string[];
    readonly judged: StepRange;
    readonly from: number;
  },
): Promise<number> {
  const width = TOY_METRICS.length;
  const values = table.values.slice();
  const set = features.map((name) => TOY_METRICS.indexOf(name));
  const replace = (valueAt: (i: number, f: number) => number) => {
    for (let t = from; t < judged.end; t++) {
      for (const f of set) values[t * width + f] = valueAt(t * width + f, f);
    }
  };
  replace((_, f) => detector.features[f]!.median);
  let last = Infinity;
  for (let pass = 0; pass < 8; pass++) {
    const { score, expected } = await scoreTable(
      simd,
      { ...table, values: values.slice() },
      { detector, perDay: 1 },
    );
    const highest = Math.max(...score.subarray(judged.start, judged.end));
    if (Math.abs(highest - last) <= 0.01 * highest) return highest;
    last = highest;
    if (pass < 7) replace((i) => expected[i]!);
  }
  return last;
}

for (const broken of [[2], [1, 5], [0, 1, 2, 3, 4, 5, 6]]) {
  Deno.test(`withCounterfactuals() tells the score that the replaced table gets, with ${broken.length} broken`, async () => {
    const table = brokenServer(broken);
    const { told, start, end } = await only(table);
    const judged = {
      start: stepOf(table, start),
      end: stepOf(table, end) + 1,
    };
    const from = judged.start - (simd.window - 1);
    const whole = { judged, from };
    const near = (score: number, other: number) =>
      assert.ok(Math.abs(score - other) < 1e-3 * other, `${score}, ${other}`);
    const { features } = told;
    near(told.scoreAfter, await rescored(table, { ...whole, features }));
    for (const { feature, scoreAfter, scoreAlone } of told.leaveOneOut) {
      const alone = { ...whole, features: [feature] };
      const others = {
        ...whole,
        features: features.filter((name) => name !== feature),
      };
      near(scoreAlone, await rescored(table, alone));
      near(scoreAfter, await rescored(table, others));
    }
  });
}

Deno.test("withCounterfactuals() judges a long incident around its peak", async () => {
  const table = brokenServer([2], 200);
  const { told, start, end, peak } = await only(table);
  const first = stepOf(table, told.steps.start);
  const last = stepOf(table, told.steps.end);
  assert.equal(last - first + 1, 60);
  assert.ok(first >= stepOf(table, start) && last <= stepOf(table, end));
  assert.ok(first <= stepOf(table, peak) && stepOf(table, peak) <= last);
  assert.deepEqual(told.features, ["c"]);
  assert.ok(told.clears);
});

Deno.test("withCounterfactuals() gives the same on any number of threads, in a chunk, and with what led up to it", async () => {
  const table = brokenServer([1, 5]);
  const whole = await explained(table);
  const threaded = await open("simd", 4);
  try {
    assert.deepEqual(await explained(table, { autoencoder: threaded }), whole);
  } finally {
    threaded.dispose();
  }
  const chunk = sliceSteps(table, { start: 0, end: 300 });
  assert.deepEqual(await explained(chunk), whole);
  assert.deepEqual(await explained(table, { warmup: 50 }), whole);
});

Deno.test("withCounterfactuals() finds the same set with the engine wasm", async () => {
  const table = brokenServer([1, 5]);
  const [one] = await explained(table);
  const autoencoder = await open("wasm");
  try {
    const [other] = await explained(table, { autoencoder });
    assert.deepEqual(
      other!.counterfactual!.features,
      one!.counterfactual!.features,
    );
  } finally {
    autoencoder.dispose();
  }
});

Deno.test("withCounterfactuals() finds an incident behind a gap and at the table's start", async () => {
  const table = brokenServer([2]);
  const early = sliceSteps(table, { start: 194, end: 300 });
  const values = table.values.slice();
  const width = TOY_METRICS.length;
  values.fill(NaN, 190 * width, 196 * width);
  const gaps = [{ start: 190, end: 196 }];
  for (const one of [early, { ...table, values, gaps }]) {
    const { told } = await only(one);
    assert.deepEqual(told.features, ["c"]);
    assert.ok(told.clears);
  }
});

Deno.test("withCounterfactuals() leaves outages and what nobody wants alone", async () => {
  const table = brokenServer([2]);
  const width = TOY_METRICS.length;
  const values = table.values.slice().fill(NaN, 500 * width, 510 * width);
  const up = table.up.slice().fill(0, 500, 510);
  const incidents = await explained({ ...table, values, up });
  assert.deepEqual(
    incidents.map((
      { kind, counterfactual },
    ) => [kind, counterfactual === null]),
    [["anomaly", false], ["outage", true]],
  );
  const unwanted = await explained(table, { isWanted: () => false });
  assert.equal(unwanted[0]!.counterfactual, null);
});
