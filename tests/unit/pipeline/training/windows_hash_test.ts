import assert from "node:assert/strict";
import { windowsHash } from "@lib/pipeline/training/windows_hash.ts";
import { toyWindows } from "../../../support/toy_windows.ts";

Deno.test("windowsHash() is another one for other values, or other windows of either part", () => {
  const all = toyWindows({ windows: 20 });
  const part = (start: number, end: number) => ({
    ...all,
    ends: all.ends.slice(start, end),
  });
  const of = { fit: part(0, 12), stop: part(12, 20) };
  const changed = all.values.slice();
  changed[5] = 0;
  const values = (windows: typeof all) => ({ ...windows, values: changed });
  const hashes = [
    of,
    { ...of, fit: part(0, 11) },
    { ...of, stop: part(13, 20) },
    { fit: values(of.fit), stop: values(of.stop) },
  ].map(windowsHash);
  assert.equal(new Set(hashes).size, hashes.length);
  assert.equal(
    windowsHash({ fit: part(0, 12), stop: part(12, 20) }),
    hashes[0],
  );
});
