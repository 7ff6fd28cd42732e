import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { methodSection } from "@lib/report/sections/method_section.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import type { RobustOutcome } from "@lib/report/training/robust_pass_facts.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";
import { sectionTables, sectionTexts } from "../../../support/section_texts.ts";

const SAMPLE = sampleReportInput({ steps: 60 });
const INPUT = {
  ...SAMPLE,
  incidents: SAMPLE.incidents.map((one) => ({ ...one, counterfactual: null })),
};

const section = (changes: Partial<ReportInput> = {}) =>
  methodSection(toReportView({ ...INPUT, ...changes }));

Deno.test("methodSection() gives what is needed to make the report again", async () => {
  assert.deepEqual(sectionTexts(await section()).slice(1), [
    "Command: deno task report --data data/raw/server-1.csv --model server-1",
    "Made at: 2026-03-02 08:30:00 UTC",
    "Model: server-1, version 20260301T060000Z-1, SHA-256 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    "Learned from: 2026-02-27 06:00 – 2026-03-01 05:59 UTC (2 d): 2,016 steps to fit, 402 for early stopping, 402 for calibration",
    "Training: 12 epochs, weights of epoch 10 kept",
    "Alarm budget: 1/day; raw threshold of the score 0.87",
    "Engine: tfjs-node (tfjs-node 4.22.0 (2.9.1))",
    "Seed: 1",
    "Versions: whenwhy 0.1.0, deno 2.9.6, polars 0.25.2",
  ]);
});

Deno.test("methodSection() says what a counterfactual is about where there is one", async () => {
  const { incidents } = SAMPLE;
  assert.ok(incidents.some(({ counterfactual }) => counterfactual));
  assert.match(
    sectionTexts(await section({ incidents }))[1]!,
    /how this model would have scored, not what would have happened/,
  );
});

Deno.test("methodSection() says what the model did not learn from", async () => {
  const span = (hour: number, mark: "true" | "maintenance") => ({
    start: `2026-02-27T0${hour}:00:00Z`,
    end: `2026-02-27T0${hour}:10:00Z`,
    mark,
  });
  const spans = [1, 2, 3, 4, 5, 6].map((hour) =>
    span(hour, hour === 1 ? "maintenance" : "true")
  );
  const leftOut = { steps: 66, spans };
  const made = await section({ training: { ...INPUT.training, leftOut } });
  // 2 days less 66 minutes, rounded.
  assert.match(
    sectionTexts(made)[4]!,
    /^Learned from: 2026-02-27 06:00 – 2026-03-01 05:59 UTC \(1 d 23 h\)/,
  );
  assert.equal(
    sectionTexts(made)[5],
    "Not learned from: 66 steps of 6 labelled spans: " +
      "2026-02-27 01:00–01:10 UTC (maintenance); 2026-02-27 02:00–02:10 UTC; " +
      "2026-02-27 03:00–03:10 UTC; 2026-02-27 04:00–04:10 UTC; " +
      "2026-02-27 05:00–05:10 UTC; and 1 more",
  );
});

Deno.test("methodSection() says what the robust pass left out, or would have", async () => {
  const facts = {
    steps: 720,
    spans: [{
      start: "2026-02-27T08:00:00Z",
      end: "2026-02-27T19:59:00Z",
      steps: 720,
      signals: [
        {
          ...{ feature: "cpu-user", unit: "cores", kind: "far" as const },
          ...{ value: 3.98, usual: [0.2, 0.61] as const },
        },
        {
          ...{ feature: "queue", unit: "", kind: "stuck" as const },
          ...{ value: 7, usual: [2, 40] as const },
        },
      ],
    }],
  };
  const of = async (outcome: RobustOutcome) => {
    const robustPass = { outcome, ...facts };
    const training = { ...INPUT.training, steps: 2880, robustPass };
    return sectionTexts(await section({ training }));
  };
  const said =
    "720 steps (12 h, 25 %) in 1 span: 2026-02-27 08:00–19:59 UTC, " +
    "cpu-user at 3.98 cores (usually 0.2–0.61 cores) and " +
    "queue stuck at 7 (usually 2–40)";
  const left = await of("left out");
  assert.equal(left[5], `Not learned from, as gross: ${said}`);
  assert.match(left[4]!, /UTC \(1 d 12 h\)/);
  const kept = await of("too much");
  assert.equal(
    kept[5],
    `Gross, and learned from: ${said}. It is too much of the training time to be left out.`,
  );
  assert.match(kept[4]!, /UTC \(2 d\)/);
  const robustPass = { outcome: "nothing", steps: 0, spans: [] } as const;
  const training = { ...INPUT.training, robustPass };
  assert.deepEqual(
    sectionTexts(await section({ training })),
    sectionTexts(await section()),
  );
});

Deno.test("methodSection() lists inputs with hashes, and all parameters", async () => {
  const [inputs, parameters] = sectionTables(await section());
  assert.deepEqual(inputs, [[
    "data",
    "data/raw/server-1.csv",
    "1,482,113",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  ]]);
  assert.deepEqual(parameters?.[0], [
    ...["data", '["data/raw/server-1.csv"]', "given"],
  ]);
  assert.deepEqual(parameters?.[5], ["alarm-budget", "1/day", "default"]);
});

Deno.test("methodSection() says where one table was cut in two", async () => {
  const split = { share: 0.7, at: "2026-03-01T06:00:00Z" };
  const texts = sectionTexts(await section({ run: { ...INPUT.run, split } }));
  assert.ok(
    texts.some((text) =>
      text.startsWith("Split: one table was cut in two at 2026-03-01 06:00 UTC")
    ),
  );
});

Deno.test("methodSection() leaves out milliseconds, and odd parameters do not break it", async () => {
  const run = {
    ...INPUT.run,
    startedAt: "2026-03-02T08:30:00.987Z",
    parameters: { nothing: undefined, long: "x".repeat(500), no: null },
  };
  const made = await section({ run });
  assert.ok(sectionTexts(made).includes("Made at: 2026-03-02 08:30:00 UTC"));
  const [, parameters] = sectionTables(made);
  assert.deepEqual(parameters?.map(([, value]) => value), [
    "not set",
    "x".repeat(199) + "…",
    "not set",
  ]);
});

Deno.test("methodSection() shows no loss curve of a single epoch", async () => {
  const losses = INPUT.training.losses.slice(0, 1);
  const { blocks } = await section({ training: { ...INPUT.training, losses } });
  assert.ok(!blocks.some(({ kind }) => kind === "figure"));
});
