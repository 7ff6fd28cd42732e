import type { Params } from "../params/params.ts";
import type { StoredModel } from "../store/model_store.ts";

/**
 * Names the columns that must be rates where a stored model is used, since it
 * learned them as such.
 *
 * @param model The model.
 * @returns Their names.
 */
export function knownCounters(
  { detector }: Pick<StoredModel, "detector">,
): readonly string[] {
  const { counter } = detector.parameters;
  return Array.isArray(counter) ? counter : [];
}

/**
 * Names the columns that are looked at where a stored model is used: what it
 * learned, what it would name if it moved now, and what has a limit.
 *
 * @param model The model.
 * @param params The run's parameters.
 * @returns Their names.
 */
export function knownColumns(
  { detector }: Pick<StoredModel, "detector">,
  { limits }: Pick<Params, "limits">,
): ReadonlySet<string> {
  const constant = detector.excluded
    .filter(({ reason }) => reason === "constant");
  return new Set([
    ...[...detector.features, ...constant].map(({ name }) => name),
    ...limits.keys(),
  ]);
}
