import { InputError } from "../errors.ts";
import type { Clock } from "../frame/raw_table.ts";
import type { TimeForm } from "./rows/timestamps.ts";

/** What else says where a table's zero lies. */
export interface LabelZeroOptions {
  /** The labels file, for messages. */
  readonly file: string;
  /** Where the table's zero lies, milliseconds since 1970 UTC. */
  readonly start: number | undefined;
}

/**
 * Gives what brings labels to the clock of their table.
 *
 * @param form How the labels' times are written.
 * @param clock How the table's times are told.
 * @param options The file, and where the table's zero lies.
 * @returns Milliseconds to add to the labels' times.
 * @throws {InputError} If one is in seconds since a start and the other is not.
 */
export function labelZero(
  form: TimeForm,
  clock: Clock,
  { file, start }: LabelZeroOptions,
): number {
  const placed = clock !== "unplaced";
  const counted = clock === "offset" || clock === "unplaced";
  if (form === "offset" && !counted) {
    throw new InputError(
      `read ${file}`,
      "labels must have absolute times as the data has",
      { hint: "they are in seconds since a start" },
    );
  }
  if (form !== "offset" && !placed) {
    throw new InputError(
      `read ${file}`,
      "labels must be in seconds since the start as the data is",
      { hint: "or place the data with --start" },
    );
  }
  if (form !== "offset" || clock !== "offset") return 0;
  if (start === undefined) {
    throw new TypeError(
      "Cannot place labels: start must be given for a table that it placed",
    );
  }
  return start;
}
