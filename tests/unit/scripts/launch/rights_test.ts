import assert from "node:assert/strict";
import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import {
  benchmarkRights,
  fileRights,
  recordRights,
  stabilityRights,
} from "../../../../scripts/launch/rights.ts";

/** The value of one argument, such as the paths of `--allow-write`. */
const valueOf = (rights: readonly string[], flag: string) =>
  rights.find((right) => right.startsWith(`--${flag}=`))
    ?.slice(flag.length + 3).split(",") ?? [];
const reads = (params: Record<string, unknown>) =>
  valueOf(fileRights("report", params), "allow-read");
const writes = (params: Record<string, unknown>) =>
  valueOf(fileRights("report", params), "allow-write");

const RASTER = fromRoot("lib/report/figures/raster");
const ALWAYS = [
  ...["node_modules", "lib/model/simd"].map(fromRoot),
  ...[RASTER, fromRoot("data/models")],
];
const TENSORFLOW = ["TF_CPP_MIN_LOG_LEVEL", "TF_ENABLE_ONEDNN_OPTS"];
const REPORTS = [fromRoot("reports"), fromRoot("reports.tmp")];
const SAMPLES = fromRoot("data/samples");
const HERE = fromRoot("docs");

Deno.test("fileRights() reads the files of every flag, the sample without any", () => {
  assert.deepEqual(reads({}), [...ALWAYS, SAMPLES, ...REPORTS]);
  assert.deepEqual(reads({ data: null }), [...ALWAYS, SAMPLES, ...REPORTS]);
  const named = {
    data: ["/d/a.csv", "/d/b.csv"],
    train: ["/t.csv"],
    labels: "/l.csv",
    params: "/p.json",
  };
  assert.deepEqual(reads(named), [
    ...ALWAYS,
    ...["/d/a.csv", "/d/b.csv", "/t.csv", "/l.csv", "/p.json"],
    ...REPORTS,
  ]);
});

Deno.test("fileRights() reads a model by its folder, one by its name in the store", () => {
  const data = ["/a.csv"];
  assert.deepEqual(reads({ data, model: "web" }), [
    ...ALWAYS,
    "/a.csv",
    ...REPORTS,
  ]);
  assert.deepEqual(reads({ data, model: "/m/web" }), [
    ...ALWAYS,
    ...["/a.csv", "/m/web", "/m/web.tmp"],
    ...REPORTS,
  ]);
});

Deno.test("fileRights() writes where --out leads, not beside it", () => {
  const models = fromRoot("data/models");
  const run = join(HERE, "run");
  assert.deepEqual(writes({}), [models, ...REPORTS]);
  assert.deepEqual(writes({ out: run }), [models, run, `${run}.tmp`]);
  assert.deepEqual(writes({ out: run, model: "web" }), [run, `${run}.tmp`]);
  // The highest folder that must be made.
  assert.deepEqual(writes({ out: join(run, "a/b") }), [models, run]);
  // Below a file nothing can be made: no right to the file.
  const below = fromRoot("README.md/run");
  assert.deepEqual(writes({ out: below }), [models, below, `${below}.tmp`]);
});

Deno.test("fileRights() names the folder above a path with a comma", () => {
  const { length } = ALWAYS;
  assert.deepEqual(
    reads({ data: ["/a/b,c/d,e.csv", "/a/f.csv"] }).slice(length, length + 2),
    ["/a", "/a/f.csv"],
  );
});

const refuses = (message: RegExp) => (error: unknown) =>
  error instanceof InputError && message.test(error.message);

Deno.test("fileRights() never reads everything for a path with a comma", () => {
  for (const data of ["/a,b.csv", "/a,b/c.csv"]) {
    assert.throws(
      () => reads({ data: [data] }),
      refuses(
        /^Cannot read \/a,b\S*: a comma must not stand in the first name/,
      ),
    );
  }
});

Deno.test("fileRights() and recordRights() refuse to write where there is a comma", () => {
  for (const out of ["/srv,1/run", join(HERE, "a,b"), join(HERE, "a,b/c/d")]) {
    assert.throws(
      () => writes({ out }),
      refuses(/^Cannot write \S*: its path must hold no comma; .*--out$/),
    );
    assert.throws(() => recordRights({ out }), InputError);
  }
});

Deno.test("fileRights() takes an empty --out for none, so that the task can refuse it", () => {
  assert.deepEqual(writes({ out: "" }), writes({}));
  assert.deepEqual(reads({ out: "" }), reads({}));
});

Deno.test("fileRights() reads earlier runs: those in reports, or in the folders that are named", () => {
  const beside = { data: ["/a.csv"], out: fromRoot("docs/run") };
  const own = [fromRoot("docs/run"), fromRoot("docs/run.tmp")];
  assert.deepEqual(reads(beside), [
    ...ALWAYS,
    ...["/a.csv", fromRoot("reports"), ...own],
  ]);
  assert.deepEqual(reads({ ...beside, earlier: ["/old", "/older"] }), [
    ...ALWAYS,
    ...["/a.csv", "/old", "/older", ...own],
  ]);
  assert.ok(!writes({ ...beside, earlier: ["/old"] }).includes("/old"));
  const training = fileRights("train", { train: ["/a.csv"] });
  assert.ok(!valueOf(training, "allow-read").includes(fromRoot("reports")));
});

Deno.test("fileRights() reads what draws pictures for a report alone", () => {
  for (const task of ["train", "evaluate"] as const) {
    const rights = fileRights(task, {});
    assert.ok(!valueOf(rights, "allow-read").includes(RASTER), task);
  }
});

Deno.test("fileRights() passes over values that are no path", () => {
  const odd = { data: 5, train: [true, ""], labels: {}, out: 7, engine: [] };
  const [packages = "", , raster = "", models = ""] = ALWAYS;
  assert.deepEqual(reads(odd), [packages, raster, models, ...REPORTS]);
});

Deno.test("fileRights() gives what the engine needs, and nothing of another", () => {
  const given = (engine?: string | null) => {
    const rights = fileRights("evaluate", { engine });
    return {
      reads: valueOf(rights, "allow-read")
        .filter((path) => path.startsWith(fromRoot("lib"))),
      env: valueOf(rights, "allow-env"),
      addon: valueOf(rights, "allow-ffi")
        .some((path) => path.includes("tfjs-node")),
    };
  };
  const env = ["INIT_CWD"];
  const simd = { reads: [fromRoot("lib/model/simd")], env, addon: false };
  for (const engine of [undefined, null, "auto", "simd"]) {
    assert.deepEqual(given(engine), simd);
  }
  assert.deepEqual(given("wasm"), { reads: [], env, addon: false });
  assert.deepEqual(given("tfjs-node"), {
    reads: [],
    env: [...env, ...TENSORFLOW],
    addon: true,
  });
});

Deno.test("fileRights() never allows everything of a kind", () => {
  for (const task of ["train", "evaluate", "report"] as const) {
    const rights = fileRights(task, { out: "" });
    assert.deepEqual(
      rights.filter((right) => /^--allow-\w+=?$|^-A/.test(right)),
      [],
    );
    assert.deepEqual(
      rights.filter((right) => /^--allow-(net|run)/.test(right)),
      [],
    );
  }
});

Deno.test("recordRights() allows the one host and the one file", () => {
  const out = join(HERE, "a.parquet");
  const rights = (data: string) => recordRights({ data: [data], out });
  const near = rights("prometheus:http://127.0.0.1:9090");
  assert.deepEqual(valueOf(near, "allow-net"), ["127.0.0.1:9090"]);
  assert.deepEqual(valueOf(near, "allow-write"), [out, `${out}.tmp`]);
  const far = rights("prometheus:https://a.example");
  assert.deepEqual(valueOf(far, "allow-net"), ["a.example:443"]);
});

Deno.test("benchmarkRights() reads the folder and writes the file, no models", () => {
  const out = join(HERE, "figures.json");
  const rights = benchmarkRights({ dir: "/d/smd", out, params: "/d/p.json" });
  assert.deepEqual(valueOf(rights, "allow-read"), [
    ...["node_modules", "lib/model/simd"].map(fromRoot),
    ...["/d/smd", "/d/p.json", out, `${out}.tmp`],
  ]);
  assert.deepEqual(valueOf(rights, "allow-write"), [out, `${out}.tmp`]);
  const bare = benchmarkRights({ dir: 5, out: "" });
  assert.deepEqual(
    bare.filter((right) => /^--allow-(write|net|run|\w+=?$)|^-A/.test(right)),
    [],
  );
  assert.throws(() => benchmarkRights({ out: join(HERE, "a,b") }), InputError);
});

Deno.test("stabilityRights() reads its files, or the sample, and writes nothing", () => {
  const rights = stabilityRights({
    ...{ data: ["/d/a.csv", "/d/b.csv"], train: "/d/t.csv" },
    ...{ labels: "/d/l.csv", exclude: "/d/x.csv", params: "/d/p.json" },
  });
  const own = ["node_modules", "lib/model/simd"].map(fromRoot);
  assert.deepEqual(valueOf(rights, "allow-read"), [
    ...own,
    ...["a.csv", "b.csv", "t.csv", "l.csv", "x.csv", "p.json"]
      .map((name) => `/d/${name}`),
  ]);
  assert.ok(
    !rights.some((right) => /^--allow-(net|write|run)|^-A/.test(right)),
  );
  assert.deepEqual(valueOf(stabilityRights({}), "allow-read"), [
    ...own,
    fromRoot("data/samples"),
  ]);
});

Deno.test("recordRights() allows no host and no file where none is given", () => {
  const rights = recordRights({});
  assert.deepEqual(valueOf(rights, "allow-net"), []);
  assert.ok(!rights.some((right) => /^--allow-(net|write)/.test(right)));
  assert.throws(
    () => recordRights({ data: ["prometheus:http://me:pw@a.example"] }),
    /no password/,
  );
});
