import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { seededRandom } from "@lib/model/random.ts";
import { runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-gross-" });
const name = `gross-${crypto.randomUUID().slice(0, 8)}`;
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(fromRoot(`data/models/${name}`), { recursive: true });
});
const file = (name: string) => join(dir, name);
const time = (row: number) => String(1.7e9 + row * 60);

/** Four days with a wave a day; a spike and half a day of saturation where asked. */
async function writeDays(name: string, gross: "gross" | "clean") {
  const random = seededRandom(8);
  const lines = Array.from({ length: 4 * 1440 }, (_, row) => {
    const wave = Math.sin(row * 2 * Math.PI / 1440) + random() - 0.5;
    const isSpike = gross === "gross" && row >= 1000 && row < 1003;
    const isFull = gross === "gross" && row >= 4700 && row < 5420;
    return [
      time(row),
      (isSpike ? 150 : 3 + wave).toFixed(3),
      (isFull ? 64 + random() : 4 + wave).toFixed(3),
      (9 + random()).toFixed(3),
    ].join(",");
  });
  const header = "timestamp,load-1m,cpu-user,queue";
  await Deno.writeTextFile(file(name), [header, ...lines, ""].join("\n"));
}

Deno.test("deno task train leaves gross anomalies out, says so, and learns from them with --keep-all", async () => {
  await writeDays("web.csv", "gross");
  const train = async (more: readonly string[]) => {
    const { code, stdout, stderr } = await runTask("train", [
      ...["--train", file("web.csv"), "--name", name, "--json", ...more],
      ...["--epochs", "1", "--hidden", "4"],
    ]);
    assert.equal(code, 0, stderr);
    return { stderr, ...JSON.parse(stdout.join("\n")) };
  };
  const robust = await train([]);
  const { outcome, steps, spans } = robust.training.robustPass;
  assert.deepEqual([outcome, steps, spans.length], ["left out", 723, 2]);
  assert.match(
    robust.stderr,
    /^Left out of training as grossly abnormal: 723 steps \(12 h 3 min, 13 %\) in 2 spans: .*cpu-user at 65 cores \(usually [23]\.\d–5\.\d cores\)\. --keep-all learns from them, too\.$/m,
  );
  const all = await train(["--keep-all"]);
  assert.equal(all.training.robustPass.outcome, "off");
  assert.notEqual(all.version, robust.version);
  assert.doesNotMatch(all.stderr, /grossly/);
  const { ranges } = robust.training;
  assert.ok(ranges.every(({ max }: { max: number }) => max < 12));
  assert.equal(all.training.ranges[0].max, 150);

  // A report that trains by the way comes to the same version, and says the same.
  const out = file("run");
  await writeDays("next.csv", "clean");
  const reported = await runTask("report", [
    ...["--train", file("web.csv"), "--data", file("next.csv"), "--out", out],
    ...["--name", name, "--epochs", "1", "--hidden", "4"],
  ]);
  assert.equal(reported.code, 0, reported.stderr);
  assert.match(
    reported.stderr,
    new RegExp(`Using the model ${name} ${robust.version}`),
  );
  const html = await Deno.readTextFile(join(out, "report.html"));
  assert.match(html, /Not learned from, as gross<\/dt>\s*<dd><bdi>723 steps/);
});
