import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { verifyAll } from "@lib/pipeline/verify/verify_all.ts";
import { runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";
import { brokenIn } from "../support/verified_run.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-verify-kinds-" });
const id = crypto.randomUUID().slice(0, 8);
const models = [`kinds-${id}`, `other-${id}`, `web-a-${id}`, `web-b-${id}`]
  .map((name) => fromRoot(join("data/models", name)));
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  for (const model of models) Deno.removeSync(model, { recursive: true });
});
const at = (file: string) => join(dir, file);
await writeSyntheticCsv(at("one.csv"), {
  ...{ rows: 900, incident: [800, 820] },
  time: (row) => new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
});

/** Makes a run of numbers alone. */
async function evaluate(flags: readonly string[]) {
  const { code, stderr } = await runTask("evaluate", [
    ...["--threads", "1", "--quiet", ...flags],
  ], { cwd: dir });
  assert.equal(code, 0, stderr);
}

const UNCHECKED = [
  ...["unchecked parameters", "unchecked scores"],
  ...["unchecked incidents", "unchecked evaluation"],
];

const small = ["--epochs", "3", "--hidden", "8"];
const named = ["--name", `kinds-${id}`];

Deno.test("a run that learned from the first part of its data holds, with its model or without", async () => {
  await evaluate(["--data", "one.csv", ...small, ...named, "--out", "split"]);
  assert.deepEqual((await brokenIn(at("split"))).broken, []);
  await Deno.rename(models[0]!, at("kept"));
  try {
    assert.deepEqual((await brokenIn(at("split"))).broken, []);
    await Deno.writeTextFile(at("one.csv"), "\n", { append: true });
    assert.deepEqual((await brokenIn(at("split"))).broken, [
      ...["changed data", "missing model"],
      ...UNCHECKED,
    ]);
  } finally {
    await Deno.rename(at("kept"), models[0]!);
    await Deno.truncate(
      at("one.csv"),
      (await Deno.stat(at("one.csv"))).size - 1,
    );
  }
});

Deno.test("a run whose host is called after its file holds with the file under another name", async () => {
  await Deno.mkdir(at("away"));
  await Deno.rename(at("one.csv"), at("away/web-9.csv"));
  const moved = { inputs: [at("away")] };
  const there = await brokenIn(at("split"), moved);
  await Deno.rename(models[0]!, at("kept"));
  const trained = await brokenIn(at("split"), moved);
  await Deno.rename(at("kept"), models[0]!);
  await Deno.rename(at("away/web-9.csv"), at("one.csv"));
  assert.deepEqual([there.broken, trained.broken], [[], []]);
});

Deno.test("a run with a model that was named holds, also when another is in use", async () => {
  await evaluate([
    ...["--data", "one.csv", "--model", `kinds-${id}`, "--out", "model"],
  ]);
  const before = await brokenIn(at("model"));
  assert.deepEqual(before.broken, []);
  await runTask("train", [
    ...["--train", "one.csv", ...named, ...small, "--seed", "9"],
  ], { cwd: dir });
  assert.deepEqual((await brokenIn(at("model"))).broken, []);

  const record = JSON.parse(await Deno.readTextFile(at("model/run.json")));
  const older = `kinds-${id}@${record.model.version}`;
  await evaluate(["--data", "one.csv", "--model", older, "--out", "older"]);
  const again = JSON.parse(await Deno.readTextFile(at("older/run.json")));
  assert.deepEqual([again.model, again.parameters.model], [
    record.model,
    older,
  ]);
  assert.deepEqual((await brokenIn(at("older"))).broken, []);

  await Deno.rename(models[0]!, at("kept"));
  const { broken, texts } = await brokenIn(at("model"));
  await Deno.rename(at("kept"), models[0]!);
  assert.deepEqual(broken, [
    "missing model",
    ...UNCHECKED,
  ]);
  assert.equal(texts[1], "its model: it is not stored");
});

Deno.test("another seed's model in the place of the run's own is told", async () => {
  await evaluate([
    ...["--data", "one.csv", ...small, "--name", `other-${id}`],
    ...["--seed", "5", "--out", "other"],
  ]);
  const [own, other] = await Promise.all(
    models.slice(0, 2).map(async (model) => {
      const versions = join(model, "versions");
      const record = model === models[0] ? "split" : "other";
      const run = await Deno.readTextFile(at(`${record}/run.json`));
      return join(versions, JSON.parse(run).model.version);
    }),
  );
  await Deno.rename(own!, at("kept"));
  await Deno.rename(other!, own!);
  const { broken, texts } = await brokenIn(at("split"));
  await Deno.rename(own!, other!);
  await Deno.rename(at("kept"), own!);
  assert.deepEqual(broken, ["changed model"]);
  assert.match(texts[0]!, /another one stands in its place; trained again/);
});

Deno.test("the runs of several hosts are verified one by one, and their index", async () => {
  const lines = (await Deno.readTextFile(at("one.csv"))).trim().split("\n");
  const of = (host: string) => lines.slice(1).map((line) => `${line},${host}`);
  const rows = [...of(`web-a-${id}`), ...of(`web-b-${id}`)];
  await Deno.writeTextFile(
    at("two.csv"),
    [`${lines[0]},host`, ...rows].join("\n"),
  );
  await evaluate(["--data", "two.csv", ...small, "--out", "hosts"]);
  const all = {
    ...{ runs: [at("hosts")], inputs: null },
    ...{ engine: "auto", threads: 1 } as const,
  };
  const holds = async () =>
    (await verifyAll(all, { listener: () => {} })).map((one) =>
      "problem" in one ? one.problem.replace(dir, "") : one.holds
    );
  assert.deepEqual(await holds(), [true, true, true]);
  // By its folder and by itself: once.
  const runs = [at("hosts"), at(`hosts/web-a-${id}`)];
  const twice = await verifyAll({ ...all, runs }, { listener: () => {} });
  assert.equal(twice.length, 3);
  await Deno.writeTextFile(at("hosts/index.html"), "<p>nothing</p>");
  await Deno.remove(at(`hosts/web-b-${id}`), { recursive: true });
  assert.deepEqual(await holds(), [
    ...[false, true],
    `Cannot verify /hosts/web-b-${id}: it must be the folder of a run, with its run.json; such as reports/sample`,
  ]);
  // Another run than that of a host, which a link leads to.
  if (Deno.build.os === "windows") return;
  await Deno.symlink(at("split"), at(`hosts/web-b-${id}`));
  assert.deepEqual(
    (await holds()).at(-1),
    [
      `Cannot verify /hosts/web-b-${id}: it must lie in the folder of its hosts,`,
      "and it is a link that leads out of the folder",
    ].join(" "),
  );
});
