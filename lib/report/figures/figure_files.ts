import type { Figure, ReportDocument } from "../document.ts";
import { figureCsv } from "./figure_csv.ts";
import { figureRecord } from "./figure_record.ts";
import { figureSvg } from "./figure_svg.ts";
import { loadFaces } from "./load_faces.ts";
import { figuresOf, type Paint } from "./paint_figures.ts";

/** Files by their name in `figures/`. */
export type FigureFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * Renders each chart of a report as files to take elsewhere: `ID.svg`, `ID.png`
 * in twice its size, `ID.csv` with what it draws, and `evidence.json` that says
 * of all of them where they came from.
 *
 * @param document The report.
 * @param paint Gives the picture of a figure.
 * @returns The files, those of a figure beside each other; none without a figure.
 * @throws {InputError} If a thread has died.
 */
export async function figureFiles(
  document: ReportDocument,
  paint: Paint,
): Promise<FigureFiles> {
  const figures = document.sections.flatMap(figuresOf);
  if (figures.length === 0) return {};
  // All are begun before the first is waited for.
  const pngs = figures.map(paint);
  const context = { host: document.data.host, faces: await loadFaces() };
  const texts = figures.map((figure) => ({
    [`${figure.id}.svg`]: figureSvg(figure, context),
    ...(figure.data ? { [`${figure.id}.csv`]: figureCsv(figure.data()) } : {}),
  }));
  const files: Record<string, string | Uint8Array> = {};
  for (const [i, { id }] of figures.entries()) {
    Object.assign(files, texts[i], { [`${id}.png`]: await pngs[i]! });
  }
  return { ...files, "evidence.json": evidenceJson(figures) };
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
