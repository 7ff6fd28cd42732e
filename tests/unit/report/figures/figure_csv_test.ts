import assert from "node:assert/strict";
import { join } from "node:path";
import { plainText } from "@lib/frame/plain_text.ts";
import type { DataCell, FigureData } from "@lib/report/document.ts";
import { figureCsv } from "@lib/report/figures/figure_csv.ts";
import { csvRecords } from "@lib/source/csv/csv_records.ts";
import { fc } from "../../../support/fast_check.ts";
import { missingProgram } from "../../../support/missing_program.ts";

/** What a spreadsheet takes for a formula once it has dropped what it drops. */
const FORMULA = /^[\s"\p{Cf}]*[=+\-@＝＋－＠]/u;

const fieldsOf = (text: string) => csvRecords(text).map(({ fields }) => fields);

/** The one cell of a file. */
function written(cell: DataCell): string {
  return figureCsv({ columns: ["a", "b"], rows: [["x", cell]] })
    .split("\n")[1]!.slice(2);
}

Deno.test("figureCsv() keeps numbers as numbers, in no more digits than they have", () => {
  const cells: readonly [DataCell, string][] = [
    [-1.5, "-1.5"],
    [Math.fround(0.1), "0.1"],
    [0.1, "0.1"],
    [1 / 3, "0.3333333333333333"],
    [Math.fround(1 / 3), "0.33333334"],
    [16_777_216, "16777216"],
    [-0, "0"],
    [NaN, ""],
    [Infinity, ""],
    [null, ""],
  ];
  for (const [cell, text] of cells) assert.equal(written(cell), text);
});

Deno.test("figureCsv() puts an apostrophe before what a spreadsheet would run", () => {
  const formulas = [
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    " =1",
    "\u00a0=1",
    '"=1"',
    "'=1",
    "''=1",
    "\u200b=1",
    "\ufeff=1",
    "＝1",
    "－1",
    "\t=1",
    "\r=1",
    "\n=1",
  ];
  for (const text of formulas) {
    assert.match(written(text), /^"?'/, JSON.stringify(text));
    const header = figureCsv({ columns: [text], rows: [] });
    assert.match(header, /^"?'/, JSON.stringify(text));
  }
  // Where a comma is the decimal sign, a `;` ends a cell.
  assert.equal(written("a;=1+1;b"), `"a;'=1+1;b"`);
  assert.equal(written("a; \u200b@x;-2"), `"a;' \u200b@x;'-2"`);
  assert.equal(written("a; b"), '"a; b"');
  assert.equal(written("cpu-user"), "cpu-user");
  assert.equal(written("2026-01-01T00:00:00Z"), "2026-01-01T00:00:00Z");
});

const withoutGuards = (text: string) => text.replaceAll(/(^|;)'+/g, "$1");

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."=+-@ \"',;\t\r\n\u200b＝ab") }),
);
const cell: fc.Arbitrary<DataCell> = fc.oneof(
  text,
  fc.double(),
  fc.float(),
  fc.integer(),
  fc.constant(null),
);
const data: fc.Arbitrary<FigureData> = fc.integer({ min: 2, max: 4 })
  .chain((width) => {
    const row = <T>(of: fc.Arbitrary<T>) =>
      fc.array(of, { minLength: width, maxLength: width });
    return fc.record({ columns: row(text), rows: fc.array(row(cell)) });
  });

Deno.test("figureCsv() is read back cell by cell, and nothing in it is a formula", () => {
  fc.assert(fc.property(data, ({ columns, rows }) => {
    const records = fieldsOf(figureCsv({ columns, rows }));
    assert.equal(records.length, rows.length + 1);
    for (const [r, cells] of [columns, ...rows].entries()) {
      assert.equal(records[r]!.length, cells.length);
      for (const [c, cell] of cells.entries()) {
        const field = records[r]![c]!;
        if (typeof cell === "string") {
          const plain = plainText(cell);
          assert.equal(withoutGuards(field), withoutGuards(plain));
          for (const part of field.split(";")) {
            assert.doesNotMatch(part, FORMULA);
          }
        } else if (cell === null || !Number.isFinite(cell)) {
          assert.equal(field, "");
        } else {
          const isSingle = Math.fround(cell) === cell;
          const read = isSingle ? Math.fround(Number(field)) : Number(field);
          assert.equal(read, cell === 0 ? 0 : cell);
        }
      }
    }
  }));
});

Deno.test({
  name: "figureCsv() is read alike by Python",
  ignore: missingProgram("python3"),
  async fn() {
    const rows = fc.sample(data, { numRuns: 200, seed: 1 })
      .map(({ columns, rows }) => figureCsv({ columns, rows }));
    const folder = await Deno.makeTempDir({ prefix: "whenwhy-csv-" });
    try {
      for (const [i, file] of rows.entries()) {
        await Deno.writeTextFile(join(folder, `${i}.csv`), file);
      }
      const program =
        "import csv, json, sys; print(json.dumps([list(csv.reader(open(" +
        "f'{sys.argv[1]}/{i}.csv', newline='', encoding='utf-8'), strict=True))" +
        " for i in range(int(sys.argv[2]))]))";
      const { stdout } = await new Deno.Command("python3", {
        args: ["-c", program, folder, String(rows.length)],
      }).output();
      const read = JSON.parse(new TextDecoder().decode(stdout));
      assert.deepEqual(read, rows.map(fieldsOf));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
