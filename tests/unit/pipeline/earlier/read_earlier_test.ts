import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { earlierOf } from "@lib/pipeline/earlier/earlier_of.ts";
import { readEarlier } from "@lib/pipeline/earlier/read_earlier.ts";
import { scanRuns } from "@lib/pipeline/earlier/scan_runs.ts";
import { sameFile } from "@lib/pipeline/verify/same_file.ts";
import {
  type EarlierRunOptions,
  writeEarlierRun,
} from "../../../support/earlier_run.ts";
import { inTemp } from "../../../support/temp_folder.ts";

/** Runs by folder; what is text instead is written as `incidents.json`. */
type Runs = Readonly<Record<string, EarlierRunOptions | string>>;

async function read(
  runs: Runs,
  options: {
    readonly day?: number;
    readonly out?: string;
    readonly below?: string;
  } = {},
) {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-earlier-" });
  try {
    for (const [name, run] of Object.entries(runs)) {
      const isText = typeof run === "string";
      await writeEarlierRun(
        join(dir, name),
        isText ? { days: [1, 2], incidents: [] } : run,
      );
      if (!isText) continue;
      await Deno.writeTextFile(join(dir, name, "incidents.json"), run);
    }
    const { day = 31, out, below = "" } = options;
    const scanned = await scanRuns([join(dir, below)]);
    const { incidents, inputs, problems } = await readEarlier(scanned, {
      host: "web-1",
      beforeMs: Date.UTC(2026, 0, day),
      out: out === undefined ? null : join(dir, out),
    });
    return {
      days: incidents.map(({ id }) => Number(id.replace("web-1-", "")))
        .sort((a, b) => a - b),
      marks: incidents.map(({ mark }) => mark),
      sources: incidents.map(({ source }) => source?.replace(dir, "")),
      inputs: inputs.map(({ path, role }) => [path.replace(dir, ""), role]),
      problems: problems.map((text) => text.replaceAll(dir, "")),
      hashes: inputs.map(({ sha256 }) => sha256),
    };
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("readEarlier() finds a run, runs in a folder, and those of several hosts", async () => {
  const run = { days: [1, 2], incidents: [1] } as const;
  assert.deepEqual((await read({ a: run }, { below: "a" })).days, [1]);
  assert.deepEqual((await read({ a: run })).days, [1]);
  const deep = await read({ "all-hosts/web-1": run });
  assert.deepEqual(deep.days, [1]);
  assert.deepEqual(deep.sources, ["/all-hosts/web-1"]);
  assert.deepEqual(deep.inputs, [
    ["/all-hosts/web-1/evaluation.json", "earlier"],
    ["/all-hosts/web-1/incidents.json", "earlier"],
  ]);
  assert.match(deep.hashes[0]!, /^[0-9a-f]{64}$/);
  assert.deepEqual((await read({ "too/deep/web-1": run })).days, []);
});

Deno.test("readEarlier() looks at one host, and at time before the run's own", async () => {
  const { days, inputs } = await read({
    a: { days: [1, 9], incidents: [2, 8] },
    b: { days: [1, 9], incidents: [3], host: "web-2" },
    c: { days: [6, 9], incidents: [7] },
  }, { day: 5 });
  assert.deepEqual(days, [2]);
  assert.equal(inputs.length, 2);
});

Deno.test("readEarlier() counts an incident that two runs saw once, of the later run", async () => {
  const { days, sources } = await read({
    weekly: { days: [1, 7], incidents: [2, 5, 6] },
    later: { days: [4, 10], incidents: [5, 9] },
  });
  assert.deepEqual(days, [2, 5, 9]);
  assert.deepEqual(sources.sort(), ["/later", "/later", "/weekly"]);
});

Deno.test("readEarlier() keeps what labels said", async () => {
  const days = [1, 2] as const;
  const marks = async (note?: string, mark = "true") => {
    const label = note === undefined ? {} : { note, mark };
    return (await read({ a: { days, incidents: [1], ...label } })).marks;
  };
  assert.deepEqual(await marks("nightly backup"), ["nightly backup"]);
  assert.deepEqual(await marks(" "), ["labelled"]);
  assert.deepEqual(await marks("", "false"), ["false alarm"]);
  assert.deepEqual(await marks("patch", "maintenance"), ["maintenance: patch"]);
  assert.deepEqual(await marks(), [null]);
});

Deno.test("readEarlier() passes the run over that is being replaced", async () => {
  const runs = { a: { days: [1, 2], incidents: [1] } } as const;
  assert.deepEqual((await read(runs, { out: "a" })).days, []);
});

Deno.test("readEarlier() names each run that it cannot use in one line, and goes on", async () => {
  const { days, problems } = await read({
    a: "not json",
    b: '[{"id": "\\u001b[31m<script>"}]',
    c: { days: [3, 4], incidents: [3] },
  });
  assert.deepEqual(days, [3]);
  assert.deepEqual(problems.toSorted(), [
    "Cannot use /a/incidents.json: it must be JSON. This earlier run is passed over.",
    'Cannot use /b/incidents.json: its entries must be incidents, got "entry 1". This earlier run is passed over.',
  ]);
});

Deno.test("scanRuns() refuses a named folder that is none; an empty one holds nothing yet", async () => {
  const dir = await Deno.makeTempDir();
  try {
    const none = join(dir, "none");
    await assert.rejects(
      scanRuns([none]),
      new InputError(
        "look for earlier runs",
        "--earlier must name folders of runs",
        { got: none },
      ),
    );
    assert.deepEqual(await scanRuns([dir]), { runs: [], problems: [] });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("earlierOf() compares no times that the data does not tell", async () => {
  const input = {
    warmup: 0,
    table: { host: "web-1", facts: { clock: "unplaced" } },
  } as unknown as Parameters<typeof earlierOf>[0]; // the rest plays no part
  const nowhere = { earlier: ["/no/such/folder"], out: null };
  assert.deepEqual((await earlierOf(input, nowhere)).incidents, []);
});

Deno.test("readEarlier() names as input runs that an incident came of, and those that hide others", async () => {
  const { days, inputs } = await read({
    quiet: { days: [1, 2], incidents: [] },
    same: { days: [3, 9], incidents: [6, 7] },
    earlier: { days: [1, 4], incidents: [2] },
  }, { day: 5 });
  assert.deepEqual(days, [2]);
  assert.deepEqual(inputs, [
    ["/same/evaluation.json", "earlier"],
    ["/earlier/evaluation.json", "earlier"],
    ["/earlier/incidents.json", "earlier"],
  ]);
});

Deno.test("scanRuns() takes the last of too many folders, and says so", async () => {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-earlier-" });
  try {
    const names = Array.from(
      { length: 2003 },
      (_, i) => `run-${String(i).padStart(4, "0")}`,
    );
    await Promise.all(names.map((name) => Deno.mkdir(join(dir, name))));
    for (const name of [names[0]!, names.at(-1)!]) {
      await writeEarlierRun(join(dir, name), { days: [1, 2], incidents: [1] });
    }
    const { runs, problems } = await scanRuns([dir]);
    assert.deepEqual(runs.map(({ folder }) => folder.replace(dir, "")), [
      "/run-2002",
    ]);
    assert.deepEqual(problems.map((text) => text.replace(dir, "DIR")), [
      "DIR holds more than 2,000 folders: 3 that come first by name were not " +
      "searched for earlier runs. Name a smaller one with --earlier.",
    ]);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("earlierOf() asks for runs that were looked for already", async () => {
  const input = {
    warmup: 0,
    table: { ...{ host: "web-1", startMs: 0, intervalMs: 1 }, facts: {} },
  } as unknown as Parameters<typeof earlierOf>[0]; // the rest plays no part
  const { problems } = await earlierOf(input, {
    ...{ earlier: ["/no/such/folder"], out: null },
    scan: () => Promise.resolve({ runs: [], problems: ["known"] }),
  });
  assert.deepEqual(problems, ["known"]);
});

Deno.test("readEarlier() counts a run and the reports on its incidents once, however many", async () => {
  const run = { days: [3, 7], incidents: [4, 5, 6] } as const;
  const reports = Array.from(
    { length: 210 },
    (_, i) => [`web-1-a-incident-${i}`, run] as const,
  );
  const { days, sources } = await read({
    "web-1-a": run,
    ...Object.fromEntries(reports),
    older: { days: [1, 2], incidents: [1] },
  });
  assert.deepEqual(days, [1, 4, 5, 6]);
  assert.deepEqual(new Set(sources), new Set(["/web-1-a", "/older"]));
});

Deno.test("readEarlier() records the bytes of a file that is no clean UTF-8, as verify hashes them", () =>
  inTemp(async (dir) => {
    const run = join(dir, "old");
    await writeEarlierRun(run, { days: [1, 2], incidents: [1], note: "a é" });
    for (const name of ["evaluation.json", "incidents.json"]) {
      const text = await Deno.readTextFile(join(run, name));
      // Latin-1, as another tool may have written it.
      const bytes = Uint8Array.from(
        text.replace('"high"', '"high","x":"é"'),
        (one) => one.charCodeAt(0),
      );
      await Deno.writeFile(join(run, name), bytes);
    }
    const { inputs } = await readEarlier(await scanRuns([dir]), {
      ...{ host: "web-1", beforeMs: Date.UTC(2026, 0, 31), out: null },
    });
    assert.equal(inputs.length, 2);
    for (const { path, ...record } of inputs) {
      assert.equal((await sameFile(path, record)).state, "holds", path);
    }
  }));
