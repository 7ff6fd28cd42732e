import assert from "node:assert/strict";
import { excludedGroups } from "@lib/frame/excluded_groups.ts";
import type { ExcludedMetric } from "@lib/frame/raw_table.ts";

const of = (count: number, reason: ExcludedMetric["reason"]) =>
  Array.from({ length: count }, (_, i): ExcludedMetric => (
    { name: `${reason}-${i}`, unit: "", reason, detail: `why ${reason}` }
  ));

Deno.test("excludedGroups() leaves a few as they are", () => {
  const few = [...of(9, "unused"), ...of(3, "empty")];
  assert.deepEqual(
    excludedGroups(few),
    few.map(({ name, reason, detail }) => ({ names: [name], reason, detail })),
  );
});

Deno.test("excludedGroups() makes one line of many alike, and of no others", () => {
  const all = [...of(2, "constant"), ...of(3000, "unchosen")];
  assert.deepEqual(
    excludedGroups(all).map(({ names, reason }) => [names.length, reason]),
    [[1, "constant"], [1, "constant"], [3000, "unchosen"]],
  );
});
