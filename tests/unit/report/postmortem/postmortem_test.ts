import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import type { Figure, Section, Writeup } from "@lib/report/document.ts";
import { toMarkdown } from "@lib/report/markdown/to_markdown.ts";
import { postmortem } from "@lib/report/postmortem/postmortem.ts";
import { toReportView } from "@lib/report/report_view.ts";
import {
  foreignParts,
  renderMarkdown,
  trackerSigns,
} from "../../../support/rendered_markdown.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const HEADINGS = [
  "Summary",
  "Impact",
  "Detection and delay",
  "Timeline",
  "Contributing signals",
  "Recovery",
  "What we could not see",
  "Supporting information",
];

const INPUT = sampleReportInput();
const built = await buildDocument(INPUT);
const FIGURES = built.sections.flatMap(({ blocks }) => blocks)
  .filter((block): block is Figure => block.kind === "figure");

/** The draft about one incident. */
const draftOf = (index: number): Writeup =>
  postmortem(
    toReportView(INPUT, { subject: INPUT.incidents[index]!.id }),
    { figures: FIGURES },
  );

const chapter = ({ sections }: Writeup, title: string): Section =>
  sections.find((section) => section.title === title)!;

const quiet = sampleReportInput({
  ...{ incidents: 0, labels: "none", outages: "none" },
});
const many = sampleReportInput({ steps: 10_000, incidents: 25, features: 22 });
const DRAFTS: Readonly<Record<string, Writeup>> = {
  "several incidents": built.postmortem!,
  "one incident": draftOf(1),
  "an outage": draftOf(3),
  "no incident": postmortem(toReportView(quiet)),
  "very many incidents": postmortem(toReportView(many)),
};

for (const [name, draft] of Object.entries(DRAFTS)) {
  Deno.test(`postmortem() of ${name} has the eight chapters, and says nothing that it cannot know`, () => {
    const text = toMarkdown(draft);
    const document = renderMarkdown(text);
    const headings = (level: string) =>
      [...document.querySelectorAll(level)].map(({ textContent }) =>
        textContent
      );
    assert.deepEqual(headings("h2"), HEADINGS);
    assert.equal(headings("h1").length, 1);
    assert.match(headings("h1")[0]!, /^Postmortem: server-1, /);
    assert.match(text, /Impact on users: to be filled in/);
    assert.doesNotMatch(text, /root cause|undefined|NaN|\[object/i);
    assert.deepEqual(foreignParts(document), []);
    assert.deepEqual(trackerSigns(document), []);
    // Each chapter says where its numbers came from.
    for (const title of HEADINGS) assert.ok(chapter(draft, title).evidence);
  });

  Deno.test(`postmortem() of ${name} has tables that are read as they were written`, () => {
    const tables = [
      ...renderMarkdown(toMarkdown(draft))
        .querySelectorAll("table"),
    ].map((table) =>
      [...table.querySelectorAll("tbody tr")].map((row) => row.children.length)
    );
    const written = draft.sections.flatMap(sectionTables)
      .map((rows) => rows.map((row) => row.length));
    assert.ok(written.length > 0);
    assert.deepEqual(tables, written);
    const ids = draft.sections.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
}

Deno.test("postmortem() shows hostile names as text", async () => {
  const input = sampleReportInput({
    ...{ names: "hostile", steps: 240, incidents: 2 },
  });
  const host = "web @all <b>\n# 1";
  const path = "a`<b>`\n@all |.csv";
  const { run, table } = input;
  const draft = (await buildDocument({
    ...input,
    table: { ...table, host },
    incidents: input.incidents.map((one) => ({ ...one, host, id: path })),
    run: {
      ...run,
      command: path,
      inputs: run.inputs.map((one) => ({ ...one, path })),
      model: { ...run.model, name: path, version: host },
      parameters: { [path]: path, data: [host] },
    },
  })).postmortem!;
  const document = renderMarkdown(toMarkdown(draft));
  assert.deepEqual(foreignParts(document), []);
  assert.deepEqual(trackerSigns(document), []);
  const said = document.body.textContent.replaceAll("\u2060", "");
  for (const name of ["<img src=x", "<script>alert", "web @all <b> # 1"]) {
    assert.ok(said.includes(name), name);
  }
  const codes = [...document.querySelectorAll("code")]
    .filter(({ textContent }) => textContent === "a`<b>` @all |.csv");
  // Ids of three incidents, file, model, command.
  assert.equal(codes.length, 6);
});

Deno.test("postmortem() of one incident tells of no other", () => {
  const draft = draftOf(1);
  assert.equal(
    draft.title,
    "Postmortem: server-1, 2026-03-01 11:05–11:18 UTC",
  );
  const text = toMarkdown(draft);
  assert.ok(text.includes(INPUT.incidents[1]!.id));
  assert.ok(!text.includes(INPUT.incidents[2]!.id));
  const ids = [...text.matchAll(/!\[.*?\]\(figures\/([\w-]+)\.png\)/g)]
    .map(([, id]) => id);
  assert.deepEqual(ids, [
    "incident-2-onset",
    "score",
    "incident-2-actual-expected",
    "incident-2-heatmap",
    "incident-2-contributions",
    "incident-2-warning-1",
  ]);
  for (const id of ids) {
    assert.ok(text.includes(`[As SVG](figures/${id}.svg)`), id);
  }
});

Deno.test("postmortem() of several shows what each contributed, under its heading", () => {
  const { sections } = built.postmortem!;
  const parts = sections.filter(({ level }) => level === 3);
  assert.deepEqual(parts.map(({ title }) => title), [
    "Incident 1: 2026-03-01 08:12–08:19 UTC",
    "Incident 2: 2026-03-01 11:05–11:18 UTC",
    "Incident 3: 2026-03-01 13:58–14:17 UTC",
    "Outage 4: 2026-03-01 16:48–17:01 UTC",
    "Seen before",
  ]);
  const figures = parts.flatMap(({ blocks }) => blocks)
    .filter((block): block is Figure => block.kind === "figure");
  assert.deepEqual(figures.map(({ id }) => id), [
    "incident-1-actual-expected",
    "incident-2-actual-expected",
    "incident-3-actual-expected",
  ]);
  // What is true of all is said once.
  assert.deepEqual(
    figures.map(({ caption }) => caption !== ""),
    [true, false, false],
  );
  assert.match(
    sectionTexts(sections[0]!).join("\n"),
    /^Learned from .* All incidents are less sure, since/m,
  );
});

Deno.test("postmortem() of very many tells of the worst, says how many it leaves out, and fits a comment", () => {
  const draft = DRAFTS["very many incidents"]!;
  const summary = sectionTexts(draft.sections[0]!).join("\n");
  assert.match(summary, /This tells of the 20 with the highest peaks; 6 more/);
  const [impact] = sectionTables(chapter(draft, "Impact"));
  assert.equal(impact?.length, 20);
  const [timeline] = sectionTables(chapter(draft, "Timeline"));
  // Three rows of the score and one signal; two of the outage.
  assert.ok(timeline!.length <= 4 * 19 + 2);
  // GitHub takes no longer one.
  assert.ok(toMarkdown(draft).length < 65_536);
});

Deno.test("postmortem() of very many tells in its timeline what weighed most, not what left first", () => {
  const incidents = many.incidents.map((incident) => {
    const [first, second, ...rest] = incident.contributions;
    if (first === undefined || second === undefined) return incident;
    // The dominant one leaves after the other.
    const [late, early] = [first, second].map((part) => (
      { ...part, isCause: true, onset: incident.peak, group: null }
    ));
    const onset = incident.start;
    return {
      ...incident,
      contributions: [late!, { ...early!, onset }, ...rest],
    };
  });
  const draft = postmortem(toReportView({ ...many, incidents }));
  const [timeline] = sectionTables(chapter(draft, "Timeline"));
  const sources = new Map(
    timeline!.filter(([, , what]) => what!.includes("leaves its band"))
      .map(([, number, , source]) => [Number(number), source]),
  );
  assert.ok(sources.size > 10);
  for (const [number, source] of sources) {
    assert.equal(source, incidents[number - 1]!.contributions[0]!.feature);
  }
});

Deno.test("postmortem() without figures points to none, and to no files beside it", () => {
  const text = toMarkdown(postmortem(toReportView(INPUT)));
  assert.doesNotMatch(text, /figures\/|report\.html\)/);
});

Deno.test("postmortem() of a quiet time says how high the score got", () => {
  const draft = DRAFTS["no incident"]!;
  assert.match(draft.title, /^Postmortem: server-1, no incident, /);
  const texts = HEADINGS.slice(0, 6)
    .map((title) => sectionTexts(chapter(draft, title)).join(" "));
  assert.match(
    texts[0]!,
    /no incident was found\. The score stayed below .* 0\.55 × threshold/,
  );
  assert.match(texts[2]!, /^There was no alarm/);
  assert.match(texts[5]!, /nothing to recover from/);
});
