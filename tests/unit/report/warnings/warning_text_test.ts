import assert from "node:assert/strict";
import type { EarlyWarning } from "@lib/detect/trend/early_warning.ts";
import {
  reachedText,
  shortWarningText,
  warningText,
} from "@lib/report/warnings/warning_text.ts";
import { HOSTILE_NAMES } from "../../../support/sample_series.ts";

const GIB = 2 ** 30;
const memory: EarlyWarning = {
  feature: "sys-mem-available",
  unit: "bytes",
  limit: 0,
  side: "floor",
  level: 2 * GIB,
  slopePerDay: -12 * GIB,
  slopeInterval: [-13.2 * GIB, -10.8 * GIB],
  exhaustedAt: "2026-03-01T18:00:20Z",
  interval: ["2026-03-01T17:40:00Z", "2026-03-01T18:25:00Z"],
  lookBackMs: 6 * 3_600_000,
  since: "2026-03-01T08:00:00Z",
  standingSince: "2026-03-01T13:18:00Z",
};
const disk: EarlyWarning = {
  ...memory,
  ...{ feature: "disk-used", unit: "%", limit: 100, side: "ceiling" },
  ...{ level: 84, slopePerDay: 2, slopeInterval: [1.9, 2.1] },
  ...{ lookBackMs: 7 * 86_400_000, exhaustedAt: "2026-03-09T12:00:00Z" },
  interval: ["2026-03-09T02:00:00Z", "2026-03-09T23:00:00Z"],
};

Deno.test("warningText() tells rate, moment and interval in units, to the minute", () => {
  assert.equal(
    warningText(memory),
    "sys-mem-available falls by 512 MiB an hour (461–563 MiB) and reaches 0 B at " +
      "2026-03-01 18:00 UTC (95 %: 2026-03-01 17:40–18:25 UTC) if that goes on; " +
      "seen over 6 h, warned of since 2026-03-01 13:18 UTC.",
  );
});

Deno.test("warningText() tells what rises, over days, a day", () => {
  assert.match(
    warningText(disk),
    /^disk-used rises by 2 % a day \(1\.9–2\.1 %\) and reaches 100 % at 2026-03-09 12:00 UTC /,
  );
});

Deno.test("warnings tell local time where a zone is given", () => {
  assert.equal(
    reachedText(memory, { timeZone: "Europe/Berlin" }),
    "0 B at 2026-03-01 18:00 UTC (2026-03-01 19:00 GMT+1; " +
      "95 %: 2026-03-01 17:40–18:25 UTC)",
  );
});

Deno.test("shortWarningText() tells what comes when, in one sentence", () => {
  assert.equal(
    shortWarningText(memory),
    "sys-mem-available reaches 0 B at 2026-03-01 18:00 UTC (95 %: 2026-03-01 " +
      "17:40–18:25 UTC) if its trend goes on.",
  );
});

for (const name of HOSTILE_NAMES) {
  Deno.test(`warnings keep a name on one line: ${name.slice(0, 20)}`, () => {
    const text = warningText({ ...memory, feature: name });
    // deno-lint-ignore no-control-regex -- what a name may hold
    assert.doesNotMatch(text, /[\u0000-\u001f\u202e]/);
    assert.ok(text.length < 400);
  });
}
