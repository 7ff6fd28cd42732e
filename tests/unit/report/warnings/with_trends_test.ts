import assert from "node:assert/strict";
import type { LevelMove } from "@lib/measure/level_move.ts";
import { withTrends } from "@lib/report/warnings/with_trends.ts";

const MOVE: LevelMove = {
  ...{ feature: "sys-mem-available", unit: "bytes", from: 9, to: 7 },
  ...{ since: "2026-03-01T04:00:00Z", judgedFrom: "2026-03-02T04:00:00Z" },
  ...{ until: null, incident: null },
};
const WARNING = {
  ...{ feature: "sys-mem-available", slopePerDay: -2 },
  since: "2026-03-01T20:00:00Z",
};
const goesOn = (
  move: typeof MOVE,
  warning: typeof WARNING,
) => withTrends([move], [warning])[0]?.goesOn === true;

Deno.test("withTrends() marks what a warning says of too, the same way and in that time", () => {
  assert.ok(goesOn(MOVE, WARNING));
  assert.ok(!goesOn(MOVE, { ...WARNING, feature: "disk-used" }));
  assert.ok(!goesOn(MOVE, { ...WARNING, slopePerDay: 2 }));
  assert.ok(!goesOn(MOVE, { ...WARNING, since: "2026-03-08T04:00:00Z" }));
});

Deno.test("withTrends() keeps every move, and all that is known of it", () => {
  const other = { ...MOVE, feature: "load-1m" };
  assert.deepEqual(withTrends([other, MOVE], [WARNING]), [
    other,
    { ...MOVE, goesOn: true },
  ]);
});
