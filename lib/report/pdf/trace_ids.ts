import type { Section } from "../document.ts";
import { nameText } from "../words.ts";

/** Digits of a hash that tell files apart. */
const DIGITS = 12;

/**
 * Names in short what a report rests on, so that one page that is passed on can
 * be traced.
 *
 * @param sections The report's sections.
 * @returns Such as `"model a16dfde8c5cb · data ad6e15019e14"`, with `"+2"` where
 *   there are two more files; `""` where no section says what it rests on.
 */
export function traceIds(
  sections: readonly Pick<Section, "evidence">[],
): string {
  const all = sections.flatMap(({ evidence }) => evidence ?? []);
  const model = all.find(({ model }) => model !== null)?.model;
  const hashes = all.flatMap(({ inputs }) => inputs)
    .filter(({ role }) => role === "data")
    .map(({ sha256 }) => sha256.slice(0, DIGITS));
  const [data, ...more] = new Set(hashes);
  const others = more.length === 0 ? "" : ` +${more.length}`;
  return [
    ...(model ? [`model ${nameText(model.version)}`] : []),
    ...(data ? [`data ${data}${others}`] : []),
  ].join(" · ");
}
