import { formatSpan } from "../../frame/units.ts";
import { hostsSvg } from "./hosts_svg.ts";
import {
  allIncidentsTable,
  hostsTable,
  problemsTable,
} from "./hosts_tables.ts";
import type { IndexEntry } from "./index_entry.ts";
import {
  hostWarnings,
  WARNINGS_SECTION,
  warningsTable,
} from "./index_warnings.ts";
import { indexLead } from "./index_lead.ts";
import { type IndexView, toIndexView } from "./index_view.ts";
import type { Section } from "../document.ts";
import { htmlContents, toChapters } from "../html/html_contents.ts";
import { countText } from "../words.ts";
import { htmlHead } from "../html/html_head.ts";
import { htmlLead } from "../html/html_lead.ts";
import { htmlSameTimes } from "./html_same_times.ts";
import { htmlTable } from "../html/html_table.ts";
import { htmlText } from "../html/html_text.ts";
import { severitySvg } from "../html/severity_svg.ts";

/**
 * Writes the page that leads to the reports of several hosts: who was worst, all
 * incidents on one time axis, what is about to run out, and when several hosts had one at once.
 *
 * @param entries The hosts.
 * @returns The whole file; it needs no network, no script, no other file.
 */
export function toIndexHtml(entries: readonly IndexEntry[]): string {
  const view = toIndexView(entries);
  const title = titleOf(view);
  const chapters = [
    ...timeline(view),
    chapter("hosts", "Hosts", htmlTable(hostsTable(view))),
    ...warnings(view),
    ...sameTime(view),
    ...problems(view),
  ];
  return `${htmlHead(title)}
<body>
<a class="skip" href="#hosts">Skip to the hosts</a>
<div class="page">
<header>
<h1>${htmlText(title)}</h1>
<p class="subtitle">${htmlText(subtitleOf(view))}</p>
${htmlLead(indexLead(view))}
</header>
${htmlContents(toChapters(chapters.map(({ section }) => section)))}
<main>
${chapters.map(htmlChapter).join("\n")}
</main>
</div>
</body>
</html>
`;
}

function titleOf({ hosts, problems }: IndexView): string {
  const sum = (of: "incidents" | "outages") =>
    hosts.reduce((sum, host) => sum + host[of], 0);
  const outages = sum("outages");
  return `${countText(hosts.length + problems.length, "host")}: ${
    countText(sum("incidents"), "incident")
  }${outages > 0 ? ` and ${countText(outages, "outage")}` : ""}`;
}

function subtitleOf({ domain, time }: IndexView): string {
  return domain === null
    ? "No host has a result."
    : formatSpan(...domain, { ...time, date: "shown" });
}

/** A chapter with its content. */
interface IndexChapter {
  readonly section: Section;
  readonly html: string;
}

function timeline(view: IndexView): IndexChapter[] {
  const { hosts, domain } = view;
  if (domain === null || hosts.every(({ found }) => found.length === 0)) {
    return [];
  }
  const legend = (["critical", "major", "minor", "outage"] as const)
    .map((shape) => `${severitySvg(shape)} ${shape}`).join(", ");
  return [chapter(
    "timeline",
    "All hosts on one time axis",
    `<figure id="figure-timeline">
<div class="scroll chart" role="group" tabindex="0" aria-label="Timeline of all hosts">
${hostsSvg(view)}
</div>
<figcaption>Incidents of each host with their numbers, the host with the highest score first. A bar is as high as its incident was bad (minor, major, critical); outages are outlines. Incidents that would touch are one bar. The thin line is the time that was scored.</figcaption>
<details class="data">
<summary>Data of this chart</summary>
<p>Severity: ${legend}.</p>
${htmlTable(allIncidentsTable(view))}
</details>
</figure>`,
  )];
}

function sameTime(view: IndexView): IndexChapter[] {
  if (view.hosts.length < 2 || view.same.length === 0) return [];
  return [chapter("same-time", "Several hosts at once", htmlSameTimes(view))];
}

function warnings({ hosts }: IndexView): IndexChapter[] {
  const all = hostWarnings(hosts);
  if (all.length === 0) return [];
  const html = htmlTable(warningsTable(all));
  return [chapter(WARNINGS_SECTION, "Early warnings", html)];
}

function problems(view: IndexView): IndexChapter[] {
  if (view.problems.length === 0) return [];
  const html = htmlTable(problemsTable(view));
  return [chapter("problems", "Without a result", html)];
}

function chapter(id: string, title: string, html: string): IndexChapter {
  return { section: { id, title, level: 2, blocks: [] }, html };
}

function htmlChapter({ section: { id, title }, html }: IndexChapter): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${htmlText(title)}</h2>
${html}
</section>`;
}
