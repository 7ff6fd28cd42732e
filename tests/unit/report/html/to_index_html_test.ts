import assert from "node:assert/strict";
import { toIndexHtml } from "@lib/report/html/to_index_html.ts";

const entry = (host: string, peakScore: number | null) => ({
  host,
  link: `${host}/report.html`,
  peakScore,
  incidents: 2,
  outages: 0,
  problem: null,
});

Deno.test("toIndexHtml() lists the highest peak first and those without a result last", () => {
  const html = toIndexHtml([
    { ...entry("gone", null), link: null, problem: "it must have 300 steps" },
    entry("calm", 0.5),
    entry("worst", 7.25),
  ]);
  const order = ["worst", "calm", "gone"].map((host) => html.indexOf(host));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  assert.ok(order[0]! > 0);
  assert.match(html, /<a href="worst\/report\.html">worst<\/a>/);
  assert.match(html, /no result: it must have 300 steps/);
});

Deno.test("toIndexHtml() writes hostile names as text and loads nothing", () => {
  const host = '"><script>alert(1)</script>';
  const html = toIndexHtml([{ ...entry(host, 1), link: 'javascript/x"y' }]);
  assert.ok(!html.includes("<script"));
  assert.ok(html.includes("&lt;script&gt;"));
  assert.ok(html.includes('href="javascript/x%22y"'));
  assert.match(html, /default-src 'none'/);
});
