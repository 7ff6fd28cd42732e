import type { PageData } from "./page_data.ts";

/**
 * Reads what the report wrote for its script into the page.
 *
 * @param page The page.
 * @returns The data.
 */
export function readPageData(page: Document): PageData {
  const text = page.getElementById("report-data")?.textContent;
  return JSON.parse(text ?? "null");
}
