import assert from "node:assert/strict";
import type { MetricTable, StepRange } from "@lib/frame/metric_table.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import {
  brokenServer,
  explainedOnly,
  stepOf,
  TOY_BUDGET,
} from "../../../support/explain_toy.ts";
import { learnToyServer, TOY_METRICS } from "../../../support/toy_server.ts";

const { bytes, detector } = await learnToyServer();
const engine = await openEngine("simd", { threads: 1 });
const autoencoder = await engine.load(bytes);
const scorer = { autoencoder, detector };

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
      autoencoder,
      { ...table, values: values.slice() },
      { detector, perDay: TOY_BUDGET },
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
    const { told, start, end } = await explainedOnly(table, scorer);
    const judged = {
      start: stepOf(table, start),
      end: stepOf(table, end) + 1,
    };
    const from = judged.start - (autoencoder.window - 1);
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
