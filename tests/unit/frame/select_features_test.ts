import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { SCHEMA } from "@lib/frame/schema.ts";
import { selectFeatures } from "@lib/frame/select_features.ts";
import { columnOf, tableOf } from "../../support/tables.ts";

const GIB = 2 ** 30;

Deno.test("selectFeatures() leaves constant metrics out and says their value", () => {
  const table = selectFeatures(tableOf({
    "sys-mem-total": [16 * GIB, 16 * GIB, 16 * GIB],
    "cpu-user": [0.1, 0.2, 0.3],
    "disk-bytes-read": [0, 0, 0],
  }));
  assert.deepEqual(table.metrics.map(({ name }) => name), ["cpu-user"]);
  assert.equal(table.values.length, 3);
  assert.deepEqual(
    table.excluded.slice(0, 2).map(({ name, reason, detail }) => [
      name,
      reason,
      detail,
    ]),
    [
      ["sys-mem-total", "constant", "always 16.0 GiB"],
      ["disk-bytes-read", "constant", "always 0 B/s"],
    ],
  );
});

Deno.test("selectFeatures() takes a change in the last digits for constant", () => {
  const table = selectFeatures(
    tableOf({ a: [1e9, 1e9 + 64, 1e9], b: [1, 2, 3] }),
  );
  assert.deepEqual(table.metrics.map(({ name }) => name), ["b"]);
});

Deno.test("selectFeatures() leaves a metric out that is missing at more than half of the steps", () => {
  const table = selectFeatures(tableOf({
    half: [1, NaN, 2, NaN],
    less: [NaN, NaN, 2, NaN],
    whole: [1, 2, 3, 4],
  }));
  assert.deepEqual(table.metrics.map(({ name }) => name), ["half", "whole"]);
  assert.deepEqual(table.excluded, [{
    name: "less",
    unit: "",
    reason: "sparse",
    detail: "missing at 75 % of the steps",
  }]);
  assert.deepEqual(table.gaps, [{ start: 1, end: 2 }, { start: 3, end: 4 }]);
});

Deno.test("selectFeatures() does not hold an outage against a metric", () => {
  const table = selectFeatures(
    tableOf({ a: [NaN, NaN, NaN, 1, 2] }, { up: Uint8Array.of(0, 0, 0, 1, 1) }),
  );
  assert.deepEqual(columnOf(table, "a"), [NaN, NaN, NaN, 1, 2]);
});

Deno.test("selectFeatures() lists absent metrics of the schema, if it is a table of the schema", () => {
  const schema = selectFeatures(tableOf({
    "load-1m": [1, 2],
    "load-5m": [1, 2],
    "load-15m": [1, 2],
  }));
  const absent = schema.excluded.map(({ name }) => name);
  assert.equal(absent.length, 19);
  assert.ok(absent.includes("sys-thermal"));
  assert.ok(!absent.includes("server-up"), "up state is no feature");
  assert.ok(schema.excluded.every(({ reason }) => reason === "absent"));
  const other = selectFeatures(tableOf({ "load-1m": [1, 2], queue: [1, 2] }));
  assert.deepEqual(other.excluded, []);
});

Deno.test("selectFeatures() lists no absent metrics of a foreign table with a few names of the schema", () => {
  const own = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`queue-${i}`, [1, 2]]),
    );
  const load = {
    "load-1m": [1, 2],
    "load-5m": [1, 2],
    "load-15m": [1, 2],
  };
  const absent = (count: number) =>
    selectFeatures(tableOf({ ...load, ...own(count) })).excluded.length;
  assert.deepEqual([0, 3, 4, 60].map(absent), [19, 19, 0, 0]);
  const half = SCHEMA.slice(0, 12).map(({ name }) => [name, [1, 2]]);
  const wide = { ...Object.fromEntries(half), ...own(60) };
  const listed = selectFeatures(tableOf(wide)).excluded;
  assert.ok(listed.length > 5, "half of the schema, beside much else");
});

Deno.test("selectFeatures() refuses a table of which nothing is left", () => {
  assert.throws(
    () => selectFeatures(tableOf({ "cpu-user": [1, 1], b: [NaN, NaN] })),
    new InputError("train", "some metric must vary", {
      hint: "cpu-user: always 1 core, b: missing at 100 % of the steps",
    }),
  );
});
