import assert from "node:assert/strict";
import { decodeBand } from "@lib/chart/detail/band_detail.ts";
import { heightsOf } from "@lib/chart/detail/levels.ts";
import { fitBand } from "@lib/report/detail/fit_band.ts";
import { uniform } from "../../../support/sample_series.ts";

const next = uniform(5);
const LOW = Float32Array.from({ length: 9000 }, () => next());
const HIGH = LOW.map((value) => value + 1);
const fit = (most?: number) =>
  fitBand([LOW, HIGH], { heightOf: heightsOf([0, 2]), most });

Deno.test("fitBand() gets coarser until it fits", () => {
  const widths = [Infinity, 20_000, 5000, 400].map((most) => {
    const text = fit(most);
    assert.ok(text.length <= most);
    return decodeBand(text.replace("band ", "")).every;
  });
  assert.equal(widths[0], 1);
  assert.deepEqual(widths, [...widths].sort((a, b) => a - b));
  assert.ok(widths[3]! > widths[1]!);
});

Deno.test("fitBand() is empty where nothing fits", () => {
  assert.equal(fit(5), "");
});
