import { join } from "node:path";
import { InputError } from "../../errors.ts";
import type { RunRecord } from "../../report/report_input.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { standingFolder } from "../files/standing_folder.ts";
import { modelContents } from "../store/model_contents.ts";
import type { Elsewhere } from "./elsewhere.ts";
import {
  loadModel,
  MODEL_STORE,
  type StoredModel,
} from "../store/model_store.ts";

/** The model of a run where it was stored. */
export type FoundModel =
  /** It is what it was, or was learned anew from the same. */
  | {
    readonly state: "holds";
    readonly model: StoredModel;
    readonly folder: string;
    readonly why: string;
  }
  /** Another stands in its place. */
  | { readonly state: "changed"; readonly why: string }
  /** None does. */
  | { readonly state: "missing"; readonly why: string };

/**
 * Lists where a run's model may be stored.
 *
 * @param run The run's record.
 * @returns Folders of its version, the likeliest first.
 */
export function modelFolders(
  { model, parameters }: Pick<RunRecord, "model" | "parameters">,
): string[] {
  const stored = join(MODEL_STORE, model.name, "versions", model.version);
  const named = parameters.model;
  // A model is named by its name or, with a slash, by its folder.
  if (typeof named !== "string" || !/[\\/]/.test(named)) return [stored];
  const folder = fromRoot(named);
  return [folder, join(folder, "versions", model.version), stored];
}

/**
 * Looks for the model of a run and tells whether it is what it was.
 *
 * A model has the time of its training in its hash. One that was learned again
 * from the same has the same contents, and serves as well.
 *
 * @param run The run's record.
 * @param options Where else it is looked for.
 * @returns The model, or why it cannot be used.
 */
export async function findModel(
  run: RunRecord,
  { elsewhere }: { readonly elsewhere: Elsewhere | null },
): Promise<FoundModel> {
  let other: FoundModel = { state: "missing", why: "it is not stored" };
  for (const folder of modelFolders(run)) {
    if (await standingFolder(folder, "manifest.json") === null) continue;
    const found = await judge(folder, run.model);
    if (found.state === "holds") return found;
    other = found;
  }
  for (const folder of await elsewhere?.models(run.model) ?? []) {
    const found = await judge(folder, run.model);
    if (found.state !== "holds") continue;
    return { ...found, why: `${found.why}, in ${shownPath(folder)}` };
  }
  return other;
}

async function judge(
  folder: string,
  recorded: RunRecord["model"],
): Promise<FoundModel> {
  try {
    const model = await loadModel(MODEL_STORE, folder);
    if (model.sha256 === recorded.sha256) {
      return { state: "holds", model, folder, why: "as it was" };
    }
    if (modelContents(model) === recorded.contents) {
      const why = `trained anew ${model.detector.createdAt}, learned the same`;
      return { state: "holds", model, folder, why };
    }
    const { name, version, createdAt } = model.detector;
    const isOfThat = name === recorded.name && version === recorded.version;
    if (recorded.contents === undefined && isOfThat) {
      // An earlier whenwhy did not record what it had learned: scores tell.
      const why = `trained anew ${createdAt}`;
      return { state: "holds", model, folder, why };
    }
    return { state: "changed", why: "another one stands in its place" };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const why = error.message.replace(/^Cannot load the model .*?: /, "")
      .replace(/; (restore|train) it [^;]*$/, "")
      // What stands in the place of a model is not told to who reads this.
      .replace(/, got .*$/, "");
    return { state: "changed", why };
  }
}
