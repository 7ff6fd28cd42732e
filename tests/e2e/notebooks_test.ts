import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { findPython } from "../../tools/notebooks/python_environment.ts";
import { isMissing } from "../requirements.ts";
import { lookAtPage, NO_CHROMIUM } from "../support/browser.ts";
import {
  brokenNotebooks,
  startNotebooks,
  writeNotebook,
} from "../support/run_notebook_tool.ts";

const ignore = await isMissing({
  name: "Python 3.10 with venv",
  isThere: async () => await findPython() !== null,
  get: "`apt-get install python3-venv`",
});

const PROGRESS = `
import { notebookProgress } from "@lib/pipeline/notebook/notebook_progress.ts";
notebookProgress()({ kind: "at", stage: "a", done: 0.5, detail: "half of it" });
`.trim();

async function withFolder(
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function notebooksTask(
  args: readonly string[],
  env: Record<string, string>,
) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "notebooks", ...args],
    cwd: fromRoot("."),
    env,
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

Deno.test({
  name: "deno task notebooks renders one offline page, the same everywhere",
  ignore,
  fn: (t) =>
    withFolder(async (folder) => {
      const page = join(folder, "one", "01_explore_metrics.html");
      const again = join(folder, "other", "01_explore_metrics.html");
      await t.step("with the outputs that are committed", async () => {
        const { code, stdout, stderr } = await notebooksTask(
          ["--compare", "--out", dirname(page)],
          { TZ: "UTC", LANG: "C.UTF-8" },
        );
        assert.equal(code, 0, stderr);
        assert.doesNotMatch(stderr, /Replacing/);
        assert.match(stdout, /^01_explore_metrics → .*\.html$/m);
      });
      await t.step(
        "in any time zone and language, in an earlier one's place",
        async () => {
          await Deno.mkdir(dirname(again));
          await Deno.writeTextFile(again, "earlier");
          const { code, stderr } = await notebooksTask(
            ["--only", "1", "--out", dirname(again)],
            { TZ: "Asia/Kolkata", LANG: "de_DE.UTF-8" },
          );
          assert.equal(code, 0, stderr);
          assert.ok(stderr.includes(`Replacing the earlier page ${again}\n`));
          assert.equal(
            await Deno.readTextFile(again),
            await Deno.readTextFile(page),
          );
        },
      );
      await t.step("with charts, without links to anything", async () => {
        const text = await Deno.readTextFile(page);
        assert.ok(text.length < 5 * 2 ** 20, `${text.length} characters`);
        assert.ok(text.split("<svg").length > 5, "charts are missing");
        assert.doesNotMatch(text, /(?:src|href)="(?!#|data:)/);
        assert.ok(!text.includes(fromRoot(".")), "a path of this machine");
      });
      await t.step({
        name: "which a browser opens from its file, asking for nothing",
        ignore: NO_CHROMIUM,
        fn: () => opensQuietly(page),
      });
    }),
});

async function opensQuietly(file: string): Promise<void> {
  const views = (["light", "dark"] as const).map((colorScheme) => ({
    ...{ colorScheme, width: 390, height: 800 },
  }));
  for (const seen of await lookAtPage(file, views)) {
    assert.deepEqual(seen.requests, [pathToFileURL(file).href]);
    assert.deepEqual(seen.complaints, []);
    assert.equal(seen.overflow, 0, "the page is wider than a phone");
    assert.notEqual(seen.ink, seen.ground);
    assert.equal(seen.chartInk, seen.ink);
  }
}

Deno.test({
  name: "deno task notebooks looks at the user's own server with --params",
  ignore,
  fn: () =>
    withFolder(async (folder) => {
      const rows = Array.from(
        { length: 90 },
        (_, t) => `${1.76e9 + 60 * t},${t % 7},${t % 5}`,
      );
      const header = "timestamp,<script>alert(1)</script>,queue";
      const mine = [header, ...rows].join("\n");
      await Deno.writeTextFile(join(folder, "mine.csv"), mine);
      const params = JSON.stringify({ data: "mine.csv" });
      await Deno.writeTextFile(join(folder, "mine.json"), params);
      const run = startNotebooks(
        ["--only", "1", "--params", "mine.json", "--out", "pages"],
        { INIT_CWD: folder },
      );
      const { code, stderr } = await run.output();
      assert.equal(code, 0, new TextDecoder().decode(stderr));
      const page = await Deno.readTextFile(
        join(folder, "pages", "01_explore_metrics.html"),
      );
      assert.match(
        page,
        /Given for this run.+\n.+\{\n {2}&#34;data&#34;: &#34;mine\.csv&#34;\n\}/,
      );
      assert.match(page, /<td>mine\.csv<\/td>/);
      assert.match(page, /&lt;script&gt;alert/);
      assert.doesNotMatch(page, /<script>alert/);
    }),
});

Deno.test({
  name:
    "a notebook that does not run makes the task fail with one line that names the cell",
  ignore,
  fn: () =>
    withFolder(async (folder) => {
      const expected: string[] = [];
      for (
        const [name, { cells, message }] of Object.entries(brokenNotebooks())
      ) {
        await writeNotebook(join(folder, `${name}.ipynb`), cells);
        expected.push(`Cannot run ${folder}/${name}.ipynb: ${message}`);
      }
      const run = startNotebooks([
        "--from",
        folder,
        "--out",
        folder,
        "--timeout",
        "5",
      ]);
      const { code, stdout, stderr } = await run.output();
      assert.equal(code, 1);
      assert.equal(stdout.length, 0);
      const lines = new TextDecoder().decode(stderr).trim().split("\n");
      assert.equal(lines.length, expected.length, lines.join("\n"));
      lines.forEach((line, index) => {
        assert.ok(
          line.startsWith(expected[index] ?? "?"),
          `${line}\nis not\n${expected[index]}`,
        );
      });
      for await (const { name } of Deno.readDir(folder)) {
        assert.match(name, /^[^.].*\.ipynb$/, "nothing is left behind");
      }
    }),
});

Deno.test({
  name: "a notebook loses no output of a cell that says much",
  ignore,
  fn: () =>
    withFolder(async (folder) => {
      await writeNotebook(join(folder, "01_much.ipynb"), [
        "for (let i = 0; i < 2000; i++) console.log(`line ${i}`);",
        "42",
      ]);
      const { code, stderr } = await startNotebooks([
        "--from",
        folder,
        "--out",
        folder,
      ]).output();
      assert.equal(code, 0, new TextDecoder().decode(stderr));
      const page = await Deno.readTextFile(join(folder, "01_much.html"));
      assert.equal(page.match(/^(?:<pre[^>]*>)?line \d+$/gm)?.length, 2000);
      assert.match(page, /<pre>42<\/pre>/);
    }),
});

Deno.test({
  name: "a page shows results, and no progress that is over",
  ignore,
  fn: async () => {
    // Inside the project, where a cell finds the library.
    const folder = await Deno.makeTempDir({ dir: fromRoot("reports") });
    try {
      await writeNotebook(join(folder, "01_progress.ipynb"), [PROGRESS, "42"]);
      const args = ["--from", folder, "--out", folder];
      const { code, stderr } = await startNotebooks(args).output();
      assert.equal(code, 0, new TextDecoder().decode(stderr));
      const page = await Deno.readTextFile(join(folder, "01_progress.html"));
      assert.match(page, /<pre>42<\/pre>/);
      assert.doesNotMatch(page, /<progress|50 %/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
