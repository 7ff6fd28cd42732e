import { cleanNotebook, formatNotebook } from "./clean_notebook.ts";
import type { Notebook, NotebookOutput } from "./notebook.ts";
import { sameSvg } from "./same_svg.ts";
import { sameText } from "./same_text.ts";

/** A cell of such a notebook runs a network, whose numbers differ in the last digits between machines. */
const NETWORK = /\bawait (?:train|evaluate)\(/;

/**
 * Compares the outputs that a notebook was committed with to those of a new run.
 *
 * They must be equal to the byte, except where a network was trained: another
 * processor adds in another order, so that the sixth digit or so differs. There
 * words must be equal and numbers nearly so, and charts must have the same texts
 * and about the same shapes.
 *
 * @param committed The notebook as it was read.
 * @param executed The same notebook after a run.
 * @returns The first code cell whose outputs differ, counted from 1; 0 where the
 *   notebooks differ in something else; `null` where they are the same.
 */
export function differingCell(
  committed: Notebook,
  executed: Notebook,
): number | null {
  const [before, after] = [committed, executed].map(cleanNotebook);
  if (!before || !after) return 0;
  if (formatNotebook(before) === formatNotebook(after)) return null;
  if (withoutOutputs(before) !== withoutOutputs(after)) return 0;
  const codes = (of: Notebook) =>
    of.cells.filter((cell) => cell.cell_type === "code");
  const isNear = codes(before).some(({ source }) => NETWORK.test(source));
  const again = codes(after);
  const first = codes(before).findIndex(({ outputs = [] }, index) => {
    const others = again[index]?.outputs ?? [];
    return outputs.length !== others.length ||
      !outputs.every((one, i) =>
        same(one, others[i], isNear ? "near" : "exact")
      );
  });
  return first < 0 ? null : first + 1;
}

function same(
  one: NotebookOutput,
  other: NotebookOutput | undefined,
  how: "near" | "exact",
): boolean {
  const [texts, others] = [textsOf(one), textsOf(other)];
  return texts.length === others.length &&
    texts.every(([type, text], index) => {
      const [otherType, otherText = ""] = others[index] ?? [];
      if (type !== otherType) return false;
      if (text === otherText || how === "exact") return text === otherText;
      return type === "image/svg+xml"
        ? sameSvg(text, otherText)
        : sameText(text, otherText);
    });
}

function textsOf(output?: NotebookOutput): [type: string, text: string][] {
  const { output_type: kind = "", text = "", data = {} } = output ?? {};
  return [
    [kind, text],
    ...Object.entries(data).map(([type, value]): [string, string] => [
      type,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  ];
}

function withoutOutputs(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({ ...cell, outputs: [] }));
  return formatNotebook({ ...notebook, cells });
}
