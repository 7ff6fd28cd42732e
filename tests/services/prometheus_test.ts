import assert from "node:assert/strict";
import { join } from "node:path";
import { readTable } from "@lib/source/read_table.ts";
import { SCHEMA } from "@lib/frame/schema.ts";
import { filesUnder } from "../support/files_under.ts";
import { launch } from "../support/launch.ts";
import { NO_PROMETHEUS, startPrometheus } from "../support/prometheus.ts";
import {
  gaugeAt,
  INCIDENT_RATE,
  RATE,
  serverHistory,
} from "../support/server_history.ts";

const ignore = NO_PROMETHEUS;

const START = Date.UTC(2026, 9, 1) / 1000;
const SCRAPES = 2 * 1440;
const GAP = [1000, 1030] as const;
const INCIDENT = [2000, 2060] as const;
const RESET = 1500;
const web1 = {
  instance: "web-1",
  start: START,
  scrapes: SCRAPES,
  gap: GAP,
  incident: INCIDENT,
  reset: RESET,
};
const SPAN = ["--from", "2026-10-01", "--to", "2026-10-03"];

Deno.test({
  name: "record writes the table that was put into Prometheus",
  ignore,
  fn: async () => {
    await using server = await startPrometheus(serverHistory(web1));
    const folder = await Deno.makeTempDir();
    const out = join(folder, "web-1.parquet");
    const data = ["--data", `prometheus:${server.url}`];
    const { code, stderr } = await launch(
      "record",
      [...data, ...SPAN, "--out", out],
    );
    assert.equal(code, 0, stderr);
    const table = await readTable([out]);
    assert.equal(table.host, "web-1");
    assert.deepEqual(
      table.columns.map(({ name }) => name),
      SCHEMA.map(({ name }) => name),
    );
    const scrapes = Array.from({ length: SCRAPES }, (_, t) => t)
      .filter((t) => t < GAP[0] || t >= GAP[1]);
    assert.deepEqual(
      [...table.times],
      scrapes.map((t) => (START + 60 * t) * 1000),
    );
    const column = (name: string) => [
      ...table.columns.find((one) => one.name === name)?.values ?? [],
    ];
    assert.deepEqual(
      column("load-1m"),
      scrapes.map((t) => gaugeAt(t, INCIDENT)),
    );
    assert.deepEqual(column("server-up"), scrapes.map(() => 1));
    // One disk counts, two cores do; the window of a rate is four scrapes.
    for (
      const [name, of] of [["sys-fork-rate", 1], ["disk-io-read", 1], [
        "cpu-user",
        2,
      ]] as const
    ) {
      const rates = column(name);
      const at = (t: number) => rates[scrapes.indexOf(t)] ?? NaN;
      const near = (t: number, rate: number) =>
        assert.ok(
          Math.abs(at(t) - of * rate) < 1e-6 * rate,
          `${name} at ${t}: ${at(t)}`,
        );
      [10, 999, GAP[1] + 5, INCIDENT[0] - 1, INCIDENT[1] + 5, SCRAPES - 1]
        .forEach((t) => near(t, RATE));
      near(INCIDENT[0] + 30, INCIDENT_RATE);
      const spike = Math.max(
        ...rates.filter((_, row) => {
          const t = scrapes[row] ?? 0;
          return t > 4 && Math.abs(t - RESET) < 10;
        }),
      );
      assert.ok(spike <= of * RATE * 1.001, `${name} at the reset: ${spike}`);
    }
    await Deno.remove(folder, { recursive: true });
  },
});

Deno.test({
  name: "record names the instances there are, and takes queries",
  ignore,
  fn: async () => {
    const short = { ...web1, scrapes: 200, gap: [50, 60] as const };
    const odd = {
      name: "queue",
      labels: { instance: "web-2", job: "node" },
      samples: Array.from(
        { length: 200 },
        (_, t) => [START + 60 * t, t === 7 ? Infinity : t] as const,
      ),
    };
    await using server = await startPrometheus([
      ...serverHistory(short),
      ...serverHistory({ ...short, instance: "web-2" })
        .filter(({ name }) => name !== "node_thermal_zone_temp"),
      odd,
    ]);
    const folder = await Deno.makeTempDir();
    const record = (...more: readonly string[]) =>
      launch("record", [
        "--data",
        `prometheus:${server.url}`,
        ...SPAN,
        "--out",
        join(folder, "a.parquet"),
        ...more,
      ]);
    const unsaid = await record();
    assert.equal(unsaid.code, 1);
    assert.match(
      unsaid.stderr,
      /--instance must say which server; it has web-1, web-2/,
    );
    const unknown = await record("--instance", "web-9");
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /got "web-9"; it has web-1, web-2/);
    const wrong = await record("--query", "a=sum(");
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /must accept the query, got 400; .*parse error/);
    const several = await record("--query", "a=up");
    assert.equal(several.code, 1);
    assert.match(several.stderr, /up must give one series, and gives 2/);
    assert.deepEqual([...Deno.readDirSync(folder)], []);

    const done = await record(
      ...["--instance", "web-2", "--json"],
      ...["--query", "queue=last_over_time(queue{$H}[1m])"],
    );
    assert.equal(done.code, 0, done.stderr);
    const { absent, infinite, metrics } = JSON.parse(done.stdout);
    assert.deepEqual([absent, infinite, metrics], [["sys-thermal"], 1, 23]);
    const { columns } = await readTable([join(folder, "a.parquet")]);
    const queue = columns.find(({ name }) => name === "queue")?.values ?? [];
    assert.deepEqual([...queue].slice(5, 10), [5, 6, NaN, 8, 9]);

    const own = await record("--query", "jobs=sum(queue)", "--quiet");
    assert.equal(own.code, 0, own.stderr);
    const alone = await readTable([join(folder, "a.parquet")]);
    assert.deepEqual(alone.columns.map(({ name }) => name), ["jobs"]);
    assert.equal(alone.host, "127.0.0.1");
    await Deno.remove(folder, { recursive: true });
  },
});

// htpasswd of "secret-word" for the user "reader": python3 -c
// 'import bcrypt; print(bcrypt.hashpw(b"secret-word", bcrypt.gensalt(4)))'
const USERS =
  "basic_auth_users:\n  reader: $2b$04$g2CS0QqAu12dFmLuJd59b.ocXeewr75mRW43rZStOiJuKqLmICLU6\n";

Deno.test({
  name: "report reads from Prometheus, and credentials stay where they are",
  ignore,
  fn: async () => {
    await using server = await startPrometheus(serverHistory(web1), {
      config: USERS,
    });
    const folder = await Deno.makeTempDir();
    const out = join(folder, "run");
    const file = join(folder, "params.json");
    await Deno.writeTextFile(file, JSON.stringify({ instance: "web-1" }));
    const args = [
      ...["--data", `prometheus:${server.url}`, ...SPAN],
      ...["--params", file, "--out", out, "--name", "prometheus-test"],
      ...["--epochs", "1", "--hidden", "4"],
    ];
    const refused = await launch("report", args);
    assert.equal(refused.code, 1);
    assert.match(
      refused.stderr,
      /must let us in, got 401; set PROMETHEUS_USER/,
    );

    const inAddress = await launch(
      "report",
      args.map((arg) => arg.replace("http://", "http://reader:secret-word@")),
    );
    assert.equal(inAddress.code, 1);
    assert.match(inAddress.stderr, /its address must hold no password/);

    const done = await launch("report", args, {
      env: { PROMETHEUS_USER: "reader", PROMETHEUS_PASSWORD: "secret-word" },
    });
    assert.equal(done.code, 0, done.stderr);
    const run = JSON.parse(await Deno.readTextFile(join(out, "run.json")));
    const [input] = run.inputs;
    assert.match(input.path, /^data\/raw\/127\.0\.0\.1-\d+_web-1_/);
    const { columns, ...query } = input.query;
    assert.deepEqual(query, {
      ...{ server: server.url, instance: "web-1", step: "60s" },
      ...{ from: "2026-10-01T00:00:00Z", to: "2026-10-03T00:00:00Z" },
    });
    assert.deepEqual(
      Object.keys(columns),
      SCHEMA.map(({ name }) => name),
    );
    assert.equal(
      columns["cpu-user"],
      'sum(rate(node_cpu_seconds_total{instance="web-1",mode="user"}[240s]))',
    );
    const html = await Deno.readTextFile(join(out, "report.html"));
    assert.ok(html.includes(`recorded from ${server.url}`));
    const verified = await launch("verify", [out]);
    assert.equal(verified.code, 0, verified.stdout + verified.stderr);
    const bytes = await Deno.readFile(input.path);
    await Deno.remove(input.path);
    const gone = await launch("verify", [out]);
    assert.equal(gone.code, 1);
    assert.ok(
      gone.stdout.includes(
        `${input.path}: it is not there; where it was moved, --inputs DIR ` +
          `finds it by its SHA-256; it was recorded from ${server.url}`,
      ),
    );
    // The same question gives the same bytes again, and the run holds.
    const again = await launch("record", [
      ...["--data", `prometheus:${server.url}`, ...SPAN],
      ...["--instance", "web-1", "--out", input.path],
    ], {
      env: { PROMETHEUS_USER: "reader", PROMETHEUS_PASSWORD: "secret-word" },
    });
    assert.equal(again.code, 0, again.stderr);
    assert.deepEqual(await Deno.readFile(input.path), bytes);
    assert.equal((await launch("verify", [out])).code, 0);
    const all = [refused, inAddress, done]
      .map((end) => end.stdout + end.stderr).join("") +
      await filesUnder(out);
    assert.doesNotMatch(all, /secret-word|cmVhZGVyOnNlY3JldC13b3Jk/);
    await Deno.remove(folder, { recursive: true });
    await Deno.remove(input.path);
    await Deno.remove("data/models/prometheus-test", { recursive: true });
  },
});
