import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { onsetBlocks } from "@lib/report/incident/onset_blocks.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());
const third = view.incidents[2]!;

const blocksOf = (
  change: (
    contribution: (typeof third.incident.contributions)[number],
    index: number,
  ) => Partial<(typeof third.incident.contributions)[number]>,
) =>
  onsetBlocks(view, {
    ...third,
    incident: {
      ...third.incident,
      contributions: third.incident.contributions.map((one, i) => ({
        ...one,
        ...change(one, i),
      })),
    },
  });

Deno.test("onsetBlocks() tells the order and draws it", async () => {
  const [text, figure] = await blocksOf((_, i) => ({
    isCause: true,
    onset: `2026-03-01T13:5${i}:00Z`,
  }));
  assert.ok(text?.kind === "paragraph" && figure?.kind === "figure");
  assert.match(text.text, /^Order of onset: /);
  assert.equal(figure.id, "incident-3-onset");
  assert.match(figure.svg, /time from the first deviation \(min\)/);
  assert.match(
    figure.alt,
    /^Order of onset in incident #3: 6 signals, the first 8 min before the alarm$/,
  );
});

Deno.test("onsetBlocks() draws nothing where there is one signal, one group, or one step", async () => {
  const one = await blocksOf((_, i) => ({ isCause: i === 0 }));
  assert.deepEqual(one.map(({ kind }) => kind), ["paragraph"]);
  const group = await blocksOf(() => ({ group: "all" }));
  assert.deepEqual(group.map(({ kind }) => kind), ["paragraph"]);
  const step = await blocksOf(() => ({ onset: third.incident.start }));
  assert.deepEqual(step.map(({ kind }) => kind), ["paragraph"]);
});

Deno.test("onsetBlocks() says nothing where no signal left its band", async () => {
  assert.deepEqual(await blocksOf(() => ({ isCause: false })), []);
});
