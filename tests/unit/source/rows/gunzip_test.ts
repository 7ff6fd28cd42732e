import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { gunzip } from "@lib/source/rows/gunzip.ts";

Deno.test("gunzip() stops at its limit, however small the file", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeFile(path, gzipSync(new Uint8Array(5 * 2 ** 20)));
    const unpack = async (maxBytes: number) => {
      let bytes = 0;
      for await (const { length } of gunzip(path, { maxBytes })) {
        bytes += length;
      }
      return bytes;
    };
    assert.equal(await unpack(5 * 2 ** 20), 5 * 2 ** 20);
    await assert.rejects(
      unpack(4 * 2 ** 20),
      /it must unpack to 4 MiB or less; unpack it yourself, or keep it as Parquet$/,
    );
  } finally {
    await Deno.remove(path);
  }
});
