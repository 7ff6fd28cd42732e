import assert from "node:assert/strict";
import deno from "../../deno.json" with { type: "json" };

/** Runs a task's own command of deno.json, without what it depends on. */
async function task(
  name: "train" | "evaluate" | "report" | "record",
  ...flags: readonly string[]
) {
  const [, ...args] = deno.tasks[name].command.split(" ");
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args, ...flags],
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

for (const name of ["train", "evaluate", "report", "record"] as const) {
  Deno.test(`deno task ${name} starts its script with the flags`, async () => {
    const { code, stdout, stderr } = await task(name, "--help");
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, new RegExp(`Usage: deno task ${name} \\[flags\\]`));
  });
}

Deno.test("a task ends with its script's exit code and one line", async () => {
  const missing = await task("report", "--data", "no-such.csv");
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /^Cannot read \S*no-such.csv: .*\n$/);
  const asked = await task("report", "--data", "a.csv", "--instance", "web-1");
  assert.equal(asked.code, 1);
  assert.match(
    asked.stderr,
    /^Cannot use params: --instance is for --data.*\n$/,
  );
});

Deno.test("record says in one line what it lacks, and shows no password", async () => {
  const nothing = await task("record");
  assert.equal(nothing.code, 1);
  assert.match(nothing.stderr, /^Cannot record: --data must be given.*\n$/);
  for (const name of ["record", "report"] as const) {
    const { code, stdout, stderr } = await task(
      name,
      ...["--data", "prometheus:http://me:secret-word@127.0.0.1:9"],
      ...["--from", "2026-01-01", "--to", "2026-01-02", "--out", "a.parquet"],
    );
    assert.equal(code, 1);
    assert.match(stderr, /^Cannot read from Prometheus: .*no password.*\n$/);
    assert.doesNotMatch(stdout + stderr, /secret-word/);
  }
});
