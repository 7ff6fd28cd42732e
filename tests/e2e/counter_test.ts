import assert from "node:assert/strict";
import { join } from "node:path";
import { runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-counter-" });
const model = `counter-${crypto.randomUUID().slice(0, 8)}`;
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(join("data/models", model), { recursive: true });
});

/** A counter in bytes that rises with the load, and was reset once. */
const data = join(dir, "web.csv");
let bytes = 0;
const rows = Array.from({ length: 900 }, (_, row) => {
  const load = 2 + Math.sin(row / 9.5) + ((row * 37) % 11) / 40;
  bytes = row === 450 ? 0 : bytes + Math.round(load * 60_000);
  const time = new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString();
  return `${time},${load.toFixed(3)},${bytes}`;
});
await Deno.writeTextFile(
  data,
  ["timestamp,load-1m,rx_bytes", ...rows].join("\n"),
);
const quick = ["--epochs", "1", "--hidden", "4"];

Deno.test("deno task train names a column that looks like a counter", async () => {
  const args = ["--train", data, "--name", model, ...quick];
  const { code, stderr } = await runTask("train", args);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /rx_bytes only ever rises/);
});

Deno.test("a model that learned a rate scores a rate, also where nobody says so", async () => {
  const train = ["--train", data, "--name", model, "--counter", "rx_bytes"];
  const trained = await runTask("train", [...train, ...quick]);
  assert.equal(trained.code, 0, trained.stderr);
  assert.doesNotMatch(trained.stderr, /only ever rises/);
  const out = join(dir, "run");
  const { code, stderr } = await runTask("evaluate", [
    ...["--data", data, "--model", model, "--out", out],
  ]);
  assert.equal(code, 0, stderr);
  assert.doesNotMatch(stderr, /only ever rises/);
  const { thresholds, rates } = JSON.parse(
    await Deno.readTextFile(join(out, "evaluation.json")),
  );
  const [, rx] = thresholds.features;
  assert.equal(rx.unit, "1/s");
  assert.ok(rx.distance < 1e5, String(rx.distance));
  assert.ok(rates.alarmShare < 0.05, String(rates.alarmShare));
});
