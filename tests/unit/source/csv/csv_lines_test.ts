import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { columns, notes, read } from "../../../support/read_text_table.ts";

for (const mark of [",", ";", "\t"]) {
  for (const end of ["\n", "\r\n"]) {
    const named = `${JSON.stringify(mark)} and ${JSON.stringify(end)}`;
    Deno.test(`readTable() reads line ends in quoted names and cells, with ${named}`, async () => {
      const rows = Array.from({ length: 6 }, (_, row) => [
        ...[
          `${60 * row}`,
          `"web${end}1"`,
          `"a${mark}${end}${end} ""b"" ${row}"`,
        ],
        `"${row}${end}"`,
      ]);
      const csv = [
        ["timestamp", "host", `"a no${mark}te${end}"`, `"load${end} 1m"`],
        ...[...rows, [`360`, "web 1", "", `"so${end}on"`], ["360"]],
      ].map((fields) => fields.join(mark)).join(end);
      for (const bytes of [Buffer.from(csv), gzipSync(csv)]) {
        const table = await read(bytes);
        assert.equal(table.host, "web 1");
        assert.deepEqual(
          columns(table)["load 1m"]?.slice(0, 6),
          rows.map((_, row) => row),
        );
        const [bad] = table.facts.badCells
          .filter(({ name }) => name === "load 1m");
        // Lines of the file: 3 of the header, 5 of each row.
        assert.deepEqual(bad, { name: "load 1m", count: 1, firstLine: 34 });
        assert.match(notes(table).join(), /was cut short/);
      }
    });
  }
}

Deno.test("readTable() reads a quoted first name behind a byte order mark, and a lone quote in a header as before", async () => {
  const marked = '\ufeff"timestamp","a,\nb"\n0,1\n60,2\n120,3\n';
  assert.deepEqual(columns(await read(marked)), { "a, b": [1, 2, 3] });
  const lone = 'timestamp;5" disk;x,"y\n0;1;2\n60;2;3\n';
  assert.deepEqual(Object.keys(columns(await read(lone))), ['5" disk', 'x,"y']);
  await assert.rejects(
    read('timestamp,"a\n0,1\n60,2\n'),
    /every quote must be closed/,
  );
});

Deno.test("readTable() of many rows with line ends in their cells loses none", async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, row) => `${60 * row},"a, line\n${row},2,3\n and ""more""",${row}`,
  );
  const table = await read(["timestamp,note,a", ...rows, ""].join("\n"));
  assert.deepEqual(columns(table), { a: rows.map((_, row) => row) });
});

for (
  const [what, csv, message] of [
    ["an empty first line", "\ntimestamp,a\n0,1\n", /line 2 does; delete what/],
    ["Excel's sep=;", "sep=;\ntimestamp;a\n0;1\n", /line 2 does; delete what/],
    ["comments", '# by\n#\n"timestamp",a\n0,1\n', /line 3 does; delete what/],
    [
      "another delimiter",
      "timestamp|a\n0|1\n",
      /its columns must be separated by comma, semicolon or tab, got "timestamp\|a"$/,
    ],
    [
      "a carriage return alone at the end of each line",
      "timestamp,a\r0,1\r60,2\r",
      /its lines must end with a line feed; they end with a carriage return alone/,
    ],
    [
      "a timestamp in two lines",
      '"timestamp\n(UTC)",a\n0,1\n',
      /must have a column named timestamp; it has timestamp \(UTC\), a$/,
    ],
    [
      "one name twice but for a line end",
      'timestamp,"a\nb",a b\n0,1,2\n',
      /columns must have different names, got "a b"/,
    ],
  ] as const
) {
  Deno.test(`readTable() refuses ${what} and says in one line what to do`, async () => {
    await assert.rejects(read(csv), (error: Error) => {
      assert.match(error.message, message);
      assert.ok(!error.message.includes("\n"));
      return true;
    });
  });
}
