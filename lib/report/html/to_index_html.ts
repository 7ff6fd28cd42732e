import { htmlHead } from "./html_head.ts";
import { htmlAttribute, htmlText } from "./html_text.ts";
import { scoreText } from "../words.ts";

/** One host of several whose reports lie side by side. */
export interface IndexEntry {
  /** The host's name. */
  readonly host: string;
  /** Where its result lies, relative to the index; `null` where there is none. */
  readonly link: string | null;
  /** Highest score, in thresholds; `null` where there is none. */
  readonly peakScore: number | null;
  /** Incidents of kind anomaly. */
  readonly incidents: number;
  /** Incidents of kind outage. */
  readonly outages: number;
  /** Why there is no result; `null` where there is one. */
  readonly problem: string | null;
}

/**
 * Writes the page that leads to the reports of several hosts, the highest peak
 * first, those without a result last.
 *
 * @param entries The hosts.
 * @returns The whole file.
 */
export function toIndexHtml(entries: readonly IndexEntry[]): string {
  const title = `Reports of ${entries.length} hosts`;
  const rows = [...entries].sort(byPeak).map(row).join("\n");
  return `${htmlHead(title)}
<body>
<div class="page">
<header>
<h1>${title}</h1>
<p class="subtitle">By the highest score; 1 is the threshold.</p>
</header>
<main>
<div class="scroll" tabindex="0" role="region" aria-label="Hosts">
<table>
<thead><tr><th scope="col">Host</th><th scope="col">Peak score (× threshold)</th><th scope="col">Incidents</th><th scope="col">Outages</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>
</div>
</main>
</div>
</body>
</html>
`;
}

function byPeak(one: IndexEntry, other: IndexEntry): number {
  return (other.peakScore ?? -1) - (one.peakScore ?? -1);
}

function row(entry: IndexEntry): string {
  const { host, link, problem, peakScore, incidents, outages } = entry;
  if (link === null) {
    return `<tr><td>${htmlText(host)}</td><td colspan="3">no result: ${
      htmlText(problem ?? "")
    }</td></tr>`;
  }
  const peak = peakScore === null ? "—" : scoreText(peakScore);
  return `<tr><td><a href="${htmlAttribute(encodeURI(link))}">${
    htmlText(host)
  }</a></td><td>${peak}</td><td>${incidents}</td><td>${outages}</td></tr>`;
}
