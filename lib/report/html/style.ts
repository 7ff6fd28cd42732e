import { BLOCK_STYLE } from "./style/block_style.ts";
import { COLOR_STYLE } from "./style/color_style.ts";
import { CONTROL_STYLE } from "./style/control_style.ts";
import { FIGURE_STYLE } from "./style/figure_style.ts";
import { MARKS_STYLE } from "./style/marks_style.ts";
import { PAGE_STYLE } from "./style/page_style.ts";
import { PRINT_STYLE } from "./style/print_style.ts";
import { TABLE_STYLE } from "./style/table_style.ts";

/**
 * Says what a page may do: show itself, run one script of its own, and load
 * nothing.
 *
 * @param script The script, such as `'sha256-…'`; without it none.
 * @returns The policy.
 */
export function pagePolicy(script = "'none'"): string {
  return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
    `script-src ${script}; base-uri 'none'; form-action 'none'`;
}

const BASE = [
  COLOR_STYLE,
  PAGE_STYLE,
  BLOCK_STYLE,
  TABLE_STYLE,
  FIGURE_STYLE,
];

/**
 * The page's style: light and dark by the reader's setting, from 360 px to 4K,
 * and paper. Paper comes last, since it undoes some of the rest.
 */
export const STYLE: string = joined([...BASE, PRINT_STYLE]);

/** The same for a page with a script, and what that adds. */
export const SCRIPT_PAGE_STYLE: string = joined([
  ...BASE,
  CONTROL_STYLE,
  MARKS_STYLE,
  PRINT_STYLE,
]);

function joined(parts: readonly string[]): string {
  return parts.map((part) => part.trim()).join("\n");
}
