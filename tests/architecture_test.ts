import assert from "node:assert/strict";
import { posix } from "node:path";
import { CLIENT_BUNDLES } from "../tools/client_bundles.ts";
import { importProblem, MAX_LINES, targetOf } from "../tools/house.ts";
import {
  importsOf,
  notebookFiles,
  type SourceFile,
  sourceFiles,
} from "./house/source_files.ts";

const files = [
  ...await sourceFiles(["benches", "lib", "scripts", "tools", "tests"]),
  ...await notebookFiles(),
];
const inLib = files.filter(({ path }) => path.startsWith("lib/"));
const paths = new Set(files.map(({ path }) => path));

Deno.test("every import follows the ranks and the walls", () => {
  assert.ok(inLib.length > 0, "no module found");
  const problems = files.flatMap((file) =>
    importsOf(file.text).map((specifier) => {
      const problem = importProblem(file.path, specifier);
      return problem === undefined ? [] : [`${file.path}: ${problem}`];
    }).flat()
  );
  assert.deepEqual(problems, []);
});

Deno.test("no module imports itself by way of others", () => {
  const edges = new Map(files.map((file) => [file.path, targets(file)]));
  assert.deepEqual(findCycle(edges), []);
});

for (const folder of ["lib/model/simd/", "lib/report/figures/raster/"]) {
  Deno.test(`the worker in ${folder} imports nothing from outside of it`, () => {
    // Tasks may read no other; types are gone when it runs.
    const reached = new Set([`${folder}worker.ts`]);
    for (const path of reached) {
      const file = files.find((file) => file.path === path);
      assert.ok(file, `no ${path}`);
      const text = file.text.replaceAll(/^(im|ex)port type [^;]*;$/gm, "");
      targets({ path, text }).forEach((target) => reached.add(target));
    }
    assert.ok(reached.size > 2, "nothing was followed");
    const outside = [...reached].filter((path) => !path.startsWith(folder));
    assert.deepEqual(outside, []);
  });
}

Deno.test("what pages run imports its own folders and what is pure", () => {
  const folders = /^lib\/(chart\/script|report\/page)\//;
  // Plain values in, plain values out, and nothing imported but the like.
  const pure = [
    /^lib\/chart\/(detail\/\w+|time_ticks|m4|envelope|theme|text_width|incident_layout)\.ts$/,
    /^lib\/frame\/(column_names|iso_time|labelled_span|local_time|raw_table)\.ts$/,
    // A labels file is read and written by the tasks' own rules.
    /^lib\/errors\.ts$/,
    /^lib\/source\/csv\/(csv_header|csv_records|delimiter|formula_guard)\.ts$/,
    /^lib\/source\/(label_columns|label_zero|parse_labels|to_labels_csv)\.ts$/,
    /^lib\/source\/rows\/(iso_time|timestamps)\.ts$/,
  ];
  const isPure = (path: string) => pure.some((of) => of.test(path));
  const client = inLib.filter(({ path }) => folders.test(path) || isPure(path));
  assert.ok(client.length > 2 * CLIENT_BUNDLES.length, "nothing was found");
  const outside = client.flatMap(({ path, text }) =>
    importsOf(text.replaceAll(/^import type [^;]*;$/gm, "")).map((specifier) =>
      targetOf(path, specifier) ?? specifier
    )
      .filter((target) => !folders.test(target) && !isPure(target))
      .map((target) => `${path}: ${target}`)
  );
  assert.deepEqual(outside, []);
});

Deno.test("lib/mod.ts only re-exports", () => {
  const surface = inLib.find(({ path }) => path === "lib/mod.ts");
  assert.ok(surface, "no lib/mod.ts");
  const rest = surface.text
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(
      /^export (type )?(\{[^}]*\}|\*) from "\.\/[\w/]+\.ts";$/gm,
      "",
    );
  assert.equal(rest.trim(), "");
});

Deno.test("no file is longer than a reader can hold", () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  assert.deepEqual(long, []);
});

Deno.test("every module of lib is run by some test", () => {
  // scripts and notebooks are run whole, as a user runs them
  const tests = files.filter(({ path }) =>
    /^(tests|scripts|notebooks)\//.test(path) || isEntry(path)
  );
  assert.deepEqual(notReached(tests), []);
});

Deno.test("every module of lib is of use outside of tests", () => {
  const users = files.filter(({ path }) => !path.startsWith("tests/"))
    .filter(({ path }) =>
      path === "lib/mod.ts" || !path.startsWith("lib/") || isEntry(path)
    );
  assert.deepEqual(notReached(users), []);
});

Deno.test("every unit test stands in the folder of what it tests", () => {
  const folders = new Set([...paths].map((path) => posix.dirname(path)));
  const strays = [...paths]
    .filter((path) => /^tests\/unit\/.*_test\.ts$/.test(path))
    .filter((path) => !folders.has(mirroredFolder(path)));
  assert.deepEqual(strays, []);
});

/** What pages run is run by way of its bundle, which a test builds anew. */
function isEntry(path: string): boolean {
  return CLIENT_BUNDLES.some(({ entry }) => entry === path);
}

function targets({ path, text }: SourceFile): readonly string[] {
  return importsOf(text)
    .map((specifier) => targetOf(path, specifier))
    .filter((target) => target !== undefined);
}

/** Gives the modules of lib that do something and that no import leads to. */
function notReached(roots: readonly SourceFile[]): readonly string[] {
  const reached = new Set<string>();
  const visit = (file: SourceFile): void => {
    for (const target of targets(file).filter((path) => !reached.has(path))) {
      reached.add(target);
      const next = files.find(({ path }) => path === target);
      if (next) visit(next);
    }
  };
  roots.forEach(visit);
  return inLib
    // AssemblyScript is reached by way of kernel.wasm, which a test builds anew.
    .filter(({ path }) => !path.endsWith(".as.ts"))
    .filter(({ text }) => /^export (async )?(function|class)/m.test(text))
    .map(({ path }) => path)
    .filter((path) => !reached.has(path));
}

/** `tests/unit/` mirrors lib, and under `benches/` and the like those folders. */
function mirroredFolder(path: string): string {
  const folder = posix.dirname(path.replace("tests/unit/", ""));
  return /^(benches|tools|scripts)\b/.test(folder)
    ? folder
    : posix.join("lib", folder);
}

/** Gives the modules along the first cycle found, or none. */
function findCycle(
  edges: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) {
      return [...trail.slice(trail.indexOf(path)), path];
    }
    if (done.has(path)) return [];
    for (const next of edges.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  return [...edges.keys()].map((path) => walk(path, []))
    .find((cycle) => cycle.length > 0) ?? [];
}
