import assert from "node:assert/strict";
import type { OrderedContribution } from "@lib/detect/onset_order.ts";
import { leadText, onsetText } from "@lib/report/incident/onset_text.ts";

const cause = (
  feature: string,
  time: string,
  changes: Partial<OrderedContribution> = {},
): OrderedContribution => ({
  feature,
  share: 0.2,
  isCause: true,
  group: null,
  direction: "high",
  onset: `2026-03-01T${time}Z`,
  ...changes,
});

const load = { group: "load-1m" };

const CASES: readonly (readonly [
  string,
  readonly OrderedContribution[],
  string,
])[] = [
  ["no signal outside its band", [cause("a", "10:00:00", { onset: null })], ""],
  [
    "one signal",
    [cause("a", "10:00:20")],
    "Onset: a (above) left its expected band at 10:00:20 UTC, 40 s before the alarm.",
  ],
  [
    "one at the alarm, below its band",
    [cause("a", "10:01:00", { direction: "low" })],
    "Onset: a (below) left its expected band at 10:01:00 UTC, at the step of the alarm.",
  ],
  [
    "a group and what followed",
    [
      cause("load-1m", "10:00:00", load),
      cause("load-5m", "10:00:10", load),
      cause("cpu-iowait", "10:00:40"),
    ],
    "Order of onset: load-1m (above; with load-5m) left its expected band first, at 10:00:00 UTC, 1 min before the alarm; cpu-iowait (above) followed 40 s later.",
  ],
  [
    "a group whose members left on both sides",
    [
      cause("sys-interrupt-rate", "10:00:00", { group: "cpu-system" }),
      cause("cpu-system", "10:00:10", {
        group: "cpu-system",
        direction: "low",
      }),
    ],
    "Onset: sys-interrupt-rate (above; with cpu-system below) left its expected band at 10:00:00 UTC, 1 min before the alarm.",
  ],
  [
    "an alarm before any signal",
    [cause("a", "10:21:00")],
    "Onset: a (above) left its expected band at 10:21:00 UTC, 20 min after the alarm. The alarm came first: at its step each signal was inside its band, and all together were unusual.",
  ],
  [
    "several at one step",
    [
      cause("a", "10:00:00"),
      cause("b", "10:00:00", { direction: "low" }),
      cause("c", "10:00:20"),
      cause("d", "10:00:20"),
    ],
    "Order of onset: a (above) and b (below) left their expected bands first at the same step, at 10:00:00 UTC, 1 min before the alarm; c (above) and d (above) followed 20 s later, at the same step.",
  ],
  [
    "all at one step",
    [cause("a", "10:00:00"), cause("b", "10:00:00")],
    "Order of onset: a (above) and b (above) left their expected bands at the same step, at 10:00:00 UTC, 1 min before the alarm.",
  ],
  [
    "very many",
    "abcdefg".split("").map((name, i) => cause(name, `10:00:0${i}`)),
    "Order of onset: a (above) left its expected band first, at 10:00:00 UTC, 1 min before the alarm; b (above) followed 1 s later; c (above) 2 s later; d (above) 3 s later, 3 more after that.",
  ],
];

for (const [name, contributions, text] of CASES) {
  Deno.test(`onsetText() of ${name}`, () => {
    const incident = {
      kind: "anomaly" as const,
      start: "2026-03-01T10:01:00Z",
      contributions,
    };
    assert.equal(onsetText(incident, { intervalMs: 1000 }), text);
  });
}

Deno.test("onsetText() tells the date of a first deviation on the day before", () => {
  const incident = {
    kind: "anomaly" as const,
    start: "2026-03-02T00:05:00Z",
    contributions: [cause("a", "23:55:00")],
  };
  assert.match(
    onsetText(incident, { intervalMs: 60_000 }),
    /at 2026-03-01 23:55 UTC, 10 min before the alarm\.$/,
  );
});

Deno.test("leadText() tells what came after the alarm", () => {
  assert.equal(leadText(-90_000), "1 min 30 s after the alarm");
});
