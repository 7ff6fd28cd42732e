import assert from "node:assert/strict";
import { sliceSteps } from "@lib/frame/slice.ts";
import type { Autoencoder, EngineName } from "@lib/model/engine.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import { withCounterfactuals } from "@lib/pipeline/scoring/with_counterfactuals.ts";
import {
  brokenServer,
  explained,
  explainedOnly,
  stepOf,
} from "../../../support/explain_toy.ts";
import { metricTable } from "../../../support/metric_table.ts";
import { learnToyServer, TOY_METRICS } from "../../../support/toy_server.ts";

const { bytes, detector } = await learnToyServer();
const open = async (name: EngineName, threads = 1) =>
  await (await openEngine(name, { threads })).load(bytes);
const simd = { autoencoder: await open("simd"), detector };

for (const broken of [[2], [1, 5], [2, 3]]) {
  const names = broken.map((f) => TOY_METRICS[f]!);
  Deno.test(`withCounterfactuals() names just ${names.join(" and ")} where that broke`, async () => {
    const { told, peakScore, start, end } = await explainedOnly(
      brokenServer(broken),
      simd,
    );
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
  const { told } = await explainedOnly(
    brokenServer([0, 1, 2, 3, 4, 5, 6]),
    simd,
  );
  assert.equal(told.clears, false);
  assert.ok(told.scoreAfter >= 1 && told.scoreAfter < told.scoreBefore);
  assert.ok(told.features.length <= 5);
});

Deno.test("withCounterfactuals() judges a long incident around its peak", async () => {
  const table = brokenServer([2], 200);
  const { told, start, end, peak } = await explainedOnly(table, simd);
  const first = stepOf(table, told.steps.start);
  const last = stepOf(table, told.steps.end);
  assert.equal(last - first + 1, 60);
  assert.ok(first >= stepOf(table, start) && last <= stepOf(table, end));
  assert.ok(first <= stepOf(table, peak) && stepOf(table, peak) <= last);
  assert.deepEqual(told.features, ["c"]);
  assert.ok(told.clears);
});

Deno.test("withCounterfactuals() gives the same on any number of threads, however windows are grouped, and in a chunk", async () => {
  const table = brokenServer([1, 5]);
  const whole = await explained(table, simd);
  const threaded = await open("simd", 4);
  try {
    assert.deepEqual(
      await explained(table, { ...simd, autoencoder: threaded }),
      whole,
    );
  } finally {
    threaded.dispose();
  }
  const oneByOne: Autoencoder = {
    ...{ window: simd.autoencoder.window, features: TOY_METRICS.length },
    prepare: () => Promise.resolve(),
    reconstruct: () => Promise.reject(new Error("not needed")),
    reconstructLast: async ({ ends, ...windows }) => {
      const rows: number[] = [];
      for (const end of ends) {
        rows.push(
          ...await simd.autoencoder.reconstructLast(
            { ...windows, ends: Int32Array.of(end) },
          ),
        );
      }
      return Float32Array.from(rows);
    },
    dispose: () => {},
  };
  const grouped = await explained(table, { ...simd, autoencoder: oneByOne });
  assert.deepEqual(grouped, whole);
  const chunk = sliceSteps(table, { start: 0, end: 300 });
  assert.deepEqual(await explained(chunk, simd), whole);
  const later = await explained(table, { ...simd, warmup: 50 });
  assert.deepEqual(
    later.map(({ counterfactual }) => counterfactual),
    whole.map(({ counterfactual }) => counterfactual),
  );
});

Deno.test("withCounterfactuals() finds the same set with the engine wasm", async () => {
  const table = brokenServer([1, 5]);
  const [one] = await explained(table, simd);
  const autoencoder = await open("wasm");
  try {
    const [other] = await explained(table, { autoencoder, detector });
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
    const { told } = await explainedOnly(one, simd);
    assert.deepEqual(told.features, ["c"]);
    assert.ok(told.clears);
  }
});

Deno.test("withCounterfactuals() leaves outages and what nobody wants alone", async () => {
  const table = brokenServer([2]);
  const width = TOY_METRICS.length;
  const values = table.values.slice().fill(NaN, 500 * width, 510 * width);
  const up = table.up.slice().fill(0, 500, 510);
  const incidents = await explained({ ...table, values, up }, simd);
  assert.deepEqual(
    incidents.map((
      { kind, counterfactual },
    ) => [kind, counterfactual === null]),
    [["anomaly", false], ["outage", true]],
  );
  const unwanted = await explained(table, { ...simd, isWanted: () => false });
  assert.equal(unwanted[0]!.counterfactual, null);
});

Deno.test("withCounterfactuals() takes what was filled in for no evidence, as scoring does", async () => {
  const table = brokenServer([2]);
  const imputed = table.imputed.slice();
  const width = TOY_METRICS.length;
  // the broken metric itself, in the middle of the incident
  for (let t = 208; t < 215; t++) imputed[t * width + 2] = 1;
  const { told, peakScore } = await explainedOnly({ ...table, imputed }, simd);
  assert.ok(Math.abs(told.scoreBefore - peakScore!) < 1e-4 * peakScore!);
});

Deno.test("withCounterfactuals() looks into the worst only where windows are long, and says so", async () => {
  const window = 240;
  // an incident costs some 290 · 240 · 150 steps of windows: one may
  const autoencoder: Autoencoder = {
    ...{ window, features: 1, dispose: () => {} },
    prepare: () => Promise.resolve(),
    reconstruct: () => Promise.reject(new Error("not needed")),
    reconstructLast: ({ ends }) =>
      Promise.resolve(new Float32Array(ends.length)),
  };
  const [feature] = detector.features;
  const metrics = [{
    name: "a",
    unit: "",
    kind: "gauge",
    description: "",
  }] as const;
  const values = Array.from({ length: 2000 }, () => 0);
  for (const [at, value] of [[500, 3], [1000, 9], [1500, 6]] as const) {
    values.fill(value, at, at + 50);
  }
  const table = metricTable({ metrics, values });
  const own = {
    ...detector,
    features: [{ ...feature!, min: 0, range: 1, median: 0, scale: 1 }],
  };
  const found = await scoreTable(autoencoder, table, {
    ...{ detector: own, perDay: 1 },
  });
  const { incidents, errorsFromStart: errors, changes } = found;
  assert.equal(incidents.length, 3);
  const explain = async (asked: string | null) =>
    await withCounterfactuals(autoencoder, incidents, {
      ...{ table, detector: own, errors, changes, threshold: 1 },
      ...{ isWanted: () => true, asked },
    });
  const setsOf = ({ incidents }: Awaited<ReturnType<typeof explain>>) =>
    incidents.map(({ counterfactual }) => counterfactual?.features ?? null);
  const told = await explain(null);
  assert.deepEqual(setsOf(told), [null, ["a"], null]);
  // The one that is asked for before the worst.
  assert.deepEqual(
    setsOf(await explain(incidents[0]!.id)),
    [["a"], null, null],
  );
  assert.deepEqual(told.warnings, [
    "What would clear the alarm was looked for in 1 of 3 incidents: windows of " +
    "240 steps make it slow.",
  ]);
});
