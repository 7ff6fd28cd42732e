import assert from "node:assert/strict";
import { showSvg } from "@lib/pipeline/show_svg.ts";

const forms = (svg: string) =>
  showSvg(svg)[Symbol.for("Jupyter.display")]?.() ?? {};

Deno.test("showSvg() shows the chart as it is inside a page", () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor"><g/></svg>';
  assert.equal(forms(svg)["text/html"], svg);
});

Deno.test("showSvg() gives a picture that stands alone its own paper and ink", () => {
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
    assert.equal(forms(svg)["image/svg+xml"], expected);
  }
});
