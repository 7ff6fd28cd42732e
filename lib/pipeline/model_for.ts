import { formatDuration } from "@lib/frame/units.ts";
import { stepTime } from "@lib/frame/metric_table.ts";
import {
  findVersion,
  loadModel,
  MODEL_STORE,
  type StoredModel,
} from "@lib/pipeline/model_store.ts";
import type { Lesson } from "@lib/pipeline/scoring_input.ts";
import { modelNameOf, versionOf } from "@lib/pipeline/model_version.ts";
import { type TrainContext, trainOn } from "@lib/pipeline/train_on.ts";

/**
 * Gives the model that a lesson leads to: the stored one where the same data
 * and parameters have been trained on before, else a new one.
 *
 * @param lesson Training data and where it came from.
 * @param context Parameters, engine, listener.
 * @returns The model, stored.
 */
export async function modelFor(
  { data, provenance }: Lesson,
  context: Omit<TrainContext, "provenance">,
): Promise<StoredModel> {
  const { params, listener } = context;
  const { table } = data;
  const { split } = provenance;
  // A split table's notes are told with what is scored of it.
  if (!split) {
    table.facts.notes?.forEach((text) => listener({ kind: "said", text }));
  }
  if (split) {
    listener({
      kind: "said",
      text:
        `No model and no --train: learning from the first ${
          Math.round(split.share * 100)
        } % ` +
        `(${
          formatDuration(stepTime(table, table.steps) - table.startMs)
        }), scoring the rest, from ${split.at}`,
    });
  }
  const name = params.name ?? modelNameOf(table.host);
  const version = versionOf(params, provenance);
  const folder = await findVersion(MODEL_STORE, { name, version });
  if (!folder) return await trainOn(data, { ...context, provenance });
  const stored = await loadModel(MODEL_STORE, folder);
  listener({
    kind: "said",
    text:
      `Using the model ${name} ${version}, trained on the same data ${stored.detector.createdAt}`,
  });
  return stored;
}
