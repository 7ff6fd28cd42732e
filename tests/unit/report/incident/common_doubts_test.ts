import assert from "node:assert/strict";
import type { Confidence, Incident } from "@lib/detect/incident.ts";
import {
  commonDoubts,
  commonDoubtsText,
} from "@lib/report/incident/common_doubts.ts";

const anomaly = (level: Confidence["level"], ...reasons: string[]) => ({
  kind: "anomaly" as const,
  confidence: { level, reasons },
});

const outage: Pick<Incident, "kind" | "confidence"> = {
  kind: "outage",
  confidence: { level: "high", reasons: ["server-up was 0"] },
};

Deno.test("commonDoubts() are those that every anomaly has", () => {
  assert.deepEqual(
    commonDoubts([
      anomaly("low", "low peak", "short history", "tail"),
      outage,
      anomaly("medium", "short history", "tail"),
    ]),
    ["short history", "tail"],
  );
});

Deno.test("commonDoubts() of one anomaly, of a sure one, or of an older run are none", () => {
  const doubted = anomaly("low", "short history");
  assert.deepEqual(commonDoubts([doubted, outage]), []);
  assert.deepEqual(
    commonDoubts([doubted, anomaly("high", "short history")]),
    [],
  );
  assert.deepEqual(
    commonDoubts([doubted, { kind: "anomaly", confidence: null }]),
    [],
  );
  assert.deepEqual(commonDoubts([]), []);
});

Deno.test("commonDoubtsText() does not say again what stands right before it", () => {
  const short = "the model learned from 5 h: less than a day";
  const tail =
    "the threshold is extrapolated: normal time was too short to see its rate";
  const note = "Learned from 5 h only: no daily rhythm was seen.";
  const budget = "Too short to hold 1/day alarms: it is extrapolated.";
  assert.equal(
    commonDoubtsText([short, tail], [note, budget]),
    "All incidents are less sure for that",
  );
  assert.equal(
    commonDoubtsText([short, tail], [note]),
    `All incidents are less sure for that, and since ${tail}`,
  );
  const other = "Learned from 9 d: less than two weeks.";
  assert.equal(
    commonDoubtsText([short], [other]),
    `All incidents are less sure, since ${short}`,
  );
});
