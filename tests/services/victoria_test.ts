import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { SCHEMA } from "@lib/frame/schema.ts";
import { readTable } from "@lib/source/read_table.ts";
import { launch } from "../support/launch.ts";
import { missingProgram } from "../support/missing_program.ts";
import { gaugeAt, RATE, serverHistory } from "../support/server_history.ts";
import { startVictoria } from "../support/victoria.ts";

const ignore = missingProgram("victoria-metrics");

const START = Date.UTC(2026, 9, 1) / 1000;
const GAP = [200, 230] as const;
const INCIDENT = [500, 520] as const;
const web1 = {
  instance: "web-1",
  start: START,
  scrapes: 900,
  gap: GAP,
  incident: INCIDENT,
  reset: 400,
};
const SCRAPES = Array.from({ length: web1.scrapes }, (_, t) => t)
  .filter((t) => t < GAP[0] || t >= GAP[1]);
const TIMES = SCRAPES.map((t) => (START + 60 * t) * 1000);

Deno.test({
  name: "an export of VictoriaMetrics is the table that was put into it",
  ignore,
  fn: async () => {
    const history = serverHistory(web1);
    await using server = await startVictoria(history);
    const query = new URLSearchParams([
      ["match[]", '{instance="web-1"}'],
      ["start", String(START)],
      ["end", String(START + 60 * web1.scrapes)],
    ]);
    const answer = await fetch(`${server.url}/api/v1/export?${query}`);
    const text = await answer.text();
    const folder = await Deno.makeTempDir();
    const files = [join(folder, "web.jsonl"), join(folder, "web.jsonl.gz")];
    await Deno.writeTextFile(files[0] ?? "", text);
    await Deno.writeFile(files[1] ?? "", gzipSync(text));
    for (const file of files) {
      const { host, times, columns } = await readTable([file]);
      assert.equal(host, "web-1");
      assert.deepEqual([...times], TIMES);
      assert.equal(columns.length, history.length);
      const column = (name: string) => [
        ...columns.find((one) => one.name === name)?.values ?? [],
      ];
      assert.deepEqual(
        column("load-1m"),
        SCRAPES.map((t) => gaugeAt(t, INCIDENT)),
      );
      const of = (name: string, label: string) =>
        history.find((one) =>
          one.name === name && Object.values(one.labels).includes(label)
        )?.samples.map(([, value]) => value);
      assert.deepEqual(
        column("node_disk_read_bytes_total{device=sda}"),
        of("node_disk_read_bytes_total", "sda"),
      );
    }
    const out = join(folder, "run");
    const { code, stderr } = await launch("report", [
      ...[
        "--data",
        files[0] ?? "",
        "--out",
        out,
        "--counter",
        "node_forks_total",
      ],
      ...["--name", "victoria-test"],
      ...["--epochs", "1", "--hidden", "4"],
    ]);
    assert.equal(code, 0, stderr);
    await Deno.stat(join(out, "report.html"));
    await Deno.remove(folder, { recursive: true });
    await Deno.remove("data/models/victoria-test", { recursive: true });
  },
});

Deno.test({
  name: "record reads VictoriaMetrics as it reads Prometheus",
  ignore,
  fn: async () => {
    await using server = await startVictoria(serverHistory(web1));
    const folder = await Deno.makeTempDir();
    const out = join(folder, "web-1.parquet");
    const { code, stderr } = await launch("record", [
      ...["--data", `prometheus:${server.url}`, "--out", out],
      ...["--from", "2026-10-01", "--to", "2026-10-02"],
    ]);
    assert.equal(code, 0, stderr);
    const { host, times, columns } = await readTable([out]);
    assert.equal(host, "web-1");
    assert.deepEqual(
      columns.map(({ name }) => name),
      SCHEMA.map(({ name }) => name),
    );
    assert.deepEqual([...times], TIMES);
    const column = (name: string) => [
      ...columns.find((one) => one.name === name)?.values ?? [],
    ];
    assert.deepEqual(
      column("load-1m"),
      SCRAPES.map((t) => gaugeAt(t, INCIDENT)),
    );
    for (
      const [name, rate] of [["disk-io-read", RATE], [
        "cpu-user",
        2 * RATE,
      ]] as const
    ) {
      const rates = column(name);
      for (const t of [20, 150, 300, 450, 800]) {
        const value = rates[SCRAPES.indexOf(t)] ?? NaN;
        assert.ok(
          Math.abs(value - rate) < 1e-6 * rate,
          `${name} at ${t}: ${value}`,
        );
      }
    }
    await Deno.remove(folder, { recursive: true });
  },
});
