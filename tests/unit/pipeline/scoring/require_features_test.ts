import assert from "node:assert/strict";
import { metricByName } from "@lib/frame/schema.ts";
import { requireFeatures } from "@lib/pipeline/scoring/require_features.ts";
import { tableOf } from "../../../support/tables.ts";

const table = tableOf({ a: [1, 2], b: [1, 2] });
const require = (...names: readonly string[]) =>
  requireFeatures(table, names.map(metricByName));

Deno.test("requireFeatures() lets data through that have each feature", () => {
  require("a", "b");
  require("b");
});

Deno.test("requireFeatures() names what is lacking, five at most", () => {
  assert.throws(
    () => require("a", "c"),
    /each of the 2 metrics that the model learned, and lacks c; add it/,
  );
  assert.throws(
    () => require("a", "c", "d", "e", "f", "g", "h"),
    /lacks c, d, e, f, g and 1 more; /,
  );
});

Deno.test("requireFeatures() lets through what is there and empty", () => {
  const { unit } = metricByName("c");
  const empty = { name: "c", unit, reason: "empty", detail: "" } as const;
  requireFeatures(
    { ...table, excluded: [empty] },
    ["a", "c"].map(metricByName),
  );
  assert.throws(
    () =>
      requireFeatures(
        { ...table, excluded: [{ ...empty, reason: "unused" }] },
        ["a", "c"].map(metricByName),
      ),
    /lacks c/,
  );
});

Deno.test("requireFeatures() leaves data of something else to what names their columns", () => {
  require("x", "y");
});

// Trap: "lacks c" of a column that is in the header sends a reader to the wrong place.
Deno.test("requireFeatures() says of a column of text that it cannot be read", () => {
  const { unit } = metricByName("c");
  const detail = "no number in 2 cells from line 2 on";
  const text = { name: "c", unit, reason: "text", detail } as const;
  const withText = { ...table, excluded: [text] };
  assert.throws(
    () => requireFeatures(withText, ["a", "c"].map(metricByName)),
    /learned, and cannot be read in c \(no number in 2 cells from line 2 on\); --decimal-comma reads numbers like 1,5$/,
  );
  assert.throws(
    () => requireFeatures(withText, ["a", "c", "d"].map(metricByName)),
    /and lacks d, and cannot be read in c \(.*\); --decimal-comma .*; add it, or/,
  );
});
