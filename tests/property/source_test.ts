import assert from "node:assert/strict";
import { join } from "node:path";
import { fc } from "../support/fast_check.ts";
import pl from "nodejs-polars";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { splitCsvLine } from "@lib/source/csv/csv_header.ts";
import { readTable } from "@lib/source/read_table.ts";
import { orderRows } from "@lib/source/parts/row_order.ts";

interface Row {
  readonly second: number;
  readonly a: number | null;
  readonly b: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  second: fc.integer({ min: 0, max: 500 }),
  // + 0 turns −0, which text does not keep, into 0.
  a: fc.option(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((a) => a + 0),
  ),
  b: fc.integer({ min: 0, max: 1000 }),
});

const rows = fc.uniqueArray(row, {
  minLength: 2,
  maxLength: 40,
  selector: ({ second }) => second,
});

/** Rows, and the same rows in another order. */
const shuffled = rows.chain((rows) =>
  fc.tuple(
    fc.constant(rows),
    fc.shuffledSubarray(rows, { minLength: rows.length }),
  )
);

async function withFolder(use: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function readCsv(folder: string, rows: readonly Row[]) {
  const path = join(folder, "web-1.csv");
  const lines = rows.map(({ second, a, b }) => `${second},${a ?? ""},${b}`);
  await Deno.writeTextFile(path, ["timestamp,a,b", ...lines, ""].join("\n"));
  return await readTable([path]);
}

async function readParquet(folder: string, rows: readonly Row[]) {
  const path = join(folder, "web-1.parquet");
  const column = (name: "second" | "a" | "b") => rows.map((row) => row[name]);
  const frame = pl.DataFrame({
    timestamp: pl.Series("timestamp", column("second"), pl.Float64),
    a: pl.Series("a", column("a"), pl.Float64),
    b: pl.Series("b", column("b"), pl.Float64),
  });
  await Deno.writeFile(path, frame.writeParquet());
  return await readTable([path]);
}

const FEW = { numRuns: 40 };

Deno.test("readTable() gives the same table whatever the order of the rows", () =>
  withFolder((folder) =>
    fc.assert(
      fc.asyncProperty(shuffled, async ([rows, others]) => {
        const one = await readCsv(folder, rows);
        const other = await readCsv(folder, others);
        assert.deepEqual(other.times, one.times);
        assert.deepEqual(other.columns, one.columns);
        assert.deepEqual(
          { ...regularGrid(other), facts: null },
          { ...regularGrid(one), facts: null },
        );
      }),
      FEW,
    )
  ));

Deno.test("readTable() gives the same table from CSV and Parquet", () =>
  withFolder((folder) =>
    fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const csv = await readCsv(folder, rows);
        const parquet = await readParquet(folder, rows);
        assert.deepEqual(parquet.times, csv.times);
        assert.deepEqual(parquet.columns, csv.columns);
      }),
      FEW,
    )
  ));

Deno.test("orderRows() accounts for every row", () => {
  const time = fc.option(fc.integer({ min: 0, max: 30 }), { nil: NaN });
  const part = fc.array(time, { maxLength: 30 });
  fc.assert(fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
    const all = parts.flat();
    const order = orderRows(parts.map((part) => Float64Array.from(part)));
    const kept = order.rows ?? all.map((_, row) => row);
    assert.equal(
      kept.length + order.timeless + order.duplicates,
      all.length,
    );
    const last = new Map(all.map((time, row) => [time, row]));
    last.delete(NaN);
    const expected = [...last].sort(([one], [other]) => one - other);
    assert.deepEqual([...kept], expected.map(([, row]) => row));
  }));
});

Deno.test("splitCsvLine() reads back any quoted fields", () => {
  const field = fc.string().filter((text) => !/[\r\n]/.test(text));
  const fields = fc.array(field, { minLength: 1 });
  fc.assert(fc.property(fields, (fields) => {
    const line = fields.map((text) => `"${text.replaceAll('"', '""')}"`);
    assert.deepEqual(splitCsvLine(line.join(",")), fields);
  }));
});

/** Rows in any order, of which several may have one time. */
const repeated = fc.array(row, { minLength: 2, maxLength: 60 });

Deno.test("readTable() keeps the last of the rows with one time and counts the others", () =>
  withFolder((folder) =>
    fc.assert(
      fc.asyncProperty(repeated, async (rows) => {
        fc.pre(new Set(rows.map(({ second }) => second)).size > 1);
        const last = new Map(rows.map((row) => [row.second, row]));
        const kept = [...last.values()].sort((a, b) => a.second - b.second);
        for (const read of [readCsv, readParquet]) {
          const { times, columns, facts } = await read(folder, rows);
          assert.deepEqual([...times], kept.map(({ second }) => second * 1000));
          const of = (name: string) =>
            columns.find((column) => column.name === name)?.values ?? [];
          assert.deepEqual([...of("a")], kept.map(({ a }) => a ?? NaN));
          assert.deepEqual([...of("b")], kept.map(({ b }) => b));
          assert.equal(facts.duplicates, rows.length - kept.length);
          assert.equal(facts.rows, rows.length);
        }
      }),
      FEW,
    )
  ));

Deno.test("readTable() gives the same table from one row a value, in any order", () => {
  const values = shuffled.chain(([rows]) => {
    const cells = rows.flatMap(({ second, a, b }) => [
      ...(a === null ? [] : [`${second},a,${a}`]),
      `${second},b,${b}`,
    ]);
    return fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray(cells, { minLength: cells.length }),
    );
  });
  return withFolder((folder) =>
    fc.assert(
      fc.asyncProperty(values, async ([rows, cells]) => {
        const path = join(folder, "long.csv");
        await Deno.writeTextFile(
          path,
          ["timestamp,metric,value", ...cells, ""].join("\n"),
        );
        const long = await readTable([path]);
        const wide = await readCsv(folder, rows);
        assert.deepEqual(long.times, wide.times);
        for (const { name, values } of wide.columns) {
          const own = long.columns.find((column) => column.name === name);
          assert.deepEqual(own?.values ?? values.map(() => NaN), values);
        }
        assert.equal(long.facts.duplicates, 0);
      }),
      FEW,
    )
  );
});
