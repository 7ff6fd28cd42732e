import {
  emptyEntry,
  type IndexEntry,
  indexEntry,
} from "@lib/report/hosts/index_entry.ts";
import { sampleReportInput } from "./sample_report_input.ts";

/** Names of hosts, some of which try to break out. */
const NAMES = [
  "web",
  "db",
  "cache",
  "<img src=x onerror=alert(1)>",
  "קצב-שרת",
  `"&'</script>`,
  "a".repeat(300),
];

/** Milliseconds between the same incident of two hosts. */
const APART_MS = 240_000;

/**
 * Makes hosts with incidents that overlap in part, and one without a result.
 *
 * @param count How many hosts have a result.
 * @param options Steps of each, of a minute. @default {{ steps: 720 }}
 * @returns One entry a host; the last has no result.
 */
export function sampleIndexEntries(
  count: number,
  { steps = 720 }: { readonly steps?: number } = {},
): IndexEntry[] {
  const entries = Array.from({ length: count }, (_, i) => {
    const input = sampleReportInput({
      seed: i + 3,
      steps,
      incidents: i % 7,
      outages: i % 3 === 0 ? "outage" : "none",
    });
    const shifted = (time: string) =>
      new Date(Date.parse(time) + (i % 5) * APART_MS).toISOString();
    const incidents = input.incidents.map((incident) => ({
      ...incident,
      start: shifted(incident.start),
      end: shifted(incident.end),
    }));
    const host = `${NAMES[i % NAMES.length]}-${i}`;
    return indexEntry({ host, link: `host-${i}/report.html` }, {
      ...input,
      incidents,
      intervalMs: input.table.intervalMs,
    });
  });
  return [
    ...entries,
    emptyEntry('gone <b>"x"', "Cannot score: at least 428 steps are needed"),
  ];
}
