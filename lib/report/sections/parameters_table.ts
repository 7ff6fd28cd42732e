import type { Table } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { nameText } from "../words.ts";

/** Characters of a parameter's value. */
const MOST_CHARACTERS = 200;

/**
 * Lists the parameters of a run.
 *
 * @param view The report's view.
 * @returns The table.
 */
export function parametersTable({ input: { run } }: ReportView): Table {
  return {
    kind: "table",
    caption: "All parameters, defaults included.",
    columns: [
      { title: "Parameter", align: "left", weight: 1 },
      { title: "Value", align: "left", weight: 3 },
    ],
    rows: Object.entries(run.parameters).map(([name, value]) => [
      nameText(name),
      valueText(value),
    ]),
  };
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return "not set";
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? "";
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS - 1)}…`
    : text;
}
