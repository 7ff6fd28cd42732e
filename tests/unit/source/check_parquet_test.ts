import assert from "node:assert/strict";
import { join } from "node:path";
import pl from "nodejs-polars";
import { checkParquet } from "@lib/source/check_parquet.ts";
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
  use: (path: string) => Promise<void>,
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
