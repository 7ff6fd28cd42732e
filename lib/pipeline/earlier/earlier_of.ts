import { stepTime } from "../../frame/metric_table.ts";
import type { Params } from "../params/params.ts";
import type { ScoringInput } from "../training/scoring_input.ts";
import { type EarlierIncidents, readEarlier } from "./read_earlier.ts";

/**
 * Reads what earlier runs of the host found before the time that is scored now.
 *
 * @param input What is scored.
 * @param params The run's parameters.
 * @returns The earlier incidents; none where the data tells no dates, which could
 *   not be compared.
 * @throws {InputError} If `--earlier` names something else than folders.
 */
export async function earlierOf(
  { table, warmup }: Pick<ScoringInput, "table" | "warmup">,
  { earlier, out }: Pick<Params, "earlier" | "out">,
): Promise<EarlierIncidents> {
  if (table.facts.clock === "unplaced") {
    return { incidents: [], inputs: [], problems: [] };
  }
  return await readEarlier({
    folders: earlier,
    host: table.host,
    beforeMs: stepTime(table, warmup),
    out,
  });
}
