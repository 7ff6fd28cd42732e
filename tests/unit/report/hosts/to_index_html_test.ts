import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { emptyEntry, type IndexEntry } from "@lib/report/hosts/index_entry.ts";
import { toIndexHtml } from "@lib/report/hosts/to_index_html.ts";
import { sampleIndexEntries } from "../../../support/index_entries.ts";

const ENTRIES = sampleIndexEntries(9);

function read(entries: readonly IndexEntry[]): Document {
  return new JSDOM(toIndexHtml(entries)).window.document;
}

const page = read(ENTRIES);

const texts = (selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) =>
    (textContent ?? "").replaceAll("\u00a0", " ").trim()
  );

Deno.test("toIndexHtml() lists the hosts by their peaks, and those without a result apart", () => {
  const hosts = ENTRIES.filter(({ link }) => link !== null)
    .sort((a, b) => b.peakScore! - a.peakScore!);
  const links = [...page.querySelectorAll("#hosts tbody a")];
  assert.deepEqual(
    links.map((link) => link.getAttribute("href")),
    hosts.map(({ link }) => link),
  );
  assert.deepEqual(texts("#problems tbody tr > *"), [
    'gone <b>"x"',
    "Cannot score: at least 428 steps are needed",
  ]);
});

Deno.test("toIndexHtml() says first who was worst, and how many hosts there are", () => {
  assert.match(
    texts(".verdict")[0]!,
    /^Worst is a+…a+-6, with 1\d\.\d × its threshold, in incident #\d, \d\d:\d\d–\d\d:\d\d UTC: /,
  );
  assert.equal(texts("h1")[0], "10 hosts: 22 incidents and 3 outages");
  assert.deepEqual(texts(".keys .value").slice(0, 2), ["10", "22"]);
});

Deno.test("toIndexHtml() draws a bar an incident, which leads to its place and has a name", () => {
  const svg = page.querySelector("#timeline svg")!;
  const bars = [...svg.querySelectorAll("a")];
  const all = ENTRIES.flatMap(({ found }) => found);
  assert.equal(bars.length, all.length, "none touch");
  const heights = new Map<string, number>();
  for (const bar of bars) {
    assert.match(bar.getAttribute("href")!, /^host-\d\/report\.html#incident-/);
    const name = bar.getAttribute("aria-label")!;
    assert.equal(bar.querySelector("title")?.textContent, name);
    const [, mark = ""] = / #\d+, (\w+), \d/.exec(name) ?? [];
    const [, height] = /v-(\d+)/
      .exec(bar.querySelector("path")!.getAttribute("d")!) ?? [];
    heights.set(mark, Number(height));
  }
  const of = (mark: string) => heights.get(mark) ?? NaN;
  assert.ok(of("minor") < of("major") && of("major") < of("critical"));
  assert.equal(svg.getAttribute("role"), "group", "it holds links");
  assert.ok(texts("#timeline tbody tr").length === all.length);
});

Deno.test("toIndexHtml() tells when several hosts had an incident at once", () => {
  const [first] = texts("#same-time tbody tr th");
  assert.match(first!, /^\d\d:\d\d–\d\d:\d\d$/);
  for (const row of page.querySelectorAll("#same-time tbody tr")) {
    assert.ok(row.querySelectorAll("a").length >= 2);
  }
});

Deno.test("toIndexHtml() writes hostile names as text and loads nothing", () => {
  assert.equal(page.querySelector("img, script, iframe, form"), null);
  assert.ok(texts("#hosts tbody th").includes(`"&'</script>-5`));
  const policy = page.querySelector("meta[http-equiv]");
  assert.match(policy?.getAttribute("content") ?? "", /^default-src 'none'/);
  for (const element of page.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      assert.ok(!name.startsWith("on"), name);
    }
  }
  const odd = { ...ENTRIES[1]!, link: 'javascript/x"y' };
  assert.ok(toIndexHtml([odd]).includes('href="javascript/x%22y"'));
});

Deno.test("toIndexHtml() of numbers without pages leads to the numbers only", () => {
  const numbers = ENTRIES.map((entry) => ({
    ...entry,
    link: entry.link?.replace("report.html", "evaluation.json") ?? null,
  }));
  const document = read(numbers);
  assert.equal(document.querySelector("#timeline a, #same-time a"), null);
  assert.ok(document.querySelector("#timeline svg path[fill]"));
  const link = document.querySelector("#hosts tbody a");
  assert.match(link?.getAttribute("href") ?? "", /evaluation\.json$/);
});

Deno.test("toIndexHtml() of quiet hosts has neither timeline nor overlaps", () => {
  const quiet = ENTRIES.slice(0, 2).map((entry) => (
    { ...entry, found: [], incidents: 0, outages: 0 }
  ));
  const document = read(quiet);
  assert.equal(document.querySelector("#timeline, #same-time"), null);
  assert.match(
    document.querySelector(".verdict")?.textContent ?? "",
    /^No incident was found on .*, the host with the highest score: /,
  );
});

Deno.test("toIndexHtml() without any result says so and why", () => {
  const document = read([emptyEntry("a", "it is empty")]);
  assert.equal(
    document.querySelector(".verdict")?.textContent,
    "No host has a result.",
  );
  assert.equal(
    document.querySelector("#problems td")?.textContent,
    "it is empty",
  );
  assert.doesNotMatch(document.body.textContent ?? "", /NaN|Infinity/);
});

Deno.test("toIndexHtml() stays small with 200 hosts, and says what is left out", () => {
  const html = toIndexHtml(sampleIndexEntries(200, { steps: 1500 }));
  assert.ok(html.length < 1_000_000, String(html.length));
  assert.match(html, /The first 500 of \d+; index\.json has them all/);
});

/** A year of days, an incident in each so many of them. */
function yearOf(host: string, every: number): IndexEntry {
  const [entry] = ENTRIES.filter(({ found }) => found.length > 0);
  const at = (day: number) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
  const days = Array.from({ length: 365 }, (_, day) => day)
    .filter((day) => day % every === 0);
  const found = days.map((day, index) => ({
    ...entry!.found[0]!,
    ...{ kind: "anomaly", severity: "major", durationSeconds: 600 } as const,
    ...{ number: index + 1, start: at(day), end: at(day), peakScore: day % 7 },
    section: `incident-${index + 1}`,
  }));
  const span = { start: at(0), end: at(365) };
  return { ...entry!, host, found, span, link: `${host}/report.html` };
}

Deno.test("toIndexHtml() draws incidents that cannot be told apart as one bar, which leads to the worst", () => {
  const bars = read([yearOf("daily", 1)]).querySelectorAll("#timeline svg a");
  assert.equal(bars.length, 1);
  assert.match(
    bars[0]!.getAttribute("aria-label")!,
    /^daily #1–365, major, 365 incidents, 2026-01-01 00:00 .*2026-12-31/,
  );
  assert.equal(bars[0]!.getAttribute("href"), "daily/report.html#incident-7");
});

Deno.test("toIndexHtml() of 200 hosts with a year of incidents stays small", () => {
  const hosts = Array.from({ length: 200 }, (_, i) => yearOf(`host-${i}`, 2));
  const html = toIndexHtml(hosts);
  assert.ok(html.length < 2_000_000, `${html.length}`);
  const [svg = ""] =
    /<svg.*?<\/svg>/s.exec(html.slice(html.indexOf("<figure"))) ??
      [];
  assert.equal(svg.match(/z"/g)?.length, 200, "a path a host");
  assert.equal(svg.match(/M[\d. ]+v-/g)?.length, 200 * 183, "all bars");
});

Deno.test("toIndexHtml() tells early warnings of all hosts, the soonest first, with links", () => {
  const [one, two] = ENTRIES;
  const [warning] = one!.earlyWarnings;
  const sooner = { ...warning!, exhaustedAt: "2026-03-01T00:00:00Z" };
  const index = read([one!, { ...two!, earlyWarnings: [sooner] }]);
  const links = [...index.querySelectorAll("#early-warnings tbody a")];
  assert.deepEqual(links.map((link) => link.getAttribute("href")), [
    `${two!.link}#early-warnings`,
    `${one!.link}#early-warnings`,
  ]);
  const leads = [...index.querySelectorAll("header .warning a")];
  assert.equal(leads.length, 2);
  assert.match(
    leads[0]!.textContent!,
    /^db-1: sys-mem-available reaches 0\sB at /,
  );
  const quiet = read([one!, two!].map((entry) => (
    { ...entry, earlyWarnings: [] }
  )));
  assert.equal(quiet.querySelector("#early-warnings"), null);
  assert.equal(quiet.querySelector("header .warning"), null);
});
