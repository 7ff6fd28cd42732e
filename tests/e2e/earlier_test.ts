import assert from "node:assert/strict";
import { join } from "node:path";
import { writeEarlierRun } from "../support/earlier_run.ts";
import { runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-earlier-" });
const name = `earlier-${crypto.randomUUID().slice(0, 8)}`;
await writeSyntheticCsv(join(dir, "web-1.csv"), {
  rows: 1500,
  incident: [1300, 1320],
  time: (row) => new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
});

globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(join("data/models", name), { recursive: true });
});

Deno.test("deno task evaluate finds similar incidents in earlier runs that are named", async () => {
  const old = { days: [-9, -2], incidents: [-5], note: "load test" } as const;
  await writeEarlierRun(join(dir, "archive/good"), old);
  await writeEarlierRun(join(dir, "archive/broken"), old);
  await Deno.writeTextFile(join(dir, "archive/broken/incidents.json"), "[{");
  const { code, stdout, stderr } = await runTask("evaluate", [
    ...["--data", "web-1.csv", "--out", "run", "--name", name],
    ...["--earlier", "archive", "--threads", "1", "--epochs", "8"],
  ], { cwd: dir });
  assert.equal(code, 0, stderr);
  assert.match(
    stderr,
    /^Cannot use \S*archive\/broken\/incidents\.json: it must be JSON\. .*passed over\.$/m,
  );
  assert.match(stdout.at(-2) ?? "", /^Would have caught: 1\/week \d/);
  const file = (name: string) => Deno.readTextFile(join(dir, "run", name));
  const incidents = JSON.parse(await file("incidents.json"));
  const { seenBefore } = incidents.find((
    { start, end }: { start: string; end: string },
  ) => start <= "2026-01-01T22:00:00Z" && end >= "2026-01-01T21:40:00Z");
  const seen = seenBefore.find(({ id }: { id: string }) => id === "web-1--5");
  assert.equal(seen.source, join(dir, "archive/good"));
  assert.equal(seen.mark, "load test");
  assert.ok(seen.similarity > 0.9 && seen.direction === "same");
  const { inputs } = JSON.parse(await file("run.json"));
  const earlier = inputs.filter(({ role }: { role: string }) =>
    role === "earlier"
  );
  assert.deepEqual(earlier.map(({ path }: { path: string }) => path), [
    join(dir, "archive/good/evaluation.json"),
    join(dir, "archive/good/incidents.json"),
  ]);
});

Deno.test("deno task evaluate refuses earlier runs that are no folder, before it trains", async () => {
  const { code, stderr } = await runTask("evaluate", [
    ...["--data", "web-1.csv", "--out", "other", "--name", `${name}-2`],
    ...["--earlier", "no-such-folder"],
  ], { cwd: dir });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /Cannot look for earlier runs: --earlier must name folders of runs, got "\S*no-such-folder"/,
  );
  assert.doesNotMatch(stderr, /Training on/);
});
