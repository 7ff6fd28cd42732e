import { seededRandom } from "@lib/model/random.ts";

/** A changed file. */
export interface Mutant {
  /** Its bytes. */
  readonly bytes: Uint8Array;
  /** Places of the bytes that were changed, where none was moved; else `null`. */
  readonly set: readonly number[] | null;
}

/** Bytes that mean something in a table, drawn as often as all others together. */
const TELLING = new TextEncoder().encode('",;\t\n\r\0-.9eNZ+');

/** Most bytes that are cut out or doubled at once. */
const MOST_BYTES = 40;

/**
 * Makes one to three changes to a file: another byte, one more, bytes cut out or
 * doubled, an end.
 *
 * @param original The file's bytes.
 * @param seed What the changes follow from, and the mutant's number.
 * @returns The changed file; the same for the same seed and number.
 */
export function mutate(
  original: Uint8Array,
  { seed, number }: { readonly seed: number; readonly number: number },
): Mutant {
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ number);
  const upTo = (count: number) => Math.floor(random() * count);
  let bytes = [...original];
  const set: number[] = [];
  let isMoved = false;
  for (let changes = 1 + upTo(3); changes > 0; changes--) {
    const at = upTo(bytes.length);
    const length = 1 + upTo(MOST_BYTES);
    const byte = random() < 0.5
      ? TELLING[upTo(TELLING.length)] ?? 0
      : upTo(256);
    const kind = upTo(5);
    isMoved ||= kind > 0;
    if (kind === 0) bytes[at] = byte;
    if (kind === 0) set.push(at);
    if (kind === 1) bytes.splice(at, 0, byte);
    if (kind === 2) bytes.splice(at, length);
    if (kind === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    if (kind === 4) bytes = bytes.slice(0, at);
  }
  return { bytes: Uint8Array.from(bytes), set: isMoved ? null : set };
}
