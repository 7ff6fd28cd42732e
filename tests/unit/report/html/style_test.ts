import assert from "node:assert/strict";
import { ERROR_CLASSES, GROUNDS, HUES } from "@lib/chart/theme.ts";
import { htmlHead } from "@lib/report/html/html_head.ts";
import { SCRIPT_PAGE_STYLE, STYLE } from "@lib/report/html/style.ts";

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) =>
    a - b
  );
  return (light! + 0.05) / (dark! + 0.05);
}

/** The colours of one scheme by name: those of the dark one replace the light ones. */
function colors(scheme: "light" | "dark"): Map<string, string> {
  const [screen = ""] = STYLE.split("@media print");
  const rules = screen.match(/:root \{[^}]*\}/g) ?? [];
  const found = rules.slice(0, scheme === "light" ? 1 : 2)
    .flatMap((rule) => [...rule.matchAll(/--(\w+): (#[0-9a-f]{6})/g)]);
  return new Map(found.map(([, name, color]) => [name!, color!]));
}

for (const scheme of ["light", "dark"] as const) {
  Deno.test(`STYLE has enough contrast, ${scheme}`, () => {
    const of = (name: string) => colors(scheme).get(name) ?? "";
    for (const ground of ["ground", "tint", "note"]) {
      for (const ink of ["ink", "muted", "accent"]) {
        const ratio = contrast(of(ink), of(ground));
        assert.ok(ratio >= 4.5, `${ink} on ${ground}: ${ratio}`);
      }
      for (const shape of ["alarm", "missing"]) {
        const ratio = contrast(of(shape), of(ground));
        assert.ok(ratio >= 3, `${shape} on ${ground}: ${ratio}`);
      }
    }
    assert.equal(of("ground"), GROUNDS[scheme]);
  });

  Deno.test(`charts have enough contrast, ${scheme}`, () => {
    const shown = ERROR_CLASSES.filter(({ opacity }) => opacity === 1);
    const hues = [...Object.values(HUES), ...shown.map(({ color }) => color)];
    for (const hue of hues) {
      const ratio = contrast(hue, GROUNDS[scheme]);
      assert.ok(ratio >= 3, `${hue}: ${ratio}`);
    }
  });
}

Deno.test("only a page with a script has the style of what that adds, and paper comes last", () => {
  const plain = htmlHead("hosts");
  const scripted = htmlHead("report", { script: "'sha256-x'" });
  for (const added of [".marking", ".choices", "button"]) {
    assert.ok(!plain.includes(added), added);
    assert.ok(scripted.includes(added), added);
  }
  for (const style of [STYLE, SCRIPT_PAGE_STYLE]) {
    const paper = style.lastIndexOf("@page");
    for (const part of [".scroll", ...style.match(/\.marked/g) ?? []]) {
      assert.ok(style.indexOf(part) < paper, part);
    }
  }
});
