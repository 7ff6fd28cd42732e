import assert from "node:assert/strict";
import type { Confidence, Incident } from "@lib/detect/incident.ts";
import { commonDoubts } from "@lib/report/incident/common_doubts.ts";

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
