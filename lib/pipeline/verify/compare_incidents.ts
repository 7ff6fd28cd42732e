import type { Incident } from "../../detect/incident.ts";
import { nameList } from "../../frame/name_list.ts";
import { countText } from "../../report/words.ts";
import { toJson } from "../base/to_json.ts";
import type { Check } from "./check.ts";
import { differences } from "./differences.ts";
import { readJson } from "./read_json.ts";

/** Incidents that differ are named up to so many. */
const MOST_NAMED = 5;

/** What of incidents is compared. */
export interface CompareIncidentsOptions {
  /** Names of parts that are passed over. */
  readonly passOver: readonly string[];
  /** Folders of earlier runs that are not what they were, as incidents name them. */
  readonly gone: ReadonlySet<string>;
}

/**
 * Holds `incidents.json` against the incidents that are found now.
 *
 * @param file The file.
 * @param incidents What is found now.
 * @param options What cannot be compared.
 * @returns One check for each incident that differs, or one for all.
 */
export async function compareIncidents(
  file: string,
  incidents: readonly Incident[],
  { passOver, gone }: CompareIncidentsOptions,
): Promise<Check[]> {
  const changed = (text: string): Check => (
    { of: "incidents", state: "changed", text }
  );
  const read = await readJson(file);
  if ("why" in read) return [changed(`incidents.json: ${read.why}`)];
  const { value: then } = read;
  if (!Array.isArray(then) || !then.every(isIncident)) {
    return [changed("incidents.json: it must be a list of incidents")];
  }
  const now: Recorded[] = JSON.parse(toJson(incidents));
  const lost = then.filter(({ id }) => now.every((one) => one.id !== id));
  const come = now.filter(({ id }) => then.every((one) => one.id !== id));
  const checks = [
    ...(lost.length > 0 ? [changed(`not found now: ${idsOf(lost)}`)] : []),
    ...(come.length > 0
      ? [changed(`found now and not recorded: ${idsOf(come)}`)]
      : []),
  ];
  const found = now.filter(({ id }) => then.some((one) => one.id === id));
  for (const one of found) {
    const [own, recorded] = seenAlike(
      one,
      then.find(({ id }) => id === one.id) ?? one,
      gone,
    );
    const [first, ...others] = differences(recorded, own, {
      passOver: [...passOver, ...addedSince(recorded)],
    });
    if (first === undefined) continue;
    checks.push(changed(`${one.id}: ${first}${moreText(others.length)}`));
  }
  const more = checks.length - MOST_NAMED;
  if (more > 0) {
    checks.splice(MOST_NAMED, more, changed(countText(more, "more", "more")));
  }
  const isInOrder = then.map(idOf).join("\n") === now.map(idOf).join("\n");
  if (checks.length === 0 && !isInOrder) {
    checks.push(changed("incidents.json: they stand in another order"));
  }
  return checks.length > 0 ? checks : [{
    ...{ of: "incidents", state: "holds" },
    text: countText(now.length, "incident"),
  }];
}

/** Parts that runs of earlier versions did not record: there is nothing to compare. */
function addedSince(then: Recorded): string[] {
  return Object.hasOwn(then, "warnedOf") ? [] : ["warnedOf"];
}

/**
 * Takes out what earlier runs are no longer there to tell: of the likest that are
 * left the first are those that were seen with them.
 */
function seenAlike(
  now: Recorded,
  then: Recorded,
  gone: ReadonlySet<string>,
): [now: Recorded, then: Recorded] {
  if (gone.size === 0) return [now, then];
  const left = listOf(then.seenBefore).filter((seen) =>
    !isIn(gone, Object(seen).source)
  );
  const seen = listOf(now.seenBefore).slice(0, left.length);
  return [{ ...now, seenBefore: seen }, { ...then, seenBefore: left }];
}

function isIn(folders: ReadonlySet<string>, source: unknown): boolean {
  return typeof source === "string" && folders.has(source);
}

type Recorded = Readonly<Record<string, unknown>> & { readonly id: string };

function isIncident(value: unknown): value is Recorded {
  return typeof value === "object" && value !== null && "id" in value &&
    typeof value.id === "string";
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function idOf({ id }: Recorded): string {
  return id;
}

function idsOf(incidents: readonly Recorded[]): string {
  return nameList(incidents.map(idOf));
}

function moreText(count: number): string {
  return count === 0 ? "" : `, and ${countText(count, "more difference")}`;
}
