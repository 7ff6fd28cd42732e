import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import type { VerifiedRun } from "@lib/pipeline/verify/check.ts";
import { verifyAll } from "@lib/pipeline/verify/verify_all.ts";
import { toParquet } from "@lib/source/parquet/to_parquet.ts";
import { verifyRun } from "@lib/pipeline/verify/verify_run.ts";
import { editFile, flip, harmed } from "../support/harm_files.ts";
import { brokenIn, makeRun } from "../support/verified_run.ts";

const dir = await Deno.makeTempDir({ prefix: "whenwhy-forged-" });
const name = `forged-${crypto.randomUUID().slice(0, 8)}`;
const model = fromRoot(join("data/models", name));
globalThis.addEventListener("unload", () => {
  Deno.removeSync(dir, { recursive: true });
  Deno.removeSync(model, { recursive: true });
});
await makeRun(dir, name);

const at = (file: string) => join(dir, file);

/** What is broken after some harm, which is undone. */
const after = (harm: () => Promise<unknown>) =>
  harmed([at("run")], async () => {
    await harm();
    return await brokenIn(at("run"));
  });

/** Edits the first text that matches in the run's record. */
const forge = (from: string | RegExp, to: string) => () =>
  editFile(at("run/run.json"), (text) => text.replace(from, to));

const UNCHECKED = [
  "unchecked parameters",
  ...["unchecked scores", "unchecked incidents", "unchecked evaluation"],
];
const CANNOT = "its data is not what it was and cannot be used";

const SECRETS: Readonly<Record<string, string>> = {
  "lines of text": "root:$6$hush:19000:0:99999:7:::\nmail:hush:19000::::::\n",
  "a table that is no metrics": "user,password\nroot,hush\n",
  "JSON": '{"token":"hush"}\n',
};

for (const [what, secret] of Object.entries(SECRETS)) {
  Deno.test(`a record that names ${what} as its data gets nothing of it printed`, async () => {
    await Deno.writeTextFile(at("other"), secret);
    const { broken, texts, notes } = await after(
      forge(
        /"path": "[^"]*data\.csv"/,
        `"path": ${JSON.stringify(at("other"))}`,
      ),
    );
    assert.deepEqual(broken, ["changed data", ...UNCHECKED]);
    assert.deepEqual(texts.slice(1), Array(4).fill(CANNOT));
    assert.doesNotMatch([...texts, ...notes].join(), /hush|root/);
  });
}

Deno.test({
  name: "data in whose place a pipe stands, or far more of it, is not read",
  ignore: Deno.build.os === "windows",
  async fn() {
    const data = forge(
      /"path": "[^"]*data\.csv"/,
      `"path": ${JSON.stringify(at("other"))}`,
    );
    await new Deno.Command("mkfifo", { args: [at("other")] }).output();
    const pipe = await after(data);
    assert.deepEqual(pipe.texts.slice(1), Array(4).fill(CANNOT));
    await Deno.remove(at("other"));

    const rows = await Deno.readTextFile(at("data.csv"));
    const size = 2 * rows.length + 2 ** 20;
    await Deno.writeTextFile(at("other"), rows.padEnd(size, "\n"));
    assert.deepEqual((await after(data)).broken, ["changed data"]);
    await Deno.writeTextFile(at("other"), "\n", { append: true });
    assert.deepEqual((await after(data)).broken, [
      "changed data",
      ...UNCHECKED,
    ]);
  },
});

/** Forgeries of a record, and what of the run does not hold then. */
const FORGERIES: readonly (readonly [
  what: string,
  harm: () => Promise<unknown>,
  text: RegExp,
])[] = [
  [
    "files that are listed no more",
    forge(/"files": \[[^\]]*\]/, '"files": []'),
    /^incidents\.json, evaluation\.json, scores\.parquet, figures\/\S+, figures\/\S+ and \d+ more: not listed with a hash$/,
  ],
  [
    "a report that was put in the place of one that is listed no more",
    async () => {
      await editFile(at("run/run.json"), (text) => {
        const { files, ...run } = JSON.parse(text);
        const others = files.filter(({ path }: { path: string }) =>
          path !== "report.html"
        );
        return JSON.stringify({ ...run, files: others });
      });
      await Deno.writeTextFile(at("run/report.html"), "nothing happened");
    },
    /^report\.html: not listed with a hash$/,
  ],
  [
    "a model that was learned, and is said to be named",
    forge('"model": null', '"model": "web"'),
    /^model is named, and its inputs say that it was learned$/,
  ],
];

for (const [what, harm, text] of FORGERIES) {
  Deno.test(`a record does not hold with ${what}`, async () => {
    const { texts } = await after(harm);
    assert.equal(texts.length, 1, texts.join("\n"));
    assert.match(texts[0]!, text);
  });
}

Deno.test("parameters that no run can have had are told as changed, also where the data is gone", async () => {
  const window = await after(forge(/"window": 10/, '"window": "ten"'));
  assert.deepEqual(window.broken, [
    "changed parameters",
    ...UNCHECKED.slice(1),
  ]);
  assert.match(window.texts[0]!, /window must be an integer .*, got "ten"$/);
});

Deno.test("scores that were forged are told by shape or by step", async () => {
  const file = at("run/scores.parquet");
  const forged = await after(() =>
    Deno.writeFile(
      file,
      toParquet([
        { name: "timestamp", kind: "time", ms: Float64Array.of(0) },
        { name: "score", kind: "text", texts: ["high"] },
      ]),
    )
  );
  assert.deepEqual(forged.broken, ["changed scores", "changed files"]);
  assert.match(forged.texts[0]!, /^scores\.parquet lacks imputed, up, error:/);
  const damaged = await after(() => flip(file));
  assert.equal(damaged.broken.at(-1), "changed files");
  const gone = await after(() => Deno.remove(file));
  assert.deepEqual(gone.broken, ["changed scores", "missing files"]);
});

Deno.test("verify counts what it compares, says what it does not, and claims nothing of labels that changed", async () => {
  const look = () =>
    verifyRun(at("run"), {
      ...{ engine: "auto", threads: null, listener: () => {} } as const,
    });
  const textOf = ({ checks }: VerifiedRun, of: string) =>
    checks.find((one) => one.of === of)?.text;
  const whole = await look();
  const { parameters } = JSON.parse(
    await Deno.readTextFile(at("run/run.json")),
  );
  // Files by role, the engine, the name.
  const places = ["data", "train", "model", "labels", "exclude", "earlier"];
  const compared = Object.keys(parameters)
    .filter((one) =>
      ![...places, "out", "engine", "threads", "name"].includes(one)
    );
  assert.equal(textOf(whole, "parameters"), `${compared.length} parameters`);
  assert.match(
    whole.notes.join(),
    /Not compared: the command, which parameters it gave, the times/,
  );
  assert.match(textOf(whole, "evaluation")!, /what labels say$/);
  const changed = await harmed([dir], async () => {
    await editFile(at("labels.csv"), (text) => text.replace("planted", "p"));
    return await look();
  });
  assert.equal(textOf(changed, "evaluation"), "thresholds and rates");
});

Deno.test("scores that are gone are named as the user would", async () => {
  const run = fromRoot(`reports/${name}`);
  await new Deno.Command("cp", { args: ["-r", at("run"), run] }).output();
  try {
    await Deno.remove(join(run, "scores.parquet"));
    const { texts } = await brokenIn(run);
    assert.match(texts[0]!, new RegExp(` reports/${name}/scores\\.parquet:`));
    assert.ok(!texts[0]!.includes(run), texts.join());
  } finally {
    await Deno.remove(run, { recursive: true });
  }
});

Deno.test("a run that is named twice, itself and by a folder, is looked at once", async () => {
  const all = { runs: [at("run"), `${at("run")}/`], inputs: null } as const;
  const results = await verifyAll({ ...all, engine: "auto", threads: 1 }, {
    listener: () => {},
  });
  assert.deepEqual(results.map(({ folder }) => folder), [at("run")]);
});
