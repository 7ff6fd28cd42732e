import assert from "node:assert/strict";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { runCommand } from "@lib/pipeline/params/run_command.ts";

const command = (input: unknown) => runCommand("report", parseParams(input));

Deno.test("runCommand() without parameters is the task alone", () => {
  assert.equal(command({}), "deno task report");
});

Deno.test("runCommand() gives back every flag that a run takes", () => {
  const given = {
    data: ["data/a.csv", fromRoot("data/b c.csv")],
    train: "/srv/normal.csv",
    labels: "data/labels.csv",
    name: "web",
    engine: "wasm",
    window: 12,
    hidden: 8,
    epochs: 3,
    seed: 7,
    "alarm-budget": "1/week",
    start: "2026-01-01",
    host: "it's",
    metric: ["cpu*", "load-1m"],
    counter: ["a", "b"],
    "decimal-comma": true,
    from: "2026-01-02",
    to: "2026-01-03",
    "time-zone": "Europe/Berlin",
    limit: ["disk used=100", "swap=none"],
  };
  assert.equal(
    command(given),
    "deno task report --data data/a.csv 'data/b c.csv' --train /srv/normal.csv " +
      "--labels data/labels.csv --name web --engine wasm --window 12 --hidden 8 " +
      "--epochs 3 --seed 7 --alarm-budget 1/week --start 2026-01-01T00:00:00Z " +
      "--host 'it'\\''s' --metric 'cpu*' load-1m --counter a b --decimal-comma " +
      "--from 2026-01-02T00:00:00Z --to 2026-01-03T00:00:00Z " +
      "--time-zone Europe/Berlin --limit 'disk used=100' swap=none",
  );
  assert.equal(command({ "decimal-comma": false }), "deno task report");
});

Deno.test("runCommand() names the incident for the task that tells of one", () => {
  const id = "web 1-20260101T000000Z";
  const params = parseParams({ incident: id, model: "web" });
  assert.equal(
    runCommand("report", params),
    `deno task report --model web --incident '${id}'`,
  );
  assert.equal(
    runCommand("evaluate", params),
    "deno task evaluate --model web",
  );
});
