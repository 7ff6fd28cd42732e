import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { duration, durationText } from "@lib/pipeline/params/duration.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { runCommand } from "@lib/pipeline/params/run_command.ts";

Deno.test("duration() reads lengths of time with their unit", () => {
  const read = ["0s", "250ms", "90s", "1.5m", "2h", "1d"]
    .map((text) => duration(text, "merge-gap"));
  assert.deepEqual(read, [0, 250, 90_000, 90_000, 7_200_000, 86_400_000]);
});

Deno.test("duration() refuses what has no unit, is negative, or is no length of time", () => {
  for (const given of ["5", 5, "-5m", "5 m", "5min", "", "m", null, [1]]) {
    assert.throws(
      () => duration(given, "merge-gap"),
      (error) =>
        error instanceof InputError && error.message.includes(
          "merge-gap must be a length of time",
        ) && error.message.includes("5m"),
      String(given),
    );
  }
});

Deno.test("durationText() writes what duration() reads", () => {
  for (const ms of [0, 1, 999, 1000, 90_000, 60_000, 3_600_000, 86_400_000]) {
    assert.equal(duration(durationText(ms), "x"), ms);
  }
  assert.equal(durationText(300_000), "5m");
});

Deno.test("the times of alarms are parameters of training, in commands too", () => {
  const given = { "half-life": "2m", "merge-gap": "1h", "min-duration": "90s" };
  const params = parseParams(given);
  assert.deepEqual([params.halfLife, params.mergeGap, params.minDuration], [
    ...[120_000, 3_600_000, 90_000],
  ]);
  assert.equal(
    runCommand("report", params),
    "deno task report --half-life 2m --merge-gap 1h --min-duration 90s",
  );
  assert.throws(
    () => parseParams({ model: "web", "min-duration": "90s" }),
    /--min-duration is for training/,
  );
});
