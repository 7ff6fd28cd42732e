import type { Table } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { nameText } from "../words.ts";

/** Characters of a parameter's value. */
const MOST_CHARACTERS = 200;

/** What it means that nobody chose a value. */
const NOT_SET: ReadonlyMap<string, string> = new Map([
  ["data", "the bundled sample"],
  ["model", "one that was trained for this"],
  ["earlier", "reports/"],
  ["name", "the host's"],
  ["threads", "all cores"],
  ["host", "the only one"],
  ["metric", "all that vary"],
  ["counter", "none"],
  ["from", "the first instant"],
  ["to", "the last instant"],
  ["time-zone", "UTC alone"],
  ["limit", "those known by name"],
  ["incident", "all"],
]);

/**
 * Lists the parameters of a run, and who chose each of them.
 *
 * @param view The report's view.
 * @returns The table.
 */
export function parametersTable(
  { input: { run: { parameters, origins } } }: ReportView,
): Table {
  const byOf = (name: string) =>
    origins?.given.includes(name)
      ? "given"
      : origins?.model.includes(name)
      ? "the model's"
      : "default";
  return {
    kind: "table",
    caption: "All parameters, defaults included.",
    columns: [
      { title: "Parameter", align: "left", weight: 2 },
      { title: "Value", align: "left", weight: 5 },
      ...(origins === undefined
        ? []
        : [{ title: "Chosen", align: "left", weight: 2 } as const]),
    ],
    rows: Object.entries(parameters).map(([name, value]) => [
      nameText(name),
      valueText(name, value),
      ...(origins === undefined ? [] : [byOf(name)]),
    ]),
  };
}

function valueText(name: string, value: unknown): string {
  if (value === null || value === undefined) {
    return NOT_SET.get(name) ?? "not set";
  }
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? "";
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS - 1)}…`
    : text;
}
