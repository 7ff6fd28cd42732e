import type { AnchorItem } from "./layout_item.ts";

/** Where a section begins in a PDF. */
export interface Landing {
  /** The section's heading. */
  readonly anchor: AnchorItem;
  /** Index of its page. */
  readonly page: number;
}
