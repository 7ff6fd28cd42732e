import assert from "node:assert/strict";
import type { Counterfactual } from "@lib/detect/incident.ts";
import {
  counterfactualBlocks,
  counterfactualText,
} from "@lib/report/sections/counterfactual_blocks.ts";
import { scoreText } from "@lib/report/words.ts";
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
  return { ...ONE.incident, peakScore: 4.1, counterfactual };
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
    /it was 4\.1\)\. Of 17 random other metrics 5 do \(median score 1\.001\)\.$/,
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

Deno.test("counterfactualText() says plainly that no set clears, and what one metric does alone", () => {
  const alone = (feature: string, scoreAlone: number) => (
    { feature, scoreAlone, scoreAfter: 3 }
  );
  const told = (first: number) =>
    text({
      ...{ clears: false, scoreAfter: 1.00317, tried: 51 },
      leaveOneOut: [alone("cpu-iowait", 4.3), alone("disk-io-time", first)],
    });
  assert.match(
    told(1.28),
    /^What would clear the alarm\? None of the 51 sets of at most five metrics that were tried does\. Had disk-io-time alone been as the model expects from the other metrics, the score would still have reached 1\.28 \(alarm at 1; it was 4\.1\); with cpu-iowait too, 1\.003\. Of 20 random pairs none does/,
  );
  assert.match(
    told(4.2),
    /No one metric of those that come nearest lowers the score alone; had disk-io-time and cpu-iowait been as the model expects from the other metrics, it would still have reached 1\.003 \(alarm/,
  );
  const one = text({
    ...{ clears: false, scoreAfter: 2.4, features: ["cpu-user"] },
    leaveOneOut: [alone("cpu-user", 2.4)],
  });
  assert.match(one, /does\. Had cpu-user been as .* still have reached 2\.4 /);
});

Deno.test("counterfactualText() says where almost any metric would do", () => {
  const features = ["cpu-user"];
  const of = (clears: number, changes: Partial<Counterfactual> = {}) =>
    text({
      ...{ features, ...changes },
      random: { sets: 7, medianScoreAfter: 0.85, clears },
    });
  const any =
    / do \(median score 0\.85\): the alarm hangs on no metric in particular\.$/;
  assert.match(of(5), any);
  assert.match(of(4), any);
  assert.doesNotMatch(of(3), /in particular/);
});

Deno.test("counterfactualText() explains random sets that make the score worse", () => {
  const random = { sets: 20, medianScoreAfter: 6.3, clears: 0 };
  assert.match(
    text({ random }),
    /none does \(median score 6\.3, above what was measured: what is imputed need not fit the rest\)\.$/,
  );
});

Deno.test("counterfactualText() tells the incident's own peak, and why judging anew begins elsewhere", () => {
  const { end } = ONE.incident;
  const later = Date.parse(ONE.incident.start) + 60_000;
  const steps = { start: new Date(later).toISOString(), end };
  const told = text({ scoreBefore: 4.19346, steps });
  assert.match(told, /\(alarm at 1; it was 4\.1\)/);
  assert.match(
    told,
    /UTC, where the score as measured reaches 4\.2, since its smoothing begins anew there\.$/,
  );
  assert.match(
    text({ scoreBefore: 4.19346 }),
    /Judged anew, where the score as measured reaches 4\.2\.$/,
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
    `${scoreText(first!.scoreAlone)} ×`,
    `${scoreText(first!.scoreAfter)} ×`,
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
