import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import { levelMoves } from "@lib/pipeline/scoring/level_moves.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const move = (feature: string, since: string) => ({
  moved: { feature, unit: "1", from: 1, to: 2, since },
  judgedFrom: since,
  settling: { start: 0, end: 1 },
  alarmed: true,
  partAt: () => 0,
});

Deno.test("levelMoves() tells when a feature moved on, and which incident it opened", () => {
  const moves = [
    move("a", "2026-01-01T00:00:00Z"),
    move("b", "2026-01-01T01:00:00Z"),
    move("a", "2026-01-01T02:00:00Z"),
  ];
  const [quiet, opened] = sampleReportInput().incidents;
  const incidents: Incident[] = [
    quiet!,
    { ...opened!, change: { features: [moves[0]!.moved] } },
  ];
  assert.deepEqual(
    levelMoves({ moves, incidents }).map(({ feature, until, incident }) => [
      feature,
      until,
      incident,
    ]),
    [
      ["a", "2026-01-01T02:00:00Z", opened!.id],
      ["b", null, null],
      ["a", null, null],
    ],
  );
});
