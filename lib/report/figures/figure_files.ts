import { onPaper } from "../../chart/on_paper.ts";
import { withoutDetail } from "../../chart/detail/add_detail.ts";
import type { Figure, ReportDocument } from "../document.ts";
import { evidenceText } from "../evidence/evidence_text.ts";
import { figureCsv } from "./figure_csv.ts";
import { figureRecord } from "./figure_record.ts";
import { figureSvg } from "./figure_svg.ts";
import { inkText } from "./ink_text.ts";
import { loadGlyphs } from "./load_glyphs.ts";
import type { Painters } from "./open_painters.ts";
import type { Picture } from "./raster/draw_png.ts";

/** Files by their name in `figures/`. */
export type FigureFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * Renders each chart of a report as files to take elsewhere: `ID.svg`, `ID.png`
 * in twice its size, `ID.csv` with what it draws, and `evidence.json` that says
 * of all of them where they came from.
 *
 * @param document The report.
 * @param painters Threads that draw the pictures.
 * @returns The files, those of a figure beside each other; none without a figure.
 * @throws {InputError} If a thread has died.
 */
export async function figureFiles(
  document: ReportDocument,
  painters: Painters,
): Promise<FigureFiles> {
  const figures = document.sections.flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === "figure");
  if (figures.length === 0) return {};
  const glyphs = await loadGlyphs();
  const has = (codePoint: number) => glyphs.has(codePoint);
  const drawn = painters.draw(figures.map((figure) => pictureOf(figure, has)));
  // Heard of below, also where what comes between throws.
  drawn.catch(() => {});
  const texts = figures.map((figure) => ({
    [`${figure.id}.svg`]: figureSvg(figure),
    ...(figure.data ? { [`${figure.id}.csv`]: figureCsv(figure.data()) } : {}),
  }));
  const pngs = await drawn;
  const files = figures.map(({ id }, i) => ({
    ...texts[i],
    [`${id}.png`]: pngs[i]!,
  }));
  return Object.assign({}, ...files, {
    "evidence.json": evidenceJson(figures),
  });
}

function pictureOf(
  figure: Figure,
  has: (codePoint: number) => boolean,
): Picture {
  const { svg, caption, alt, evidence } = figure;
  return {
    svg: inkText(onPaper(withoutDetail(svg)), has),
    texts: [
      { keyword: "Title", text: alt },
      { keyword: "Description", text: caption },
      ...(evidence === undefined
        ? []
        : [{ keyword: "Source", text: evidenceText(evidence) }]),
      { keyword: "Evidence", text: JSON.stringify(figureRecord(figure)) },
    ],
  };
}

function evidenceJson(figures: readonly Figure[]): string {
  const records = figures.map((figure) => {
    const { id } = figure;
    const csv = figure.data ? { csv: `${id}.csv` } : {};
    const files = { svg: `${id}.svg`, png: `${id}.png`, ...csv };
    return [id, { ...figureRecord(figure), files }];
  });
  return `${JSON.stringify(Object.fromEntries(records), null, 2)}\n`;
}
