/** Lists the models in `data/models/` with their versions; changes nothing. */
import { modelName } from "../lib/pipeline/params/param_values.ts";
import { listModels } from "../lib/pipeline/models/list_models.ts";
import { fromRoot } from "../lib/pipeline/base/paths.ts";
import { MODEL_STORE } from "../lib/pipeline/store/model_store.ts";
import { modelsOutput } from "./models_output.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";

await runTask({
  name: "models",
  about: "Lists the saved models with their versions.",
  params: TASK_PARAMS.models,
  run: async ({ params }) => {
    const name = params.name === undefined ? null : modelName(params.name);
    const places = { store: MODEL_STORE, reports: fromRoot("reports") };
    return modelsOutput(await listModels(name, places), { name });
  },
});
