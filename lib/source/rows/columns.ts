import { InputError } from "../../errors.ts";
import { TIMESTAMP_COLUMN } from "../../frame/schema.ts";

/** Names that people give to their time column. */
const TIME_LIKE = /^(time|date|datetime|ts|time ?stamp|_time)$/i;

/** Column names that a message lists at most. */
const LISTED = 8;

/**
 * Makes sure that a table has a timestamp column.
 *
 * @param names All column names.
 * @param file The file, for the message.
 * @throws {InputError} If it has none; says which columns there are.
 */
export function requireTimestamp(
  names: readonly string[],
  file: string,
): void {
  if (names.includes(TIMESTAMP_COLUMN)) return;
  const alike = names.find((name) => TIME_LIKE.test(name));
  throw new InputError(
    `read ${file}`,
    `it must have a column named ${TIMESTAMP_COLUMN}`,
    {
      hint: alike ? `rename the column ${alike}` : `it has ${listNames(names)}`,
    },
  );
}

/**
 * Lists names for a message, cut where there are many.
 *
 * @param names The names.
 * @returns Such as `"a, b and 12 more"`.
 */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).map((name) =>
    name.length > 40 ? `${name.slice(0, 39)}…` : name
  ).join(", ");
  const more = names.length - LISTED;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
