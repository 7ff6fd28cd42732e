import { columnStats } from "../../frame/column_stats.ts";
import { displayAs } from "../../frame/display_as.ts";
import { type MetricTable, stepTime } from "../../frame/metric_table.ts";
import { tableForms } from "../../frame/table_forms.ts";
import {
  formatDuration,
  formatQuantity,
  formatSpan,
} from "../../frame/units.ts";
import { countText, nameText, percentText } from "../../report/words.ts";

/**
 * Makes a metric table show itself in a notebook: whose, when, and each metric
 * in numbers.
 *
 * @param table The table, changed in place.
 * @returns The same table.
 */
export function displayTable(table: MetricTable): MetricTable {
  return displayAs(table, () => {
    const { host, steps, intervalMs, gaps } = table;
    const end = stepTime(table, Math.max(0, steps - 1));
    const span = formatSpan(stepTime(table, 0), end, { intervalMs });
    return tableForms({
      caption: `${nameText(host)}, ${span}: ${countText(steps, "step")} of ${
        formatDuration(intervalMs)
      }, ${countText(gaps.length, "gap")}`,
      columns: [
        { title: "metric", align: "left" },
        { title: "smallest", align: "right" },
        { title: "median", align: "right" },
        { title: "largest", align: "right" },
        { title: "missing", align: "right" },
        { title: "filled in", align: "right" },
      ],
      rows: columnStats(table).map((
        { name, unit, min, median, max, missing, imputed },
      ) => [
        nameText(name),
        ...[min, median, max].map((value) => formatQuantity(value, unit)),
        percentText(missing),
        percentText(imputed),
      ]),
    });
  });
}
