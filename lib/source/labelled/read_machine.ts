import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { labelsOfHost } from "../../frame/labels_of_host.ts";
import {
  type LabelledSpan,
  type Mark,
  markOf,
} from "../../frame/labelled_span.ts";
import { nameList } from "../../frame/name_list.ts";
import type { RawTable } from "../../frame/raw_table.ts";
import type { MachineFolder } from "./list_machines.ts";
import type { MachineTables } from "./machine_tables.ts";
import { readTextMachine } from "./read_text_machine.ts";
import { readLabels } from "../read_labels.ts";
import { readTable } from "../read_table.ts";

/**
 * Reads one machine of a labelled data set. Labels are test's column `label`, or
 * where it has none the spans of `M.labels.csv` that are marked true or not at all;
 * causes are those of `M.causes.csv`, or of the spans. What it marks as maintenance
 * is not judged.
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
  const spans = async (part: string) =>
    await isThere(at(part))
      ? ofMachine(await readLabels(at(part), test.facts.clock), name)
      : null;
  const marks = await spans("labels.csv");
  const marked = (mark: Mark) =>
    marks?.filter((span) => markOf(span) === mark) ?? null;
  const labels = marked("true");
  const causes = await spans("causes.csv") ?? labels;
  const machine = {
    name,
    train,
    causes,
    maintenance: marked("maintenance") ?? [],
  };
  if (test.label !== null) return { ...machine, test };
  if (labels !== null) return { ...machine, test: labelled(test, labels) };
  throw new InputError(
    `benchmark ${name}`,
    "its test part must have a column label",
    {
      hint:
        `1 where a row is anomalous, else 0; or spans in ${name}.labels.csv`,
    },
  );
}

function ofMachine(
  labels: readonly LabelledSpan[],
  name: string,
): readonly LabelledSpan[] {
  const { own, others, hosts } = labelsOfHost(labels, name);
  if (own.length > 0 || others === 0) return own;
  throw new InputError(
    `benchmark ${name}`,
    "some of its labels must be of the host of that name, or of none",
    { got: nameList(hosts) },
  );
}

/** Labels the rows that lie in a span, its end included. */
function labelled(table: RawTable, spans: readonly LabelledSpan[]): RawTable {
  const isIn = (ms: number) =>
    spans.some(({ startMs, endMs }) => ms >= startMs && ms <= endMs);
  const label = Uint8Array.from(table.times, (ms) => isIn(ms) ? 1 : 0);
  return { ...table, label };
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
