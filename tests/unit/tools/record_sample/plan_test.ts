import { SCHEMA } from "@lib/frame/schema.ts";
import assert from "node:assert/strict";
import { INCIDENTS } from "../../../../tools/record_sample/incidents.ts";
import {
  levelStarts,
  planRecording,
  REHEARSAL_BELOW_MINUTES,
  STEP_SECONDS,
} from "../../../../tools/record_sample/plan.ts";

Deno.test("planRecording() puts eight incidents or more after the normal part", () => {
  const { startSeconds, incidents } = planRecording(100);
  assert.ok(incidents.length >= 8);
  assert.equal(incidents[0]?.atSeconds, startSeconds + 100 * 60);
});

Deno.test("planRecording() starts incidents six minutes apart or more", () => {
  for (const minutes of [REHEARSAL_BELOW_MINUTES, 100, 240]) {
    const { incidents } = planRecording(minutes);
    incidents.slice(1).forEach(({ atSeconds, note }, i) => {
      const before = incidents[i];
      assert.ok(before !== undefined);
      assert.ok(atSeconds - before.atSeconds >= 360, note);
      assert.ok(atSeconds > before.atSeconds + before.seconds, note);
    });
  }
});

Deno.test("planRecording() begins the test part with minutes of normal life", () => {
  const { splitSeconds, startSeconds, endSeconds, incidents } = planRecording(
    100,
  );
  const [first, last] = [incidents[0], incidents.at(-1)];
  assert.ok(first !== undefined && last !== undefined);
  assert.equal(first.atSeconds - splitSeconds, 300);
  assert.ok(splitSeconds > startSeconds);
  assert.equal(endSeconds, last.atSeconds + last.seconds + 60);
});

Deno.test("planRecording() shortens everything in a rehearsal", () => {
  const { incidents, endSeconds, startSeconds, splitSeconds } = planRecording(
    2,
  );
  assert.ok(endSeconds < 10 * 60);
  assert.ok(startSeconds < splitSeconds);
  incidents.slice(1).forEach(({ atSeconds }, i) => {
    const before = incidents[i];
    assert.ok(before !== undefined);
    assert.ok(atSeconds > before.atSeconds + before.seconds);
  });
});

Deno.test("planRecording() puts every turn on a step", () => {
  for (const minutes of [1, 2, 9, 100]) {
    const plan = planRecording(minutes);
    const turns = [plan.startSeconds, plan.splitSeconds, plan.endSeconds]
      .concat(plan.incidents.flatMap(({ atSeconds, seconds }) => [
        atSeconds,
        seconds,
      ]));
    assert.deepEqual(turns.filter((second) => second % STEP_SECONDS !== 0), []);
  }
});

Deno.test("levelStarts() spreads the levels over the ramp", () => {
  assert.deepEqual(levelStarts(4, 30), [0, 10, 20, 30]);
  assert.deepEqual(levelStarts(1, 30), [0]);
});

Deno.test("INCIDENTS ramp within 20 to 40 s, or over most of their length", () => {
  for (const { note, cause, rampSeconds, seconds } of INCIDENTS) {
    if (cause.kind === "outage") continue;
    const isShort = rampSeconds >= 20 && rampSeconds <= 40;
    assert.ok(isShort || rampSeconds >= 0.7 * seconds, note);
    assert.ok(rampSeconds < seconds, note);
  }
});

Deno.test("INCIDENTS name columns of the schema, and differ in their causes", () => {
  const columns = new Set(SCHEMA.map(({ name }) => name));
  for (const { features, note } of INCIDENTS) {
    assert.ok(features.length > 0, note);
    assert.deepEqual(features.filter((name) => !columns.has(name)), [], note);
  }
  const causes = INCIDENTS.map(({ cause }) => JSON.stringify(cause));
  assert.equal(new Set(causes).size, INCIDENTS.length);
});
