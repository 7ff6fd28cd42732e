import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fromRoot } from "@lib/pipeline/paths.ts";
import { chromium } from "playwright-core";
import { missingProgram } from "../support/missing_program.ts";
import {
  brokenNotebooks,
  isAlive,
  parentOf,
  startNotebooks,
  until,
  writeNotebook,
} from "../support/run_notebook_tool.ts";

const ignore = missingProgram("python3");

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
  name:
    "deno task notebooks renders the same bytes in any time zone, its outputs those committed",
  ignore,
  fn: () =>
    withFolder(async (folder) => {
      const pages: string[] = [];
      const places = [
        { TZ: "UTC", LANG: "C.UTF-8" },
        { TZ: "Asia/Kolkata", LANG: "de_DE.UTF-8", PARAMS: "" },
      ];
      for (const [run, env] of places.entries()) {
        const out = join(folder, String(run));
        const { code, stdout, stderr } = await notebooksTask([
          "--compare",
          "--out",
          out,
        ], env);
        assert.equal(code, 0, stderr);
        assert.match(
          stdout,
          /01_explore_metrics → .*01_explore_metrics\.html\n$/,
        );
        pages.push(
          await Deno.readTextFile(join(out, "01_explore_metrics.html")),
        );
      }
      assert.equal(pages[0], pages[1]);
      const page = pages[0] ?? "";
      assert.ok(page.length < 5 * 2 ** 20, `${page.length} characters`);
      assert.ok(page.split("<svg").length > 5, "charts are missing");
      assert.doesNotMatch(page, /(?:src|href)="(?!#|data:)/);
      assert.ok(!page.includes(fromRoot(".")), "a path of this machine");
    }),
});

Deno.test({
  name:
    "a rendered notebook opens from its file, asks for nothing and complains of nothing",
  ignore: ignore || missingProgram("chromium"),
  fn: () =>
    withFolder(async (folder) => {
      const { code, stderr } = await notebooksTask([
        "--only",
        "1",
        "--out",
        folder,
      ], {});
      assert.equal(code, 0, stderr);
      const browser = await chromium.launch({
        executablePath: "/usr/bin/chromium",
        args: ["--no-sandbox"],
      });
      try {
        for (const colorScheme of ["light", "dark"] as const) {
          const page = await browser.newPage({
            colorScheme,
            viewport: { width: 390, height: 800 },
          });
          const requests: string[] = [];
          const complaints: string[] = [];
          page.on("request", (request) => requests.push(request.url()));
          page.on("console", (message) => complaints.push(message.text()));
          page.on("pageerror", (error) => complaints.push(String(error)));
          const url =
            pathToFileURL(join(folder, "01_explore_metrics.html")).href;
          await page.goto(url);
          assert.deepEqual(requests, [url]);
          assert.deepEqual(complaints, []);
          const width = await page.evaluate(
            "document.documentElement.scrollWidth",
          );
          assert.equal(width, 390, "the page is wider than a phone");
          await page.close();
        }
      } finally {
        await browser.close();
      }
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
        "2",
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

for (const victim of ["task", "runner"] as const) {
  Deno.test({
    name: `a kernel does not outlive a ${victim} that is killed`,
    ignore: ignore || Deno.build.os !== "linux",
    fn: () =>
      withFolder(async (folder) => {
        const file = join(folder, "pid");
        await writeNotebook(join(folder, "01_slow.ipynb"), [
          `await Deno.writeTextFile(${
            JSON.stringify(file)
          }, String(Deno.pid));`,
          "await new Promise((done) => setTimeout(done, 100_000));",
        ]);
        const task = startNotebooks(["--from", folder, "--out", folder]);
        await until(async () =>
          (await Deno.readTextFile(file).catch(() => "")) !== ""
        );
        const kernel = Number(await Deno.readTextFile(file));
        assert.ok(await isAlive(kernel));
        Deno.kill(
          victim === "task" ? task.pid : await parentOf(kernel),
          "SIGKILL",
        );
        await until(async () => !await isAlive(kernel));
        const { code, stderr } = await task.output();
        if (victim === "runner") {
          assert.equal(code, 2);
          assert.match(
            new TextDecoder().decode(stderr),
            /the runner must end well/,
          );
        }
      }),
  });
}
