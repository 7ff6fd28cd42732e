import { join } from "node:path";
import { findRuns } from "../earlier/find_runs.ts";
import { readRunFile } from "../earlier/read_run_file.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { InputError } from "../../errors.ts";

/** How a version did against labels in a run. */
export interface LabelResult {
  /** Labelled events in the scored time. */
  readonly events: number;
  /** Of them, how many were found. */
  readonly eventsFound: number;
  /** False alarms a day. */
  readonly falseAlarmsPerDay: number;
  /** The last scored step, ISO 8601 UTC. */
  readonly end: string;
  /** The run's folder. */
  readonly run: string;
}

/**
 * Looks in the runs of a folder for how versions did against labels.
 *
 * @param folder The folder of runs, such as `reports/`.
 * @returns By the SHA-256 of a version's manifest the result of the run that looked
 *   at the latest time; runs without labels, or that cannot be read, have none.
 */
export async function labelResults(
  folder: string,
): Promise<ReadonlyMap<string, LabelResult>> {
  const { folders } = await findRuns(fromRoot(folder));
  const results = new Map<string, LabelResult>();
  for (const run of folders) {
    const { model } = objectOf(await jsonIn(run, "run.json"));
    const { sha256 } = objectOf(model);
    const result = resultOf(await jsonIn(run, "evaluation.json"), run);
    if (typeof sha256 !== "string" || result === null) continue;
    const known = results.get(sha256);
    if (known === undefined || known.end < result.end) {
      results.set(sha256, result);
    }
  }
  return results;
}

function resultOf(evaluation: unknown, run: string): LabelResult | null {
  const { labels, span } = objectOf(evaluation);
  const { events, eventsFound, falseAlarmsPerDay } = objectOf(labels);
  const { end } = objectOf(span);
  return isNumber(events) && isNumber(eventsFound) &&
      isNumber(falseAlarmsPerDay) && typeof end === "string"
    ? { events, eventsFound, falseAlarmsPerDay, end, run: shownPath(run) }
    : null;
}

async function jsonIn(run: string, file: string): Promise<unknown> {
  try {
    const [text] = await readRunFile(join(run, file));
    return JSON.parse(text);
  } catch (error) {
    // Somebody's else, or cut: it tells nothing, and is no model's fault.
    if (error instanceof InputError || error instanceof SyntaxError) return {};
    throw error;
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
