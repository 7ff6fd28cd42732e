import { plainText } from "../../frame/plain_text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The space between a number and its unit, and between a mark and its name. */
const BEFORE_UNIT =
  /(?<=●) |(?<=\d) (?=%|[kMGT]?\/s\b|(?:[KMGTPE]i)?B\b|(?:ms|s|min|h|d|cores|UTC)\b|°C|s\/s)/gu;

/**
 * What shall not be broken over two lines: a short name or a date with hyphens,
 * and two numbers or times with a dash and their unit.
 */
const WHOLE =
  /\d[\d.,:]*–\d[\d.,:]*(?:\u00a0[^\s;,.]+)?|(?<![\w-])(?=[\w-]{1,28}(?![\w-]))\w+(?:-\w+)+/gu;

/** A run of words in a script that is written from right to left. */
const RIGHT_TO_LEFT = rightToLeftRuns();

/**
 * Writes plain text as HTML text. What is written from right to left is
 * isolated, so that it cannot move the numbers beside it; numbers stay on
 * one line with their unit and with the other end of their range.
 *
 * @param text Any text, also hostile.
 * @returns HTML.
 */
export function htmlText(text: string): string {
  return htmlAttribute(text)
    .replace(BEFORE_UNIT, "\u00a0")
    .replace(WHOLE, (whole) => `<span class="whole">${whole}</span>`)
    .replace(RIGHT_TO_LEFT, (run) => `<bdi>${run}</bdi>`);
}

/**
 * Writes plain text as the value of a quoted attribute.
 *
 * @param text Any text, also hostile.
 * @returns The value, without quotes around it.
 */
export function htmlAttribute(text: string): string {
  return plainText(text).replace(
    /[&<>"']/g,
    (character) => ENTITIES[character]!,
  );
}

function rightToLeftRuns(): RegExp {
  const letter = "[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}" +
    "\\p{Script=Thaana}\\p{Script=Nko}]";
  return new RegExp(`${letter}+(?:[\\s\\-_]+${letter}+)*`, "gu");
}
