import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { modelNameOf } from "@lib/pipeline/base/model_name.ts";
import { runTask } from "../support/run_task.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-hosts-" });
globalThis.addEventListener(
  "unload",
  () => Deno.removeSync(dir, { recursive: true }),
);

const ID = crypto.randomUUID().slice(0, 8);
const PLAIN = `web-${ID}`;
const HOSTILE = `<img src=x> ../db-${ID}`;

/** Two hosts of 700 minutes, and one that is too short; one of them has an incident. */
function rows(): string {
  const lines = ["timestamp;host;load-1m;queue"];
  for (let row = 0; row < 700; row++) {
    const wave = Math.sin(row / 9.5) + ((row * 37) % 11) / 40;
    const time = new Date(Date.UTC(2026, 2, 28, 20) + row * 60_000)
      .toISOString();
    const number = (value: number) => value.toFixed(3).replace(".", ",");
    const extra = row > 600 && row < 640 ? 9 : 0;
    lines.push(
      `${time};${PLAIN};${number(3 + wave)};${number(2 - wave)}`,
      `${time};${HOSTILE};${number(3 + wave + extra)};${number(4 + wave)}`,
    );
    if (row < 20) lines.push(`${time};short;1,0;2,0`);
  }
  return lines.join("\r\n") + "\r\n";
}

const data = join(dir, "fleet.csv.gz");
await Deno.writeFile(data, gzipSync(rows()));
const quick = ["--epochs", "2", "--hidden", "8"];
const models = new Set<string>();
const remember = async (folder: string) => {
  const { model } = JSON.parse(
    await Deno.readTextFile(join(folder, "run.json")),
  );
  models.add(join("data/models", model.name));
};
globalThis.addEventListener("unload", () => {
  for (const folder of models) Deno.removeSync(folder, { recursive: true });
});

Deno.test("deno task report writes a report a host and an index that leads to them", async () => {
  const out = join(dir, "runs");
  const { code, stdout, stderr } = await runTask("report", [
    ...["--data", data, "--decimal-comma", "--out", out],
    ...["--time-zone", "Europe/Berlin", ...quick],
  ]);
  assert.equal(code, 0, stderr);
  assert.equal(stdout.at(-1), join(out, "index.html"));
  assert.match(stderr, /at least 428 steps are needed, got 20/);
  const { hosts } = JSON.parse(
    await Deno.readTextFile(join(out, "index.json")),
  );
  assert.deepEqual(
    hosts.map(({ host }: { host: string }) => host),
    [PLAIN, HOSTILE, "short"],
  );
  assert.equal(hosts[2].link, null);
  assert.ok(hosts[1].found.length > 0, "its planted incident");
  const index = await Deno.readTextFile(join(out, "index.html"));
  assert.ok(!index.includes("<img"));
  assert.ok(index.includes(`href="${encodeURI(hosts[1].link)}#incident-1"`));
  for (const { link } of hosts.slice(0, 2)) {
    const folder = join(out, link, "..");
    await remember(folder);
    const html = await Deno.readTextFile(join(out, link));
    assert.match(html, /Europe\/Berlin/);
    await Deno.stat(join(folder, "report.pdf"));
  }
  const incidents = JSON.parse(
    await Deno.readTextFile(join(out, hosts[1].link, "../incidents.json")),
  );
  assert.equal(incidents[0].host, HOSTILE);
  assert.match(
    stdout.join("\n"),
    /2026-03-29T.*Z {2}2026-03-29 \d\d:\d\d GMT\+2/,
  );
});

Deno.test("deno task evaluate --json gives an array for several hosts, --host one object", async () => {
  const args = ["--data", data, "--decimal-comma", ...quick];
  const all = await runTask("evaluate", [
    ...args,
    ...["--json", "--out", join(dir, "all")],
  ]);
  assert.equal(all.code, 0, all.stderr);
  const list = JSON.parse(all.stdout.join("\n"));
  assert.deepEqual(
    list.map(({ host }: { host: string }) => host),
    [PLAIN, HOSTILE, "short"],
  );
  const index = await Deno.readTextFile(join(dir, "all/index.html"));
  assert.match(index, /href="[^"]+\/evaluation\.json"/);
  assert.doesNotMatch(index, /href="[^"]*#incident-/);
  const out = join(dir, "one");
  const one = await runTask("evaluate", [
    ...args,
    ...["--host", PLAIN, "--json", "--out", out],
  ]);
  assert.equal(one.code, 0, one.stderr);
  assert.equal(JSON.parse(one.stdout.join("\n")).host, PLAIN);
  const again = await runTask("evaluate", [...args, "--out", out]);
  assert.equal(again.code, 1);
  assert.match(again.stderr, /of several hosts, and holds something else/);
});

Deno.test("deno task report refuses labels for several hosts", async () => {
  const labels = join(dir, "labels.csv");
  await Deno.writeTextFile(labels, "start,end\n");
  const { code, stderr } = await runTask("report", [
    ...["--data", data, "--labels", labels, ...quick],
  ]);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /--labels is for one host; the data has 3: name one with --host, or in a column host of the labels/,
  );
});

Deno.test("deno task evaluate takes each host's own labels, and leaves each host's own incidents out of training, where the file names hosts", async () => {
  const labels = join(dir, "labels.csv");
  const at = (row: number) =>
    new Date(Date.UTC(2026, 2, 28, 20) + row * 60_000).toISOString();
  const line = (from: number, to: number, rest: string) =>
    `${at(from)},${at(to)},${rest}`;
  await Deno.writeTextFile(
    labels,
    [
      "start,end,mark,host",
      line(601, 639, `true,${HOSTILE}`),
      line(100, 109, `true,${PLAIN}`),
      line(200, 204, "maintenance,"),
      "",
    ].join("\n"),
  );
  const { code, stdout, stderr } = await runTask("evaluate", [
    ...["--data", data, "--decimal-comma", "--json", ...quick],
    ...["--labels", labels, "--exclude", labels],
    ...["--out", join(dir, "labelled")],
  ]);
  assert.equal(code, 0, stderr);
  const [plain, hostile] = JSON.parse(stdout.join("\n"));
  for (const host of [PLAIN, HOSTILE]) {
    await remember(join(dir, "labelled", modelNameOf(host)));
  }
  assert.deepEqual([plain.labels.events, hostile.labels.events], [0, 1]);
  assert.equal(hostile.labels.eventsFound, 1);
  assert.match(
    stderr,
    /15 steps \(15 min\) are left out of training: 1 incident and 1 maintenance span\./,
  );
  assert.match(
    stderr,
    /5 steps \(5 min\) are left out of training: 1 maintenance span\./,
  );
  assert.match(stderr, /1 label of labels\.csv is of other hosts than web-/);
});

const trained = (host: string) => modelNameOf(host);

Deno.test("deno task train learns a model a host, says which host cannot be learned from, and ends with 1", async () => {
  const args = ["--train", data, "--decimal-comma", ...quick];
  const { code, stdout, stderr } = await runTask("train", [...args, "--json"]);
  assert.equal(code, 1);
  assert.match(stderr, new RegExp(`Host 1 of 3: ${PLAIN}`));
  assert.match(stderr, /Host 3 of 3: short/);
  assert.match(
    stderr.trimEnd().split("\n").at(-1) ?? "",
    /^Cannot train all hosts: each must be one to learn from, got \["short"\]; the models of the other 2 are saved$/,
  );
  const list = JSON.parse(stdout.join("\n"));
  assert.deepEqual(
    list.map(({ host, name }: { host: string; name: string }) => [host, name]),
    [
      [PLAIN, trained(PLAIN)],
      [HOSTILE, trained(HOSTILE)],
      ["short", undefined],
    ],
  );
  assert.match(list[2].problem, /at least 300 steps are needed, got 20/);
  for (const { name, folder } of list.slice(0, 2)) {
    models.add(join("data/models", name));
    await Deno.stat(join(folder, "weights.bin"));
  }

  const again = await runTask("train", args);
  assert.equal(again.code, 1);
  assert.equal(again.stderr.match(/nothing is left to learn/g)?.length, 2);
  assert.ok(again.stdout.includes(`${PLAIN}:`));
  assert.equal(again.stdout.at(-1), "data/models");
});

Deno.test("deno task evaluate uses each host's own model where --train is what it learned from", async () => {
  const { code, stderr } = await runTask("evaluate", [
    ...["--train", data, "--data", data, "--decimal-comma", ...quick],
    ...["--out", join(dir, "own")],
  ]);
  assert.equal(code, 0, stderr);
  for (const host of [PLAIN, HOSTILE]) {
    assert.ok(stderr.includes(`Using the model ${trained(host)} `), stderr);
  }
});

Deno.test("deno task evaluate --model scores all hosts with the one model", async () => {
  const out = join(dir, "one-model");
  const { code, stderr } = await runTask("evaluate", [
    ...["--model", trained(PLAIN), "--data", data, "--decimal-comma"],
    ...["--out", out],
  ]);
  assert.equal(code, 0, stderr);
  const { hosts } = JSON.parse(
    await Deno.readTextFile(join(out, "index.json")),
  );
  for (const { link } of hosts.slice(0, 2)) {
    const { model } = JSON.parse(
      await Deno.readTextFile(join(out, link, "../run.json")),
    );
    assert.equal(model.name, trained(PLAIN));
  }
});

Deno.test("deno task train refuses one name for several hosts", async () => {
  const { code, stderr } = await runTask("train", [
    ...["--train", data, "--decimal-comma", "--name", "fleet", ...quick],
  ]);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^Cannot use params: --name is for one host; the data has 3: name one with --host, or leave --name out for a model a host\n$/,
  );
});
