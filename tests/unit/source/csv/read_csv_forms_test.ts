import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { columns, notes, read } from "../../../support/read_text_table.ts";

// Trap: readCSV("x.csv.gz") of the table library gives an empty frame.
Deno.test("readTable() reads gzip, of several members and whatever its name", async () => {
  const [one, two] = ["timestamp,a\n0,1\n60,2\n", "120,3\n"];
  const whole = { a: [1, 2, 3] };
  const packed = gzipSync(one + two);
  const table = await read(packed, { name: "web-1.csv.gz" });
  assert.deepEqual(columns(table), whole);
  assert.equal(table.host, "web-1");
  const members = Buffer.concat([gzipSync(one), gzipSync(two)]);
  assert.deepEqual(columns(await read(members, { name: "a.csv" })), whole);
});

Deno.test("readTable() refuses gzip that is cut short, empty or holds Parquet", async () => {
  const packed = gzipSync("timestamp,a\n" + "0,1\n".repeat(1000));
  await assert.rejects(
    read(packed.subarray(0, packed.length - 9)),
    /it must be a whole gzip file/,
  );
  await assert.rejects(read(gzipSync("")), /it must not be empty$/);
  await assert.rejects(read(gzipSync("PAR1")), /Parquet must not be packed/);
});

// Trap: a ';' file is read as one column of text, without an error.
Deno.test("readTable() finds the delimiter by itself", async () => {
  const expected = { a: [1.5, 2], "b,c": [NaN, 4] };
  for (const mark of [";", "\t"]) {
    const table = await read(
      [["timestamp", "a", "b,c"], ["0", "1.5", ""], ["60", "2", "4"]]
        .map((fields) => fields.join(mark)).join("\n"),
    );
    assert.deepEqual(columns(table), expected, mark);
  }
});

// Trap: the library's own option for decimal commas does nothing.
Deno.test("readTable() reads decimal commas where it is told to", async () => {
  const csv =
    'timestamp;host;a;b\n2026-01-01T00:00:00,5Z;h,1;1,5;"2,25"\n2026-01-01T00:01:00Z;h,1;-3e2;1.234\n';
  const table = await read(csv, { decimal: "comma" });
  assert.equal(table.host, "h,1");
  assert.equal(table.times[0], Date.UTC(2026, 0, 1) + 500);
  assert.deepEqual(columns(table), { a: [1.5, -300], b: [2.25, NaN] });
  assert.deepEqual(table.facts.badCells, [
    { name: "b", count: 1, firstLine: 3 },
  ], "1.234 is no number where the comma is the decimal mark");
  const quoted = 'timestamp,a\n0,"1,5"\n60,"2"\n';
  assert.deepEqual(columns(await read(quoted, { decimal: "comma" })), {
    a: [1.5, 2],
  });
});

// Trap: columns of whole numbers are read, and the table is only smaller.
Deno.test("readTable() refuses decimal commas that nobody told of", async () => {
  await assert.rejects(
    read("timestamp;a;b;c\n0;25,6472;1;1,5\n60;2;2;-,5e3\n"),
    /^InputError: Cannot read \S+: its numbers must have a decimal point, got "25,6472"; --decimal-comma reads a comma, as in a, c$/,
  );
  await assert.rejects(
    read("timestamp;metric;value\n0;a;1,5\n60;a;2\n"),
    /got "1,5"; --decimal-comma reads a comma, as in value$/,
  );
  await assert.rejects(
    read("timestamp;a\n0;1,5\n60;2,5\n"),
    /it has a; --decimal-comma reads 1,5$/,
  );
});

Deno.test("readTable() takes a comma for something else beside points, thousands or text", async () => {
  for (const other of ["1.5", "2e-1"]) {
    const table = await read(`timestamp;a;b\n0;1,5;1\n60;2;${other}\n`);
    assert.deepEqual(columns(table).a, [NaN, 2], other);
    assert.deepEqual(table.facts.badCells, [
      { name: "a", count: 1, firstLine: 2 },
    ]);
  }
  const thousands = await read("timestamp;a;b\n0;1,234;1\n60;2,048;2\n");
  assert.deepEqual(columns(thousands), { b: [1, 2] });
  const text = await read("timestamp;a;b\n0;1,5;1\n60;eth0;2\n");
  assert.deepEqual(text.excluded.map(({ reason }) => reason), ["text"]);
});

Deno.test("readTable() refuses no decimal commas in columns that nobody wants", async () => {
  const csv = "timestamp;cpus;a\n0;0,1;1\n60;0,3;2\n";
  assert.deepEqual(columns(await read(csv, { metrics: ["a"] })), { a: [1, 2] });
  const known = new Set(["a"]);
  assert.deepEqual(columns(await read(csv, { knownColumns: known })), {
    a: [1, 2],
  });
  await assert.rejects(read(csv, { metrics: ["cpus", "a"] }), /as in cpus$/);
});

// Trap: fields too few are filled up, a cut last line is read, in silence.
Deno.test("readTable() tells of lines with too few fields and leaves a cut one out", async () => {
  const table = await read("timestamp,a,b\n0,1,2\n60,3\n\n120,5,6\n180,7.");
  assert.deepEqual(columns(table), { a: [1, 3, 5], b: [2, NaN, 6] });
  assert.equal(table.facts.rows, 3);
  assert.deepEqual(notes(table), [
    "2 lines of a.csv had fewer fields than the first line has names, first line 3; what they lack counts as missing.",
    "The last line of a.csv was cut short and is left out.",
  ]);
});

Deno.test("readTable() refuses quotes that are never closed", async () => {
  await assert.rejects(
    read('timestamp,a\n0,0\n1,"x\ny"\n30,"1\n60,2\n120,3\n'),
    /^InputError: Cannot read line 5 of \S+: every quote must be closed; the one that opens a field there is not$/,
  );
});

Deno.test("readTable() reads past quotes with lines, delimiters and quotes in them", async () => {
  const table = await read(
    'timestamp,note,a\n0,"x, ""y""\nz",1\n60,5" disk,2\n',
  );
  assert.deepEqual(columns(table), { a: [1, 2] });
});

// Trap: the library throws for Latin-1.
Deno.test("readTable() reads Latin-1 and says so", async () => {
  const csv = "timestamp;host;temp °C\n0;Zürich;20\n60;Zürich;21\n";
  const table = await read(Buffer.from(csv, "latin1"));
  assert.equal(table.host, "Zürich");
  assert.deepEqual(columns(table), { "temp °C": [20, 21] });
  assert.deepEqual(notes(table), [
    "a.csv is not UTF-8 and was read as Latin-1 (Windows-1252).",
  ]);
  assert.deepEqual(notes(await read(csv)), []);
});

Deno.test("readTable() names UTF-16 and zero bytes", async () => {
  await assert.rejects(
    read(Buffer.from("\ufefftimestamp,a\n", "utf16le")),
    /it must not be UTF-16 text; save it as UTF-8$/,
  );
  const late = "timestamp,a\n" + "0,1\n".repeat(400_000) + "\0";
  await assert.rejects(read(late), /CSV text; there is a zero byte$/);
});

// Trap: types are guessed from the first rows.
Deno.test("readTable() keeps a column of numbers with text far below or above", async () => {
  const rows = Array.from({ length: 400 }, (_, row) => `${row},${row}`);
  rows[0] = "0,bad";
  rows[300] = "300,1.2.3";
  const { facts, columns: [a] } = await read(
    ["timestamp,a", ...rows].join("\n"),
  );
  assert.equal(a?.values[299], 299);
  assert.deepEqual(facts.badCells, [{ name: "a", count: 2, firstLine: 2 }]);
});

Deno.test("readTable() reads thousands of columns", async () => {
  const names = Array.from({ length: 3000 }, (_, i) => `m${i}`);
  const line = (row: number) =>
    [row * 60, ...names.map((_, i) => i === 7 ? "" : row + i)].join(",");
  const csv = [["timestamp", ...names].join(","), line(0), line(1)].join("\n");
  const table = await read(csv);
  assert.equal(table.columns.length, 3000);
  assert.deepEqual([...table.columns[2999]?.values ?? []], [2999, 3000]);
});

Deno.test("readTable() reads one row a value, last one wins, bad ones by metric", async () => {
  const table = await read([
    "timestamp,metric,value,host",
    "0,cpu,1,web-1",
    "0,mem,10,web-1",
    "60,cpu,2,web-1",
    "60,cpu,2.5,web-1",
    "120,mem,much,web-1",
    "120,cpu,3,web-1",
    "never,cpu,4,web-1",
    "",
  ].join("\n"));
  assert.equal(table.host, "web-1");
  assert.deepEqual([...table.times], [0, 60_000, 120_000]);
  assert.deepEqual(columns(table), { cpu: [1, 2.5, 3], mem: [10, NaN, NaN] });
  assert.equal(table.facts.duplicates, 1);
  assert.equal(table.facts.badTimes, 1);
  assert.deepEqual(table.facts.badCells, [
    { name: "mem", count: 1, firstLine: 6 },
  ]);
});

Deno.test("readTable() takes a table with more columns for a wide one", async () => {
  const table = await read("timestamp,metric,value,x\n0,1,2,3\n60,4,5,6\n");
  assert.deepEqual(columns(table), {
    metric: [1, 4],
    value: [2, 5],
    x: [3, 6],
  });
});

Deno.test("readTable() takes a quote that stands alone for an apostrophe and says so", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, row) =>
      `${60 * row},${row === 7 || row === 30 ? 'a 5" disk' : "x"},${row}`,
  );
  const table = await read(["timestamp,note,a", ...rows, ""].join("\n"));
  assert.deepEqual(columns(table), { a: rows.map((_, row) => row) });
  assert.deepEqual(notes(table), [
    "2 lines of a.csv have a quote that stands alone in a field, first line 9; it was read as an apostrophe.",
  ]);
});

Deno.test("readTable() tells rows without a readable time with their first line, blank ones not", async () => {
  const { facts, times } = await read([
    "timestamp,a",
    "0,1",
    "", // blank: nothing is lost
    ",", // blank too
    "soon,", // a time that cannot be read, though nothing else is there
    ",7",
    "60,2",
    "",
  ].join("\n"));
  assert.equal(times.length, 2);
  assert.equal(facts.badTimes, 2);
  assert.equal(facts.firstBadTime, 5);
  assert.equal(facts.rows, 4);
});

Deno.test("readTable() tells rows of a long table without a metric with their first line", async () => {
  const table = await read([
    "timestamp,metric,value",
    "0,cpu,1",
    "60,,2",
    "60,cpu,3",
    "120, ,4",
    ",,5",
    "",
  ].join("\n"));
  assert.deepEqual(columns(table), { cpu: [1, 3] });
  assert.deepEqual(notes(table), [
    "2 rows of a.csv name no metric and are left out, first line 3.",
  ]);
  assert.equal(table.facts.badTimes, 1);
  assert.equal(table.facts.firstBadTime, 6);
});
