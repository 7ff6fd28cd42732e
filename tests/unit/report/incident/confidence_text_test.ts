import assert from "node:assert/strict";
import { confidenceText } from "@lib/report/incident/confidence_text.ts";

Deno.test("confidenceText() gives all reasons", () => {
  const reasons = ["no signal passed its own threshold", "its peak is low"];
  assert.equal(
    confidenceText({ level: "low", reasons }),
    "Confidence: low, since no signal passed its own threshold; its peak is low.",
  );
  assert.equal(
    confidenceText({ level: "high", reasons: [] }),
    "Confidence: high.",
  );
});

Deno.test("confidenceText() says nothing of a run that knows none", () => {
  assert.equal(confidenceText(null), "");
  assert.equal(confidenceText(undefined), "");
});
