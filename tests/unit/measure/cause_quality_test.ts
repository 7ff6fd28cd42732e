import assert from "node:assert/strict";
import { causeQuality } from "@lib/measure/cause_quality.ts";

const ranked = ["a", "b", "c", "d", "e"];

Deno.test("causeQuality() looks at the first k and ⌊1.5 k⌋ metrics", () => {
  // k = 3: first 3, first 4
  assert.deepEqual(
    causeQuality([{ ranked, causes: ["b", "d", "e"] }]),
    { hitRate100: 1 / 3, hitRate150: 2 / 3, top1: 0 },
  );
});

Deno.test("causeQuality() is the mean over the incidents with causes", () => {
  const incidents = [["a"], [], ["b"], ["b", "a"]]
    .map((causes) => ({ ranked, causes }));
  assert.deepEqual(causeQuality(incidents), {
    hitRate100: 2 / 3,
    hitRate150: 2 / 3,
    top1: 2 / 3,
  });
});

Deno.test("causeQuality() has no answer without incidents", () => {
  assert.deepEqual(causeQuality([{ ranked, causes: [] }]), {
    hitRate100: null,
    hitRate150: null,
    top1: null,
  });
});
