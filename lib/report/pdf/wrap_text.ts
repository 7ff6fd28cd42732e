/** Measures text; the unit is the one of the width it is compared with. */
export type Measure = (text: string) => number;

// A number stays with its unit, and a dot or a sign with what it marks.
const BREAK = / (?<![●<>≤≥≈±] )(?<!\d (?=[^\s\d]{1,6}(?: |$)))/u;

// Where a name such as `sys-mem-swap-free` or a path may be cut.
const SOFT_BREAK = /(?<=[-_/.:;,=&?)\]} ])/u;

/**
 * Breaks text into lines that are no wider than asked.
 *
 * Lines end at spaces, but not between a number and its unit. A word that is wider than a line is cut after
 * punctuation, and where that does not do, between any two characters.
 *
 * @param text One paragraph, already cleaned.
 * @param width Widest line; a single character may be wider.
 * @param measure Gives the width of a piece of text.
 * @returns At least one line; joined by nothing or by spaces they are the text.
 *
 * @example Usage
 * ```ts
 * import { wrapText } from "@lib/report/pdf/wrap_text.ts";
 * import assert from "node:assert/strict";
 *
 * const measure = (text: string) => text.length;
 * assert.deepEqual(wrapText("one two three", 8, measure), ["one two", "three"]);
 * assert.deepEqual(wrapText("disk-io-time", 8, measure), ["disk-io-", "time"]);
 * ```
 */
export function wrapText(
  text: string,
  width: number,
  measure: Measure,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const append = (piece: string, separator: string) => {
    const longer = line === "" ? piece : line + separator + piece;
    if (line === "" || measure(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = piece;
    }
  };
  for (const word of wordsOf(text)) {
    cutWord(word, width, measure).forEach((piece, index) =>
      append(piece, index === 0 ? " " : "")
    );
  }
  return [...lines, line].map((line) => line.trimEnd());
}

/**
 * Gives what a line should hold unbroken: words, and numbers with their unit.
 *
 * @param text One paragraph, already cleaned.
 * @returns At least one word; joined by spaces they are the text.
 */
export function wordsOf(text: string): readonly string[] {
  return text.split(BREAK);
}

/** Cuts a word into pieces of which each fits a line. */
function cutWord(
  word: string,
  width: number,
  measure: Measure,
): readonly string[] {
  if (measure(word) <= width) return [word];
  return word.split(SOFT_BREAK).flatMap((part) =>
    measure(part) <= width ? [part] : cutAnywhere(part, width, measure)
  );
}

function cutAnywhere(
  part: string,
  width: number,
  measure: Measure,
): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of part) {
    if (piece !== "" && measure(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
