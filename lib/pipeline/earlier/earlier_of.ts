import { stepTime } from "../../frame/metric_table.ts";
import type { Params } from "../params/params.ts";
import type { ScoringInput } from "../training/scoring_input.ts";
import { type EarlierIncidents, readEarlier } from "./read_earlier.ts";
import { type ScannedRuns, scanRuns } from "./scan_runs.ts";

/**
 * Reads what earlier runs of the host found before the time that is scored now.
 *
 * @param input What is scored.
 * @param options Parameters of the run, and what looks for earlier runs of any
 *   host, where that is done once for several.
 * @returns The earlier incidents; none where the data tells no dates, which could
 *   not be compared.
 * @throws {InputError} If `--earlier` names something else than folders.
 */
export async function earlierOf(
  { table, warmup }: Pick<ScoringInput, "table" | "warmup">,
  { earlier, out, scan = () => scanRuns(earlier) }:
    & Pick<Params, "earlier" | "out">
    & { readonly scan?: (() => Promise<ScannedRuns>) | undefined },
): Promise<EarlierIncidents> {
  if (table.facts.clock === "unplaced") {
    return { incidents: [], inputs: [], problems: [] };
  }
  return await readEarlier(await scan(), {
    host: table.host,
    beforeMs: stepTime(table, warmup),
    out,
  });
}
