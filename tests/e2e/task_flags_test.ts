import assert from "node:assert/strict";
import { PARAM_NAMES } from "@lib/pipeline/params/params.ts";
import { runTask } from "../support/run_task.ts";

Deno.test("deno task report --help lists every flag", async () => {
  const { code, stdout } = await runTask("report", ["--help"]);
  assert.equal(code, 0);
  for (const flag of PARAM_NAMES) {
    assert.ok(stdout.some((line) => line.startsWith(`  --${flag} `)), flag);
  }
});

Deno.test("deno task train refuses two sets of files in one line", async () => {
  const { code, stderr } = await runTask("train", [
    ...["--train", "a.csv", "--data", "b.csv"],
  ]);
  assert.equal(code, 1);
  assert.match(stderr, /^Cannot train: --train or --data must name the files/);
});

Deno.test("deno task train takes from a params file what its flags take", async () => {
  const file = await Deno.makeTempFile({ suffix: ".json" });
  await Deno.writeTextFile(file, '{"out":"x"}');
  const { code, stderr } = await runTask("train", [
    ...["--params", file],
  ]);
  assert.equal(code, 1);
  assert.match(stderr, /every name must be known, got "out"; known are data/);
  await Deno.remove(file);
});
