import assert from "node:assert/strict";
import type { Block, Figure } from "@lib/report/document.ts";
import type { Evidence } from "@lib/report/evidence/evidence.ts";
import { quietEnd } from "@lib/report/evidence/quiet_end.ts";

const input = (sha256: string) => (
  { ...{ role: "data", path: "a.csv", sha256 } as const, bytes: 9 }
);
const PART: Evidence = {
  window: { start: "2026-01-01T14:00:00Z", end: "2026-01-01T14:32:00Z" },
  intervalMs: 60_000,
  inputs: [input("aa")],
  model: { name: "a", version: "1", sha256: "00" },
  parameters: {},
  command: "deno task report",
};
const WHOLE = { ...PART, inputs: [input("aa"), input("bb")] };
const TEXT: Block = { kind: "paragraph", text: "x" };
const chart = (evidence: Evidence): Figure => ({
  ...{ kind: "figure", id: "f", svg: "", caption: "", alt: "", evidence },
});

/** Whether the last chart of a section still says where it came from. */
function speaks(
  section: Evidence | undefined,
  figure: Evidence,
  before: readonly Block[] = [TEXT],
): boolean {
  const blocks = [...before, chart(figure)];
  const last = quietEnd(blocks, section).at(-1);
  return last?.kind === "figure" && last.evidence !== undefined;
}

Deno.test("quietEnd() says once what the section says right below its last chart", () => {
  assert.ok(!speaks(PART, PART));
  assert.ok(!speaks(WHOLE, PART));
  assert.ok(!speaks(WHOLE, { ...PART, model: null }));
  const start = "2026-01-01T14:10:00Z";
  const within = { ...PART, window: { ...PART.window, start } };
  assert.ok(!speaks(WHOLE, within));
});

Deno.test("quietEnd() keeps what the section does not say", () => {
  assert.ok(speaks(undefined, PART));
  assert.ok(speaks(PART, WHOLE));
  assert.ok(speaks({ ...WHOLE, model: null }, PART));
  const end = "2026-01-01T14:40:00Z";
  assert.ok(speaks(WHOLE, { ...PART, window: { ...PART.window, end } }));
  assert.ok(speaks(WHOLE, PART, [chart(PART)]));
  const blocks = [chart(PART), TEXT];
  assert.equal(quietEnd(blocks, WHOLE), blocks);
});
