import assert from "node:assert/strict";
import type { Counterfactual } from "@lib/detect/incident.ts";
import {
  counterfactualBlocks,
  counterfactualText,
} from "@lib/report/sections/counterfactual_blocks.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleCounterfactual } from "../../../support/sample_counterfactual.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const VIEW = toReportView(sampleReportInput());
const ONE = VIEW.incidents[2]!;

/** The third incident with a counterfactual. */
function incident(changes: Partial<Counterfactual> = {}) {
  const counterfactual = sampleCounterfactual(ONE.incident, {
    ...{ scoreBefore: 4.1, features: ["disk-io-time", "cpu-iowait"] },
    random: { sets: 20, medianScoreAfter: 3.84, clears: 0 },
    ...changes,
  });
  return { ...ONE.incident, counterfactual };
}

const text = (changes: Partial<Counterfactual> = {}) =>
  counterfactualText(incident(changes), { intervalMs: 60_000 });

Deno.test("counterfactualText() tells a pair that clears the alarm", () => {
  assert.equal(
    text(),
    "What would clear the alarm? If disk-io-time and cpu-iowait had been as the " +
      "model expects from the other metrics, the score would have stayed at 0.62 " +
      "(alarm at 1; it was 4.1). One of them alone would not do. Of 20 random " +
      "pairs none does (median score 3.8).",
  );
});

Deno.test("counterfactualText() tells one signal, and how many others would do as well", () => {
  const features = ["cpu-user"];
  const random = { sets: 17, medianScoreAfter: 1.001, clears: 5 };
  const told = text({ features, random });
  assert.match(told, /^What would clear the alarm\? If cpu-user had been/);
  assert.match(
    told,
    /it was 4\.1\)\. Of 17 random other metrics 5 do \(median score 1\.00\)\.$/,
  );
  const once = text({ features, random: { ...random, clears: 1 } });
  assert.match(once, /Of 17 random other metrics 1 does /);
});

Deno.test("counterfactualText() tells of three and more what each left out leaves", () => {
  const left = (feature: string, scoreAfter: number) => (
    { feature, scoreAfter, scoreAlone: 3 }
  );
  const told = text({
    features: ["a", "b", "c"],
    leaveOneOut: [left("a", 3), left("b", 1.14), left("c", 2)],
  });
  assert.match(told, /If a, b and c had been/);
  assert.match(
    told,
    /All are needed: with any one of them as measured, it still reaches 1\.14 or more\./,
  );
  assert.match(told, /Of 20 random sets of three none does/);
});

Deno.test("counterfactualText() says plainly that no set clears", () => {
  const told = text({ clears: false, scoreAfter: 2.4, tried: 51 });
  assert.match(
    told,
    /^What would clear the alarm\? None of the 51 sets of at most five metrics that were tried does\. Had disk-io-time and cpu-iowait been as the model expects from the other metrics, the score would still have reached 2\.4 \(alarm at 1; it was 4\.1\)\. Of 20 random pairs none does/,
  );
});

Deno.test("counterfactualText() says where a part of a long incident was judged", () => {
  const steps = {
    start: "2026-03-01T14:02:00Z",
    end: "2026-03-01T14:10:00Z",
  };
  assert.match(
    text({ steps }),
    /Judged around the peak only, 2026-03-01 14:02–14:10 UTC\.$/,
  );
});

Deno.test("counterfactualText() compares with nothing where there is no other metric", () => {
  const random = { sets: 0, medianScoreAfter: null, clears: 0 };
  assert.doesNotMatch(text({ random }), /random|NaN|null/);
});

Deno.test("counterfactualText() is empty where nothing was computed", () => {
  const none = { ...ONE.incident, counterfactual: null };
  assert.equal(counterfactualText(none, { intervalMs: 60_000 }), "");
});

Deno.test("counterfactualText() names no root cause", () => {
  assert.doesNotMatch(text(), /root cause|because|caused/i);
});

Deno.test("counterfactualBlocks() shows each signal alone and left out", () => {
  const [table] = counterfactualBlocks({ ...ONE, incident: incident() });
  assert.ok(table?.kind === "table");
  assert.deepEqual(table.columns.map(({ title }) => title), [
    "Signal",
    "Imputed alone",
    "All but it",
  ]);
  const [first] = incident().counterfactual.leaveOneOut;
  assert.deepEqual(table.rows[0], [
    first!.feature,
    `${(Math.floor(first!.scoreAlone * 10) / 10).toFixed(1)} ×`,
    `${(Math.floor(first!.scoreAfter * 10) / 10).toFixed(1)} ×`,
  ]);
  assert.match(
    table.caption,
    /As measured 4\.1, with all of them imputed 0\.62\.$/,
  );
});

Deno.test("counterfactualBlocks() needs no table for one signal, or none", () => {
  const one = incident({ features: ["cpu-user"] });
  assert.deepEqual(counterfactualBlocks({ ...ONE, incident: one }), []);
  assert.deepEqual(counterfactualBlocks(ONE), []);
});
