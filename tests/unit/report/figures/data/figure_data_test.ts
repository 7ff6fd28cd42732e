import assert from "node:assert/strict";
import { join } from "node:path";
import { buildDocument } from "@lib/report/build_document.ts";
import type { DataCell, Figure, FigureData } from "@lib/report/document.ts";
import { figureCsv } from "@lib/report/figures/figure_csv.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import { stepTime } from "@lib/frame/metric_table.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { readTable } from "@lib/source/read_table.ts";
import { sampleReportInput } from "../../../../support/sample_report_input.ts";

const input = sampleReportInput();
const view = toReportView(input);
const { table } = input;
const { sections } = await buildDocument(input);
const figures: ReadonlyMap<string, Figure> = new Map(
  sections.flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === "figure")
    .map((figure) => [figure.id, figure]),
);

function dataOf(id: string): FigureData {
  const data = figures.get(id)?.data?.();
  assert.ok(data, id);
  return data;
}

function columnOf({ columns, rows }: FigureData, title: string): DataCell[] {
  const at = columns.indexOf(title);
  assert.ok(at >= 0, `${title} in ${columns.join(", ")}`);
  return rows.map((cells) => cells[at]!);
}

Deno.test("every figure of a report gives the numbers that it draws", () => {
  assert.ok(figures.size > 10);
  for (const [id, { data }] of figures) {
    assert.ok(data, id);
    const { columns, rows } = data();
    assert.ok(rows.length > 0, id);
    assert.equal(new Set(columns).size, columns.length, id);
    for (const cells of rows) assert.equal(cells.length, columns.length, id);
  }
});

Deno.test("a trend's data is the table's, step by step", () => {
  const series = [...figures.values()].filter(({ metric }) => metric);
  assert.equal(series.length, table.metrics.length);
  for (const { id, metric } of series) {
    const data = dataOf(id);
    const f = table.metrics.findIndex(({ name }) => name === metric);
    const { unit } = table.metrics[f]!;
    const title = (what: string) =>
      unit === "" || unit === "1" ? what : `${what} (${unit})`;
    const at = (t: number) => t * table.metrics.length + f;
    assert.deepEqual(
      columnOf(data, "timestamp"),
      Array.from(
        { length: table.steps },
        (_, t) => isoTime(stepTime(table, t)),
      ),
    );
    assert.deepEqual(
      columnOf(data, title("measured")),
      Array.from(
        { length: table.steps },
        (_, t) => table.imputed[at(t)] === 1 ? NaN : table.values[at(t)],
      ),
    );
    const own = view.series[f]!.expected!;
    assert.deepEqual(columnOf(data, title("expected")), [...own.center]);
    assert.deepEqual(columnOf(data, title("band low")), [...own.low]);
    assert.deepEqual(columnOf(data, title("band high")), [...own.high]);
    assert.deepEqual(
      columnOf(data, "error (multiples of its own threshold)"),
      [...own.errors],
    );
  }
});

Deno.test("data over time tells the incident of each step", () => {
  const found = columnOf(dataOf("score"), "incident");
  const wanted = Array.from(
    { length: table.steps },
    (_, t) =>
      view.incidents.find(({ range }) => range.start <= t && t < range.end)
        ?.number ?? null,
  );
  assert.deepEqual(found, wanted);
  assert.ok(new Set(found).size > 3);
});

Deno.test("an incident's figures give its own steps, metric by metric", () => {
  const one = view.incidents[1]!;
  const { columns, rows } = dataOf(`incident-2-actual-expected`);
  assert.match(columns[1]!, /^\S+ measured/);
  assert.ok(rows.length < table.steps / 2);
  const times = rows.map(([time]) => time);
  assert.ok(times.includes(one.incident.start));
  assert.ok(times.includes(one.incident.end));
  const heatmap = dataOf("incident-2-heatmap");
  assert.deepEqual(heatmap.rows.map(([time]) => time), times);
  const [worst] = one.incident.contributions;
  assert.deepEqual(
    columnOf(
      heatmap,
      `${worst!.feature} error (multiples of its own threshold)`,
    ).filter((error) => Number(error) >= 1).length > 0,
    true,
  );
  const shares = dataOf("incident-2-contributions");
  assert.deepEqual(
    Object.fromEntries(shares.rows.map(([metric, share]) => [metric, share])),
    Object.fromEntries(
      one.incident.contributions.map(({ feature, share }) => [feature, share]),
    ),
  );
  const [onset] = columnOf(dataOf("incident-2-onset"), "timestamp");
  const onsets = one.incident.contributions.map(({ onset }) => onset ?? "~");
  assert.equal(onset, onsets.sort()[0]);
});

Deno.test("the coverage's stretches add up to the table", () => {
  const data = dataOf("coverage");
  const width = table.metrics.length;
  const total = (state: string) =>
    data.rows.filter((cells) => cells[1] === state)
      .reduce((sum, cells) => sum + Number(cells[4]), 0);
  const missing = table.values.filter((value) => Number.isNaN(value)).length;
  const filled = table.values
    .filter((value, i) => !Number.isNaN(value) && table.imputed[i] === 1)
    .length;
  assert.ok(missing > 0 && filled > 0);
  assert.deepEqual([total("no value"), total("filled in")], [missing, filled]);
  assert.equal(total("measured"), table.steps * width - missing - filled);
});

Deno.test("a warning's lines end at the limit, each at its time", () => {
  const [warning] = input.evaluation.earlyWarnings;
  assert.ok(warning);
  const { columns, rows } = dataOf("warning-1");
  const title = (what: string) =>
    columns.findIndex((name) => name.startsWith(what));
  const reached = (what: string) =>
    rows.find((cells) => cells[title(what)] === warning.limit)?.[0];
  assert.equal(reached("trend ("), warning.exhaustedAt);
  assert.equal(reached("trend at the soonest"), warning.interval[0]);
  assert.equal(reached("trend at the latest"), warning.interval[1]);
});

Deno.test("the loss is given epoch by epoch", () => {
  const { losses, bestEpoch } = input.training;
  assert.deepEqual(
    dataOf("loss").rows,
    losses.map(({ epoch, fit, stop }) => [
      epoch,
      fit,
      stop,
      epoch === bestEpoch ? "yes" : "no",
    ]),
  );
});

Deno.test("a figure's CSV is read as a table by the project itself", async () => {
  const folder = await Deno.makeTempDir({ prefix: "whenwhy-figure-" });
  try {
    const file = join(folder, "trend-1.csv");
    const data = dataOf("trend-1");
    await Deno.writeTextFile(file, figureCsv(data));
    const read = await readTable([file], { host: "a" });
    const [, title] = data.columns;
    const column = read.columns.find(({ name }) => name === title);
    assert.ok(column, read.columns.map(({ name }) => name).join(", "));
    assert.deepEqual(
      Array.from(column.values, Math.fround),
      columnOf(data, title!),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
