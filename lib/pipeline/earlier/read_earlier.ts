import { join, resolve } from "node:path";
import type { EarlierIncident } from "../../detect/seen_before.ts";
import { InputError } from "../../errors.ts";
import type { RunRecord } from "../../report/report_input.ts";
import { sha256 } from "../base/hash.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { findRuns } from "./find_runs.ts";
import { labelText } from "./label_text.ts";
import {
  type EarlierRun,
  parseEarlierIncidents,
  parseEarlierRun,
} from "./parse_run.ts";

/** Where earlier runs are looked for, unless told. */
export const REPORTS = fromRoot("reports");

/** Comes with the project and is about nobody's server. */
const SAMPLE_RUN = join(REPORTS, "sample");

/** No list of incidents that anybody has read is larger. */
const MOST_BYTES = 64 * 2 ** 20;

/** Earlier runs that are looked into, the latest. */
const MOST_RUNS = 200;

/** Which earlier runs are looked for. */
export interface EarlierOptions {
  /** Folders that hold them; `null`: the project's reports. */
  readonly folders: readonly string[] | null;
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
 * @param options Where, and of which host.
 * @returns The incidents, and what was read.
 * @throws {InputError} If a folder that was named is none.
 */
export async function readEarlier(
  options: EarlierOptions,
): Promise<EarlierIncidents> {
  const problems: string[] = [];
  const runs: (EarlierRun & { folder: string })[] = [];
  for (const folder of await foldersOf(options)) {
    const run = await attempt(problems, async () =>
      parseEarlierRun(
        ...await textOf(join(folder, "evaluation.json")),
      ));
    if (run?.host !== options.host || run.startMs >= options.beforeMs) continue;
    runs.push({ ...run, folder });
  }
  const latest = runs.sort((a, b) => b.endMs - a.endMs).slice(0, MOST_RUNS);
  const incidents: EarlierIncident[] = [];
  const inputs: RunRecord["inputs"][number][] = [];
  let { beforeMs } = options;
  for (const { folder, notes, startMs } of latest) {
    const read = await attempt(problems, async () => {
      const [text, path] = await textOf(join(folder, "incidents.json"));
      return { text, path, found: parseEarlierIncidents(text, path) };
    });
    if (read === null) continue;
    const bytes = new TextEncoder().encode(read.text);
    inputs.push({
      ...{ role: "earlier", path: read.path },
      ...{ sha256: sha256(bytes), bytes: bytes.length },
    });
    incidents.push(
      ...read.found.filter(({ end }) => Date.parse(end) < beforeMs)
        .map((incident) => ({
          ...incident,
          mark: noted(notes.get(incident.id)),
          source: shownPath(folder),
        })),
    );
    beforeMs = Math.min(beforeMs, startMs);
  }
  return { incidents, inputs, problems };
}

/** An evaluation has a row an event marked true; `null` for no label. */
function noted(note: string | undefined): string | null {
  return note === undefined ? null : labelText({ note });
}

async function foldersOf(
  { folders, out }: EarlierOptions,
): Promise<string[]> {
  const dirs = folders?.map((dir) => resolve(fromRoot(dir))) ?? [REPORTS];
  for (const dir of folders ?? []) {
    const info = await Deno.stat(fromRoot(dir)).catch(() => null);
    if (info?.isDirectory) continue;
    throw new InputError(
      "look for earlier runs",
      "--earlier must name folders of runs",
      { got: dir },
    );
  }
  const own = out === null ? null : resolve(fromRoot(out));
  const found: string[] = [];
  for (const dir of dirs) found.push(...await findRuns(dir));
  return [...new Set(found)].filter((folder) =>
    folder !== own && !(folders === null && folder === SAMPLE_RUN)
  );
}

/** The text, and the file's name as readers know it. */
async function textOf(file: string): Promise<[text: string, path: string]> {
  const path = shownPath(file);
  const refuse = (rule: string, cause?: unknown) =>
    new InputError(`use ${path}`, rule, { cause });
  const info = await Deno.stat(file).catch((cause) => {
    throw refuse("it must be a file that can be read", cause);
  });
  if (!info.isFile) throw refuse("it must be a file");
  if (info.size > MOST_BYTES) throw refuse("it must be below 64 MiB");
  const text = await Deno.readTextFile(file).catch((cause) => {
    throw refuse("it must be a file that can be read", cause);
  });
  return [text, path];
}

/** Does what may fail for what another run left behind; `null` where it did. */
async function attempt<T>(
  problems: string[],
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(`${error.message}. This earlier run is passed over.`);
    return null;
  }
}
