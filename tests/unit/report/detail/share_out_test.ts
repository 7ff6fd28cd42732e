import assert from "node:assert/strict";
import { shareOut } from "@lib/report/detail/share_out.ts";
import { fc } from "../../../support/fast_check.ts";

Deno.test("shareOut() keeps within the room and shortens none that fits its share", () => {
  const lengths = fc.array(fc.nat(400), { maxLength: 12 });
  fc.assert(fc.property(lengths, fc.nat(2000), (sizes, room) => {
    const texts = sizes.map((size) => "x".repeat(size));
    const asked: number[] = [];
    const shared = shareOut(texts, room, (i, most) => {
      asked.push(most);
      return texts[i]!.slice(0, most);
    });
    const total = shared.reduce((sum, { length }) => sum + length, 0);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    assert.equal(total, Math.min(room, all) - lost(asked, { room, total }));
    const share = Math.floor(room / (sizes.length || 1));
    for (const [i, text] of texts.entries()) {
      if (text.length <= share) assert.equal(shared[i], text);
    }
  }));
});

/** Rounding down loses less than a character a text. */
function lost(
  asked: readonly number[],
  { room, total }: { readonly room: number; readonly total: number },
): number {
  if (asked.length === 0) return 0;
  assert.ok(total <= room && room - total < asked.length);
  return room - total;
}

Deno.test("shareOut() gives to long texts what short ones leave", () => {
  const texts = ["x".repeat(10), "x".repeat(300), "x".repeat(90)];
  const shared = shareOut(texts, 300, (i, most) => texts[i]!.slice(0, most));
  assert.deepEqual(shared.map(({ length }) => length), [10, 200, 90]);
});
