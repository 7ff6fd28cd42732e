import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { CHART_SCRIPT } from "@lib/chart/script/chart_bundle.ts";
import { trendChart } from "@lib/chart/trend_chart.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { NO_CHROMIUM } from "../support/browser.ts";
import { chartPage, usePage } from "../support/chart_page.ts";
import { chartSamples } from "../support/chart_samples.ts";
import { readSvg } from "../support/read_svg.ts";

interface Look {
  /** What is told; `null` where nothing is. */
  readonly box: string | null;
  /** The range as parameters; `null` where charts are whole. */
  readonly bar: string | null;
  /** HTML of each chart. */
  readonly charts: readonly string[];
}

interface Zoomed {
  readonly seen: Record<string, Look> & { readonly printed: readonly string[] };
  readonly complaints: readonly string[];
}

const START = Date.UTC(2026, 2, 1, 6);

/** Charts in the page, in this order. */
const [KNOWN, SCORE, HEATMAP, LOSS, CONTRIBUTIONS, STACK] = [0, 1, 2, 3, 4, 5];

/** Each step's value is its minute since 06:00, so what is told can be checked. */
const known = (options: { readonly steps: number; readonly minutes: number }) =>
  trendChart({
    name: "minutes",
    unit: "1",
    startMs: START,
    intervalMs: options.minutes * 60_000,
    values: Float32Array.from(
      { length: options.steps },
      (_, t) => t * options.minutes,
    ),
  });

async function zoomed(): Promise<Zoomed> {
  const { score, heatmap, loss, contributions, actual_expected: stack } =
    await chartSamples();
  const others = [score, heatmap, loss, contributions, stack];
  const charts = [
    await known({ steps: 720, minutes: 1 }),
    ...others.map((svg) => svg!),
    await known({ steps: 13, minutes: 60 }),
  ];
  const hash = createHash("sha256").update(CHART_SCRIPT).digest("base64");
  return await usePage<Zoomed>(
    "zoom_page.ts",
    await chartPage(`'sha256-${hash}'`, charts),
  );
}

function ticksOf(svg: string | undefined): readonly string[] {
  const labels = '[data-part="x-axis tick label"] text';
  return [...readSvg(svg ?? "").querySelectorAll(labels)].map((text) =>
    [...text.childNodes].map(({ textContent }) => textContent).join(" ")
  );
}

const isZoomed = (svg: string | undefined) =>
  svg?.includes("data-whole-x") ?? false;

Deno.test({
  name: "dragging over a chart zooms all charts of a page to that time",
  ignore: NO_CHROMIUM,
  fn: async (t) => {
    const { seen, complaints } = await zoomed();
    const { before } = seen;
    const asBefore = (moment: string) => {
      assert.deepEqual(seen[moment]?.charts, before?.charts, moment);
      assert.equal(seen[moment]?.bar, null, moment);
    };
    const whole = "2026-03-01T09:03Z to 2026-03-01T13:02Z".split(" to ");
    const params = `"from": "${whole[0]}", "to": "${whole[1]}"`;

    await t.step("under the page's policy, without a complaint", () => {
      assert.deepEqual(complaints, []);
    });
    await t.step("a band in each chart shows what is chosen", () => {
      const { dragging } = seen;
      assert.equal(dragging?.box, "2026-03-01 09:03 – 13:02 UTC");
      assert.deepEqual(
        dragging?.charts.map((svg) => svg.split("data-brush").length - 1),
        [1, 1, 1, 0, 0, 0, 1],
        "not over epochs and shares, nor where the time is another",
      );
      asBefore("cancelled");
      asBefore("clicked");
    });
    await t.step("the time axis gets new ticks, others follow", () => {
      const { charts = [], bar } = seen.zoomed ?? {};
      assert.equal(bar, params);
      assert.deepEqual(ticksOf(charts[KNOWN!]), [
        "09:30 Mar 1",
        ..."10:00 10:30 11:00 11:30 12:00 12:30 13:00".split(" "),
      ]);
      assert.deepEqual(ticksOf(charts[SCORE!]), ticksOf(charts[KNOWN!]));
      assert.deepEqual(
        ticksOf(charts[HEATMAP!]),
        "11:40 Mar 1,11:50,12:00,12:10,12:20,12:30,12:40,12:50,13:00"
          .split(","),
        "as much of the range as it was drawn for",
      );
      for (const index of [LOSS, CONTRIBUTIONS, STACK]) {
        assert.equal(charts[index!], before?.charts[index!]);
      }
    });
    await t.step("the range is a pair of parameters", () => {
      const { from, to } = parseParams(JSON.parse(`{${seen.zoomed?.bar}}`));
      assert.deepEqual([from, to], whole.map((time) => Date.parse(time)));
    });
    await t.step("time and value are told as they are in the data", () => {
      const told = /^(\S+) (\S+) UTC\nminutes\n +measured (\S+) *$/
        .exec(seen.hover?.box ?? "");
      const minute = (Date.parse(`${told?.[1]}T${told?.[2]}Z`) - START) / 6e4;
      // The middle of the chart: 183 + (430 - 58) / 782 × 239 minutes.
      assert.ok(Math.abs(minute - 296.7) < 1, seen.hover?.box ?? "nothing");
      // A tenth of a unit is 0.8 of the 719 minutes that are 94 units high.
      assert.ok(Math.abs(Number(told?.[3]) - minute) < 1, `${told?.[0]}`);
      assert.match(seen["hover other"]?.box ?? "", /score [\d.]+ × threshold/);
      // The corner before lies outside, at 09:00.
      assert.match(
        seen["hover sparse"]?.box ?? "",
        /^2026-03-01 10:00:00 UTC\nminutes\n +measured 240 *$/,
      );
      // To no more seconds than the whole chart knew.
      assert.match(
        seen["hover least"]?.box ?? "",
        /^2026-03-01 \d\d:\d\d:00 UTC/,
      );
    });
    await t.step("Escape, a double click and the button undo it", () => {
      assert.equal(seen["escape once"]?.box, null, "first the readout");
      assert.equal(seen["escape once"]?.bar, params);
      for (const how of ["escape twice", "double click", "button"]) {
        asBefore(how);
      }
    });
    await t.step("whole charts are printed", () => {
      assert.deepEqual(seen.printed, before?.charts);
      assert.deepEqual(seen["after print"]?.bar, params);
      assert.ok(isZoomed(seen["after print"]?.charts[KNOWN!]));
    });
    await t.step("no range is shorter than can be seen", () => {
      // 8 of 782 units of 719 minutes, in whole minutes.
      const { from, to } = parseParams(JSON.parse(`{${seen.least?.bar}}`));
      assert.ok(to! - from! >= 8 * 60_000 && to! - from! <= 9 * 60_000);
      const end = parseParams(JSON.parse(`{${seen.end?.bar}}`));
      assert.equal(end.to, START + 720 * 60_000, "behind the last step, 17:59");
      assert.ok(!isZoomed(seen.epochs?.charts[LOSS!]), "epochs stay");
      asBefore("epochs");
    });
    await t.step("keys zoom around the marked moment", () => {
      const timeOf = (moment: string) => seen[moment]?.box?.split("\n")[0];
      assert.match(timeOf("marked") ?? "", /^2026-03-01 12:\d\d:00 UTC$/);
      assert.equal(timeOf("plus"), timeOf("marked"));
      const place = (moment: string) =>
        Number(
          readSvg(seen[moment]?.charts[KNOWN!] ?? "")
            .querySelector("[data-readout]")?.getAttribute("x1"),
        );
      assert.ok(
        Math.abs(place("plus") - place("marked")) < 5,
        "it stays there",
      );
      assert.ok(isZoomed(seen.plus?.charts[KNOWN!]));
      assert.equal(timeOf("last"), "2026-03-01 17:59:00 UTC", "no farther");
      assert.notEqual(seen.panned?.bar, seen.plus?.bar);
      assert.ok(timeOf("panned")! > timeOf("plus")!, "arrows go on");
      const width = (look: Look | undefined) => {
        const { from, to } = parseParams(JSON.parse(`{${look?.bar}}`));
        return (to! - from!) / 60_000;
      };
      assert.ok(Math.abs(width(seen.panned) - width(seen.plus)) <= 2);
      asBefore("minus");
    });
    await t.step("a chart that comes later follows", () => {
      const { charts = [] } = seen.late ?? {};
      assert.deepEqual(ticksOf(charts.at(-1)), ticksOf(charts[KNOWN!]));
    });
    await t.step("a finger scrolls a chart that is wider than its box", () => {
      const style = (svg: string | undefined) =>
        readSvg(svg ?? "").getAttribute("style") ?? "";
      const { charts = [], bar } = seen.narrow ?? {};
      assert.match(style(before?.charts[KNOWN!]), /touch-action: pan-y/);
      assert.match(style(charts[KNOWN!]), /touch-action: auto/);
      assert.equal(style(before?.charts[CONTRIBUTIONS!]), "", "no crosshair");
      assert.match(bar ?? "", /^"from": "2026-03-01T06/);
    });
  },
});
