import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { missingProgram } from "../support/missing_program.ts";

const ignore = missingProgram("git");

/** As JupyterLab saves it: counted, timed, with progress. */
const SAVED = JSON.stringify({
  cells: [{
    cell_type: "code",
    id: "one",
    metadata: { execution: { "iopub.status.busy": "2026-11-22T10:00:00Z" } },
    source: "1 + 1",
    execution_count: 7,
    outputs: [{
      output_type: "display_data",
      data: { "text/plain": "train 45 %, 3 s left" },
      metadata: { whenwhy: "progress" },
    }, {
      output_type: "execute_result",
      execution_count: 7,
      data: { "text/plain": "2" },
      metadata: {},
    }],
  }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

const UNCLEAN = /"execution_count": ?7|iopub|left/;

async function run(cwd: string, [program = "", ...args]: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd,
    env: {
      // A task that runs this test has set its own.
      INIT_CWD: cwd,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
    },
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

const CLEAN = [Deno.execPath(), "run", "-q", "--allow-run=git"];
const TOOL = fromRoot("tools/notebooks/clean.ts");

async function withRepository(
  use: (folder: string, git: typeof gitIn) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await gitIn(folder, "init", "--quiet");
    await gitIn(folder, "config", "user.name", "somebody");
    await gitIn(folder, "config", "user.email", "somebody@example.org");
    await Deno.writeTextFile(join(folder, "a b.ipynb"), SAVED);
    await use(folder, gitIn);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function gitIn(folder: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await run(folder, ["git", ...args]);
  assert.equal(code, 0, stderr);
  return stdout;
}

Deno.test({
  name:
    "as a git filter the cleaner commits a clean notebook and leaves the file",
  ignore,
  fn: () =>
    withRepository(async (folder, git) => {
      const attributes = await Deno.readTextFile(fromRoot(".gitattributes"));
      await Deno.writeTextFile(join(folder, ".gitattributes"), attributes);
      const command = CLEAN.slice(0, 3).concat(TOOL)
        .map((word) => `'${word}'`).join(" ");
      await git(folder, "config", "filter.notebooks.clean", command);
      await git(folder, "add", ".");
      await git(folder, "commit", "--quiet", "--message", "one");

      const committed = await git(folder, "show", "HEAD:a b.ipynb");
      assert.doesNotMatch(committed, UNCLEAN);
      assert.match(committed, /"2"/);
      const file = join(folder, "a b.ipynb");
      assert.equal(await Deno.readTextFile(file), SAVED);

      await Deno.writeTextFile(file, SAVED.replaceAll(":7", ":8"));
      assert.equal(await git(folder, "diff"), "", "another run is no change");
      await Deno.writeTextFile(file, SAVED.replace("1 + 1", "1 + 2"));
      assert.match(await git(folder, "diff"), /^\+.*1 \+ 2/m);
    }),
});

Deno.test({
  name: "before a commit the cleaner refuses what is staged and not clean",
  ignore,
  fn: () =>
    withRepository(async (folder, git) => {
      const check = () => run(folder, [...CLEAN, TOOL, "--staged"]);
      assert.equal((await check()).code, 0, "nothing is staged");
      await git(folder, "add", "a b.ipynb");
      const refused = await check();
      assert.equal(refused.code, 1);
      assert.match(
        refused.stderr,
        /^Cannot commit a b\.ipynb: notebooks must be clean; run [^\n]+\n$/,
      );

      const cleaned = await run(folder, [
        ...[
          Deno.execPath(),
          "run",
          "-q",
          "--allow-read",
          "--allow-write",
          "--allow-env",
        ],
        ...[TOOL, "a b.ipynb"],
      ]);
      assert.equal(cleaned.code, 0, cleaned.stderr);
      assert.equal((await check()).code, 1, "the index still holds the other");
      await git(folder, "add", "a b.ipynb");
      assert.equal((await check()).code, 0);
      assert.doesNotMatch(await git(folder, "show", ":a b.ipynb"), UNCLEAN);
    }),
});

Deno.test("the cleaner says in one line what is no notebook", async () => {
  const { code, stderr } = await run(fromRoot("."), [
    ...[
      Deno.execPath(),
      "run",
      "-q",
      "--allow-read",
      "--allow-env",
      TOOL,
      "deno.json",
    ],
  ]);
  assert.equal(code, 1);
  assert.equal(
    stderr,
    "Cannot read deno.json: a notebook must have format 4 and cells\n",
  );
});
