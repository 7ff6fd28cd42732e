import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import { labelsOfHost } from "../../frame/labels_of_host.ts";
import type { LabelledSpan } from "../../frame/labelled_span.ts";
import { nameList } from "../../frame/name_list.ts";
import type { RawTable } from "../../frame/raw_table.ts";
import { readLabels } from "../../source/read_labels.ts";
import { fromRoot } from "../base/paths.ts";
import type { Params } from "../params/params.ts";

/** What a file of labels says of one table. */
export interface TableLabels {
  /** The labels of its host, in order of their start. */
  readonly labels: readonly LabelledSpan[];
  /** Sentences about those of other hosts. */
  readonly notes: readonly string[];
}

/**
 * Reads the labels of a table's host.
 *
 * A table that names no host is named by its file. Where no label has that name,
 * they may well be of the same server under another: that is refused, so that
 * nothing is passed over unseen, unless `--host` said the name.
 *
 * @param file The labels file.
 * @param table The table's host and clock.
 * @param params What the table was read with.
 * @returns Its labels.
 * @throws {InputError} For a file that is none, or of other hosts only.
 */
export async function readHostLabels(
  file: string,
  { host, facts }: Pick<RawTable, "host" | "facts">,
  params: Pick<Params, "start" | "host">,
): Promise<TableLabels> {
  const path = fromRoot(file);
  const placed = params.start === null ? {} : { start: params.start };
  const all = await readLabels(path, facts.clock, placed);
  const { own, others, hosts } = labelsOfHost(all, host);
  if (others > 0 && own.length === 0 && params.host === null) {
    throw new InputError(
      `use the labels of ${path}`,
      `some must be of the host ${host}`,
      {
        got: nameList(hosts),
        hint: "say with --host which of them this is, or name none in the file",
      },
    );
  }
  if (others === 0) return { labels: own, notes: [] };
  const [labels, are] = others === 1 ? ["label", "is"] : ["labels", "are"];
  return {
    labels: own,
    notes: [
      `${others} ${labels} of ${basename(path)} ${are} of other hosts than ` +
      `${host} and ${others === 1 ? "was" : "were"} passed over.`,
    ],
  };
}
