import assert from "node:assert/strict";
import { isoTime } from "@lib/frame/iso_time.ts";
import { buildDocument } from "@lib/report/build_document.ts";
import type {
  Figure,
  ReportDocument,
  Section,
  Table,
} from "@lib/report/document.ts";
import type { Evidence } from "@lib/report/evidence/evidence.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { evidenceOf } from "@lib/report/evidence/evidence.ts";
import { evidenceText } from "@lib/report/evidence/evidence_text.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput();

/** One whose first signal left its band long before the alarm. */
const EARLY: ReportInput = {
  ...INPUT,
  incidents: INPUT.incidents.map((one) => ({
    ...one,
    contributions: one.contributions.map((part, i) => (
      i > 0 || part.onset === null ? part : {
        ...part,
        onset: isoTime(Date.parse(one.start) - 50 * 60_000),
      }
    )),
  })),
};
const DOCUMENTS: Record<string, ReportDocument> = {
  ordinary: await buildDocument(INPUT),
  early: await buildDocument(EARLY),
  hostile: await buildDocument(
    sampleReportInput({ names: "hostile", steps: 240, incidents: 2 }),
  ),
};
for (const { id } of INPUT.incidents) {
  DOCUMENTS[id] = await buildDocument(EARLY, { subject: id });
}

Deno.test("every section and figure of a report says where it came from", () => {
  const { sections } = DOCUMENTS["ordinary"]!;
  for (const { id, evidence, blocks } of sections) {
    assert.ok(evidence, id);
    for (const block of blocks) {
      if (block.kind === "figure") assert.ok(block.evidence, block.id);
    }
  }
});

type Window = Evidence["window"];
const covers = ({ start, end }: Window, times: readonly number[]) =>
  times.every((ms) => Date.parse(start) <= ms && ms <= Date.parse(end));
const figuresOf = ({ blocks }: Section) =>
  blocks.filter((block): block is Figure => block.kind === "figure");

Deno.test("evidence of a figure is of all instants that it draws", () => {
  let count = 0;
  for (const [name, { sections }] of Object.entries(DOCUMENTS)) {
    for (const { id, evidence, data } of sections.flatMap(figuresOf)) {
      const times = data!().rows.flat().filter((cell) =>
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(cell))
      ).map((cell) => Date.parse(String(cell)));
      assert.ok(covers(evidence!.window, times), `${name}: ${id}`);
      count += times.length;
    }
  }
  assert.ok(count > 10_000);
});

Deno.test("evidence of an incident's order of onset is of no more than it draws", () => {
  const { window, model } = DOCUMENTS["early"]!.sections.flatMap(figuresOf)
    .find(({ id }) => id === "incident-3-onset")!.evidence!;
  assert.ok(model);
  assert.equal(window.start, "2026-03-01T13:08:00Z");
  assert.ok(window.end < INPUT.incidents[2]!.end);
});

Deno.test("evidence of an incident's section is of all that its figures show", () => {
  let count = 0;
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    const { sections, postmortem } = document;
    const all = [...sections, ...postmortem!.sections];
    for (const section of all.filter(({ evidence }) => evidence)) {
      const figures = figuresOf(section)
        .filter(({ id }) => /^incident-|^warning-/.test(id));
      for (const { id, evidence } of figures) {
        const times = Object.values(evidence!.window).map(Date.parse);
        const told = `${name}: ${id} in ${section.id}`;
        assert.ok(covers(section.evidence!.window, times), told);
        count++;
      }
      const one = INPUT.incidents.find(({ id }) => id === section.incident);
      if (one === undefined || name === "hostile") continue;
      const own = [one.start, one.end].map(Date.parse);
      assert.ok(covers(section.evidence!.window, own), section.id);
    }
  }
  assert.ok(count > 30);
});

Deno.test("evidence of a chapter is of all instants in its rows", () => {
  const told = new Set<string>();
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    const { sections, postmortem } = document;
    const story = sections.filter(({ id }) => id === "incidents");
    for (const section of [...story, ...postmortem!.sections]) {
      const { evidence, blocks, title } = section;
      const tables = blocks.flatMap((one) => one.kind === "table" ? one : []);
      const times = evidence === undefined ? [] : tables.flatMap(timesIn);
      if (times.length > 0) told.add(title);
      for (const ms of times) {
        const text = `${name}: ${isoTime(ms)} in ${title}`;
        assert.ok(covers(evidence!.window, [ms]), text);
      }
    }
  }
  const titles = [
    ...["Detection and delay", "Impact", "Incidents", "Recovery", "Timeline"],
    "What happened",
  ];
  assert.deepEqual([...told].toSorted(), titles);
});

/** Whole times in cells that begin with one, with the date of their column or own. */
function timesIn({ columns, rows }: Table): number[] {
  return columns.flatMap(({ title }, c) => {
    if (!title.includes("(UTC")) return [];
    const [, day] = /\(UTC, (\S+)\)/.exec(title) ?? [];
    return rows.flatMap((row) => {
      const cell = row[c]!;
      const text = typeof cell === "string" ? cell : cell.text;
      const [, own, time] =
        /^(?:before )?(\d{4}-\d\d-\d\d )?(\d\d:\d\d)/.exec(text) ?? [];
      const date = own?.trim() ?? day ?? "2026-03-01";
      return time === undefined ? [] : [Date.parse(`${date}T${time}:00Z`)];
    });
  });
}

Deno.test("evidence of a section names all files that it rests on", async () => {
  const [file] = INPUT.run.inputs;
  const roles = ["train", "data", "labels", "exclude", "earlier"] as const;
  const inputs = roles.map((role) => ({ ...file!, role, path: role }));
  const input = { ...INPUT, run: { ...INPUT.run, inputs } };
  const whole = await buildDocument(input);
  const { sections } = await buildDocument(input, {
    subject: INPUT.incidents[1]!.id,
  });
  const of = (id: string, from = sections) =>
    from.find((one) => one.id === id)!.evidence!.inputs
      .map(({ role }) => role);
  const history = ["train", "data"];
  const trained = [...history, "exclude"];
  assert.deepEqual(of("incident-2"), [...history, "labels", "earlier"]);
  const first = of("incident-1", whole.sections);
  assert.deepEqual(first, ["data", "labels", "earlier"]);
  for (const from of [sections, whole.sections]) {
    assert.deepEqual(of("summary", from), trained);
    assert.deepEqual(of("data", from), trained);
    assert.deepEqual(of("thresholds", from), ["data"]);
    assert.deepEqual(of("replay", from), ["data", "labels"]);
    assert.deepEqual(of("labels", from), ["data", "labels"]);
    assert.deepEqual(of("method", from), roles);
  }
  {
    const { postmortem } = whole;
    assert.deepEqual(of("postmortem-summary", postmortem!.sections), history);
    assert.deepEqual(of("postmortem-timeline", postmortem!.sections), history);
    const all = of("postmortem-supporting-information", postmortem!.sections);
    assert.deepEqual(all, roles);
  }
});

Deno.test("evidence names the files and the model that a part rests on", () => {
  const data = evidenceOf(INPUT, { basis: "data" });
  assert.deepEqual(data.inputs.map(({ role }) => role), ["data"]);
  assert.equal(data.model, null);
  const [file] = INPUT.run.inputs;
  const learned = { ...file!, role: "train" as const };
  const run = { ...INPUT.run, inputs: [learned, ...INPUT.run.inputs] };
  const training = evidenceOf({ ...INPUT, run }, { basis: "training" });
  assert.deepEqual(training.inputs.map(({ role }) => role), ["train"]);
  assert.equal(training.window.start, INPUT.training.start);
  assert.equal(training.model?.sha256, INPUT.run.model.sha256);
  const split = { share: 0.7, at: INPUT.training.end };
  const cut = evidenceOf({ ...INPUT, run: { ...INPUT.run, split } }, {
    basis: "training",
  });
  assert.ok(cut.inputs.some(({ role }) => role === "data"));
});

Deno.test("evidenceText() is one line with file, hash, time and model", () => {
  const evidence = evidenceOf(INPUT, { basis: "score" });
  const text = evidenceText(evidence);
  const [file] = evidence.inputs;
  assert.ok(text.includes(file?.sha256.slice(0, 12) ?? "none"), text);
  assert.match(text, /UTC; model \S+, version \S+$/);
  const many = Array.from({ length: 5 }, () => file!);
  assert.match(
    evidenceText({ ...evidence, inputs: many }),
    / and 2 more files, /,
  );
});

Deno.test("what was recorded from Prometheus says so, with its queries", async () => {
  const query = {
    ...{ server: "http://127.0.0.1:9090", instance: "web-1", step: "60s" },
    ...{ from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" },
    columns: { "load-1m": "node_load1", evil: `sum(${"x".repeat(999)})` },
  };
  const [file] = INPUT.run.inputs;
  const inputs = [{ ...file!, query }, ...INPUT.run.inputs];
  const input = { ...INPUT, run: { ...INPUT.run, inputs } };
  assert.match(
    evidenceText(evidenceOf(input, { basis: "data" })),
    /\(SHA-256 \w{12}…, recorded from http:\/\/127\.0\.0\.1:9090\)/,
  );
  const { sections } = await buildDocument(input);
  const tables = sections.find(({ id }) => id === "method")!.blocks
    .filter((block) => block.kind === "table");
  const table = tables.find(({ caption }) => caption.includes("recorded"));
  assert.match(
    table?.caption ?? "",
    /was recorded from Prometheus at http:\S+, instance web-1, from 2026-01-01T00:00:00Z up to 2026-01-02T00:00:00Z, a value every 60s\.$/,
  );
  const [first, second] = table!.rows;
  assert.deepEqual(first, ["load-1m", "node_load1"]);
  assert.equal(String(second?.[1]).length, 500);
});
