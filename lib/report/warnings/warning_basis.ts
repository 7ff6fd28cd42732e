import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import type { Basis } from "../evidence/evidence.ts";

/**
 * Says what a part rests on besides, where it tells what is about to run out.
 *
 * @param warnings What it tells of; none for nothing.
 * @returns What was measured, and before it in the training data.
 */
export function warningBasis(
  warnings: readonly EarlyWarning[],
): Basis[] {
  return warnings.length === 0 ? [] : ["history"];
}
