import { evidenceOf } from "../evidence/evidence.ts";
import { SCORE_BUCKETS, scoreChart } from "../../chart/score_chart.ts";
import { scoreDomain } from "../../chart/score_domain.ts";
import { scoreTable } from "../data_tables/score_table.ts";
import { fitLine } from "../detail/fit_line.ts";
import { thinnedText } from "../detail/thinned_text.ts";
import type { Figure } from "../document.ts";
import { shadesText } from "../incident/shades_text.ts";
import { scoreData } from "../figures/data/score_data.ts";
import type { ReportView } from "../report_view.ts";
import { countText, scoreText } from "../words.ts";

/** Characters for what the page keeps of the score. */
const SCORE_ROOM = 60_000;

/**
 * Draws the score over the whole time with the incidents: the report's overview.
 *
 * @param view The report's view.
 * @returns The figure.
 */
export async function scoreFigure(view: ReportView): Promise<Figure> {
  const { input: { table, score }, chartIncidents, incidents } = view;
  const { startMs, intervalMs } = table;
  const highest = score.reduce((most, value) => value > most ? value : most, 0);
  const alt = `Score over time: highest ${scoreText(highest)} × threshold, ${
    countText(incidents.length, "incident")
  }`;
  const { heightOf } = scoreDomain(score);
  const detail = fitLine(score, { heightOf, most: SCORE_ROOM });
  const thinned = thinnedText([{ values: score, detail }], {
    buckets: SCORE_BUCKETS,
  });
  return {
    kind: "figure",
    id: "score",
    svg: await scoreChart({ startMs, intervalMs, score }, {
      incidents: chartIncidents,
      label: alt,
      detail,
    }),
    caption: "Score of each step, in multiples of the threshold (dashed). " +
      (view.subject === null || incidents.length === 1
        ? "Incidents are shaded orange, outages grey, with their numbers above; the line " +
          "breaks where there is no score."
        : `${shadesText(view)} The line breaks where there is no score.`) +
      (highest > 8 ? " The axis is compressed above 1." : "") +
      (thinned === "" ? "" : ` ${thinned}`),
    alt,
    evidence: evidenceOf(view.input, { basis: "score" }),
    table: scoreTable(view),
    data: () => scoreData(view),
  };
}
