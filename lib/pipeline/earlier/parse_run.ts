import type { EarlierIncident } from "../../detect/seen_before.ts";
import { InputError } from "../../errors.ts";
import { MARKS } from "../../frame/labelled_span.ts";
import { labelText } from "./label_text.ts";

/** What of an earlier run's `evaluation.json` is looked at. */
export interface EarlierRun {
  /** The host's name. */
  readonly host: string;
  /** First scored instant, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last scored instant, milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** What labels said of its incidents, in words, by id. */
  readonly marks: ReadonlyMap<string, string>;
}

/**
 * Reads what an earlier run's `evaluation.json` tells of it.
 *
 * @param text The file's text.
 * @param from Names the file in errors.
 * @returns Host, span, what labels said.
 * @throws {InputError} If it is no evaluation.
 */
export function parseEarlierRun(text: string, from: string): EarlierRun {
  const run = objectOf(parsed(text, from));
  const { host } = run;
  const { start, end } = objectOf(run.span);
  const [startMs, endMs] = [start, end].map(timeOf);
  if (typeof host !== "string" || !isTime(startMs) || !isTime(endMs)) {
    throw refusal(from, "it must be an evaluation with a host and a span");
  }
  return {
    host,
    startMs,
    endMs,
    marks: marksOf(objectOf(run.labels)),
  };
}

/** Older runs have events only, which are all marked true. */
function marksOf(
  { perEvent, perIncident = perEvent }: Readonly<Record<string, unknown>>,
): Map<string, string> {
  return new Map(
    listOf(perIncident).map(objectOf).flatMap(({ incident, mark, note }) => {
      const known = MARKS.find((one) => one === (mark ?? "true"));
      return typeof incident === "string" && typeof note === "string" && known
        ? [[incident, labelText({ mark: known, note })] as const]
        : [];
    }),
  );
}

/**
 * Reads an earlier run's `incidents.json`.
 *
 * @param text The file's text.
 * @param from Names the file in errors.
 * @returns What of its incidents another one can be compared with.
 * @throws {InputError} If it is no list of incidents.
 */
export function parseEarlierIncidents(
  text: string,
  from: string,
): Omit<EarlierIncident, "mark" | "source">[] {
  const list = parsed(text, from);
  if (!Array.isArray(list)) {
    throw refusal(from, "it must be a list of incidents");
  }
  return list.map((entry, i) => {
    const { id, kind, start, end, contributions } = objectOf(entry);
    const parts = listOf(contributions).map(partOf);
    if (
      typeof id !== "string" || id === "" ||
      (kind !== "anomaly" && kind !== "outage") ||
      typeof start !== "string" || typeof end !== "string" ||
      !(timeOf(start) <= timeOf(end)) || parts.length === 0 ||
      parts.includes(null)
    ) {
      throw refusal(from, "its entries must be incidents", `entry ${i + 1}`);
    }
    const whole = parts.flatMap((part) => part ?? []);
    return { id, kind, start, end, contributions: whole };
  });
}

function partOf(
  entry: unknown,
): EarlierIncident["contributions"][number] | null {
  const { feature, share, isCause, direction } = objectOf(entry);
  return typeof feature === "string" && typeof share === "number" &&
      share >= 0 && share <= 1 && typeof isCause === "boolean" &&
      (direction === "high" || direction === "low")
    ? { feature, share, isCause, direction }
    : null;
}

function parsed(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`use ${from}`, "it must be JSON", { cause });
  }
}

function refusal(from: string, rule: string, got?: string): InputError {
  return new InputError(`use ${from}`, rule, { got });
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function timeOf(value: unknown): number {
  return typeof value === "string" ? Date.parse(value) : NaN;
}

function isTime(ms: number | undefined): ms is number {
  return ms !== undefined && Number.isFinite(ms);
}
