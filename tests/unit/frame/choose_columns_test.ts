import assert from "node:assert/strict";
import { chooseColumns, keepColumns } from "@lib/frame/choose_columns.ts";
import { rawOf } from "../../support/tables.ts";

const some = [1, 2, 3];
const raw = rawOf([0, 60, 120], {
  "cpu-user": some,
  "cpu-system": some,
  "a.b": some,
  "axb": some,
  "odd*": some,
  "server-up": [1, 1, 1],
}, {
  excluded: [{ name: "note", unit: "", reason: "text", detail: "no number" }],
});

const chosen = (...patterns: readonly string[]) =>
  chooseColumns(raw, { patterns }).columns.map(({ name }) => name);

Deno.test("chooseColumns() takes names and patterns, and server-up in any case", () => {
  assert.deepEqual(chosen("cpu-user"), ["cpu-user", "server-up"]);
  assert.deepEqual(chosen("cpu*"), ["cpu-user", "cpu-system", "server-up"]);
  assert.deepEqual(chosen("*r", "axb"), ["cpu-user", "axb", "server-up"]);
  assert.deepEqual(chosen("odd*"), ["odd*", "server-up"]);
  assert.equal(chooseColumns(raw, { patterns: [] }), raw);
});

Deno.test("chooseColumns() takes what means something to a pattern of letters as it stands", () => {
  assert.deepEqual(chosen("a.b"), ["a.b", "server-up"]);
});

Deno.test("chooseColumns() lists what was not chosen", () => {
  const { excluded } = chooseColumns(raw, { patterns: ["cpu*"] });
  assert.deepEqual(
    excluded.map(({ name, unit, reason }) => [name, unit, reason]),
    [
      ["a.b", "", "unchosen"],
      ["axb", "", "unchosen"],
      ["odd*", "", "unchosen"],
      ["note", "", "unchosen"],
    ],
  );
  const { excluded: [note] } = chooseColumns(raw, { patterns: ["note"] });
  assert.equal(note?.reason, "text");
});

Deno.test("chooseColumns() refuses what fits no column, with what there is", () => {
  const hint = "server-1 has cpu-user, cpu-system, a.b, axb, odd*, server-up " +
    "and 1 more";
  assert.throws(() => chosen("cpu-user", "disk*"), {
    message: `Cannot use --metric: it must name a column, got "disk*"; ${hint}`,
  });
  assert.throws(
    () =>
      chooseColumns(raw, {
        patterns: ["cpu-usr"],
        propose: () => "did you mean cpu-user?",
      }),
    { message: new RegExp(`; did you mean cpu-user\\? server-1 has cpu-user`) },
  );
});

Deno.test("keepColumns() keeps what a model knows and lists the others", () => {
  const { columns, excluded } = keepColumns(raw, new Set(["axb", "lost"]));
  assert.deepEqual(columns.map(({ name }) => name), ["axb", "server-up"]);
  assert.ok(excluded.every(({ reason }) => reason === "unused"));
  assert.equal(excluded.length, 5);
  assert.equal(keepColumns(raw, new Set(["lost"])), raw);
});
