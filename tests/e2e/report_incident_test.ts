import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import type { Incident } from "@lib/detect/incident.ts";
import { runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

const cwd = await Deno.makeTempDir({ prefix: "whenwhy-incident-" });
const name = `incident-${crypto.randomUUID().slice(0, 8)}`;
const HOSTILE = `<img src=x> ../db-${name}`;
const HOSTS = [`${name}-web`, HOSTILE];

globalThis.addEventListener("unload", () => {
  Deno.removeSync(cwd, { recursive: true });
  for (const folder of ["data/models", "reports"]) {
    for (const entry of Deno.readDirSync(folder)) {
      if (!entry.name.includes(name)) continue;
      Deno.removeSync(join(folder, entry.name), { recursive: true });
    }
  }
});

/** Two hosts, each with two incidents in the time that is scored. */
async function writeFleet(): Promise<void> {
  const one = join(cwd, "one.csv");
  await writeSyntheticCsv(one, {
    rows: 1000,
    incident: [760, 780],
    time: (row) => new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
  });
  const [header, ...lines] = (await Deno.readTextFile(one)).trim().split("\n");
  const rows = lines.flatMap((line, row) => {
    const told = row >= 900 && row < 915 ? line.replace(/,[^,]+/, ",30") : line;
    return HOSTS.map((host) => `${told},${host}`);
  });
  await Deno.writeTextFile(
    join(cwd, "fleet.csv"),
    [`${header},host`, ...rows, ""].join("\n"),
  );
}

Deno.test("deno task report --incident", async (t) => {
  await writeFleet();
  const flags = [
    ...["--data", "fleet.csv", "--earlier", ".", "--name", name],
    ...["--epochs", "6", "--hidden", "8"],
  ];
  const text = (...path: readonly string[]) =>
    Deno.readTextFile(join(cwd, ...path));
  const whole = await runTask("evaluate", [
    ...flags,
    ...["--host", HOSTILE, "--out", "all"],
  ], { cwd });
  assert.equal(whole.code, 0, whole.stderr);
  const incidents: Incident[] = JSON.parse(await text("all", "incidents.json"));
  assert.ok(incidents.length > 1, "others are to be left out");
  const last = incidents.at(-1)!;

  await t.step(
    "tells of it alone, beside the numbers of all, of the host in its id",
    async () => {
      await Deno.writeTextFile(
        join(cwd, "my.json"),
        JSON.stringify({ incident: last.id, out: "own" }),
      );
      const { code, stdout, stderr } = await runTask(
        "report",
        [...flags, "--params", "my.json"],
        { cwd },
      );
      assert.equal(code, 0, stderr);
      assert.doesNotMatch(stderr, /Host 1 of 2|Training on/);
      assert.equal(stdout.at(-1), "own/report.html");
      assert.equal(stdout.length, 3);
      assert.ok(stdout[0]?.startsWith(last.start));
      const html = await text("own", "report.html");
      assert.ok(!html.includes("<img"));
      const parts = [...html.matchAll(/<section id="(incident-\d+)"/g)];
      assert.deepEqual(parts.map(([, id]) => id), [
        `incident-${incidents.length}`,
      ]);
      const { parameters, inputs } = JSON.parse(await text("own", "run.json"));
      assert.deepEqual(
        [parameters.host, parameters.incident],
        [HOSTILE, last.id],
      );
      // The whole run, of the same time, is no earlier one.
      assert.deepEqual(inputs.map(({ role }: { role: string }) => role), [
        "data",
      ]);
      for (const file of ["incidents.json", "evaluation.json"]) {
        assert.equal(await text("own", file), await text("all", file), file);
      }
    },
  );

  await t.step(
    "has a folder of its own, beside that of the whole run",
    async () => {
      const { code, stdout, stderr } = await runTask("report", [
        ...flags,
        ...["--incident", last.id, "--json"],
      ], { cwd });
      assert.equal(code, 0, stderr);
      const { report, incident } = JSON.parse(stdout.join("\n"));
      assert.match(
        dirname(report),
        new RegExp(
          `reports/${name}-20260101T163900Z-incident-${last.id.slice(-16)}$`,
        ),
      );
      assert.deepEqual(incident, last);
    },
  );

  await t.step(
    "refuses an id that there is not, in one line, and writes nothing",
    async () => {
      const ask = async (id: string) => {
        const { code, stderr } = await runTask("report", [
          ...flags,
          ...["--incident", id, "--out", "none", "--quiet"],
        ], { cwd });
        assert.equal(code, 1);
        await assert.rejects(
          Deno.stat(join(cwd, "none")),
          Deno.errors.NotFound,
        );
        return stderr;
      };
      const other = last.id.replace(/\d\dZ$/, "59Z");
      assert.equal(
        await ask(other),
        `Cannot tell of an incident: its id must be one of the scored time, got ${
          JSON.stringify(other)
        }; did you mean ${last.id}?\n`,
      );
      assert.match(
        await ask("elsewhere-20260101T000000Z"),
        /^Cannot tell of an incident: its id must be of a host of the data, .*; there are incident-[^\n]+\n$/,
      );
    },
  );
});
