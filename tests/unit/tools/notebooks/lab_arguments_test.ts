import assert from "node:assert/strict";
import { labArguments } from "../../../../tools/notebooks/lab_arguments.ts";

const place = { root: "/srv/whenwhy", hasScreen: true };

Deno.test("labArguments() keep JupyterLab to this machine, with a token", () => {
  const args = labArguments([], place);
  assert.ok(args.includes("--ServerApp.ip=127.0.0.1"));
  assert.doesNotMatch(args.join(" "), /token|password|allow_origin/);
});

Deno.test("labArguments() let the user's flags win", () => {
  const given = ["--port", "9000", "--ServerApp.log_level=DEBUG"];
  assert.deepEqual(labArguments(given, place).slice(-3), given);
});

Deno.test("labArguments() open no browser where there is no screen", () => {
  assert.ok(!labArguments([], place).includes("--no-browser"));
  const args = labArguments([], { ...place, hasScreen: false });
  assert.ok(args.includes("--no-browser"));
});
