import { InputError } from "../../errors.ts";
import type { StatedLimits } from "../../frame/metric_limit.ts";
import { names } from "./param_values.ts";

/** What is said of a column that has no limit. */
const NONE = "none";

/**
 * Reads at which values columns have nothing left.
 *
 * @param value What was given: `NAME=VALUE`, or a list of it. A name may hold
 *   `=`; the value is a number, or `none`.
 * @param name The parameter's name, for errors.
 * @returns One entry a column.
 * @throws {InputError} If it is anything else, or says two things of a column.
 */
export function limits(value: unknown, name: string): StatedLimits {
  const stated = new Map<string, number | null>();
  for (const text of names(value, name)) {
    const at = text.lastIndexOf("=");
    const [column, said] = [text.slice(0, at), text.slice(at + 1).trim()];
    const limit = said === NONE ? null : Number(said);
    const isLimit = said !== "" && (limit === null || Number.isFinite(limit));
    if (at < 1 || !isLimit) {
      throw new InputError("use params", `${name} must be NAME=VALUE`, {
        got: text,
        hint: `VALUE is a number or ${NONE}, such as disk-used=100`,
      });
    }
    if (stated.has(column)) {
      throw new InputError("use params", `${name} must name a column once`, {
        got: column,
      });
    }
    stated.set(column, limit);
  }
  return stated;
}

/**
 * Writes limits as they are given.
 *
 * @param limits One entry a column.
 * @returns Such as `["disk-used=100"]`.
 */
export function limitTexts(limits: StatedLimits): string[] {
  return [...limits].map(([name, limit]) => `${name}=${limit ?? NONE}`);
}
