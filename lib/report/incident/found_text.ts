import type { Evaluation } from "../../measure/evaluation.ts";
import { countText } from "../words.ts";

/** How many incidents and outages a run found. */
export type FoundCounts = Pick<Evaluation["rates"], "incidents" | "outages">;

/**
 * Counts what was found.
 *
 * @param rates How many incidents and outages.
 * @returns Such as `"3 incidents and 1 outage"`, `"no incident"`.
 */
export function foundText({ incidents, outages }: FoundCounts): string {
  const found = countText(incidents, "incident");
  return outages > 0 ? `${found} and ${countText(outages, "outage")}` : found;
}

/**
 * Says what was found.
 *
 * @param rates How many incidents and outages.
 * @returns Such as `"3 incidents and 1 outage were found"`.
 */
export function wereFoundText(rates: FoundCounts): string {
  const were = rates.incidents + rates.outages > 1 ? "were" : "was";
  return `${foundText(rates)} ${were} found`;
}
