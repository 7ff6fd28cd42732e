import assert from "node:assert/strict";
import { parseDetector } from "@lib/pipeline/store/detector.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

const { training, features: [feature] } = SAMPLE_DETECTOR;

Deno.test("parseDetector() reads what training wrote", () => {
  const text = JSON.stringify(SAMPLE_DETECTOR);
  assert.deepEqual(parseDetector(text, "web"), SAMPLE_DETECTOR);
});

Deno.test("parseDetector() refuses a detector that lacks what is read of it later", () => {
  const damages: readonly object[] = [
    { window: 10.5 },
    { excluded: [null] },
    { inputs: ["train.csv"] },
    ...["start", "end", "steps", "parts", "ranges", "losses", "warnings"]
      .map((key) => ({ training: { ...training, [key]: undefined } })),
    { training: undefined },
    { training: { ...training, parts: { fit: 1, stop: 1 } } },
    { training: { ...training, ranges: [null] } },
    { training: { ...training, ranges: [{ feature: "cpu-user", min: 0 }] } },
    { features: [{ ...feature, usual: { low: 2, high: 1, width: 1 } }] },
  ];
  for (const damage of damages) {
    const text = JSON.stringify({ ...SAMPLE_DETECTOR, ...damage });
    assert.throws(
      () => parseDetector(text, "web"),
      /^InputError: Cannot load the model web: detector.json must be complete/,
      JSON.stringify(damage),
    );
  }
});
