import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-marks-" });
const ID = crypto.randomUUID().slice(0, 8);
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  for (const { name } of Deno.readDirSync(fromRoot("data/models"))) {
    if (!name.includes(ID)) continue;
    Deno.removeSync(fromRoot(`data/models/${name}`), { recursive: true });
  }
});

const START = 1.7e9;
const at = (row: number) => new Date((START + row * 60) * 1000).toISOString();
const time = (row: number) => String(START + row * 60);
const file = (name: string) => join(dir, name);

/** Marks as the page writes them, rows of the table for times. */
async function labels(
  name: string,
  rows: readonly (readonly [number, number, string])[],
): Promise<string> {
  const lines = rows.map(([start, end, mark]) =>
    `${at(start)},${at(end)},,${mark},,"a note, with ""quotes""\nand a line"`
  );
  const header = "start,end,features,mark,host,note";
  await Deno.writeTextFile(file(name), [header, ...lines, ""].join("\n"));
  return file(name);
}

// The same incident in the time that is learned from, and in what is scored.
await writeSyntheticCsv(file("train.csv"), {
  rows: 900,
  incident: [800, 860],
  time,
});
await writeSyntheticCsv(file("test.csv"), {
  rows: 300,
  incident: [200, 215],
  time: (row) => time(2000 + row),
});
const QUICK = ["--epochs", "12", "--hidden", "12"];

async function train(name: string, flags: readonly string[]) {
  const { code, stdout, stderr } = await runTask("train", [
    ...["--train", file("train.csv"), "--name", `${name}-${ID}`, "--json"],
    ...QUICK,
    ...flags,
  ]);
  assert.equal(code, 0, stderr);
  const { folder, version, training } = JSON.parse(stdout.join("\n"));
  const path = (of: string) => join(fromRoot(folder), of);
  return {
    version,
    training,
    stderr,
    weights: await Deno.readFile(path("weights.bin")),
    detector: JSON.parse(await Deno.readTextFile(path("detector.json"))),
  };
}

async function evaluate(name: string, flags: readonly string[]) {
  const { code, stdout, stderr } = await runTask("evaluate", [
    ...["--data", file("test.csv"), "--model", `${name}-${ID}`, "--json"],
    ...["--out", join(dir, `run-${crypto.randomUUID()}`), ...flags],
  ]);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout.join("\n"));
}

Deno.test("deno task train --exclude finds an incident like one that it would have learned for normal, and says what it left out", async () => {
  const events = await labels("events.csv", [[2200, 2214, "true"]]);
  const marks = await labels("marks.csv", [[800, 859, "true"]]);
  const blind = await train("blind", []);
  const keen = await train("keen", ["--exclude", marks]);
  assert.notEqual(blind.version, keen.version);
  assert.match(
    keen.stderr,
    /60 steps \(1 h\) are left out of training: 1 incident\./,
  );
  assert.deepEqual(keen.training.leftOut, {
    steps: 60,
    spans: [{
      start: at(800).replace(".000", ""),
      end: at(859).replace(".000", ""),
      mark: "true",
    }],
  });
  const { fit, stop, calibration } = keen.training.parts;
  // Two blocks, with three windows between the parts of each.
  assert.equal(fit + stop + calibration, 900 - 60 - 6 * 10);
  assert.deepEqual(keen.detector.parameters.exclude, marks);
  const before = await evaluate("blind", ["--labels", events]);
  const after = await evaluate("keen", ["--labels", events]);
  assert.deepEqual(
    [before.labels.eventsFound, after.labels.eventsFound],
    [0, 1],
  );
});

Deno.test("deno task train --exclude with nothing to leave out gives the same model, byte for byte", async () => {
  const none = await labels("none.csv", [
    [800, 859, "false"],
    [5000, 5010, "true"],
  ]);
  const plain = await train("plain", []);
  const same = await train("same", ["--exclude", none]);
  assert.match(same.stderr, /nothing is left out of training\./);
  assert.equal(same.version, plain.version);
  assert.deepEqual(same.weights, plain.weights);
  assert.deepEqual(same.training, plain.training);
  assert.deepEqual(same.detector.features, plain.detector.features);
});

Deno.test("deno task evaluate --labels counts what is marked true, false and maintenance, by hand", async () => {
  await train("marked", [
    "--exclude",
    await labels("marks.csv", [[800, 859, "true"]]),
  ]);
  const [incident] = (await evaluate("marked", [])).incidents;
  const row = (text: string) => (Date.parse(text) / 1000 - START) / 60;
  const [start, end] = [row(incident.start), row(incident.end)];
  // To the six digits that files have.
  const digits = (value: number) => Number(value.toPrecision(6));
  const days = (steps: number) => digits(steps / 1440);
  const scored = 300 - 9; // the first window has no score before its end

  const markedAs = ({ mark }: { mark: string }) => mark;
  const of = async (mark: string) => {
    const { labels: quality, replay } = await evaluate("marked", [
      "--labels",
      await labels(`${mark}.csv`, [[start, end, mark], [2050, 2059, "true"]]),
    ]);
    // A replay at the run's own budget is the run.
    const own = replay.find(({ isRun }: { isRun: boolean }) => isRun);
    for (const measure of ["falseAlarms", "falseAlarmsPerDay"]) {
      assert.equal(own[measure], quality[measure], `${measure} of ${mark}`);
    }
    assert.equal(own.events.length, quality.events);
    return quality;
  };
  const { perEvent: _, perIncident, ...asTrue } = await of("true");
  const none = {
    ...{ topCauseRight: 0, topCauseOf: 0 },
    counterfactuals: { of: 0, withCause: 0, byChance: 0 },
  };
  assert.deepEqual(asTrue, {
    ...{ events: 2, eventsFound: 1, eventRecall: 0.5 },
    ...{ falseAlarms: 0, falseAlarmsPerDay: 0, days: days(scored) },
    markedFalse: { spans: 0, alarmed: 0 },
    maintenance: { spans: 0, incidents: 0 },
    ...none,
  });
  const { perEvent: _e, perIncident: judged, ...asFalse } = await of("false");
  assert.deepEqual(asFalse, {
    ...{ events: 1, eventsFound: 0, eventRecall: 0 },
    ...{ falseAlarms: 1, falseAlarmsPerDay: digits(1440 / scored) },
    days: days(scored),
    markedFalse: { spans: 1, alarmed: 1 },
    maintenance: { spans: 0, incidents: 0 },
    ...none,
  });
  const { perEvent: _r, perIncident: kept, ...asMaintenance } = await of(
    "maintenance",
  );
  assert.deepEqual(asMaintenance, {
    ...{ events: 1, eventsFound: 0, eventRecall: 0 },
    ...{ falseAlarms: 0, falseAlarmsPerDay: 0 },
    days: days(scored - (end - start + 1)),
    markedFalse: { spans: 0, alarmed: 0 },
    maintenance: { spans: 1, incidents: 1 },
    ...none,
  });
  assert.deepEqual(
    [perIncident, judged, kept].map((rows) => rows.map(markedAs)),
    [["true"], ["false"], ["maintenance"]],
  );
});

Deno.test("deno task report --exclude that trains by the way says in the report what the model did not learn from", async () => {
  const marks = await labels("by-the-way.csv", [[300, 309, "maintenance"]]);
  const out = join(dir, "by-the-way");
  const { code, stderr } = await runTask("report", [
    ...["--data", file("train.csv"), "--exclude", marks, "--out", out],
    ...["--name", `way-${ID}`, ...QUICK],
  ]);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /10 steps \(10 min\) are left out of training/);
  const html = await Deno.readTextFile(join(out, "report.html"));
  assert.ok(
    /Not learned from<\/dt>\s*<dd><bdi>10 steps of 1 labelled span: .*\(maintenance\)/
      .test(html),
  );
  const run = JSON.parse(await Deno.readTextFile(join(out, "run.json")));
  assert.deepEqual(
    run.inputs.map(({ role }: { role: string }) => role),
    ["data", "exclude"],
  );
  assert.equal(run.parameters.exclude, marks);
});

const REFUSED:
  readonly (readonly [string, () => Promise<readonly string[]>, RegExp])[] = [
    [
      "marks that leave too little",
      async () => ["--exclude", await labels("all.csv", [[0, 800, "true"]])],
      /^Cannot train: at least 300 steps are needed, got 99; 801 of 900 are left out as labelled$/,
    ],
    [
      "an unknown mark",
      async () => [
        "--exclude",
        await labels("odd.csv", [[0, 1, "true"], [5, 6, "ture"]]),
      ],
      /^Cannot read line 4 of \S+odd\.csv: mark must be true, false, maintenance or empty, got "ture"$/,
    ],
    [
      "marks on another clock",
      async () => {
        await Deno.writeTextFile(file("clock.csv"), "start,end\n60,120\n");
        return ["--exclude", file("clock.csv")];
      },
      /^Cannot read \S+clock\.csv: labels must have absolute times as the data has; they are in seconds since a start$/,
    ],
  ];

for (const [what, flags, message] of REFUSED) {
  Deno.test(`deno task train refuses ${what} in one line`, async () => {
    const { code, stdout, stderr } = await runTask("train", [
      ...["--train", file("train.csv"), "--name", `no-${ID}`],
      ...await flags(),
    ]);
    assert.deepEqual([code, stdout], [1, []], stderr);
    assert.match(stderr.trimEnd(), message);
  });
}
