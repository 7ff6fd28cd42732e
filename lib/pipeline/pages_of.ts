import { join } from "node:path";
import { withoutDetail } from "../chart/detail/add_detail.ts";
import { onPaper } from "../chart/on_paper.ts";
import type { ReportDocument } from "../report/document.ts";
import { toHtml } from "../report/html/to_html.ts";
import { toMarkdown } from "../report/markdown/to_markdown.ts";
import { toPdf } from "../report/pdf/to_pdf.ts";
import type { FolderFiles } from "./files/write_folder.ts";

/**
 * Renders a report as the files of a run's folder that people read.
 *
 * @param document The report.
 * @returns `report.html`, `report.pdf`, `postmortem.md` and `figures/`.
 */
export async function pagesOf(document: ReportDocument): Promise<FolderFiles> {
  const figures = document.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === "figure")
    .map(({ id, svg }) =>
      [join("figures", `${id}.svg`), onPaper(withoutDetail(svg))] as const
    );
  return {
    "report.html": toHtml(document),
    "report.pdf": await toPdf(document),
    ...(document.postmortem === undefined
      ? {}
      : { "postmortem.md": toMarkdown(document.postmortem) }),
    ...Object.fromEntries(figures),
  };
}
