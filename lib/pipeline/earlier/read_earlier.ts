import { join, resolve } from "node:path";
import type { EarlierIncident } from "../../detect/seen_before.ts";
import type { RunRecord } from "../../report/report_input.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { type EarlierFile, earlierFile } from "./earlier_file.ts";
import { parseEarlierIncidents } from "./parse_run.ts";
import { attempt, readRunFile } from "./read_run_file.ts";
import type { ScannedRuns } from "./scan_runs.ts";

/** Earlier runs that are looked into, the latest. */
const MOST_RUNS = 200;

/** Which earlier runs are looked into. */
export interface EarlierOptions {
  /** The host. */
  readonly host: string;
  /** First scored instant: later incidents are the run's own, ms since 1970 UTC. */
  readonly beforeMs: number;
  /** The folder that this run will replace; `null` where it is not known. */
  readonly out: string | null;
}

/** What earlier runs of a host found. */
export interface EarlierIncidents {
  /** Its incidents before this run's time. */
  readonly incidents: readonly EarlierIncident[];
  /** The files that they were read from. */
  readonly inputs: RunRecord["inputs"];
  /** A sentence for each file that could not be used. */
  readonly problems: readonly string[];
}

/**
 * Reads the incidents that earlier runs of a host found before this run's time.
 *
 * Where two runs looked at the same time, the one that looked at later time too
 * counts. A run that cannot be used is passed over and named.
 *
 * @param scanned The runs of any host.
 * @param options Which of them count.
 * @returns The incidents, and the files that they are from.
 */
export async function readEarlier(
  scanned: ScannedRuns,
  options: EarlierOptions,
): Promise<EarlierIncidents> {
  const { host, out } = options;
  let { beforeMs } = options;
  const own = out === null ? null : resolve(fromRoot(out));
  const runs = scanned.runs.filter(({ folder }) => folder !== own);
  const problems = [
    ...scanned.problems,
    ...runs.flatMap((one) => "problem" in one ? [one.problem] : []),
  ];
  const latest = runs
    .flatMap((one) => "run" in one ? [{ ...one, ...one.run }] : [])
    .filter((run) => run.host === host && run.startMs < beforeMs)
    .sort((a, b) => b.endMs - a.endMs);
  let looked = 0;
  const incidents: EarlierIncident[] = [];
  const inputs: EarlierFile[] = [];
  // A run without incidents of its own still hides those of the time it saw.
  let seen: EarlierFile[] = [];
  for (const { folder, place, marks, startMs, evaluation } of latest) {
    // Another look at the same time, such as a report on one of its incidents.
    if (startMs >= beforeMs) continue;
    if (looked++ === MOST_RUNS) break;
    const read = await attempt(async () => {
      const [text, path, bytes] = await readRunFile(
        join(place ?? folder, "incidents.json"),
      );
      return { bytes, path, found: parseEarlierIncidents(text, path) };
    });
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const { bytes, path, found } = read.done;
    const earlier = found.filter(({ end }) => Date.parse(end) < beforeMs);
    beforeMs = Math.min(beforeMs, startMs);
    seen.push(evaluation);
    if (earlier.length === 0) continue;
    inputs.push(...seen, earlierFile(bytes, path));
    seen = [];
    incidents.push(...earlier.map((incident) => ({
      ...incident,
      mark: marks.get(incident.id) ?? null,
      source: shownPath(folder),
    })));
  }
  return { incidents, inputs, problems };
}
