import { hasTag, type Notebook, type NotebookCell } from "./notebook.ts";

/** Lines that a cell may have; more belongs into a module with a test. */
const MAX_CELL_LINES = 15;

const DEFINITION =
  /^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\b|class\b)|=>\s*\{\s*$/m;

/**
 * Checks what every notebook of the project keeps to: it asks one question, its
 * parameters stand first, and it shows rather than defines.
 *
 * @param notebook The notebook.
 * @returns One sentence for each broken rule; none if all is well.
 */
export function brokenRules(notebook: Notebook): readonly string[] {
  const { cells } = notebook;
  const codes = cells.filter((cell) => cell.cell_type === "code");
  const first = codes[0];
  return [
    ...openingRules(cells[0]),
    ...(first && hasTag(first, "parameters")
      ? []
      : ["the first code cell must have the tag parameters"]),
    ...codes.flatMap((cell, index) => cellRules(cell, index + 1)),
    ...narrationRules(cells),
  ];
}

function openingRules(cell: NotebookCell | undefined): readonly string[] {
  const source = cell?.cell_type === "markdown" ? cell.source : "";
  const paragraphs = source.split(/\n{2,}/).map((text) =>
    text.replaceAll("\n", " ")
  );
  return [
    ...(/^# \S/.test(source) ? [] : ["the first line must be `# title`"]),
    ...(paragraphs.some((text) => /^\**Question:\**\s.+\?\**$/.test(text))
      ? []
      : ["the first cell must have a paragraph `Question: …?`"]),
  ];
}

function cellRules(
  { source }: NotebookCell,
  number: number,
): readonly string[] {
  const lines = source.split("\n").length;
  return [
    ...(lines <= MAX_CELL_LINES ? [] : [
      `code cell ${number} must have at most ${MAX_CELL_LINES} lines, it has ${lines}`,
    ]),
    ...(DEFINITION.test(source)
      ? [
        `code cell ${number} must define no function and no class; move it into lib/`,
      ]
      : []),
  ];
}

/** Every code cell but the parameters is led up to, and every section shows a chart. */
function narrationRules(cells: readonly NotebookCell[]): readonly string[] {
  const broken: string[] = [];
  let section = "";
  let codes = 0;
  let charts = 0;
  const close = () => {
    if (section && codes > 0 && charts === 0) {
      broken.push(`section "${section}" must have a chart`);
    }
  };
  for (const cell of cells) {
    const heading = /^## (.+)$/m.exec(cell.source)?.[1];
    if (cell.cell_type === "markdown" && heading) {
      close();
      [section, codes, charts] = [heading, 0, 0];
    } else if (cell.cell_type === "code") {
      codes += 1;
      charts += /Chart\(|showSvg\(/.test(cell.source) ? 1 : 0;
    }
  }
  close();
  return broken;
}
