import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { parseDetector } from "@lib/pipeline/store/detector.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

const [feature] = SAMPLE_DETECTOR.features;

const groupAfter = (group: unknown) => {
  const text = JSON.stringify({
    ...SAMPLE_DETECTOR,
    features: [{ ...feature, group }],
  });
  return parseDetector(text, "web").features[0]?.group;
};

Deno.test("parseDetector() reads the group of a feature, and none of one that stands alone", () => {
  assert.equal(groupAfter("load-1m"), "load-1m");
  assert.equal(groupAfter(null), null);
});

Deno.test("parseDetector() reads a detector that knows no groups yet", () => {
  assert.equal(groupAfter(undefined), null);
});

Deno.test("parseDetector() refuses a group that is no name", () => {
  assert.throws(() => groupAfter(7), InputError);
});
