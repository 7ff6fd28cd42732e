import assert from "node:assert/strict";
import { signalsOf } from "@lib/report/signals_of.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const [incident] = sampleReportInput({ features: 9 }).incidents;
const contributions = (causes: number) =>
  Array.from({ length: 5 }, (_, i) => ({
    ...incident!.contributions[0]!,
    ...{ feature: `metric-${i}`, isCause: i < causes },
  }));
const names = (of: Parameters<typeof signalsOf>[0], most?: number) =>
  signalsOf(of, most === undefined ? {} : { most }).map(({ feature }) =>
    feature
  );

Deno.test("signalsOf() gives all causes, else the largest contributions, of an outage none", () => {
  const anomaly = { ...incident!, kind: "anomaly" } as const;
  const four = { ...anomaly, contributions: contributions(4) };
  assert.equal(names(four, 2).length, 4);
  const none = { ...anomaly, contributions: contributions(0) };
  assert.deepEqual(names(none), ["metric-0", "metric-1", "metric-2"]);
  assert.deepEqual(names(none, 1), ["metric-0"]);
  assert.deepEqual(names({ ...four, kind: "outage" }), []);
});
