import assert from "node:assert/strict";
import { join } from "node:path";
import { runTask, taskCommand } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

Deno.test("deno task report killed at any time leaves a whole run or none", async () => {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-kill-" });
  const name = `kill-${crypto.randomUUID().slice(0, 8)}`;
  const data = join(dir, "web-1.csv");
  const out = join(dir, "run");
  const flags = [
    "--data",
    data,
    "--out",
    out,
    "--name",
    name,
    "--engine",
    "wasm",
    "--epochs",
    "2",
    "--hidden",
    "8",
  ];
  try {
    await writeSyntheticCsv(data, {
      rows: 900,
      incident: [800, 820],
      time: (row) => String(1.7e9 + row * 60),
    });
    const began = performance.now();
    assert.equal((await runTask("report", flags)).code, 0);
    const whole = performance.now() - began;
    const files = await tree(out);
    for (const share of [0.3, 0.6, 0.8, 0.9, 0.97]) {
      const child = taskCommand("report", flags).spawn();
      const output = child.output();
      await new Promise((resolve) => setTimeout(resolve, whole * share));
      try {
        child.kill("SIGKILL");
      } catch {
        // it has ended by itself
      }
      await output;
      assert.deepEqual(await tree(out), files, `killed at ${share}`);
    }
    const { code, stderr } = await runTask("report", flags);
    assert.equal(code, 0, stderr);
  } finally {
    await Deno.remove(dir, { recursive: true });
    await Deno.remove(join("data/models", name), { recursive: true });
  }
});

async function tree(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  const paths = await Promise.all(
    entries.map(async ({ name, isDirectory }) =>
      isDirectory
        ? (await tree(join(folder, name))).map((path) => join(name, path))
        : [name]
    ),
  );
  return paths.flat().sort();
}
