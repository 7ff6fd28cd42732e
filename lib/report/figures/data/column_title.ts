import { plainText } from "../../../frame/plain_text.ts";

/**
 * Names a column of a figure's data.
 *
 * @param name What it holds.
 * @param unit Its unit, as the schema writes it.
 * @returns Such as `"measured (cores)"`; the name alone where there is no unit.
 */
export function columnTitle(name: string, unit: string): string {
  const plain = plainText(name);
  return unit === "" || unit === "1" ? plain : `${plain} (${plainText(unit)})`;
}

/** Unit of a distance from what was expected. */
export const OWN_THRESHOLDS = "multiples of its own threshold";
