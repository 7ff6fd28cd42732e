import assert from "node:assert/strict";
import { join } from "node:path";
import { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { toParquet } from "@lib/source/parquet/to_parquet.ts";
import { withNote } from "@lib/source/parquet/notes.ts";
import { readTable } from "@lib/source/read_table.ts";
import { readQuery, withQuery } from "@lib/source/prometheus/recorded_query.ts";
import { inTemp } from "../../../support/temp_folder.ts";

const QUERY = {
  ...{ server: "http://127.0.0.1:9090/p", instance: "web-ü", step: "60s" },
  ...{ from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" },
  columns: { "load-1m": 'node_load1{instance="web-ü"}', odd: "x".repeat(9000) },
};

const TABLE = toParquet([
  { name: "timestamp", kind: "time", ms: Float64Array.of(0, 60_000) },
  { name: "load-1m", kind: "double", values: Float64Array.of(0.5, NaN) },
]);

async function queryIn(bytes: Uint8Array) {
  let found: unknown;
  await inTemp(async (dir) => {
    const file = join(dir, "a.parquet");
    await Deno.writeFile(file, bytes);
    found = await readQuery(file);
  });
  return found;
}

Deno.test("withQuery() keeps the table as it was, and readQuery() finds the query", async () => {
  const file = withQuery(TABLE, QUERY);
  assert.deepEqual(await queryIn(file), QUERY);
  const frames = [TABLE, file].map((bytes) =>
    pl.readParquet(Buffer.from(bytes))
  );
  assert.deepEqual(frames[1]!.rows(), frames[0]!.rows());
  assert.deepEqual(frames[1]!.schema, frames[0]!.schema);
  await inTemp(async (dir) => {
    await Deno.writeFile(join(dir, "a.parquet"), file);
    const { columns } = await readTable([join(dir, "a.parquet")]);
    assert.deepEqual([...columns[0]!.values], [0.5, NaN]);
  });
});

Deno.test("withQuery() gives the same bytes for the same question", () => {
  assert.deepEqual(withQuery(TABLE, QUERY), withQuery(TABLE, QUERY));
});

Deno.test("readQuery() finds nothing in a file that tells nothing, or is damaged", async () => {
  assert.equal(await queryIn(TABLE), null);
  assert.equal(await queryIn(TABLE.subarray(0, 40)), null);
  assert.equal(await queryIn(new Uint8Array(0)), null);
});

for (
  const value of [
    { ...QUERY, server: "http://me:secret@127.0.0.1" },
    { ...QUERY, server: "file:///etc/passwd" },
    { ...QUERY, columns: { a: 1 } },
    { ...QUERY, columns: null },
    { ...QUERY, instance: 3 },
    { ...QUERY, from: null },
    [],
    null,
    { ...QUERY, columns: { a: "x".repeat(2 ** 20) } },
  ]
) {
  const text = JSON.stringify(value);
  Deno.test(`readQuery() takes nothing from ${text.slice(0, 160)}`, async () => {
    const note = { key: "whenwhy.query", value: text };
    assert.equal(await queryIn(withNote(TABLE, note)), null);
  });
}
