import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { conformTo } from "@lib/frame/conform.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { tableOf } from "../../support/tables.ts";

const features = ["load-1m", "cpu-user"].map(metricByName);

Deno.test("conformTo() brings columns into the model's order and lists the others", () => {
  const table = conformTo(
    tableOf({ "cpu-user": [1, 2], queue: [3, 4], "load-1m": [5, 6] }),
    features,
    [0, 0],
  );
  assert.deepEqual(table.metrics, [
    {
      name: "load-1m",
      unit: "1",
      kind: "gauge",
      description: "Runnable tasks, averaged over 1 minute",
    },
    {
      name: "cpu-user",
      unit: "cores",
      kind: "gauge",
      description: "Cores busy in programs",
    },
  ]);
  assert.deepEqual([...table.values], [5, 1, 6, 2]);
  assert.deepEqual(
    table.excluded.map(({ name, reason }) => [name, reason]),
    [["queue", "unused"]],
  );
});

Deno.test("conformTo() copies nothing of a table that has just these columns", () => {
  const table = tableOf({ "load-1m": [5, 6], "cpu-user": [1, 2] });
  const conformed = conformTo(table, features, [0, 0]);
  assert.equal(conformed.values, table.values);
  assert.equal(conformed.imputed, table.imputed);
  assert.deepEqual(conformed.excluded, []);
});

Deno.test("conformTo() puts the fallback in for a feature that is not there", () => {
  const table = conformTo(
    tableOf({ "cpu-user": [1, NaN, 3] }, { up: Uint8Array.of(1, 0, 1) }),
    features,
    [0.5, 9],
  );
  assert.deepEqual([...table.values], [0.5, 1, NaN, NaN, 0.5, 3]);
  assert.deepEqual([...table.imputed], [1, 0, 0, 0, 1, 0]);
  assert.deepEqual(table.gaps, [{ start: 1, end: 2 }]);
  assert.deepEqual(
    table.excluded.map(({ name, reason }) => [name, reason]),
    [["load-1m", "absent"]],
  );
});

Deno.test("conformTo() forgets the gaps of columns that the model does not see", () => {
  const table = conformTo(
    tableOf({ queue: [NaN, 1], "load-1m": [1, 2], "cpu-user": [1, 2] }),
    features,
    [0, 0],
  );
  assert.deepEqual(table.gaps, []);
});

Deno.test("conformTo() lists a feature once that was empty in the data", () => {
  const empty = {
    name: "load-1m",
    unit: "1",
    reason: "empty",
    detail: "no value in 2 rows",
  } as const;
  const table = conformTo(
    tableOf({ "cpu-user": [1, 2] }, { excluded: [empty] }),
    features,
    [0, 0],
  );
  assert.deepEqual(
    table.excluded.map(({ name, reason }) => [name, reason]),
    [["load-1m", "absent"]],
  );
});

Deno.test("conformTo() refuses data without any feature and names both sides", () => {
  assert.throws(
    () => conformTo(tableOf({ queue: [1], other: [2] }), features, [0, 0]),
    new InputError(
      "score the data of server-1",
      "it must have a metric that the model knows (load-1m, cpu-user)",
      { hint: "it has queue, other" },
    ),
  );
});
