import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import { evidenceOf } from "@lib/report/evidence/evidence.ts";
import { evidenceText } from "@lib/report/evidence/evidence_text.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput();

Deno.test("every section and figure of a report says where it came from", async () => {
  const { sections } = await buildDocument(INPUT);
  for (const { id, evidence, blocks } of sections) {
    assert.ok(evidence, id);
    for (const block of blocks) {
      if (block.kind === "figure") assert.ok(block.evidence, block.id);
    }
  }
});

Deno.test("evidence of an incident is of its own time", async () => {
  const { sections } = await buildDocument(INPUT);
  for (const incident of INPUT.incidents) {
    const section = sections.find((one) => one.incident === incident.id);
    const { start, end } = incident;
    assert.deepEqual(section?.evidence?.window, { start, end });
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
