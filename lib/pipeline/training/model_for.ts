import { stepTime } from "../../frame/metric_table.ts";
import { formatDuration } from "../../frame/units.ts";
import { ENGINE_NAMES } from "../../model/engine.ts";
import {
  findVersion,
  loadModel,
  MODEL_STORE,
  type StoredModel,
} from "../store/model_store.ts";
import { modelNameOf } from "../base/model_name.ts";
import { versionOf } from "../store/model_version.ts";
import { tidyModel } from "../store/tidy_model.ts";
import type { Lesson } from "./scoring_input.ts";
import { type TrainContext, trainOn } from "./train_on.ts";

/**
 * Gives the model that a lesson leads to: the stored one where the same data
 * and parameters have been trained on before, by whatever engine, else a new
 * one.
 *
 * @param lesson Training data and where it came from.
 * @param context Parameters, engine, listener.
 * @returns The model, stored.
 */
export async function modelFor(
  { data, provenance, notes }: Lesson,
  context: Omit<TrainContext, "provenance" | "current">,
): Promise<StoredModel> {
  const { params, engine, listener } = context;
  const { table } = data;
  const { split } = provenance;
  // A split table's notes are told with what is scored of it.
  if (!split) {
    table.facts.notes?.forEach((text) => listener({ kind: "said", text }));
  }
  if (split) {
    const span = formatDuration(stepTime(table, table.steps) - table.startMs);
    const percent = Math.round(split.share * 100);
    listener({
      kind: "said",
      text: `No model and no --train: learning from the first ${percent} % ` +
        `(${span}), scoring the rest, from ${split.at}`,
    });
  }
  notes.forEach((text) => listener({ kind: "said", text }));
  const name = params.name ?? modelNameOf(table.host);
  // Any engine runs what another has trained.
  for (const trainer of new Set([engine.name, ...ENGINE_NAMES])) {
    const version = versionOf({ params, provenance, engine: trainer });
    const folder = await findVersion(MODEL_STORE, { name, version });
    if (!folder) continue;
    const stored = await loadModel(MODEL_STORE, folder);
    // Its writer may have been killed just before it did so.
    await tidyModel(MODEL_STORE, { name, version });
    listener({
      kind: "said",
      text: `Using the model ${name} ${version}, trained on the same data ` +
        stored.detector.createdAt,
    });
    return stored;
  }
  return await trainOn(data, {
    ...context,
    provenance,
    current: params.name === null ? "keep" : "replace",
  });
}
