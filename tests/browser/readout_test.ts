import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { CHART_SCRIPT } from "@lib/chart/script/chart_bundle.ts";
import { NO_CHROMIUM } from "../support/browser.ts";
import { chartPage, usePage } from "../support/chart_page.ts";
import { chartSamples } from "../support/chart_samples.ts";

interface Told {
  /** Text of the box; `null` where none is shown. */
  readonly box: string | null;
  /** Lines in each chart. */
  readonly lines: readonly number[];
  /** Boxes in the page, shown or not. */
  readonly boxes: number;
}

interface Read {
  readonly seen: Record<string, Told>;
  readonly complaints: readonly string[];
}

const hash = createHash("sha256").update(CHART_SCRIPT).digest("base64");

async function read(script: string): Promise<Read> {
  const { trend, score, actual_expected: stack, loss, contributions } =
    await chartSamples();
  const all = [trend, score, stack, loss, contributions].map((svg) => svg!);
  return await usePage<Read>("read_page.ts", await chartPage(script, all));
}

Deno.test({
  name:
    "charts in a page tell time, values and units under the pointer, all of them at once",
  ignore: NO_CHROMIUM,
  fn: async () => {
    const { seen, complaints } = await read(`'sha256-${hash}'`);
    assert.deepEqual(complaints, []);
    assert.equal(seen.before?.box, null);
    assert.equal(seen.before?.boxes, 1, "one for the whole page");
    const boxOf = (index: number) => seen[`chart ${index}`]?.box ?? "";
    // 720 minutes from 06:00, the trend's middle a little left of the frame's.
    assert.match(
      boxOf(0),
      /^2026-03-01 11:\d\d:00 UTC\nsys-mem-available\n +measured [\d.,]+ \S+\n +expected [\d.,]+ – [\d.,]+ \S+$/,
    );
    assert.match(boxOf(1), /^2026-03-01 .* UTC\n +score [\d.]+ × threshold$/);
    assert.equal(boxOf(2).match(/measured/g)?.length, 3, "three panels");
    assert.match(
      boxOf(3),
      /^epoch \d+\n +early stop 0\.\d+ *\n +fit 0\.\d+ *$/,
    );
    assert.equal(seen["chart 4"]?.box, null, "bars have no axis to read");
    const [trend, score] = seen["chart 0"]?.lines ?? [];
    assert.deepEqual([trend, score], [1, 1], "the same moment in both");
    assert.deepEqual(
      seen["chart 3"]?.lines,
      [0, 0, 0, 1, 0],
      "an epoch is no time",
    );
    for (const moment of ["print", "margin", "away", "escape"]) {
      assert.equal(seen[moment]?.box, null, moment);
      assert.ok(seen[moment]?.lines.every((count) => count === 0), moment);
    }
    assert.match(seen.key?.box ?? "", /^2026-03-01 .* UTC\n/);
  },
});

Deno.test({
  name: "charts in a page that runs no script stay pictures",
  ignore: NO_CHROMIUM,
  fn: async () => {
    const { seen } = await read("'none'");
    assert.equal(seen["chart 0"]?.boxes, 0);
    assert.deepEqual(seen["chart 0"]?.lines, [0, 0, 0, 0, 0]);
  },
});
