import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { seededRandom } from "@lib/model/random.ts";
import { killTask } from "../support/kill_task.ts";
import { assertRefused } from "../support/refusal.ts";
import { runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";
import { assertWholeModel } from "../support/whole_files.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-versions-" });
const ID = crypto.randomUUID().slice(0, 8);
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  for (const { name } of Deno.readDirSync(fromRoot("data/models"))) {
    if (!name.includes(ID)) continue;
    Deno.removeSync(fromRoot(`data/models/${name}`), { recursive: true });
  }
});
const file = (name: string) => join(dir, name);
const START = 1.7e9;
const time = (row: number) => String(START + row * 60);
const QUICK = ["--epochs", "12", "--hidden", "12"];

// Time without and with an incident of six hours, and one that both look at.
for (
  const [name, incident] of [["good", [0, 0]], ["bad", [500, 860]]] as const
) {
  await writeSyntheticCsv(file(`${name}.csv`), { rows: 900, incident, time });
}
await writeSyntheticCsv(file("recent.csv"), {
  rows: 300,
  incident: [200, 215],
  time: (row) => time(2000 + row),
});
const at = (row: number) => new Date((START + row * 60) * 1000).toISOString();
await Deno.writeTextFile(
  file("labels.csv"),
  `start,end,features,note\n${at(2200)},${at(2214)},load-1m,release\n`,
);
const RECENT = ["--data", file("recent.csv"), "--labels", file("labels.csv")];

function flags(data: string, name: string): string[] {
  return ["--train", file(`${data}.csv`), "--name", name, ...QUICK];
}

async function current(name: string): Promise<string> {
  const pointer = fromRoot(`data/models/${name}/current`);
  return (await Deno.readTextFile(pointer)).split("\n")[0] ?? "";
}

async function trained(data: string, name: string): Promise<string> {
  const { code, stderr } = await runTask("train", flags(data, name));
  assert.equal(code, 0, stderr);
  return await current(name);
}

Deno.test("deno task train --compare keeps the version in use where the new one loses an incident, until somebody says yes", async () => {
  const name = `compared-${ID}`;
  const first = await trained("good", name);
  const compare = [...flags("bad", name), ...RECENT, "--compare"];
  const kept = await runTask("train", [...compare, "--json"]);
  assert.equal(kept.code, 1);
  const { version, isInUse, comparison } = JSON.parse(kept.stdout.join("\n"));
  assert.notEqual(version, first);
  assert.deepEqual(
    [isInUse, comparison.basis, comparison.lost, comparison.gained],
    [false, "labels", 1, 0],
  );
  assert.equal(comparison.incidents[0].note, "release");
  assert.equal(comparison.incidents[0].candidate, null);
  assert.match(
    kept.stderr,
    new RegExp(
      `^Cannot take ${name}@${version} into use: .*; it is kept beside it: ` +
        `deno task train --use ${name}@${version} takes it$`,
      "m",
    ),
  );
  assert.equal(await current(name), first);

  // It is stored, so that nothing is learned again.
  const agreed = await runTask("train", [...compare, "--yes"]);
  assert.equal(agreed.code, 0, agreed.stderr);
  assert.match(agreed.stderr, /nothing is left to learn/);
  assert.ok(
    agreed.stdout.some((line) =>
      /^− {2}2023-11-16 10:53 +15 min +at once, .* not found$/.test(line)
    ),
    agreed.stdout.join("\n"),
  );
  assert.ok(
    agreed.stdout.some((line) =>
      line.startsWith(
        `${name}@${version} is in use now, before it was ${first}, though it loses 1 incident`,
      )
    ),
  );
  // A table that stands in a terminal of 80 columns.
  const from = agreed.stdout.findIndex((line) => line.includes("in use "));
  const table = agreed.stdout.slice(from, from + 6);
  assert.ok(table.every((line) => [...line].length <= 80), table.join("\n"));
  assert.equal(await current(name), version);

  // The other way round nothing is lost.
  const better = await runTask("train", [
    ...flags("good", name),
    ...["--seed", "2", ...RECENT, "--compare"],
  ]);
  assert.equal(better.code, 0, better.stderr);
  assert.ok(better.stdout.some((line) => line.startsWith("+  2023-11-16")));
});

Deno.test("deno task train --compare reads for each version the columns that it learned", async () => {
  const name = `columns-${ID}`;
  await trained("good", name);
  for (const columns of [["--metric", "load*"], []]) {
    const { stdout, stderr } = await runTask("train", [
      ...[...flags("good", name), ...columns, ...RECENT, "--compare"],
      ...["--yes", "--json"],
    ]);
    assert.doesNotMatch(stderr, /Cannot score/);
    const { isInUse, comparison } = JSON.parse(stdout.join("\n"));
    assert.deepEqual([isInUse, comparison.incidents.length], [true, 1]);
  }
});

Deno.test("deno task train --compare has nothing to compare a first version with, and takes it", async () => {
  const name = `first-${ID}`;
  const { code, stdout, stderr } = await runTask("train", [
    ...[...flags("good", name), ...RECENT, "--compare", "--json"],
  ]);
  assert.equal(code, 0, stderr);
  const { isInUse, comparison, version } = JSON.parse(stdout.join("\n"));
  assert.deepEqual([isInUse, comparison], [true, null]);
  assert.match(stderr, /is in use, and there is nothing to compare it with/);
  assert.equal(await current(name), version);
});

Deno.test("deno task train --rollback goes back one, again one more, and --use goes forward", async () => {
  const name = `back-${ID}`;
  const one = await trained("good", name);
  const two = await trained("bad", name);
  const back = await runTask("train", ["--rollback", name]);
  assert.deepEqual([back.code, back.stderr], [0, ""]);
  assert.deepEqual(back.stdout, [
    `deno task train --use ${name}@${two} takes the other again`,
    `${name}@${one} is in use now, before it was ${name}@${two}`,
  ]);
  assertRefused(
    await runTask("train", ["--rollback", name]),
    /another version must have been in use before; of the others/,
  );
  const used = await runTask("train", ["--use", `${name}@${two}`, "--json"]);
  assert.deepEqual(JSON.parse(used.stdout.join("\n")), {
    ...{ name, from: one, to: two, problems: [] },
  });
  assert.equal(await current(name), two);

  const listed = await runTask("models", [name]);
  assert.deepEqual([listed.code, listed.stderr], [0, ""]);
  const marks = listed.stdout.filter((line) =>
    /^[*! ] [0-9a-f]{12}/.test(line)
  );
  assert.deepEqual(marks.map((line) => line.slice(0, 14)), [
    `* ${two}`,
    `  ${one}`,
  ]);
  const damaged = fromRoot(`data/models/${name}/versions/${one}/weights.bin`);
  await Deno.writeTextFile(damaged, "x");
  const all = await runTask("models", []);
  assert.ok(
    all.stdout.includes(
      `! ${one}  damaged: weights.bin must be what was saved, and its SHA-256 differs`,
    ),
  );
});

Deno.test("killed in the middle, train --rollback and --compare leave a version in use that loads", async () => {
  const name = `killed-${ID}`;
  const folder = fromRoot(`data/models/${name}`);
  await trained("good", name);
  const options = {
    folders: [folder],
    isOwn: (path: string) => path.includes(name),
  };
  const compare = [
    ...[...flags("bad", name), ...RECENT, "--compare", "--yes"],
  ];
  // Whole, once: how long it takes, how many files change.
  const whole = await killTask("train", compare, options);
  assert.equal(whole.code, 0, whole.stderr);
  const random = seededRandom(4);
  for (let kill = 0; kill < 8; kill++) {
    const isBack = kill % 2 === 0;
    const args = isBack
      ? ["--rollback", name]
      : [...compare, "--seed", String(kill)];
    const most = isBack ? 8 : whole.changes;
    const nth = 1 + Math.floor(most * random());
    await killTask("train", args, {
      ...{ ...options, moment: { kind: "change", nth } },
    });
    await assertWholeModel(folder);
    const { code, stderr } = await runTask("evaluate", [
      ...["--data", file("recent.csv"), "--model", name],
      ...["--out", join(dir, "run")],
    ]);
    assert.equal(code, 0, `kill ${kill} at ${nth}: ${stderr}`);
  }
});
