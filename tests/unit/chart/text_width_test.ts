import assert from "node:assert/strict";
import { textWidth } from "@lib/chart/text_width.ts";

Deno.test("textWidth() counts CJK and emoji as wide and pairs once", () => {
  assert.equal(textWidth(""), 0);
  assert.equal(textWidth("ab"), 2 * textWidth("a"));
  assert.equal(textWidth("🌡"), textWidth("温"));
  assert.ok(textWidth("温") > 1.5 * textWidth("a"));
});
