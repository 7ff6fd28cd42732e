import type { Figure } from "../document.ts";
import { htmlDataTable } from "./html_data_table.ts";
import { htmlSource } from "./html_source.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";

/**
 * Writes a chart with its caption and, folded, the data that it shows. The SVG
 * is our own: its texts were escaped when it was written.
 *
 * @param figure The figure.
 * @returns HTML, one element.
 */
export function htmlFigure(figure: Figure): string {
  const { id, svg, caption, alt, metric, table, evidence } = figure;
  const data = metric === undefined
    ? ""
    : ` data-metric="${htmlAttribute(metric)}"`;
  return `<figure id="figure-${htmlAttribute(id)}"${data}>
<div class="scroll chart" role="group" tabindex="0" aria-label="${
    htmlAttribute(alt)
  }">
${svg}
</div>
<figcaption>${htmlText(caption)}${htmlSource(evidence)}</figcaption>${
    table === undefined ? "" : `
<details class="data">
<summary>Data of this chart</summary>
${htmlDataTable(table)}
</details>`
  }
</figure>`;
}
