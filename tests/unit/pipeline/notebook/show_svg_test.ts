import assert from "node:assert/strict";
import { CHART_SCRIPT } from "@lib/chart/script/chart_bundle.ts";
import { showSvg } from "@lib/pipeline/notebook/show_svg.ts";
import { formsOf } from "../../../support/forms_of.ts";

const forms = async (svg: string) => await formsOf(showSvg(svg));

Deno.test("showSvg() shows the chart as it is inside a page", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor"><g/></svg>';
  assert.equal((await forms(svg))["text/html"], svg);
});

Deno.test("showSvg() gives a picture that stands alone its own paper and ink", async () => {
  const cases = [
    [
      '<svg a="1"><g/></svg>',
      '<svg a="1" style="background:#ffffff;color:#1d2329"><g/></svg>',
    ],
    ["<svg/>", '<svg style="background:#ffffff;color:#1d2329"/>'],
    [
      '<svg style="max-width:9px" a="1"></svg>',
      '<svg style="background:#ffffff;color:#1d2329;max-width:9px" a="1"></svg>',
    ],
    [
      '<svg><text style="x">a>b</text></svg>',
      '<svg style="background:#ffffff;color:#1d2329"><text style="x">a>b</text></svg>',
    ],
  ];
  for (const [svg = "", expected] of cases) {
    assert.equal((await forms(svg))["image/svg+xml"], expected);
  }
});

Deno.test("showSvg() lets a chart with axes be read, and says its label as text", async () => {
  const svg = '<svg aria-label="Score &amp; all" data-x="utc 0 1 0 9 1"></svg>';
  const shown = await forms(svg);
  assert.equal(shown["text/html"], `${svg}<script>${CHART_SCRIPT}</script>`);
  assert.doesNotMatch(shown["image/svg+xml"] ?? "", /<script/);
  assert.equal(shown["text/plain"], "[Score & all]");
});
