import assert from "node:assert/strict";
import { rangeText } from "@lib/report/page/range_text.ts";

const at = (text: string) => Date.parse(text);

Deno.test("rangeText() tells a date once where it is one, and seconds where there are some", () => {
  assert.equal(
    rangeText([at("2026-03-01T06:00:00Z"), at("2026-03-01T07:30:10Z")]),
    "2026-03-01 06:00 – 07:30:10 UTC",
  );
  assert.equal(
    rangeText([at("2026-03-01T22:00:00Z"), at("2026-03-02T02:00:00Z")]),
    "2026-03-01 22:00 – 2026-03-02 02:00 UTC",
  );
});
