import { evidenceOf } from "../evidence/evidence.ts";
import { onsetChart } from "../../chart/onset_chart.ts";
import { NARROW_WIDTH } from "../../chart/theme.ts";
import { onsetOrder } from "../../detect/onset_order.ts";
import type { Block } from "../document.ts";
import { onsetData } from "../figures/data/onset_data.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { groupText, shortGroupText } from "./group_text.ts";
import { leadText, onsetText } from "./onset_text.ts";

/**
 * Shows in which order the signals of an incident left their expected bands: a
 * sentence, and a chart where they left at different steps.
 *
 * @param view The report's view.
 * @param one The incident, of kind `"anomaly"`.
 * @returns Nothing where no signal left its band.
 */
export async function onsetBlocks(
  view: ReportView,
  { incident, number }: NumberedIncident,
): Promise<Block[]> {
  const { intervalMs } = view.input.table;
  const text = onsetText(incident, { intervalMs });
  if (text === "") return [];
  const paragraph: Block = { kind: "paragraph", text };
  const onsets = onsetOrder(incident);
  const rows = onsets.flatMap(({ afterMs, signals }) =>
    signals.map(({ feature, others }) => (
      {
        name: groupText(feature, others.map((other) => other.feature)),
        afterMs,
      }
    ))
  );
  const shortRows = onsets.flatMap(({ afterMs, signals }) =>
    signals.map(({ feature, others }) => (
      { name: shortGroupText(feature, others.length), afterMs }
    ))
  );
  const [first, second] = onsets;
  if (first === undefined || second === undefined) return [paragraph];
  const alt =
    `Order of onset in incident #${number}: ${rows.length} signals, ` +
    `the first ${leadText(first.leadMs)}`;
  const chart = { alarmMs: first.leadMs, label: alt };
  return [paragraph, {
    kind: "figure",
    id: `incident-${number}-onset`,
    svg: await onsetChart(rows, chart),
    paper: await onsetChart(shortRows, { ...chart, width: NARROW_WIDTH }),
    caption:
      `When each signal of incident #${number} first left its expected band ` +
      "(dot), from the first deviation on. Dashed line: the alarm; the line " +
      "to it is the signal's lead time. Dots of one step are no order.",
    alt,
    evidence: evidenceOf(view.input, {
      basis: "score",
      times: [Date.parse(incident.start), ...onsets.map(({ ms }) => ms)],
    }),
    data: () => onsetData(onsets),
  }];
}
