import assert from "node:assert/strict";
import { MARKS } from "@lib/frame/labelled_span.ts";
import { NO_MARKS, withMark } from "@lib/report/page/marks/page_marks.ts";
import { fromStored, toStored } from "@lib/report/page/marks/stored_marks.ts";
import { fc } from "../../../../support/fast_check.ts";

/** What JSON gives back has a prototype. */
const PLAIN = { noNullPrototype: true };

const span = fc.record({
  startMs: fc.nat(),
  endMs: fc.nat(),
  features: fc.array(fc.string()),
  note: fc.string(),
  mark: fc.constantFrom(...MARKS),
}, PLAIN);

const said = fc.record({
  mark: fc.option(fc.constantFrom(...MARKS)),
  note: fc.string(),
  loaded: span,
}, { ...PLAIN, requiredKeys: ["mark", "note"] });

Deno.test("fromStored() reads what toStored() wrote", () => {
  const all = fc.array(fc.tuple(fc.string(), said));
  fc.assert(fc.property(all, fc.array(span), (entries, others) => {
    const marks = { byIncident: new Map(entries), others };
    assert.deepEqual(fromStored(toStored(marks)), marks);
  }));
});

const LABEL = { startMs: 0, endMs: 1, features: [], note: "" };

Deno.test("fromStored() passes over what is damaged or somebody else's", () => {
  for (const text of [null, "", "{", "3", "null", '{"incidents":7}', "[]"]) {
    assert.deepEqual(fromStored(text), NO_MARKS, String(text));
  }
  const text = JSON.stringify({
    incidents: [
      ["a", { mark: "true", note: "x" }],
      ["b", { mark: "odd", note: "" }],
      ["c"],
      ["d", { note: "without a mark" }],
      ["e", { mark: "true", note: "", loaded: { ...LABEL, mark: null } }],
      ["f", { mark: "true", note: "", loaded: { ...LABEL, host: null } }],
      5,
    ],
    others: [{ startMs: 1 }, null, { ...LABEL, mark: null }],
  });
  assert.deepEqual(fromStored(text), {
    byIncident: new Map([["a", { mark: "true", note: "x" }]]),
    others: [],
  });
});

Deno.test("withMark() forgets an incident of which nothing is said any more", () => {
  const marked = withMark(NO_MARKS, "a", { mark: "true", note: "" });
  assert.equal(marked.byIncident.size, 1);
  assert.equal(NO_MARKS.byIncident.size, 0, "not changed");
  const none = withMark(marked, "a", { mark: null, note: "  " });
  assert.deepEqual(none, NO_MARKS);
});
