import assert from "node:assert/strict";
import { historyOf } from "@lib/measure/history.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const of = (learnedMs: number) =>
  historyOf({ learnedMs, calibrationMs: 0.15 * learnedMs });

Deno.test("historyOf() says below a day that nights will look abnormal, and what thresholds rest on", () => {
  assert.deepEqual(of(5 * HOUR), {
    learnedSeconds: 18_000,
    calibrationSeconds: 2_700,
    rhythm: "none",
    note:
      "Learned from 5 h only: no daily rhythm was seen, so that night jobs will " +
      "look abnormal, and the thresholds rest on 45 min of calibration. " +
      "Take what is found as a hint until it has learned from a day or more.",
  });
});

Deno.test("historyOf() says below two weeks that no weekly rhythm is known", () => {
  const { rhythm, note } = of(DAY);
  assert.equal(rhythm, "daily");
  assert.equal(
    note,
    "Learned from 1 d: less than a week shows no weekly rhythm, so that a weekend may look abnormal.",
  );
  assert.match(of(7 * DAY).note!, /^Learned from 7 d: less than two weeks/);
});

Deno.test("historyOf() has nothing to say of two weeks", () => {
  assert.equal(of(14 * DAY).note, null);
  assert.equal(of(14 * DAY).rhythm, "weekly");
});
