import type { ReportDocument, Section } from "../document.ts";
import { quietEnd } from "../evidence/quiet_end.ts";
import { htmlBlocks } from "./html_blocks.ts";
import { type Chapter, htmlContents, toChapters } from "./html_contents.ts";
import { htmlHead } from "./html_head.ts";
import { htmlLead } from "./html_lead.ts";
import { htmlScript, SCRIPT_SOURCE } from "./html_script.ts";
import { htmlSource } from "./html_source.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";
import { severitySvg } from "./severity_svg.ts";

/**
 * Writes a report as one HTML file that needs nothing else: no network and no
 * other file. Where its script does not run, it shows the same.
 *
 * @param document The report.
 * @returns The whole file; the same document gives the same text.
 *
 * @example Usage
 * ```ts
 * import { toHtml } from "@lib/report/html/to_html.ts";
 * import assert from "node:assert/strict";
 *
 * const html = toHtml({
 *   title: "<server>: no incident",
 *   subtitle: "2026-03-01",
 *   createdAt: new Date(0),
 *   data: { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] },
 *   sections: [],
 * });
 * assert.ok(html.includes("<h1>&lt;server&gt;: no incident</h1>"));
 * ```
 */
export function toHtml(document: ReportDocument): string {
  const { title, subtitle, lead, data, sections } = document;
  const chapters = toChapters(sections);
  return `${htmlHead(title, { script: SCRIPT_SOURCE })}
<body>
<a class="skip" href="#report">Skip to the report</a>
<div class="page">
<header>
<h1>${htmlText(title)}</h1>
<p class="subtitle">${htmlText(subtitle)}</p>${
    lead === undefined ? "" : `\n${htmlLead(lead)}`
  }
</header>
${htmlContents(chapters)}
<main id="report">
${chapters.map(htmlChapter).join("\n")}
</main>
</div>
${htmlScript(data)}
</body>
</html>
`;
}

function htmlChapter({ section, parts }: Chapter): string {
  return htmlSection(section, parts.map((part) => htmlSection(part, [])));
}

function htmlSection(
  { id, title, level, incident, blocks, shape, evidence }: Section,
  parts: readonly string[],
): string {
  const anchor = htmlAttribute(id);
  const content = [
    htmlBlocks(quietEnd(blocks, evidence)),
    htmlSource(evidence),
    ...parts,
  ]
    .filter((html) => html !== "").join("\n");
  const card = shape === undefined ? "" : ` class="card"`;
  const severity = shape === undefined ? "" : `${severitySvg(shape)} `;
  const data = incident === undefined
    ? ""
    : ` data-incident="${htmlAttribute(incident)}"`;
  return `<section id="${anchor}"${card}${data} aria-labelledby="${anchor}-title">
<h${level} id="${anchor}-title">${severity}${htmlText(title)}</h${level}>
${content}
</section>`;
}
