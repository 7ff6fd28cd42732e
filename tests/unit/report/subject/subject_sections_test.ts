import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import type { ReportDocument, Section, Table } from "@lib/report/document.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const INPUT = sampleReportInput();

/** The report of one incident, by its number. */
const about = async (number: number, input: ReportInput = INPUT) =>
  await buildDocument(input, { subject: input.incidents[number - 1]!.id });

const ids = ({ sections }: ReportDocument) => sections.map(({ id }) => id);

function sectionOf({ sections }: ReportDocument, id: string): Section {
  const found = sections.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

const figures = ({ sections }: Pick<ReportDocument, "sections">) =>
  sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => block.kind === "figure" ? [block] : []);

/** Every section that something of a document leads to. */
function targets({ sections, lead }: ReportDocument): string[] {
  const cells = sections.flatMap(({ blocks }) => blocks)
    .filter((block): block is Table => block.kind === "table")
    .flatMap(({ rows }) => rows.flat());
  const notes = sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => block.kind === "note" ? [block] : []);
  return [
    ...cells,
    ...notes,
    ...lead?.figures ?? [],
    ...lead?.warnings ?? [],
  ].flatMap((one) => typeof one === "string" ? [] : one.section ?? []);
}

const third = await about(3);
const outage = await about(4);

Deno.test("a report of one incident has its part alone, and the chapters that concern it", () => {
  assert.deepEqual(ids(third), [
    "summary",
    "incidents",
    "incident-3",
    "early-warnings",
    "replay",
    "data",
    "trends",
    "thresholds",
    "labels",
    "blind-spots",
    "method",
  ]);
  // No budget decides about an outage, and no metric is blamed.
  assert.deepEqual(ids(outage), [
    "summary",
    "incidents",
    "incident-4",
    "data",
    "labels",
    "blind-spots",
    "method",
  ]);
});

Deno.test("a report of one incident has what the whole report has of it", async () => {
  const whole = await buildDocument(INPUT);
  for (const document of [third, await about(1), outage]) {
    const id = document.sections[2]!.id;
    const own = figures({ sections: [sectionOf(document, id)] });
    const there = figures({ sections: [sectionOf(whole, id)] });
    assert.deepEqual(own.map(({ id }) => id), there.map(({ id }) => id));
    assert.deepEqual(
      sectionTables(sectionOf(document, id)),
      sectionTables(sectionOf(whole, id)),
    );
  }
});

Deno.test("a report of one incident leads nowhere that is not there, and has no id twice", async () => {
  const many = sampleReportInput({ steps: 3000, incidents: 40 });
  const { incidents } = toReportView(many);
  const calm = incidents.find(({ section }) => section === null)!;
  const documents = [
    ...[third, outage, await about(1), await about(2)],
    // One that the whole report has in its table only.
    await about(calm.number, many),
  ];
  for (const document of documents) {
    const all = [...ids(document), ...figures(document).map(({ id }) => id)];
    assert.equal(new Set(all).size, all.length);
    const known = ids(document);
    for (const target of targets(document)) {
      assert.ok(known.includes(target), `${document.title}: ${target}`);
    }
    assert.ok(targets(document).length > 0);
    assert.doesNotMatch(
      JSON.stringify(document),
      /NaN|undefined|Infinity|\[object/,
    );
  }
});

Deno.test("a report of one incident draws the metrics with a part in it over the whole time", () => {
  const causes = INPUT.incidents[2]!.contributions
    .filter(({ isCause, share }) => isCause || share >= 0.03)
    .map(({ feature }) => feature);
  assert.ok(causes.length < INPUT.table.metrics.length);
  const drawn = figures({ sections: [sectionOf(third, "trends")] });
  assert.deepEqual(drawn.map(({ metric }) => metric), causes);
  for (const { evidence } of drawn) {
    assert.equal(evidence?.window.start, "2026-03-01T06:00:00Z");
  }
  const [metrics] = sectionTables(sectionOf(third, "data"));
  assert.deepEqual(metrics?.map(([name]) => name), causes);
  const [thresholds] = sectionTables(sectionOf(third, "thresholds"));
  assert.deepEqual(
    thresholds?.map(([name]) => name).toSorted(),
    causes.toSorted(),
  );
  const [all] = sectionTables(sectionOf(outage, "data"));
  assert.equal(all?.length, INPUT.table.metrics.length);
});

Deno.test("a report of one incident tells of the others in one line", async () => {
  const [about] = sectionTexts(sectionOf(third, "summary"));
  assert.match(
    about ?? "",
    /^This report is about incident #3 \(server-1-20260301T135800Z\), one of 3 incidents and 1 outage that were found\. Of the others it shows when they were; the command without --incident tells of all\. server-1 was scored over /,
  );
  const alone = { ...INPUT, incidents: INPUT.incidents.slice(0, 1) };
  const rates = { ...alone.evaluation.rates, incidents: 1, outages: 0 };
  const only = await buildDocument(
    { ...alone, evaluation: { ...alone.evaluation, rates } },
    { subject: alone.incidents[0]!.id },
  );
  const [text] = sectionTexts(sectionOf(only, "summary"));
  assert.match(text ?? "", /, the only incident that was found\. server-1 /);
});

Deno.test("a report of one incident tells it in the order of time", () => {
  const [rows = []] = sectionTables(sectionOf(third, "incidents"));
  const times = rows.map(([time]) => time ?? "");
  assert.ok(times.length >= 5);
  assert.deepEqual(times, times.toSorted());
  assert.deepEqual(rows[0], [
    "13:58",
    "the score reaches its threshold",
    "score",
  ]);
  const [seen] = sectionTables(sectionOf(outage, "incidents"));
  assert.deepEqual(seen?.map(([, , source]) => source), [
    "server-up",
    "server-up",
  ]);
});

Deno.test("a report of one incident says at which budget it would have been caught, and the price", () => {
  const [rows = []] = sectionTables(sectionOf(third, "replay"));
  const { replay } = INPUT.evaluation;
  const { id } = INPUT.incidents[2]!;
  assert.equal(rows.length, replay.length);
  for (const [i, row] of rows.entries()) {
    const one = replay[i]!.incidents.find((other) => other.id === id)!;
    assert.equal(row[3], `${one.delayMs! / 60_000} min`);
    assert.equal(row[4], String(one.falseAlarmsBefore));
  }
  assert.match(
    sectionTexts(sectionOf(third, "replay"))[0] ?? "",
    /^A delay counts from the first deviation, 13:58 UTC: /,
  );
});

Deno.test("a report of one incident tells what its own label says", async () => {
  const { labels } = INPUT.evaluation;
  const { incident } = labels!.perIncident[0]!;
  const number = INPUT.incidents.findIndex(({ id }) => id === incident) + 1;
  const labelled = sectionOf(await about(number), "labels");
  assert.match(
    sectionTexts(labelled)[0] ?? "",
    /^The labels say of its time: /,
  );
  const named = new Set(labels!.perIncident.map((one) => one.incident));
  const bare = INPUT.incidents.findIndex(({ id }) => !named.has(id));
  assert.ok(bare >= 0);
  const without = sectionOf(await about(bare + 1), "labels");
  assert.match(sectionTexts(without)[0] ?? "", /^No label touches it\./);
  assert.deepEqual(sectionTables(without), []);
});

Deno.test("a report of one incident gives all its doubts in its own part", async () => {
  const parts = [
    sectionOf(await buildDocument(INPUT), "incident-3"),
    sectionOf(third, "incident-3"),
  ]
    .map((part) =>
      sectionTexts(part).find((text) => text.startsWith("Confidence"))
    );
  assert.match(parts[0] ?? "", /what the summary says/);
  assert.equal(
    parts[1],
    "Confidence: medium, since the model learned from 3 days: less than two weeks.",
  );
});

Deno.test("buildDocument() refuses an incident that the input has not", async () => {
  await assert.rejects(
    buildDocument(INPUT, { subject: "server-1-20200101T000000Z" }),
    TypeError,
  );
});
