import type { PageData } from "./page_data.ts";

/**
 * Reads what the report told the script of its page.
 *
 * @param page The page.
 * @returns It, with names as in the data: any text.
 */
export function readPageData(page: Document): PageData {
  const data: PageData = JSON.parse(
    page.querySelector("#report-data")?.textContent ?? "",
  );
  return data;
}
