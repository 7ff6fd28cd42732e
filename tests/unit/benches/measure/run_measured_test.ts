import assert from "node:assert/strict";
import {
  parseTimes,
  runMeasured,
} from "../../../../benches/measure/run_measured.ts";

Deno.test("parseTimes() adds user and system time of the children alone", () => {
  assert.equal(parseTimes("0m9.00s 0m9.00s\n1m2.50s 0m0.25s\n"), 62.75);
  assert.equal(parseTimes("0m0.000s 0m0.000s\n0m0.010s 2m0.000s\n"), 120.01);
});

Deno.test("runMeasured() counts the processor time of what a command starts", async () => {
  const busy = "const t = Date.now(); while (Date.now() - t < 300);";
  const { seconds, cpuSeconds, peakMiB } = await runMeasured([
    ...["sh", "-c", `"$0" eval "$1"; true`, Deno.execPath(), busy],
  ]);
  assert.ok(seconds >= 0.3);
  assert.ok(cpuSeconds > 0.1 && cpuSeconds < seconds + 1, `${cpuSeconds}`);
  if (Deno.build.os === "linux") assert.ok((peakMiB ?? 0) > 10, `${peakMiB}`);
});

Deno.test("runMeasured() says what a command that fails has printed", async () => {
  await assert.rejects(
    runMeasured(["sh", "-c", "echo out; echo err >&2; exit 3"]),
    (error: Error) => /Cannot measure sh.*:\nout\nerr\n$/s.test(error.message),
  );
});

Deno.test("runMeasured() tells what a command has printed", async () => {
  const heard: string[] = [];
  await runMeasured(["sh", "-c", 'echo "$WORD"'], {
    env: { WORD: "here" },
    heard: (output) => heard.push(output),
  });
  assert.deepEqual(heard, ["here\n"]);
});
