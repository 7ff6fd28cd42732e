import assert from "node:assert/strict";
import { join } from "node:path";
import pl from "nodejs-polars";
import { readTable } from "@lib/source/read_table.ts";

const SAMPLE = new URL("../../../../data/samples/", import.meta.url).pathname;

async function withFile<T>(
  bytes: Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "a.parquet");
    await Deno.writeFile(path, bytes);
    return await use(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const parquet = (columns: Record<string, pl.Series>) =>
  pl.DataFrame(columns).writeParquet();

const seconds = pl.Series("timestamp", [0, 60, 120]);
const time = (type: pl.DataType) =>
  pl.Series("timestamp", [1767225600000, 1767225660000]).cast(pl.Int64)
    .cast(pl.Datetime("ms")).cast(type);

Deno.test("readTable() reads the bundled sample", async () => {
  const table = await readTable([join(SAMPLE, "server-1.test.parquet")]);
  assert.equal(table.host, "server-1");
  assert.equal(table.facts.clock, "zoned");
  assert.ok(table.times.length > 300);
  assert.ok(table.columns.some(({ name }) => name === "server-up"));
  const up = table.columns.find(({ name }) => name === "server-up");
  assert.ok(up?.values.includes(0), "the exporter was down for a while");
});

Deno.test("readTable() reads datetimes of every unit, with and without a zone", async () => {
  for (const unit of ["ms", "us", "ns"] as const) {
    for (const zone of ["UTC", "Europe/Berlin", null]) {
      const bytes = parquet({
        timestamp: time(pl.Datetime(unit, zone)),
        a: pl.Series("a", [1, 2]),
      });
      const table = await withFile(bytes, (path) => readTable([path]));
      assert.deepEqual([...table.times], [1767225600000, 1767225660000]);
      assert.equal(table.facts.clock, zone ? "zoned" : "naive", `${zone}`);
    }
  }
});

Deno.test("readTable() casts integers, booleans and text to numbers", async () => {
  const bytes = parquet({
    timestamp: seconds.cast(pl.Int64),
    int: pl.Series("int", [1, null, 3]).cast(pl.Int32),
    bool: pl.Series("bool", [true, false, null], pl.Bool),
    text: pl.Series("text", ["1.5", "x", null]),
    dates: pl.Series("dates", [1, 2, 3]).cast(pl.Int64).cast(pl.Datetime("ms")),
  });
  const table = await withFile(bytes, (path) => readTable([path]));
  assert.equal(table.facts.clock, "unplaced");
  assert.deepEqual(
    table.columns.map(({ name, values }) => [name, [...values]]),
    [["int", [1, NaN, 3]], ["bool", [1, 0, NaN]], ["text", [1.5, NaN, NaN]]],
  );
  assert.deepEqual(table.facts.badCells, [
    { name: "text", count: 1, firstLine: 3 },
  ]);
  assert.deepEqual(table.excluded.map(({ name, reason }) => [name, reason]), [
    ["dates", "text"],
  ]);
});

Deno.test("readTable() refuses a Parquet file that is cut short or none", async () => {
  const whole = parquet({ timestamp: seconds, a: seconds.rename("a") });
  await withFile(
    whole.slice(0, whole.length - 9),
    (path) =>
      assert.rejects(readTable([path]), {
        name: "InputError",
        message: /it must be a whole Parquet file/,
      }),
  );
  await withFile(
    new TextEncoder().encode("timestamp,a\n1,2\n"),
    (path) =>
      assert.rejects(readTable([path]), {
        name: "InputError",
        message: /its first bytes are not PAR1$/,
      }),
  );
});

// Trap: the library takes a path of another name for the contents themselves.
Deno.test("readTable() reads Parquet whatever its name", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const frame = pl.DataFrame({
      timestamp: [0, 60],
      host: ["x", "x"],
      a: [1, 2],
    });
    for (const name of ["a.pq", "b", ".parquet", "c*.parquet", "d.PARQUET"]) {
      const path = join(folder, name);
      await Deno.writeFile(path, frame.writeParquet());
      const { columns: [a], host } = await readTable([path]);
      assert.deepEqual([...a?.values ?? []], [1, 2], name);
      assert.equal(host, "x");
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("readTable() reads a file of several pieces as one", async () => {
  // More values than are read at once: each column by itself.
  const rows = 2 ** 20;
  const names = Array.from({ length: 20 }, (_, f) => `m${f}`);
  const columns = names.map((name, f) =>
    [name, pl.Series(name, new Float32Array(rows).fill(f), pl.Float32)] as const
  );
  const ms = Float64Array.from({ length: rows }, (_, row) => 60 * row);
  const bytes = parquet({
    timestamp: pl.Series("timestamp", ms, pl.Float64),
    ...Object.fromEntries(columns),
  });
  const table = await withFile(bytes, (path) => readTable([path]));
  assert.deepEqual(table.columns.map(({ name }) => name), names);
  table.columns.forEach(({ values }, f) => {
    assert.equal(values.length, rows);
    assert.equal(values[rows - 1], f);
  });
});
