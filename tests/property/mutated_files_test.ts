import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { fc } from "../support/fast_check.ts";
import pl from "nodejs-polars";
import { InputError } from "@lib/errors.ts";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { readTable } from "@lib/source/read_table.ts";

/** Mutants a kind of file; `-- --mutants N` after the test's name makes more. */
const AT = Deno.args.indexOf("--mutants");
const MUTANTS = AT < 0 ? 300 : Number(Deno.args[AT + 1]);

const ROWS = 60;
const names = ["timestamp", "host", "a", "b"];
const rows = Array.from({ length: ROWS }, (_, row) => [
  new Date(Date.UTC(2026, 0, 1) + row * 60_000).toISOString(),
  "web-1",
  (row * 1.25).toFixed(2),
  row % 9 === 0 ? "" : String(1e6 + row),
]);
const csv = (mark: string) =>
  new TextEncoder().encode(
    [names, ...rows].map((fields) => fields.join(mark)).join("\n") + "\n",
  );
const parquet = pl.DataFrame({
  timestamp: rows.map((_, row) => 1_767_225_600 + row * 60),
  host: rows.map(() => "web-1"),
  a: rows.map((_, row) => row * 1.25),
  b: rows.map((_, row) => row % 9 === 0 ? null : 1e6 + row),
}).writeParquet({ compression: "uncompressed" });

const FILES: Readonly<Record<string, Uint8Array>> = {
  "a.csv": csv(","),
  "b.csv": csv(";"),
  "c.csv.gz": gzipSync(csv("\t")),
  "d.parquet": new Uint8Array(parquet),
};

/** One to three changes: other bytes, bytes cut out, bytes doubled, an end. */
const mutation = fc.record({
  kind: fc.constantFrom("set", "insert", "drop", "cut", "swap"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.oneof(
    fc.constantFrom(...new TextEncoder().encode('",;\t\n\r\0-.9eNZ+')),
    fc.nat(255),
  ),
});
const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

function mutate(
  bytes: Uint8Array,
  changes: readonly (typeof mutation extends fc.Arbitrary<infer M> ? M
    : never)[],
): Uint8Array {
  let all = [...bytes];
  for (const { kind, at, length, byte } of changes) {
    const i = Math.floor(at * all.length);
    if (kind === "set") all[i] = byte;
    if (kind === "insert") all.splice(i, 0, byte);
    if (kind === "drop") all.splice(i, length);
    if (kind === "cut") all = all.slice(0, i);
    if (kind === "swap") all.splice(i, 0, ...all.slice(i, i + length));
  }
  return Uint8Array.from(all);
}

for (const [name, original] of Object.entries(FILES)) {
  Deno.test(`readTable() of a mutated ${name} gives a table or says what is wrong`, async () => {
    const folder = await Deno.makeTempDir();
    const path = join(folder, name);
    try {
      await fc.assert(
        fc.asyncProperty(mutations, async (changes) => {
          await Deno.writeFile(path, mutate(original, changes));
          const began = performance.now();
          try {
            const raw = await readTable([path]);
            assert.ok(
              raw.columns.every(({ values }) =>
                values.length === raw.times.length
              ),
            );
            assert.ok(
              raw.times.every((time, row) =>
                row === 0 || time > (raw.times[row - 1] ?? NaN)
              ),
            );
            regularGrid(raw);
          } catch (error) {
            assert.ok(error instanceof InputError, String(error));
            assert.ok(!error.message.includes("\n"), error.message);
          }
          assert.ok(performance.now() - began < 5000);
        }),
        { numRuns: MUTANTS },
      );
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}
