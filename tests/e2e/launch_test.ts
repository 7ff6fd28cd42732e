import assert from "node:assert/strict";
import { join } from "node:path";
import { launch, launchCommand } from "../support/launch.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";
import type { TaskName } from "../../scripts/task_params.ts";

const task = (name: TaskName, ...flags: readonly string[]) =>
  launch(name, flags);

const TASKS = [
  "train",
  "evaluate",
  "report",
  "record",
  "benchmark",
  "stability",
] as const;

for (const name of TASKS) {
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

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test(`a task that gets ${signal} ends, and leaves a whole run or none`, async () => {
    const dir = await Deno.makeTempDir({ prefix: "whenwhy-signal-" });
    const name = `signal-${crypto.randomUUID().slice(0, 8)}`;
    const data = join(dir, "web-1.csv");
    await writeSyntheticCsv(data, {
      rows: 3000,
      incident: [2800, 2820],
      time: (row) => String(1.7e9 + row * 60),
    });
    const child = launchCommand("report", [
      ...["--data", data, "--out", join(dir, "run"), "--name", name],
      // Its first epoch takes seconds: there is no checkpoint yet.
      ...["--window", "60", "--hidden", "128"],
    ]).spawn();
    const [early, late] = child.stderr.tee();
    const lines = early.pipeThrough(new TextDecoderStream())[
      Symbol.asyncIterator
    ]();
    let said = "";
    while (!said.includes("Training on")) {
      said += (await lines.next()).value ?? assert.fail(said);
    }
    const began = performance.now();
    child.kill(signal);
    const [{ code }] = await Promise.all([
      child.status,
      late.pipeTo(new WritableStream()),
      child.stdout.cancel(),
    ]);
    await lines.return?.();
    assert.ok(performance.now() - began < 5000, "it went on");
    assert.equal(code, signal === "SIGTERM" ? 143 : 130);
    assert.deepEqual([...Deno.readDirSync(dir)].map(({ name }) => name), [
      "web-1.csv",
    ]);
    const model = await Deno.stat(join("data/models", name)).catch(() => null);
    assert.equal(model, null);
    await Deno.remove(dir, { recursive: true });
  });
}

Deno.test("a task reads Parquet behind a link, to a folder or to a file", async () => {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-link-" });
  const samples = await Deno.realPath("data/samples");
  await Deno.symlink(samples, join(dir, "folder"));
  const file = join(dir, "file.parquet");
  await Deno.symlink(join(samples, "server-1.test.parquet"), file);
  const behind = join(dir, "folder", "server-1.test.parquet");
  for (const [i, data] of [file, behind].entries()) {
    const network = ["--hidden", "4", "--epochs", "1", "--name", "behind-link"];
    const out = join(dir, `run-${i}`);
    const { code, stderr } = await task(
      "evaluate",
      ...["--data", data, ...network, "--out", out],
    );
    assert.equal(code, 0, stderr);
  }
  await Deno.remove("data/models/behind-link", { recursive: true });
  await Deno.remove(dir, { recursive: true });
});
