import { shortName } from "../../frame/plain_text.ts";
import type { Block } from "../document.ts";
import type { RunRecord } from "../report_input.ts";
import { nameText } from "../words.ts";

/** A query that is longer stands whole in run.json. */
const MOST_CHARACTERS = 500;

/**
 * Tells what Prometheus was asked for the input files that were recorded from it.
 *
 * @param run The run's record.
 * @returns One table a file, its columns with their PromQL; none for other files.
 */
export function queriesTables({ inputs }: Pick<RunRecord, "inputs">): Block[] {
  return inputs.flatMap(({ path, query }): Block[] => {
    if (query === undefined) return [];
    const { server, instance, from, to, step, columns } = query;
    const of = instance === null ? "" : `, instance ${nameText(instance)}`;
    return [{
      kind: "table",
      caption:
        `${nameText(path)} was recorded from Prometheus at ${
          nameText(server)
        }` +
        `${of}, from ${nameText(from)} up to ${nameText(to)}, a value every ` +
        `${nameText(step)}.`,
      columns: [
        { title: "Column", align: "left", weight: 1 },
        { title: "PromQL", align: "left", weight: 4 },
      ],
      rows: Object.entries(columns)
        .map(([name, promql]) => [
          nameText(name),
          shortName(promql, MOST_CHARACTERS),
        ]),
    }];
  });
}
