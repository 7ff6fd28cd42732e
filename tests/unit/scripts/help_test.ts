import assert from "node:assert/strict";
import { helpText } from "../../../scripts/help.ts";
import {
  POSTMORTEM_PARAMS,
  TASK_PARAMS,
} from "../../../scripts/task_params.ts";

const task = { about: "", run: () => Promise.reject(new Error("not run")) };

Deno.test("helpText() of training says what it learns from, not what it scores", () => {
  const help = helpText({ ...task, name: "train", params: TASK_PARAMS.train });
  assert.match(help, /--train FILE….* learn from, or prometheus:/);
  assert.match(help, /--data FILE… +the same as --train/);
  assert.doesNotMatch(help, /score/);
});

Deno.test("helpText() of a postmortem offers nothing that it refuses", () => {
  const help = helpText({
    ...task,
    name: "postmortem",
    params: POSTMORTEM_PARAMS,
  });
  assert.doesNotMatch(help, /prometheus|--instance|--step|--query/);
  assert.match(help, /--incident ID/);
  assert.match(help, /--out DIR +folder for the page/);
});

Deno.test("helpText() of a recording tells of Prometheus and a file only", () => {
  const help = helpText({
    ...task,
    name: "record",
    params: TASK_PARAMS.record,
  });
  assert.match(help, /--data URL .*prometheus:http/);
  assert.match(help, /--out FILE +the Parquet file/);
  assert.doesNotMatch(help, /score|sample|with prometheus/);
});

Deno.test("helpText() of stability tells how many seeds, and no one seed", () => {
  const help = helpText({
    ...{ ...task, name: "stability" },
    params: TASK_PARAMS.stability,
  });
  assert.match(help, /--seeds N .*\(default: 5\)/);
  assert.doesNotMatch(help, /--seed N|--model|--out/);
});

Deno.test("helpText() of the benchmark names the recipes, and a file to write", () => {
  const help = helpText({
    ...task,
    name: "benchmark",
    params: TASK_PARAMS.benchmark,
  });
  assert.match(help, /--dir DIR .*M\.train\.parquet/);
  assert.match(help, /--recipe NAME….*\(default: default\)/);
  assert.match(help, /^ {2}robz2-ewma +squared robust deviation/m);
  assert.match(help, /--seeds N .*\(default: 3\)/);
  assert.match(help, /--out FILE +the JSON file/);
});
