import assert from "node:assert/strict";
import { scoreTable } from "@lib/pipeline/scoring/score_table.ts";
import { rankFeatures } from "@lib/pipeline/scoring/rank_features.ts";
import { withCounterfactuals } from "@lib/pipeline/scoring/with_counterfactuals.ts";
import {
  COPYING,
  JUDGED_FROM,
  MOVED_DETECTOR,
  type MovedBreakage,
  movedServer,
  STEP_MS,
} from "../../../support/moved_server.ts";

const detector = MOVED_DETECTOR;

/** The last incident, with what would have cleared it. */
async function lastOf(broken: MovedBreakage, warmup = 0) {
  const table = movedServer(broken);
  const scored = await scoreTable(COPYING, table, {
    ...{ detector, perDay: 1, warmup },
  });
  assert.equal(scored.changes[0]!.at, JUDGED_FROM);
  const { incidents } = await withCounterfactuals(COPYING, scored.incidents, {
    ...{ table, detector, threshold: scored.threshold.value },
    ...{ errors: scored.errorsFromStart, changes: scored.changes },
    isWanted: () => true,
  });
  return { scored, incident: incidents.at(-1)! };
}

for (const warmup of [0, 450]) {
  Deno.test(`scoreTable() blames nothing on a metric at its new level, ${warmup} steps led up to`, async () => {
    const broken = { feature: 0, start: 500, by: 20 } as const;
    const { scored, incident } = await lastOf(broken, warmup);
    const [first, second] = incident.contributions;
    assert.equal(first!.feature, "cpu-user");
    assert.equal(second!.feature, "sys-mem-cache");
    assert.ok(second!.share < 0.05, `${second!.share}`);
    const start = broken.start - warmup;
    const range = { start, end: start + 10 };
    assert.deepEqual(
      rankFeatures(scored, { detector, range }),
      ["cpu-user", "sys-mem-cache"],
    );
  });
}

for (const after of [10, 14, 40, 90]) {
  Deno.test(`withCounterfactuals() begins with the score of an incident ${after} steps after a change`, async () => {
    const start = JUDGED_FROM + after;
    const { incident } = await lastOf({ feature: 1, start, by: 9 });
    const { scoreBefore, scoreAfter, features, steps, clears } = incident
      .counterfactual!;
    assert.equal(incident.change, null);
    assert.deepEqual(steps, { start: incident.start, end: incident.end });
    assert.ok(
      Math.abs(scoreBefore - incident.peakScore!) < 1e-5,
      `${scoreBefore} is not ${incident.peakScore}`,
    );
    assert.deepEqual(features, ["sys-mem-cache"]);
    assert.ok(clears && scoreAfter < 1);
  });
}

Deno.test("withCounterfactuals() judges the incident of a change at the levels of its peak", async () => {
  // Far off since just before the change is known, and on after it.
  const start = JUDGED_FROM - 4;
  const { incident } = await lastOf({ feature: 0, start, by: 30 });
  const { steps, scoreBefore } = incident.counterfactual!;
  const stepOf = (time: string) =>
    (Date.parse(time) - Date.UTC(2026, 0, 1)) / STEP_MS;
  assert.notEqual(incident.change, null);
  assert.ok(stepOf(incident.peak) >= JUDGED_FROM);
  assert.equal(stepOf(steps.start), JUDGED_FROM);
  assert.equal(steps.end, incident.end);
  assert.ok(scoreBefore > 0.8 * incident.peakScore!);
});
