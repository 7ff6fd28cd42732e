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

Deno.test("confidenceText() leaves to the summary what all incidents share", () => {
  const confidence = { level: "low" as const, reasons: ["low peak", "short"] };
  assert.equal(
    confidenceText(confidence, { common: ["short"] }),
    "Confidence: low, since low peak; and by what the summary says of all incidents.",
  );
  assert.equal(
    confidenceText(confidence, { common: ["short", "low peak"] }),
    "Confidence: low, by what the summary says of all incidents.",
  );
});

Deno.test("confidenceText() says nothing of a run that knows none", () => {
  assert.equal(confidenceText(null), "");
  assert.equal(confidenceText(undefined), "");
});
