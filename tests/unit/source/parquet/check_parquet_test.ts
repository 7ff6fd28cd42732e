import assert from "node:assert/strict";
import { join } from "node:path";
import pl from "nodejs-polars";
import { checkParquet } from "@lib/source/parquet/check_parquet.ts";
import { readTable } from "@lib/source/read_table.ts";

const ROWS = 5000;
const frame = pl.DataFrame({
  timestamp: Array.from({ length: ROWS }, (_, row) => row),
  host: Array.from({ length: ROWS }, () => "web-1"),
  a: Array.from({ length: ROWS }, (_, row) => row % 7 === 0 ? null : row / 3),
  list: Array.from({ length: ROWS }, (_, row) => [row, row + 1]),
});

/** Writes the bytes under a name and hands the path on. */
async function withFile(
  bytes: Uint8Array,
  use: (path: string) => Promise<unknown>,
) {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "a.parquet");
    await Deno.writeFile(path, bytes);
    await use(path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Where a sequence of bytes begins for the last time. */
function lastPlaceOf(part: readonly number[], bytes: Uint8Array): number {
  for (let at = bytes.length - part.length; at >= 0; at--) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  throw new Error("The bytes are not there");
}

for (const compression of ["uncompressed", "snappy", "gzip", "zstd"] as const) {
  Deno.test(`checkParquet() takes a whole file, ${compression}, nested columns too`, () =>
    withFile(frame.writeParquet({ compression }), checkParquet));
}

Deno.test("checkParquet() takes the bundled sample", async () => {
  for (const part of ["train", "test"]) {
    await checkParquet(`data/samples/server-1.${part}.parquet`);
  }
});

Deno.test("checkParquet() refuses a file cut anywhere", async () => {
  const bytes = new Uint8Array(frame.writeParquet());
  for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
    await withFile(
      bytes.subarray(0, Math.floor(share * bytes.length)),
      (path) =>
        assert.rejects(
          checkParquet(path),
          /must be a whole Parquet file; its last bytes are not PAR1$/,
        ),
    );
  }
});

// 5000 is written zigzag as 10000 = 0x90 0x4e.
for (
  const [what, at] of [["the footer", "last"], ["a page", "first"]] as const
) {
  Deno.test(`checkParquet() refuses a number of values in ${what} that is not true`, () => {
    const bytes = Uint8Array.from(frame.writeParquet());
    const place = at === "last"
      ? lastPlaceOf([0x90, 0x4e], bytes)
      : bytes.findIndex((byte, i) => byte === 0x90 && bytes[i + 1] === 0x4e);
    bytes[place + 1] = 0x4f;
    return withFile(bytes, async (path) => {
      await assert.rejects(checkParquet(path), /must be a whole Parquet file;/);
      await assert.rejects(readTable([path]), /^InputError/);
    });
  });
}

const [I32, I64, LIST, STRUCT] = [5, 6, 9, 12] as const;
type Field = readonly [id: number, type: number, bytes: readonly number[]];

/** A number as Thrift's compact protocol writes one that is not negative. */
const varint = (value: number): number[] =>
  value < 128
    ? [value]
    : [value % 128 + 128, ...varint(Math.floor(value / 128))];
const number = (id: number, value: number): Field => [
  id,
  I64,
  varint(2 * value),
];
const struct = (...fields: readonly Field[]) => [
  ...fields.flatMap(([id, type, bytes]) => [type, ...varint(2 * id), ...bytes]),
  0,
];
const list = (id: number, ...structs: readonly number[][]): Field => [
  id,
  LIST,
  [structs.length * 16 + STRUCT, ...structs.flat()],
];

/** A file of one column in one row group, by hand after parquet.thrift. */
function fileOf(values: number, pages: readonly number[] = []): Uint8Array {
  const meta = struct(
    number(5, values),
    number(7, pages.length),
    number(9, 4),
  );
  const footer = struct(
    list(2, struct([5, I32, [2]]), struct([1, I32, [10]])),
    number(3, values),
    list(4, struct(list(1, struct([3, STRUCT, meta])), number(3, values))),
  );
  const magic = [...new TextEncoder().encode("PAR1")];
  const length = [...new Uint8Array(Uint32Array.of(footer.length).buffer)];
  return Uint8Array.from([...magic, ...pages, ...footer, ...length, ...magic]);
}

/** A page of nine values, and how it is encoded. */
function dataPage(encodings: readonly [number, number, number] = [0, 3, 3]) {
  const own = encodings.map((encoding, i) => number(i + 2, encoding));
  return struct(
    [1, I32, [0]],
    number(2, 10),
    number(3, 0),
    [5, STRUCT, struct(number(1, 9), ...own)],
  );
}

Deno.test("checkParquet() refuses a page that is encoded in no known way", async () => {
  for (const encoding of [0, 2, 3, 4, 5, 6, 7, 8, 9]) {
    await withFile(fileOf(9, dataPage([encoding, 3, 4])), checkParquet);
  }
  for (const bad of [[1, 3, 3], [10, 3, 3], [0, 99, 3], [0, 3, 77]] as const) {
    await withFile(
      fileOf(9, dataPage(bad)),
      (path) =>
        assert.rejects(checkParquet(path), /in no known way$/, `${bad}`),
    );
  }
});

Deno.test("checkParquet() refuses more than 500 million values", async () => {
  await withFile(fileOf(0), checkParquet);
  await withFile(fileOf(500_000_001), (path) =>
    assert.rejects(
      checkParquet(path),
      /at most 500 million values, got 500000001; it says it has 500000001 rows$/,
    ));
  // As many as that it looks for.
  await withFile(
    fileOf(500_000_000),
    (path) =>
      assert.rejects(checkParquet(path), /pages of a column must hold all/),
  );
});

Deno.test("checkParquet() refuses a dictionary of more values than it has bytes", async () => {
  const dictionary = (entries: number) =>
    struct(
      [1, I32, [4]],
      number(2, 10),
      number(3, 0),
      [7, STRUCT, struct(number(1, entries), number(2, 0))],
    );
  await withFile(fileOf(9, [...dictionary(10), ...dataPage()]), checkParquet);
  await withFile(
    fileOf(9, [...dictionary(11), ...dataPage()]),
    (path) =>
      assert.rejects(checkParquet(path), /a page has more values than bytes$/),
  );
});

Deno.test("checkParquet() does not read a footer of gigabytes", () =>
  withFile(new TextEncoder().encode("PAR1"), async (path) => {
    const length = 2 ** 31;
    using file = await Deno.open(path, { write: true });
    await file.truncate(2 ** 31 + 4096);
    await file.seek(-8, Deno.SeekMode.End);
    await file.write(new Uint8Array(Uint32Array.of(length).buffer));
    await file.write(new TextEncoder().encode("PAR1"));
    await assert.rejects(
      checkParquet(path),
      /whole Parquet file; its footer takes 2147483648 bytes$/,
    );
  }));

Deno.test("checkParquet() says of a footer that goes ever deeper that it is damaged", () =>
  withFile(
    Uint8Array.from([
      ...new TextEncoder().encode("PAR1"),
      ...Array(200_000).fill(0x19),
      ...new Uint8Array(Uint32Array.of(200_000).buffer),
      ...new TextEncoder().encode("PAR1"),
    ]),
    (path) =>
      assert.rejects(checkParquet(path), /whole Parquet file; .* too deep$/),
  ));
