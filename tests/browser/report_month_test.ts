import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { NO_CHROMIUM } from "../support/browser.ts";
import { usePage } from "../support/chart_page.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";

interface Look {
  /** What is told; `null` where nothing is. */
  readonly box: string | null;
  /** The range as parameters; `null` where the bar is away. */
  readonly bar: string | null;
  /** Buttons of the bar that are shown. */
  readonly offers: number;
  /** Charts with a line at the marked moment. */
  readonly lines: number;
  /** Times that the score's chart shows. */
  readonly score: readonly [number, number];
  /** Times that a trend's chart shows. */
  readonly trend: readonly [number, number];
  /** Corners of the first trend's line. */
  readonly corners: number;
  /** The figure that has the focus. */
  readonly focus: string | null;
}

interface Used {
  readonly seen: Readonly<Record<string, Look>> & {
    /** Figures that a redraw touched, and corners of the longest path in them. */
    readonly redraws: readonly (readonly [number, number])[];
    readonly timeCharts: number;
    readonly ink: readonly (readonly string[])[];
    readonly printed: readonly number[];
    readonly picked: readonly (readonly [number, string])[];
    readonly motion: readonly [string, number, number];
  };
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
  readonly address: string;
}

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 1, 6);

Deno.test({
  name:
    "a month of 22 metrics with 20 incidents is one page that a reader uses",
  ignore: NO_CHROMIUM,
  fn: async (t) => {
    const input = sampleReportInput({
      steps: 43_200,
      features: 22,
      incidents: 20,
      labels: "none",
    });
    const html = toHtml(await buildDocument(input));
    const { seen, complaints, requests, address } = await usePage<Used>(
      "use_month.ts",
      html,
    );
    const { before, zoomed, closest } = seen;

    await t.step("it has at most 3 MB and asks for nothing else", () => {
      const bytes = new TextEncoder().encode(html).length;
      assert.ok(bytes <= 3_000_000, `${bytes} bytes`);
      assert.match(
        html,
        /43,200 steps: [^<]* report\.html shows all of them\./,
      );
      assert.deepEqual([...new Set(requests)], [address]);
      assert.deepEqual(complaints, []);
    });
    await t.step(
      "a zoom draws what shows its time anew, and little of it",
      () => {
        assert.ok(seen.timeCharts > 60, `${seen.timeCharts} charts`);
        assert.equal(seen.redraws.length, 10);
        for (const [charts, corners] of seen.redraws) {
          // The score, the coverage, 22 trends, and of 20 incidents a few.
          assert.ok(charts >= 24 && charts < 40, `${seen.redraws}`);
          assert.ok(corners > 8 && corners <= 1300, `${seen.redraws}`);
        }
      },
    );
    await t.step(
      "hovering tells UTC, the reader's time, values with units",
      () => {
        assert.equal(before?.box, null);
        assert.match(
          seen.hover?.box ?? "",
          /^(\S+ \d\d:\d0) UTC\n\S+ \d\d:\d0 GMT\+9 \(Asia\/Tokyo\)\ncpu-user\n +measured .* cores\n +expected .* cores$/,
        );
        // The score, the coverage and all trends, and no incident elsewhere.
        assert.ok(seen.hover!.lines >= 24, `${seen.hover?.lines} charts`);
      },
    );
    await t.step("a brush zooms all charts to what was measured", () => {
      assert.match(zoomed?.bar ?? "", /^2026-03-1\d \d\d:\d\d – .* UTC$/);
      assert.deepEqual(zoomed?.score, zoomed?.trend);
      const [from, to] = zoomed!.trend;
      const minutes = (to - from) / MINUTE;
      assert.ok(minutes > 500 && minutes < 1100, `${minutes} minutes`);
      assert.ok(zoomed!.corners >= minutes, `${zoomed?.corners} corners`);
      assert.match(zoomed?.box ?? "", /^\S+ \d\d:\d\d UTC\n/, "to the minute");
      // The drag chose a range, and no moment; the click behind it did.
      const [[ms, figure] = [0, ""]] = seen.picked;
      assert.equal(figure, "figure-trend-1");
      assert.ok(ms > from && ms < to);
    });
    await t.step("light and dark are switched while it is open", () => {
      const [light = [], dark = []] = seen.ink;
      for (const [i, ink] of light.entries()) assert.notEqual(ink, dark[i]);
    });
    await t.step("whole charts are printed, without controls", () => {
      assert.deepEqual(seen.printed, [0, 0, 0]);
      assert.equal(seen["after print"]?.bar, zoomed?.bar);
      assert.deepEqual(seen.escape?.trend, before?.trend);
      assert.equal(seen.escape?.bar, null);
    });
    await t.step("the keyboard does all of it", () => {
      assert.equal(seen.tab?.focus, "figure-score");
      assert.match(seen.key?.box ?? "", /UTC\n.*\n +score [\d.]+ × threshold$/);
      const [, [ms, figure] = [0, ""], ...others] = seen.picked;
      assert.deepEqual(others, []);
      assert.equal(figure, "figure-score");
      assert.ok(ms > START && ms < START + 43_200 * MINUTE);
      const length = ({ trend: [from, to] }: Look) => (to - from) / MINUTE;
      assert.ok(length(closest!) >= 8 && length(closest!) <= 90);
      assert.ok(closest!.trend[0] <= ms && closest!.trend[1] >= ms);
      assert.ok(length(seen.wider!) > 1.5 * length(closest!));
      assert.deepEqual(seen.whole?.trend, before?.trend);
      assert.equal(seen.whole?.corners, before?.corners, "as it was");
    });
    await t.step("a finger taps a moment and zooms by a button", () => {
      assert.match(seen.tap?.box ?? "", /UTC\n/);
      assert.equal(seen.tap?.offers, 1);
      assert.equal(seen["tap closer"]?.offers, 3);
      const [from, to] = seen["tap closer"]!.score;
      assert.ok(to - from < 0.6 * 43_200 * MINUTE, `${from} ${to}`);
      assert.deepEqual(seen.motion, ["auto", 0, 0], "nothing moves by itself");
    });
  },
});
