import assert from "node:assert/strict";
import { VERIFY_PARAM_NAMES } from "@lib/pipeline/params/verify_params.ts";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { PARAM_NAMES } from "@lib/pipeline/params/params.ts";
import { parseFlags } from "../../../scripts/flags.ts";
import { helpText } from "../../../scripts/help.ts";
import type { Task } from "../../../scripts/task.ts";
import { forUser, userFolder } from "../../../scripts/user_path.ts";

const task: Task = {
  name: "report",
  about: "Reports.",
  params: PARAM_NAMES,
  run: () => Promise.reject(new Error("not run")),
};
const at = (path: string) => join(userFolder(), path);

const CASES:
  readonly (readonly [readonly string[], Record<string, unknown>])[] = [
    [[], {}],
    [["--seed", "7"], { seed: "7" }],
    [["--seed=7"], { seed: "7" }],
    [["--data", "a.csv"], { data: [at("a.csv")] }],
    [["--data", "a.csv", "b.csv", "--seed", "1"], {
      data: [at("a.csv"), at("b.csv")],
      seed: "1",
    }],
    [["--data", "a.csv", "--data", "/b.csv"], {
      data: [at("a.csv"), "/b.csv"],
    }],
    [["--out", "runs/x", "--labels", "l.csv"], {
      out: at("runs/x"),
      labels: at("l.csv"),
    }],
    [["--model", "web"], { model: "web" }],
    [["--counter", "a", "b", "--decimal-comma"], {
      counter: ["a", "b"],
      "decimal-comma": true,
    }],
    [["--time-zone=Asia/Kolkata", "--from", "2026-01-01"], {
      "time-zone": "Asia/Kolkata",
      from: "2026-01-01",
    }],
    [["--model", "./web"], { model: at("web") }],
  ];

Deno.test("parseFlags() gives what was typed, files named from the root", () => {
  for (const [args, params] of CASES) {
    assert.deepEqual(parseFlags(task, args).params, params, args.join(" "));
  }
});

Deno.test("parseFlags() knows the flags that every task takes", () => {
  const { help, quiet, json } = parseFlags(task, ["-h", "--quiet", "--json"]);
  assert.deepEqual([help, quiet, json], [true, true, true]);
});

Deno.test("parseFlags() refuses flags that are unknown, doubled or astray", () => {
  for (
    const args of [["--dat", "x"], ["--seed", "1", "--seed", "2"], ["astray"], [
      "--seed",
      "1",
      "astray",
    ]]
  ) {
    assert.throws(() => parseFlags(task, args), InputError, args.join(" "));
  }
});

Deno.test("parseFlags() takes what begins with a minus and a digit for a value", () => {
  for (const args of [["--merge-gap", "-5m"], ["--merge-gap=-5m"]]) {
    assert.deepEqual(parseFlags(task, args).params, { "merge-gap": "-5m" });
  }
  assert.throws(() => parseFlags(task, ["-5m"]), /flag must be known/);
});

Deno.test("parseFlags() takes no flag that the task has no use for", () => {
  assert.throws(
    () => parseFlags({ ...task, params: ["data"] }, ["--labels", "l.csv"]),
    InputError,
  );
});

Deno.test("helpText() lists the task's flags and those that every task takes", () => {
  const help = helpText({ ...task, params: ["data", "seed"] });
  for (
    const flag of [
      "--data FILE…",
      "--seed N",
      "--params FILE",
      "--quiet",
      "--json",
      "--help",
    ]
  ) {
    assert.ok(help.includes(flag), flag);
  }
  assert.ok(!help.includes("--labels"));
});

Deno.test("forUser() shortens what is inside the user's folder only", () => {
  assert.equal(forUser(at("reports/x")), "reports/x");
  assert.equal(forUser("/elsewhere/x"), "/elsewhere/x");
});

Deno.test("parseFlags() takes the model's name as a bare word where the task has one", () => {
  const models = { name: "models", params: ["name"] } as const;
  assert.deepEqual(parseFlags(models, ["web"]).params, { name: "web" });
  assert.deepEqual(parseFlags(models, ["--name", "web"]).params, {
    name: "web",
  });
  assert.deepEqual(parseFlags(models, ["--json", "web"]), {
    ...{ help: false, quiet: false, json: true, params: { name: "web" } },
  });
  assert.throws(
    () => parseFlags(models, ["web", "db"]),
    /it takes one name at most, got "web db"/,
  );
  const train = { name: "train", params: ["name"] } as const;
  assert.throws(() => parseFlags(train, ["web"]), /every flag must be known/);
});

Deno.test("parseFlags() takes runs as bare words, before and after flags", () => {
  const verify = { name: "verify", params: VERIFY_PARAM_NAMES };
  const { params, json } = parseFlags(verify, [
    ...["a", "--engine", "simd", "/b", "--json", "--threads", "2", "c", "d"],
  ]);
  assert.deepEqual(params, {
    run: [at("a"), "/b", at("c"), at("d")],
    ...{ engine: "simd", threads: "2" },
  });
  assert.equal(json, true);
  assert.deepEqual(parseFlags(verify, ["--run", "a", "b"]).params, {
    run: [at("a"), at("b")],
  });
});
