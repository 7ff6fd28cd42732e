import type { MetricTable } from "../../frame/metric_table.ts";
import type { Engine } from "../../model/engine.ts";
import { detailedIncidents } from "../../report/detailed_incidents.ts";
import type { Stopwatch } from "../base/stopwatch.ts";
import { pickIncident } from "../pick_incident.ts";
import type { StoredModel } from "../store/model_store.ts";
import { type ScoredTable, scoreTable } from "./score_table.ts";
import { withCounterfactuals } from "./with_counterfactuals.ts";

/** How a model scores. */
export interface ScoreAndExplainOptions extends Pick<Stopwatch, "timed"> {
  /** What runs the network. */
  readonly engine: Engine;
  /** Alarms a day that a person is ready to look at. */
  readonly perDay: number;
  /** Steps at the table's start that only lead up to what is scored. */
  readonly warmup: number;
  /** The id of an incident that is asked for, or `null`. */
  readonly incident: string | null;
  /** Whether it is asked what would clear the alarms. @default {"incidents"} */
  readonly explain?: "incidents" | "nothing";
}

/**
 * Scores a table with a stored model, and asks what would clear the alarms of the
 * incidents that a report details.
 *
 * @param model The model.
 * @param table The table, with the model's features in its order.
 * @param options Engine, budget, which incident is asked for.
 * @returns The scored table, and sentences about what was too much to look for.
 * @throws {InputError} If no step can be scored, or there is no incident of the id.
 */
export async function scoreAndExplain(
  { bytes, detector }: StoredModel,
  table: MetricTable,
  options: ScoreAndExplainOptions,
): Promise<{ scored: ScoredTable; warnings: readonly string[] }> {
  const { engine, perDay, warmup, incident: asked, timed } = options;
  const autoencoder = await engine.load(bytes);
  try {
    const found = await timed(
      "score",
      () => scoreTable(autoencoder, table, { detector, perDay, warmup }),
    );
    // Before anything that takes long: a mistyped id costs no drawing.
    if (asked !== null) {
      pickIncident(found.incidents.map((incident) => ({ incident })), asked);
    }
    if (options.explain === "nothing") return { scored: found, warnings: [] };
    const detailed = detailedIncidents(found.incidents);
    const { incidents, warnings } = await timed(
      "counterfactuals",
      () =>
        withCounterfactuals(autoencoder, found.incidents, {
          ...{ table, detector, threshold: found.threshold.value },
          ...{ errors: found.errorsFromStart, changes: found.changes },
          isWanted: (one) => detailed.has(one) || one.id === asked,
          asked,
        }),
    );
    return { scored: { ...found, incidents }, warnings };
  } finally {
    autoencoder.dispose();
  }
}
