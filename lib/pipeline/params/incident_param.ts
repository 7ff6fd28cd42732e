import { InputError } from "../../errors.ts";
import { incidentTimeIn } from "../incident_id.ts";
import { text } from "./param_values.ts";

/** As a page shows it: #2. */
const NUMBER = /^#?\d+$/;

/**
 * Reads the id of an incident. Whether there is one of that id only scoring tells;
 * what is no id is refused before it.
 *
 * @param value What was given, such as `"web-1-20260301T135800Z"`.
 * @param name The parameter's name, for errors.
 * @returns The id.
 * @throws {InputError} If it is anything else.
 */
export function incidentId(value: unknown, name: string): string {
  const id = text(value, name);
  if (incidentTimeIn(id) !== null) return id;
  const place = "incidents.json lists them, and an incident's address in " +
    "report.html ends with it, such as web-1-20260301T135800Z";
  throw new InputError("use params", `${name} must be an incident's id`, {
    got: id,
    hint: NUMBER.test(id)
      ? `its number is another one in another run; ${place}`
      : place,
  });
}
