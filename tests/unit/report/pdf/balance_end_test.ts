import assert from "node:assert/strict";
import { balanceEnd } from "@lib/report/pdf/balance_end.ts";
import type { Strip } from "@lib/report/pdf/layout_item.ts";
import { CONTENT, CONTENT_HEIGHT } from "@lib/report/pdf/page_style.ts";
import { paginate } from "@lib/report/pdf/paginate.ts";

/** Blocks of shares of a page, and how many of them each page gets. */
function spread(
  shares: readonly number[],
  { kept, ...rest }: Partial<Strip> & { readonly kept?: number } = {},
) {
  const strips = shares.map((share, i): Strip => {
    const height = share * CONTENT_HEIGHT - 10;
    const area = { x: 50, y: 0, width: 9, height };
    const items = [{ kind: "link", ...area, section: "a" } as const];
    return { height, gap: 10, keepWithNext: i === kept, items, ...rest };
  });
  return paginate(balanceEnd(strips), CONTENT).map(({ length }) => length);
}

Deno.test("balanceEnd() takes blocks along to a last page with little on it", () => {
  assert.deepEqual(spread([0.4, 0.3, 0.3, 0.1]), [2, 2]);
});

Deno.test("balanceEnd() leaves pages that are full enough, or one alone", () => {
  assert.deepEqual(spread([0.5, 0.4, 0.5]), [2, 1]);
  assert.deepEqual(spread([0.1]), [1]);
});

Deno.test("balanceEnd() neither adds a page nor divides what belongs together", () => {
  assert.deepEqual(spread([0.95, 0.1]), [1, 1]);
  assert.deepEqual(spread([0.4, 0.3, 0.3, 0.1], { gap: 2 }), [3, 1]);
  assert.deepEqual(spread([0.4, 0.2, 0.35, 0.1], { kept: 1 }), [1, 3]);
});
