import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import type { MachineFolder } from "@lib/source/labelled/list_machines.ts";
import type { MachineTables } from "@lib/source/labelled/machine_tables.ts";
import { readTextMachine } from "@lib/source/labelled/read_text_machine.ts";
import { readLabels } from "@lib/source/read_labels.ts";
import { readTable } from "@lib/source/read_table.ts";

/**
 * Reads one machine of a labelled data set.
 *
 * @param folder The data set.
 * @param name The machine.
 * @returns Both parts and the named causes.
 * @throws {InputError} If a file cannot be read, or the test part has no labels.
 */
export async function readMachine(
  folder: MachineFolder,
  name: string,
): Promise<MachineTables> {
  const { dir, form } = folder;
  if (form === "text") return await readTextMachine(dir, name);
  const at = (part: string) => join(dir, `${name}.${part}`);
  const train = await readTable([at("train.parquet")], { host: name });
  const test = await readTable([at("test.parquet")], { host: name });
  if (test.label === null) {
    throw new InputError(
      `benchmark ${name}`,
      "its test part must have a column label",
      { hint: "1 where a row is anomalous, else 0" },
    );
  }
  const causes = await isThere(at("causes.csv"))
    ? await readLabels(at("causes.csv"), test.facts.clock)
    : null;
  return { name, train, test, causes };
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
