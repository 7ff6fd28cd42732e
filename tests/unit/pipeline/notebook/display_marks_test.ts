import assert from "node:assert/strict";
import { displayEvaluation } from "@lib/pipeline/notebook/display_evaluation.ts";
import { displayModel } from "@lib/pipeline/notebook/display_model.ts";
import { formsOf } from "../../../support/forms_of.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const textOf = async (value: object) => (await formsOf(value))["text/plain"];

Deno.test("displayModel() tells what was not learned from, where something was not", async () => {
  const losses = [{ epoch: 1, fit: 0.1, stop: 0.2 }];
  const training = { ...SAMPLE_DETECTOR.training, losses };
  const model = (training: typeof SAMPLE_DETECTOR.training) => ({
    detector: { ...SAMPLE_DETECTOR, training },
    bytes: { modelJson: "{}", weights: new Uint8Array() },
    sha256: "0",
  });
  const span = {
    start: training.start,
    end: training.end,
    mark: "maintenance",
  } as const;
  const leftOut = { steps: 35, spans: [span, span] };
  assert.match(
    await textOf(displayModel(model({ ...training, leftOut }))) ?? "",
    /not learned from +35 steps of 2 labelled spans/,
  );
  assert.doesNotMatch(
    await textOf(displayModel(model(training))) ?? "",
    /not learned from/,
  );
});

Deno.test("displayEvaluation() tells what was marked, where something was", async () => {
  const { evaluation } = sampleReportInput();
  const labels = {
    ...evaluation.labels!,
    markedFalse: { spans: 3, alarmed: 1 },
    maintenance: { spans: 2, incidents: 1 },
  };
  const marked = await textOf(displayEvaluation({ ...evaluation, labels }));
  assert.match(marked ?? "", /marked as no incident +3, alarmed in 1/);
  assert.match(marked ?? "", /in maintenance, not counted +1 incident/);
  const plain = await textOf(displayEvaluation({ ...evaluation }));
  assert.doesNotMatch(plain ?? "", /marked|maintenance/);
});

Deno.test("displayEvaluation() counts false alarms as labels do, and nothing caught where none was to catch", async () => {
  const { evaluation } = sampleReportInput();
  const [replay] = evaluation.replay;
  const rowOf = async (changes: Partial<NonNullable<typeof replay>>) => {
    const one = { ...replay!, ...changes };
    const text = await textOf(
      displayEvaluation({ ...evaluation, replay: [one] }),
    );
    return /at 1\/week +(.*)/.exec(text ?? "")?.[1]?.trim();
  };
  assert.equal(
    await rowOf({}),
    "1 of 3 would be caught, median 4 min; 1 false alarm, 34 min in alarm",
  );
  assert.equal(
    await rowOf({ events: [], falseAlarms: 3 }),
    "3 false alarms, 34 min in alarm",
  );
  assert.match(
    await rowOf({ events: null, falseAlarms: 2 }) ?? "",
    /^2 of 3 would be caught, .*; 2 other alarms, 34 min in alarm$/,
  );
});
