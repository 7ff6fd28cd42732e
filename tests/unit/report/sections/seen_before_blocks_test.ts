import assert from "node:assert/strict";
import type { Incident, SeenBefore } from "@lib/detect/incident.ts";
import type { Table } from "@lib/report/document.ts";
import type { RunRecord } from "@lib/report/report_input.ts";
import { incidentTime } from "@lib/report/incident_sentence.ts";
import { toReportView } from "@lib/report/report_view.ts";
import {
  likenessText,
  seenBeforeBlocks,
} from "@lib/report/sections/seen_before_blocks.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput();

/** The blocks of the third incident, or outage, that was seen before so. */
function blocks(
  seenBefore: readonly SeenBefore[],
  { kind = "anomaly", inputs = INPUT.run.inputs }: {
    readonly kind?: Incident["kind"];
    readonly inputs?: RunRecord["inputs"];
  } = {},
) {
  const incidents = INPUT.incidents.map((incident) => ({
    ...incident,
    seenBefore,
  }));
  const run = { ...INPUT.run, inputs };
  const view = toReportView({ ...INPUT, incidents, run });
  const one = view.incidents.find(({ incident, number }) =>
    number > 2 && incident.kind === kind
  );
  return seenBeforeBlocks(view, one!);
}

const first = INPUT.incidents[0]!;
const TIME = incidentTime(first, { intervalMs: 60_000 });
const seen = (changes: Partial<SeenBefore>): SeenBefore => ({
  ...{ id: first.id, start: first.start, end: first.end },
  ...{ similarity: 0.95, direction: "same", mark: null, source: null },
  ...changes,
});

Deno.test("seenBeforeBlocks() links to an incident of the same run, and names another run", () => {
  const [table] = blocks([
    seen({}),
    seen({
      ...{ id: "x", source: "reports/old", similarity: 0.712 },
      ...{ start: "2026-01-01T00:00:00Z", end: "2026-01-01T00:00:00Z" },
      ...{ mark: "nightly backup", direction: "opposite" },
    }),
  ]) as Table[];
  assert.deepEqual(table?.rows, [
    [
      { text: `#1: ${TIME}`, section: "incident-1" },
      ...["almost the same signals", "0.95", "—", "this run"],
    ],
    [
      "2026-01-01 00:00 UTC",
      "mostly the same signals, the largest the other way",
      ...["0.71", "nightly backup", "reports/old"],
    ],
  ]);
  assert.match(table?.caption ?? "", /^Seen before\? .* of #3/);
});

Deno.test("seenBeforeBlocks() has no column of labels where there are none", () => {
  const [table] = blocks([seen({})]) as Table[];
  assert.deepEqual(
    table?.columns.map(({ title }) => title),
    ["Earlier incident", "Signals", "Similarity", "Where"],
  );
});

Deno.test("seenBeforeBlocks() does not link by an id that only another run knows", () => {
  const [table] = blocks([seen({ source: "reports/old" })]) as Table[];
  assert.equal(table?.rows[0]?.[0], TIME);
});

Deno.test("seenBeforeBlocks() lists earlier outages without words on signals", () => {
  const [table] = blocks([seen({ similarity: 1 })], {
    kind: "outage",
  }) as Table[];
  assert.match(table?.caption ?? "", /latest earlier outages/);
  assert.equal(table?.rows[0]?.[1], "outage");
});

Deno.test("seenBeforeBlocks() says where nothing like it was found", () => {
  const earlier = {
    ...{ role: "earlier", path: "reports/a/incidents.json" } as const,
    ...{ sha256: "0", bytes: 1 },
  };
  const text = (...runs: RunRecord["inputs"]) =>
    blocks([], { inputs: runs }).map((block) =>
      block.kind === "paragraph" ? block.text : ""
    ).join();
  assert.equal(
    text(),
    "Seen before? No earlier incident with such signals in this run; no earlier " +
      "run of the host has one from before it.",
  );
  assert.match(text(earlier), /in this run or in the earlier run of the host/);
  assert.match(text(earlier, earlier), /or in the 2 earlier runs of the host/);
  const [outage] = blocks([], { kind: "outage" });
  assert.match(JSON.stringify(outage), /No earlier outage in this run/);
});

Deno.test("likenessText() grades the similarity", () => {
  const words = [1, 0.9, 0.89].map((similarity) =>
    likenessText({ similarity, direction: "same" })
  );
  assert.deepEqual(words, [
    "almost the same signals",
    "almost the same signals",
    "mostly the same signals",
  ]);
});
