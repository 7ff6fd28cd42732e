import { InputError } from "../../errors.ts";
import { isModelName } from "../base/model_name.ts";
import { parseIsoTime } from "../../source/rows/iso_time.ts";
import { isPrometheus } from "../../source/prometheus/prometheus_url.ts";

/**
 * Reads one path or a list of paths.
 *
 * @param value What was given.
 * @param name The parameter's name, for errors.
 * @returns The paths.
 * @throws {InputError} If it is anything else.
 */
export function paths(value: unknown, name: string): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length === 0) {
    throw new InputError("use params", `${name} must name at least one file`);
  }
  return list.map((path) => text(path, name));
}

/**
 * Reads one path or a list of paths of files.
 *
 * @param value What was given.
 * @param name The parameter's name, for errors.
 * @returns The paths.
 * @throws {InputError} If it is anything else, such as a Prometheus server.
 */
export function files(value: unknown, name: string): readonly string[] {
  const list = paths(value, name);
  if (!list.some(isPrometheus)) return list;
  // It is not shown: it may hold a password.
  throw new InputError("use params", `${name} must be files here`, {
    hint: "record Prometheus first: deno task record",
  });
}

/**
 * Reads a text that is not empty.
 *
 * @param value What was given.
 * @param name The parameter's name, for errors.
 * @returns The text.
 * @throws {InputError} If it is anything else.
 */
export function text(value: unknown, name: string): string {
  if (typeof value !== "string" || value.trim() === "") {
    throw new InputError(
      "use params",
      `${name} must be a text that is not empty`,
      { got: value },
    );
  }
  return value;
}

/**
 * Reads one name or a list of names.
 *
 * @param value What was given.
 * @param name The parameter's name, for errors.
 * @returns The names, each once.
 * @throws {InputError} If it is anything else.
 */
export function names(value: unknown, name: string): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return [...new Set(list.map((one) => text(one, name)))];
}

/**
 * Reads whether something is so.
 *
 * @param value What was given: `true`, `false`, or the same as text.
 * @param name The parameter's name, for errors.
 * @returns Whether it is.
 * @throws {InputError} If it is anything else.
 */
export function flag(value: unknown, name: string): boolean {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new InputError("use params", `${name} must be true or false`, {
    got: value,
  });
}

/**
 * Reads the name of a time zone.
 *
 * @param value What was given, such as `"Europe/Berlin"`.
 * @param name The parameter's name, for errors.
 * @returns The name.
 * @throws {InputError} If this machine knows no such zone.
 */
export function timeZone(value: unknown, name: string): string {
  const zone = text(value, name);
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions()
      .timeZone;
  } catch (cause) {
    throw new InputError("use params", `${name} must be a time zone`, {
      got: value,
      hint: "for example Europe/Berlin",
      cause,
    });
  }
}

/**
 * Reads the name of a model, which becomes the name of a folder.
 *
 * @param value What was given.
 * @returns The name.
 * @throws {InputError} If it is anything else.
 */
export function modelName(value: unknown): string {
  const name = text(value, "name");
  if (!isModelName(name)) {
    throw new InputError(
      "use params",
      "name must be up to 100 letters, digits, '.', '_' or '-', beginning with a letter or digit",
      { got: name },
    );
  }
  return name;
}

/**
 * Reads an integer, written as a number or as text.
 *
 * @param value What was given.
 * @param name The parameter's name, for errors.
 * @param range Smallest and largest allowed value.
 * @returns The integer.
 * @throws {InputError} If it is no integer in the range.
 */
export function integer(
  value: unknown,
  name: string,
  [low, high]: readonly [low: number, high: number],
): number {
  const number = typeof value === "string" && value.trim() !== ""
    ? Number(value)
    : value;
  if (
    typeof number !== "number" || !Number.isInteger(number) || number < low ||
    number > high
  ) {
    throw new InputError(
      "use params",
      `${name} must be an integer from ${low} to ${high}`,
      {
        got: value,
      },
    );
  }
  return number;
}

/**
 * Reads one of some words.
 *
 * @param value What was given.
 * @param name The parameter's name, for errors.
 * @param choices The words.
 * @returns The word.
 * @throws {InputError} If it is anything else.
 */
export function oneOf<T extends string>(
  value: unknown,
  name: string,
  choices: readonly T[],
): T {
  const choice = choices.find((known) => known === value);
  if (choice === undefined) {
    throw new InputError(
      "use params",
      `${name} must be one of ${choices.join(", ")}`,
      {
        got: value,
      },
    );
  }
  return choice;
}

/**
 * Reads an instant; one without a zone is taken as UTC, like times in tables.
 *
 * @param value What was given.
 * @param name The parameter's name, for errors.
 * @returns Milliseconds since 1970 UTC.
 * @throws {InputError} If it is no ISO 8601 time.
 */
export function instant(value: unknown, name: string): number {
  const time = parseIsoTime(text(value, name));
  if (!time) {
    throw new InputError("use params", `${name} must be an ISO 8601 time`, {
      got: value,
      hint: "for example 2026-01-01T00:00:00Z",
    });
  }
  return time.ms;
}
