/** Trains a model and makes it the current version in `data/models/<name>/`. */
import { parseParams } from "@lib/pipeline/params.ts";
import { train } from "@lib/pipeline/train.ts";
import { MODEL_STORE } from "@lib/pipeline/model_store.ts";
import { join } from "node:path";
import { runTask } from "./run_task.ts";
import { forUser } from "./user_path.ts";

await runTask({
  name: "train",
  about: "Learns a server's normal metrics and saves the model.",
  params: [
    "data",
    "train",
    "name",
    "engine",
    "threads",
    "window",
    "hidden",
    "epochs",
    "seed",
    "alarm-budget",
    "start",
    "host",
    "counter",
    "decimal-comma",
    "from",
    "to",
    "instance",
    "step",
    "query",
  ],
  run: async ({ params, listener }) => {
    const { detector } = await train(parseParams(params), listener);
    const { name, version, training, features, excluded } = detector;
    const best = training.losses[training.bestEpoch - 1];
    return {
      lines: [
        `${features.length} metrics of ${training.start} to ${training.end}`,
        `best epoch ${training.bestEpoch} of ${training.losses.length}, held-out loss ${
          best?.stop.toPrecision(3)
        }`,
        ...excluded.map((metric) =>
          `left out: ${metric.name} (${metric.reason}: ${metric.detail})`
        ),
        ...training.warnings,
      ],
      last: forUser(join(MODEL_STORE, name, "versions", version)),
      json: {
        name,
        version,
        training,
        excluded,
        features: features.map((feature) => feature.name),
      },
    };
  },
});
