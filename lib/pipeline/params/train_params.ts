import { InputError } from "../../errors.ts";
import { parseVersionId } from "../store/use_version.ts";
import type { VersionId } from "../store/version_problem.ts";
import { flag, modelName, text } from "./param_values.ts";
import { type Params, parseParams } from "./params.ts";

/** What the train task is asked to do. */
export type TrainTask =
  | { readonly kind: "train"; readonly params: Params }
  | {
    /** Train, and compare with the version in use before it is replaced. */
    readonly kind: "compare";
    readonly params: Params;
    /** Whether it is replaced in any case. */
    readonly agreed: "yes" | "no";
  }
  /** Go back to the version that was in use before. */
  | { readonly kind: "rollback"; readonly name: string }
  /** Take a stored version into use. */
  | { readonly kind: "use"; readonly id: VersionId };

/** Parameters of the train task alone, by the names of its flags. */
export const VERSION_PARAM_NAMES = [
  "compare",
  "yes",
  "rollback",
  "use",
] as const;

/** The name of such a parameter. */
export type VersionParamName = (typeof VERSION_PARAM_NAMES)[number];

/** What only says what two versions are compared on. */
const COMPARING = ["labels", "earlier"] as const;

/**
 * Reads what the train task is asked to do.
 *
 * @param input Its parameters, by the names of its flags.
 * @returns The task.
 * @throws {InputError} For an unknown name, a value that breaks its rule, or
 *   parameters that contradict one another.
 *
 * @example Usage
 * ```ts
 * import { parseTrainParams } from "@lib/pipeline/params/train_params.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseTrainParams({ rollback: "web" }), {
 *   kind: "rollback",
 *   name: "web",
 * });
 * ```
 */
export function parseTrainParams(
  input: Readonly<Record<string, unknown>>,
): TrainTask {
  const given = Object.entries(input)
    .filter(([, value]) => value !== null && value !== undefined);
  const { compare = false, yes = false, rollback, use, ...rest } = Object
    .fromEntries(given);
  for (const [name, value] of Object.entries({ rollback, use })) {
    const others = given.map(([other]) => other)
      .filter((other) => other !== name);
    if (value === undefined) continue;
    if (others.length > 0) {
      throw new InputError(
        "use params",
        `--${name} trains nothing and takes no other flag`,
        { got: others.map((other) => `--${other}`).join(" ") },
      );
    }
    return name === "rollback"
      ? { kind: "rollback", name: modelName(value) }
      : { kind: "use", id: parseVersionId(text(value, name)) };
  }
  const params = parseParams(rest);
  const agreed = flag(yes, "yes") ? "yes" : "no";
  if (!flag(compare, "compare")) {
    const stray = COMPARING.find((name) => params.given.includes(name)) ??
      (agreed === "yes" ? "yes" : undefined);
    if (stray === undefined) return { kind: "train", params };
    throw new InputError("use params", `--${stray} is for --compare`, {
      hint: "leave it out, or add --compare",
    });
  }
  if ((params.train === null) !== (params.data === null)) {
    throw new InputError(
      "compare versions",
      "--train must name what is learned from, and --data what both versions look at",
      { hint: `add --${params.train === null ? "train" : "data"} FILE` },
    );
  }
  return { kind: "compare", params, agreed };
}
