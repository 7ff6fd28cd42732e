import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import type { BudgetReplay } from "@lib/measure/evaluation.ts";
import {
  caughtOf,
  delayText,
  replayedText,
  replayLine,
  replayText,
} from "@lib/report/replay_words.ts";

function budget(changes: Partial<BudgetReplay>): BudgetReplay {
  return {
    ...{ budget: "1/week", perDay: 1 / 7, isRun: false, threshold: 1 },
    ...{ extrapolated: false, calibrationPerDay: 0, events: null },
    ...{ incidents: [], falseAlarms: 0, falseAlarmsPerDay: 0 },
    alarmMs: 0,
    ...changes,
  };
}
const row = (id: string, delayMs: number | null, falseAlarmsBefore = 0) => (
  { id, delayMs, falseAlarmsBefore }
);

/** An incident in which one signal left its own band. */
const A: Pick<Incident, "id" | "start" | "contributions"> = {
  ...{ id: "a", start: "2026-03-01T06:01:00Z" },
  contributions: [{
    ...{ feature: "load-1m", unit: "", share: 1, isCause: true, group: null },
    ...{ actual: 9, expected: 1, band: [0, 2], direction: "high" },
    onset: "2026-03-01T06:00:00Z",
  }],
};

Deno.test("delayText() tells no delay from none at all", () => {
  const texts = [null, 0, 90_000].map(delayText);
  assert.deepEqual(texts, ["not caught", "at once", "1 min 30 s"]);
});

Deno.test("caughtOf() counts labelled events where the time is labelled, else incidents", () => {
  const incidents = [row("a", 60_000), row("b", null), row("c", 0)];
  const on = { ...row("d", 0), wasOn: true } as const;
  assert.deepEqual(
    caughtOf(budget({ incidents })),
    { of: 3, count: 2, onAlready: 0, medianMs: 30_000 },
  );
  assert.deepEqual(
    caughtOf(budget({ incidents, events: [] })),
    { of: 0, count: 0, onAlready: 0, medianMs: null },
  );
  const events = [{ start: "", end: "", delayMs: null }];
  assert.deepEqual(
    caughtOf(budget({ incidents: [...incidents, on], events: null })),
    { of: 4, count: 3, onAlready: 1, medianMs: 30_000 },
  );
  assert.deepEqual(
    caughtOf(budget({ incidents, events })),
    { of: 1, count: 0, onAlready: 0, medianMs: null },
  );
});

Deno.test("replayText() tells of one incident which budget would have caught it when", () => {
  const text = replayText(A, [
    budget({ incidents: [row("a", null), row("b", 0)] }),
    budget({ budget: "1/day", isRun: true, incidents: [row("a", 60_000)] }),
    budget({ budget: "4/day", incidents: [row("a", 0, 3)] }),
  ]);
  assert.equal(
    text,
    "Would not have caught it: an alarm budget of 1/week. Would have alarmed, " +
      "counted from the first signal outside its band: 1/day (this run) after " +
      "1 min and 4/day at once (3 other alarms before).",
  );
});

Deno.test("replayText() says why a larger budget has fewer alarms before", () => {
  const [four, one] = [4, 1].map((before, i) =>
    budget({ budget: `${i}/day`, incidents: [row("a", 0, before)] })
  );
  assert.match(
    replayText(A, [four!, one!]),
    /\. Where a larger budget has fewer/,
  );
  assert.doesNotMatch(replayText(A, [one!, four!]), /fewer/);
});

Deno.test("replayText() counts from the start where no signal left its band", () => {
  const one = budget({ incidents: [row("a", 0)] });
  assert.match(
    replayText({ ...A, contributions: [] }, [one]),
    /^Would have alarmed, counted from its start, as no signal left its own band: 1\/week at once\.$/,
  );
  assert.match(
    replayText({ ...A, start: "2026-03-01T05:59:00Z" }, [one]),
    /counted from its start, as no signal left its own band before it: /,
  );
});

Deno.test("replayText() calls the alarms before it false where the time is labelled", () => {
  const one = budget({ incidents: [row("a", 0, 1)], events: [] });
  assert.match(replayText(A, [one]), /at once \(1 false alarm before\)/);
});

Deno.test("replayText() says nothing of an outage, which no budget decides about", () => {
  assert.equal(
    replayText({ ...A, id: "outage" }, [budget({ incidents: [row("a", 0)] })]),
    "",
  );
});

Deno.test("replayLine() says in one line what each budget would have caught", () => {
  const own = { budget: "1/day", isRun: true } as const;
  const incidents = [row("a", 0), row("b", null)];
  const events = [{ start: "", end: "", delayMs: 0, wasOn: true } as const];
  assert.equal(
    replayLine([
      budget({ incidents: [row("a", null), row("b", null)] }),
      budget({ ...own, incidents, falseAlarms: 1, alarmMs: 720_000 }),
      budget({
        ...{ budget: "4/day", incidents, events, falseAlarms: 36 },
        alarmMs: 1.5 * 86_400_000,
      }),
    ]),
    "Would have caught: 1/week 0 of 2, never in alarm; 1/day (this run) 1 of 2 " +
      "with 1 other alarm, 12 min in alarm; 4/day 1 of 1 (1 on already) with " +
      "36 false alarms, 1 d 12 h in alarm",
  );
  assert.equal(replayLine([budget({})]), "");
});

Deno.test("replayedText() and replayText() call no delay what was on before", () => {
  assert.equal(replayedText({ delayMs: 0 }), "at once");
  assert.equal(replayedText({ delayMs: 0, wasOn: true }), "on already");
  assert.equal(replayedText(undefined), "not caught");
  const incidents = [{ ...row("a", 0), wasOn: true } as const];
  assert.match(
    replayText(A, [budget({ incidents })]),
    /1\/week was on already/,
  );
});
