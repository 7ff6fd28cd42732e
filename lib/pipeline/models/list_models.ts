import { join } from "node:path";
import { modelFolders, versionNames } from "../store/model_names.ts";
import { readPointer } from "../store/pointer.ts";
import { noModel } from "../store/version_problem.ts";
import { labelResults } from "./label_results.ts";
import {
  type DamagedVersion,
  type VersionFacts,
  versionFacts,
} from "./version_facts.ts";

/** A model with its versions. */
export interface ListedModel {
  /** Its name. */
  readonly name: string;
  /** The version that the name stands for; `null` where none is there. */
  readonly current: string | null;
  /** Those that it stood for before, the latest first. */
  readonly before: readonly string[];
  /** Versions that can be used, the latest trained first. */
  readonly versions: readonly VersionFacts[];
  /** Versions that cannot. */
  readonly damaged: readonly DamagedVersion[];
  /** Why the name stands for nothing; `null` where it does for a version. */
  readonly problem: string | null;
}

/** Where models and runs are. */
export interface ListPlaces {
  /** The folder of all models. */
  readonly store: string;
  /** The folder of runs, in which versions may have been measured against labels. */
  readonly reports: string;
}

/**
 * The models step: lists the stored models, or one, with all their versions.
 * Nothing is written.
 *
 * @param name The one model; `null`: all of them.
 * @param places Where they are.
 * @returns The models by name; damaged versions are among them, with the reason.
 * @throws {InputError} If there is no model of that name.
 */
export async function listModels(
  name: string | null,
  { store, reports }: ListPlaces,
): Promise<ListedModel[]> {
  const folders = await modelFolders(store);
  const names = folders.filter((one) => name === null || one === name);
  if (name !== null && names.length === 0) throw await noModel(store, name);
  if (names.length === 0) return [];
  const results = await labelResults(reports);
  const models: ListedModel[] = [];
  for (const name of names) {
    const folder = join(store, name);
    const pointer = await readPointer(folder);
    const current = pointer?.current ?? "";
    const all: (VersionFacts | DamagedVersion)[] = [];
    for (const version of await versionNames(folder)) {
      const id = { name, version };
      all.push(await versionFacts(store, id, { current, results }));
    }
    const isThere = all.some(({ version }) => version === current);
    models.push({
      name,
      current: isThere ? current : null,
      before: pointer?.before ?? [],
      versions: all.flatMap((one) => "problem" in one ? [] : [one])
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
      damaged: all.flatMap((one) => "problem" in one ? [one] : []),
      problem: isThere
        ? null
        : pointer === null
        ? "its file current is not there: no version is in use"
        : `its file current must name one of its versions, and says ${
          JSON.stringify(current)
        }`,
    });
  }
  return models;
}
