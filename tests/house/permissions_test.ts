import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { ENGINE_ADDON } from "../../scripts/launch/packages.ts";
import {
  benchmarkRights,
  fileRights,
  recordRights,
} from "../../scripts/launch/rights.ts";
import { NO_TFJS_NODE } from "../support/engines.ts";
import { check, polarsAddon, type Try } from "./check_rights.ts";
import deno from "../../deno.json" with { type: "json" };

const dir = await Deno.makeTempDir({ prefix: "whenwhy-rights-" });
globalThis.addEventListener(
  "unload",
  () => Deno.removeSync(dir, { recursive: true }),
);
const at = (name: string) => join(dir, name);
for (const name of ["mine.csv", "other.csv", "labels.csv", "runs"]) {
  await Deno.writeTextFile(at(name), "1");
}
await Deno.mkdir(at("home"));
await Deno.mkdir(at("home/run"));
await Deno.symlink(at("other.csv"), at("link.csv"));

const isX64Linux = Deno.build.os === "linux" && Deno.build.arch === "x86_64";

/** What no task on files may do. */
function forbidden(address: string): readonly Try[] {
  return [
    ["read", "/etc/passwd", "NotCapable"],
    ["read", at("other.csv"), "NotCapable"],
    ["read", fromRoot("README.md"), "NotCapable"],
    ["write", at("mine.csv"), "NotCapable"],
    ["write", at("beside.csv"), "NotCapable"],
    ["write", fromRoot("lib/evil.ts"), "NotCapable"],
    ["write", fromRoot("node_modules/evil.js"), "NotCapable"],
    ["write", fromRoot("data/samples/evil.csv"), "NotCapable"],
    ["write", fromRoot("reports/sample/../../evil"), "NotCapable"],
    ["net", address, "NotCapable"],
    // One of the hosts that Deno allows to import from unless told.
    ["import", "https://deno.land/a.ts", "NotCapable"],
    ["run", Deno.execPath(), "NotCapable"],
    ["load", "libc.so.6", "NotCapable"],
    ["env", "HOME", "NotCapable"],
    ["env", "PROMETHEUS_TOKEN", "NotCapable"],
    // A library that asks is told that nobody set it, and goes on.
    ["unset", "PROMETHEUS_TOKEN", "done"],
  ];
}

async function listening(work: (address: string) => Promise<void>) {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  await work(`127.0.0.1:${listener.addr.port}`);
}

Deno.test("tasks are started by the launcher, and by nothing else", () => {
  const launcher =
    "deno run -q --allow-read --allow-run --allow-env=INIT_CWD scripts/launch.ts";
  const tasks = [
    "train",
    "models",
    "evaluate",
    "report",
    "record",
    "benchmark",
    "stability",
    "verify",
  ] as const;
  for (const name of tasks) {
    assert.equal(deno.tasks[name].command, `${launcher} ${name}`);
  }
  assert.ok(
    deno.tasks.sample.command.endsWith(
      `${launcher} report --out reports/sample`,
    ),
  );
});

for (const task of ["evaluate", "report"] as const) {
  Deno.test(`${task} reads and writes what it is told, and nothing else`, () =>
    listening(async (address) => {
      const rights = fileRights(task, {
        data: [at("mine.csv"), at("link.csv")],
        labels: at("labels.csv"),
        out: at("home/run"),
        engine: "wasm",
      });
      const model = fromRoot("data/models/rights-test");
      await check(rights, [
        ...forbidden(address),
        ["read", at("mine.csv"), "done"],
        // Whoever names a link means what it points to.
        ["read", at("link.csv"), "done"],
        ["read", at("labels.csv"), "done"],
        ["read", fromRoot("data/samples/server-1.test.parquet"), "NotCapable"],
        // What draws pictures is of use for a report alone.
        [
          "read",
          fromRoot("lib/report/figures/raster/worker.ts"),
          task === "report" ? "done" : "NotCapable",
        ],
        ["write", at("home/run/report.html"), "done"],
        ["write", at("home/run.tmp"), "done"],
        ["write", at("home/other"), "NotCapable"],
        ["write", fromRoot("reports/other"), "NotCapable"],
      ]);
      await Deno.remove(at("home/run.tmp"));
      assert.equal(await Deno.stat(model).catch(() => null), null);
    }));
}

Deno.test("train writes models and no reports", () =>
  listening(async (address) => {
    const file = fromRoot(`data/models/rights-${crypto.randomUUID()}`);
    await Deno.mkdir(fromRoot("data/models"), { recursive: true });
    await check(fileRights("train", { train: [at("mine.csv")] }), [
      ...forbidden(address),
      ["read", at("mine.csv"), "done"],
      ["write", file, "done"],
      ["write", fromRoot("reports/rights"), "NotCapable"],
    ]);
    await Deno.remove(file);
  }));

Deno.test("scoring with a stored model writes no model", () =>
  check(fileRights("report", { model: "web", data: [at("mine.csv")] }), [
    ["write", fromRoot("data/models/rights"), "NotCapable"],
    ["read", at("mine.csv"), "done"],
  ]));

for (const engine of [undefined, "auto", "simd", "wasm"]) {
  Deno.test(`with --engine ${engine}, no native code loads but Polars'`, async () => {
    await check(fileRights("report", { engine }), [
      ["load", await tfjsAddon(), "NotCapable"],
      ["load", fromRoot("node_modules"), "NotCapable"],
      ...(isX64Linux ? [["require", polarsAddon(), "done"] as const] : []),
    ]);
  });
}

Deno.test({
  name: "tfjs-node's addon loads where that engine is asked for",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const rights = fileRights("report", { engine: "tfjs-node" });
    await check(rights, [
      ["require", await tfjsAddon(), "done"],
      ["load", "libc.so.6", "NotCapable"],
    ]);
  },
});

Deno.test("recording reaches the one host and the one file", () =>
  listening(async (address) => {
    using other = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const rights = recordRights({
      data: [`prometheus:http://${address}`],
      out: at("home/a.parquet"),
    });
    await check(rights, [
      ...forbidden("localhost:1").filter(([, what]) =>
        what !== "PROMETHEUS_TOKEN"
      ),
      ["unset", "HOME", "done"],
      ["env", "PROMETHEUS_TOKEN", "done"],
      ["net", address, "done"],
      ["net", `127.0.0.1:${other.addr.port}`, "NotCapable"],
      ["write", at("home/a.parquet"), "done"],
      ["write", at("home/b.parquet"), "NotCapable"],
      ["write", fromRoot("data/models/rights"), "NotCapable"],
      ["read", at("mine.csv"), "NotCapable"],
      ["load", await tfjsAddon(), "NotCapable"],
    ]);
  }));

Deno.test("the benchmark reads its folder and writes its file, and nothing else", () =>
  listening(async (address) => {
    const rights = benchmarkRights({
      dir: at("runs"),
      out: at("home/figures.json"),
    });
    await check(rights, [
      ...forbidden(address),
      ["read", at("runs"), "done"],
      ["read", at("mine.csv"), "NotCapable"],
      ["write", at("runs"), "NotCapable"],
      ["write", at("home/figures.json"), "done"],
      ["write", at("home/figures.json.tmp"), "done"],
      ["write", at("home/other.json"), "NotCapable"],
      ["write", fromRoot("data/models/rights"), "NotCapable"],
      ["read", fromRoot("data/models"), "NotCapable"],
      ["write", fromRoot("reports/rights"), "NotCapable"],
      ["load", await tfjsAddon(), "NotCapable"],
    ]);
    await Deno.remove(at("home/figures.json.tmp"));
    // Without --out there is nothing to write.
    const nothing = benchmarkRights({ dir: at("runs") });
    assert.ok(!nothing.some((right) => right.startsWith("--allow-write")));
  }));

/** The engine's addon where it is compiled, else its place. */
async function tfjsAddon(): Promise<string> {
  const [engine = ""] = ENGINE_ADDON;
  const folder = join(engine, "node_modules/@tensorflow/tfjs-node/lib");
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  const built = entries.find(({ name }) => name.startsWith("napi-v"));
  return join(folder, built?.name ?? "napi-v8", "tfjs_binding.node");
}
