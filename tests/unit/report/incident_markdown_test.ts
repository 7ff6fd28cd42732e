import assert from "node:assert/strict";
import { incidentMarkdown } from "@lib/report/incident_markdown.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());

Deno.test("incidentMarkdown() holds what a postmortem asks for", () => {
  const one = view.incidents[2]!;
  const text = incidentMarkdown(view, one);
  assert.deepEqual(text.match(/^#+ .*/gm)?.slice(1), [
    "#### Timeline (UTC)",
    "#### Contributing signals",
    "#### Detection",
    "#### What could not be seen",
    "#### Evidence",
  ]);
  assert.match(text, /^### server-1, 2026-03-01 .* UTC$/m);
  assert.match(text, /Impact on users: \(to be filled in/);
  assert.ok(text.includes(`incident: \`${one.incident.id}\``));
  assert.ok(text.includes(view.input.run.inputs[0]!.sha256.slice(0, 16)));
  assert.ok(text.includes(view.input.run.command));
  assert.doesNotMatch(text, /root cause|undefined|NaN/i);
});

Deno.test("incidentMarkdown() writes tables that every Markdown reader takes", () => {
  const hostile = toReportView(sampleReportInput({ names: "hostile" }));
  for (const one of hostile.incidents) {
    const text = incidentMarkdown(hostile, one);
    const tables = text.split("\n\n").filter((part) => part.startsWith("|"));
    for (const table of tables) {
      const cells = table.trim().split("\n").map((row) =>
        row.replaceAll("\\|", "").split("|").length
      );
      assert.equal(new Set(cells).size, 1, table);
    }
    assert.doesNotMatch(text, /<script|<img/);
  }
});

Deno.test("incidentMarkdown() says when which budget would have alarmed, and what it reminds of", () => {
  const text = incidentMarkdown(view, view.incidents[1]!);
  assert.match(text, /#### Detection\n\nWould have alarmed, .*1\/week after/);
  const [, seen = ""] = text.split("#### Seen before\n\n");
  const [first, second] = seen.split("\n");
  assert.match(
    first!,
    /^- 2026-03-01 08:\d\d–\S+ UTC: almost the same signals \(similarity 0\.93\)$/,
  );
  assert.equal(
    second?.replaceAll("\\", ""),
    "- 2026-02-11 03:00–03:20 UTC: mostly the same signals, the largest the " +
      "other way (similarity 0.74), label: nightly backup, in " +
      "reports/server-1-20260212",
  );
});

Deno.test("incidentMarkdown() of an outage blames no metric", () => {
  const one = view.incidents.find(({ incident }) =>
    incident.kind === "outage"
  )!;
  const text = incidentMarkdown(view, one);
  assert.match(text, /the server could not be read/);
  assert.doesNotMatch(text, /Contributing signals/);
});

Deno.test("incidentMarkdown() keeps a hostile host, path and command in their code", () => {
  const host = "web`\n````\n<img>";
  const { run } = view.input;
  const inputs = run.inputs.map((one) => ({ ...one, path: host }));
  const hostile = toReportView({
    ...view.input,
    run: { ...run, command: host, inputs, model: { ...run.model, name: host } },
    incidents: view.input.incidents.map((one) => ({ ...one, host, id: host })),
  });
  const text = incidentMarkdown(hostile, hostile.incidents[0]!);
  const evidence = text.slice(text.indexOf("#### Evidence"));
  const code = "`````web` ```` <img>`````";
  for (const what of ["incident", "data", "model", "command"]) {
    assert.ok(evidence.includes(`- ${what}: ${code}`), what);
  }
  assert.doesNotMatch(text, /^`/m);
});
