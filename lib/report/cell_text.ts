import type { Cell } from "./document.ts";

/**
 * Gives what a cell says.
 *
 * @param cell The cell.
 * @returns Plain text.
 */
export function cellText(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}
