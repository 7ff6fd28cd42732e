import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { readRecordedRun } from "@lib/pipeline/verify/recorded_run.ts";
import { inTemp } from "../../../support/temp_folder.ts";

const HASH = "a".repeat(64);
const file = { path: "report.html", sha256: HASH, bytes: 1 };
const input = { ...file, role: "data", path: "data/a.csv" };

const RUN = {
  ...{ schemaVersion: 1, startedAt: "", command: "", seed: 1, split: null },
  ...{ parameters: {}, engine: { name: "simd", version: "1" }, versions: {} },
  model: {
    ...{ name: "web", version: "abc123", sha256: HASH, trainedAt: "" },
    trainedBy: { name: "simd", version: "1" },
  },
  ...{ inputs: [input], files: [file], durations: {} },
};

async function problemOf(text: string): Promise<string> {
  let message = "";
  await inTemp(async (dir) => {
    await Deno.writeTextFile(join(dir, "run.json"), text);
    try {
      await readRecordedRun(dir);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      message = error.message.replaceAll(dir, "DIR");
    }
  });
  return message;
}

Deno.test("readRecordedRun() reads what a run wrote, and what runs wrote before files were listed", async () => {
  assert.equal(await problemOf(JSON.stringify(RUN)), "");
  const { files: _, ...older } = RUN;
  assert.equal(await problemOf(JSON.stringify(older)), "");
});

Deno.test("readRecordedRun() refuses a folder without a run in one line", async () => {
  await inTemp((dir) =>
    assert.rejects(
      readRecordedRun(dir),
      /^InputError: Cannot verify \S+: it must be the folder of a run, with its run\.json; such as reports\/sample$/,
    )
  );
});

const HOSTILE: readonly (readonly [what: string, run: unknown])[] = [
  ["it is no JSON", "{"],
  ["its schema version is not 1", []],
  ["its schema version is not 1", { ...RUN, schemaVersion: 2 }],
  ["engine, versions or parameters are missing", { ...RUN, parameters: [] }],
  ["engine, versions or parameters are missing", { ...RUN, engine: "simd" }],
  ["split is missing", { ...RUN, split: 3 }],
  ...[{ name: {}, version: "1" }, { name: "simd", version: ["1"] }, {}]
    .map((engine) =>
      ["engine is none that can be", { ...RUN, engine }] as const
    ),
  ...[5, [], {}, { given: ["a"], default: [1], model: [] }].map((origins) =>
    ["origins are none that can be", { ...RUN, origins }] as const
  ),
  ["versions are none that can be", { ...RUN, versions: { deno: {} } }],
  ["command or startedAt is missing", { ...RUN, command: { toString: 1 } }],
  ["command or startedAt is missing", { ...RUN, startedAt: 3 }],
  ...["../../../../", "a/../b", "/etc\0/x", { toString: 1 }].map((model) =>
    [
      "its parameter model is none that can be",
      { ...RUN, parameters: { model } },
    ] as const
  ),
  ...[
    { ...RUN.model, name: "../../etc" },
    { ...RUN.model, version: "a/b" },
    { ...RUN.model, sha256: "short" },
    { ...RUN.model, contents: 3 },
    { ...RUN.model, trainedBy: null },
    { ...RUN.model, trainedBy: { name: "simd", version: {} } },
    null,
  ].map((model) => ["model is none that can be", { ...RUN, model }] as const),
  ...[
    "all",
    [{ ...input, role: "evil" }],
    [{ ...input, role: ["data"] }],
    [{ ...input, role: { toString: 1 } }],
    [{ ...input, path: "../../etc/passwd" }],
    [{ ...input, path: "" }],
    [{ ...input, path: "a\0b" }],
    [{ ...input, bytes: -1 }],
    [{ ...input, sha256: null }],
    Array.from({ length: 20_001 }, () => input),
  ].map((inputs) =>
    ["inputs are none that can be", { ...RUN, inputs }] as const
  ),
  ...[
    [{ ...file, path: "/etc/passwd" }],
    [{ ...file, path: "figures/../../a" }],
    [{ ...file, path: "C:\\a" }],
    [{ ...file, path: "run.json" }],
    [{ ...file, bytes: 1e300 }],
    {},
  ].map((files) => ["files are none that can be", { ...RUN, files }] as const),
];

for (const [what, run] of HOSTILE) {
  const text = typeof run === "string" ? run : JSON.stringify(run);
  Deno.test(`readRecordedRun() says that ${what} in ${text.slice(0, 300)}`, async () => {
    assert.equal(
      await problemOf(text),
      `Cannot verify DIR: its run.json must be what a run wrote, and ${what}`,
    );
  });
}

Deno.test("readRecordedRun() takes no credentials out of a record", () =>
  inTemp(async (dir) => {
    const query = {
      ...{ instance: null, from: "a", to: "b", step: "60s", columns: {} },
      server: "http://me:secret@127.0.0.1:9090",
    };
    const run = { ...RUN, inputs: [{ ...input, query }] };
    await Deno.writeTextFile(join(dir, "run.json"), JSON.stringify(run));
    const { inputs } = await readRecordedRun(dir);
    assert.deepEqual(inputs, [input]);
  }));
