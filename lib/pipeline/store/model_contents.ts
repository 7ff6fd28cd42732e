import { sha256 } from "../base/hash.ts";
import type { StoredModel } from "./model_store.ts";

/**
 * Hashes what a model has learned: its weights, scales and calibration. When, by
 * which version, from which path and with which budget it was trained is left out,
 * so that the same training gives the same hash on another day, in another folder.
 *
 * @param model The model.
 * @returns SHA-256 in hex.
 */
export function modelContents(
  { bytes, detector }: Pick<StoredModel, "bytes" | "detector">,
): string {
  const {
    name: _name,
    version: _version,
    createdAt: _createdAt,
    inputs: _inputs,
    parameters: _parameters,
    engine: _engine,
    versions: _versions,
    threshold: _threshold, // that of a budget; a run fits its own
    ...learned
  } = detector;
  // As it is read from its file, where a key that is undefined is none.
  const parts = [sha256(bytes.weights), bytes.modelJson, learned];
  return sha256(JSON.stringify(parts));
}
