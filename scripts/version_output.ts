import { goBack } from "../lib/pipeline/store/go_back.ts";
import { MODEL_STORE } from "../lib/pipeline/store/model_store.ts";
import { useVersion } from "../lib/pipeline/store/use_version.ts";
import type { TrainTask } from "../lib/pipeline/params/train_params.ts";
import type { TaskOutput } from "./task.ts";

/**
 * Changes which version of a model is in use, and prints from what to what.
 *
 * @param task Going back, or taking a version.
 * @returns What is printed.
 */
export async function versionOutput(
  task: Extract<TrainTask, { readonly kind: "rollback" | "use" }>,
): Promise<TaskOutput> {
  const change = task.kind === "rollback"
    ? await goBack(MODEL_STORE, task.name)
    : await useVersion(MODEL_STORE, task.id);
  const { name, from, to, problems } = change;
  const isSame = from === to;
  return {
    lines: [
      ...problems,
      ...(from === null || isSame
        ? []
        : [`deno task train --use ${name}@${from} takes the other again`]),
    ],
    last: isSame
      ? `${name}@${to} is in use already`
      : `${name}@${to} is in use now${
        from === null ? "" : `, before it was ${name}@${from}`
      }`,
    json: change,
  };
}
