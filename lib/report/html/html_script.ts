import { createHash } from "node:crypto";
import type { PageData } from "../page/page_data.ts";
import { PAGE_SCRIPT } from "../page/page_bundle.ts";

/** What a policy calls the one script that a report's page may run. */
export const SCRIPT_SOURCE = `'sha256-${
  createHash("sha256").update(PAGE_SCRIPT).digest("base64")
}'`;

/**
 * Writes the script of a report's page, behind what it is told.
 *
 * @param data What it is told, with any names.
 * @returns HTML, two elements: the data, which nothing runs, and the script.
 */
export function htmlScript(data: PageData): string {
  // Whatever begins with "<" could end the element, or hide its end.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="report-data">${json}</script>
<script>${PAGE_SCRIPT}</script>`;
}
