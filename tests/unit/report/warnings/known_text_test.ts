import assert from "node:assert/strict";
import type { IncidentWarning } from "@lib/detect/trend/incident_warning.ts";
import { knownText } from "@lib/report/warnings/known_text.ts";

const GIB = 2 ** 30;
const warning: IncidentWarning = {
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
  knownAt: "2026-03-01T13:59:00Z",
  outcome: { kind: "reached", nearest: 0, nearestAt: "2026-03-01T18:02:00Z" },
};
const aim = "0 B at 2026-03-01 18:00 UTC (95 %: 2026-03-01 17:40–18:25 UTC)";

Deno.test("knownText() says how long a warning had stood when an incident began, and what came", () => {
  assert.equal(
    knownText({ start: "2026-03-01T14:00:00Z" }, warning),
    `When it began, the trend of sys-mem-available already pointed to ${aim}, ` +
      "and had for 42 min. 0 B was reached at 2026-03-01 18:02 UTC.",
  );
});

Deno.test("knownText() is honest about a warning that came after the alarm", () => {
  const turned = {
    ...warning,
    ...{
      standingSince: "2026-03-01T14:39:00Z",
      knownAt: "2026-03-01T14:39:00Z",
    },
    outcome: {
      ...{ kind: "turned", nearest: GIB } as const,
      nearestAt: "2026-03-01T16:00:00Z",
    },
  };
  assert.equal(
    knownText({ start: "2026-03-01T14:00:00Z" }, turned),
    "The trend of sys-mem-available was warned of since 2026-03-01 14:39 UTC, " +
      `39 min after the alarm: it pointed to ${aim}. It came as near as 1.00 GiB at ` +
      "2026-03-01 16:00 UTC, then went back.",
  );
});

Deno.test("knownText() tells the look at which it was known, and data that end before", () => {
  const open = {
    ...warning,
    knownAt: "2026-03-01T14:30:00Z",
    outcome: {
      ...{ kind: "open", nearest: 1.5 * GIB } as const,
      nearestAt: "2026-03-01T15:00:00Z",
    },
  };
  assert.match(
    knownText({ start: "2026-03-01T14:00:00Z" }, open),
    /13:18 UTC, 42 min before the alarm: by 2026-03-01 14:30 UTC it pointed to 0 B .*0 B was not reached by the end of the data: the nearest was 1\.50 GiB at 2026-03-01 15:00 UTC\.$/,
  );
});
