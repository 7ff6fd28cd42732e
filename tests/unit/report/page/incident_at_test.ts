import assert from "node:assert/strict";
import { incidentAt } from "@lib/report/page/incident_at.ts";
import type { PageIncident } from "@lib/report/page/page_data.ts";
import { rangeAround } from "@lib/report/page/range_around.ts";

const at = (minute: number) => new Date(minute * 60_000).toISOString();

const incident = (
  number: number,
  start: number,
  end: number,
): PageIncident => ({
  id: `a-${number}`,
  number,
  section: `incident-${number}`,
  kind: "anomaly",
  start: at(start),
  end: at(end),
  signals: [],
});

const data = {
  intervalMs: 60_000,
  incidents: [incident(1, 10, 20), incident(2, 12, 13), incident(3, 30, 30)],
};

const CASES = [
  { minute: 9, slack: 0, found: undefined },
  { minute: 10, slack: 0, found: 1 },
  { minute: 12.5, slack: 0, found: 2 },
  { minute: 20.9, slack: 0, found: 1 },
  { minute: 21, slack: 0, found: undefined },
  { minute: 29, slack: 2, found: 3 },
  { minute: 32, slack: 2, found: 3 },
];

for (const { minute, slack, found } of CASES) {
  Deno.test(`incidentAt() finds ${found ?? "none"} at minute ${minute} ± ${slack}`, () => {
    const moment = { ms: minute * 60_000, slackMs: slack * 60_000 };
    assert.equal(incidentAt(data, moment)?.number, found);
  });
}

Deno.test("rangeAround() shows twice the length before and once behind", () => {
  const range = rangeAround(incident(1, 100, 119), 60_000);
  assert.deepEqual(range.map((ms) => ms / 60_000), [60, 140]);
});

Deno.test("rangeAround() shows at least ten steps on each side of a short one", () => {
  const range = rangeAround(incident(1, 100, 100), 60_000);
  assert.deepEqual(range.map((ms) => ms / 60_000), [80, 111]);
});
