import { join } from "node:path";
import type { ReportDocument } from "../report/document.ts";
import { figureFiles } from "../report/figures/figure_files.ts";
import type { Paint } from "../report/figures/paint_figures.ts";
import { toHtml } from "../report/html/to_html.ts";
import { toMarkdown } from "../report/markdown/to_markdown.ts";
import { toPdf } from "../report/pdf/to_pdf.ts";
import type { FolderFiles } from "./files/write_folder.ts";

/**
 * Renders a report as the files of a run's folder that people read.
 *
 * @param document The report.
 * @param paint Gives the picture of a figure; drawn while the pages are written.
 * @returns `report.html`, `report.pdf`, `postmortem.md` and `figures/`.
 * @throws {InputError} If a thread that draws figures has died.
 */
export async function pagesOf(
  document: ReportDocument,
  paint: Paint,
): Promise<FolderFiles> {
  const [figures, pages] = await Promise.all([
    figureFiles(document, paint),
    writePages(document),
  ]);
  return {
    ...pages,
    ...Object.fromEntries(
      Object.entries(figures).map(([name, content]) =>
        [join("figures", name), content] as const
      ),
    ),
  };
}

async function writePages(document: ReportDocument): Promise<FolderFiles> {
  return {
    "report.html": toHtml(document),
    "report.pdf": await toPdf(document),
    ...(document.postmortem === undefined
      ? {}
      : { "postmortem.md": toMarkdown(document.postmortem) }),
  };
}
