import assert from "node:assert/strict";
import { join } from "node:path";

const SCRIPTS = new URL("../../../scripts", import.meta.url).pathname;
const ADDON =
  "node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node";
const FALLBACK = "Cannot set up tfjs-node: ";

/** A project with set-up, a package without its addon, and programs of our own. */
class Project {
  readonly root = Deno.makeTempDirSync();

  constructor() {
    this.copy("setup.ts");
    Deno.mkdirSync(join(this.root, "scripts/setup"));
    for (const { name } of Deno.readDirSync(join(SCRIPTS, "setup"))) {
      this.copy(`setup/${name}`);
    }
    Deno.mkdirSync(join(this.root, "node_modules/@tensorflow/tfjs-node"), {
      recursive: true,
    });
    Deno.mkdirSync(join(this.root, "node_modules/node-api-headers/include"), {
      recursive: true,
    });
    Deno.mkdirSync(join(this.root, "bin"));
    this.program("timeout", "exit 1"); // the package's own installer fails
  }

  /** Puts a shell script on the PATH. */
  program(name: string, script: string): void {
    const text = `#!/bin/sh\n${script}\n`;
    Deno.writeTextFileSync(join(this.root, "bin", name), text, { mode: 0o755 });
  }

  write(path: string, text: string): void {
    const target = join(this.root, path);
    Deno.mkdirSync(join(target, ".."), { recursive: true });
    Deno.writeTextFileSync(target, text);
  }

  start(args = ["--engine", "tfjs-node"]): Deno.ChildProcess {
    return new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--quiet",
        "--no-prompt",
        "--no-config",
        "--allow-read",
        `--allow-write=${this.root}/node_modules,${this.root}/.cache`,
        "--allow-env=PATH",
        "--allow-run",
        join(this.root, "scripts/setup.ts"),
        ...args,
      ],
      env: { PATH: join(this.root, "bin") },
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  }

  /** Runs set-up; gives its exit code and its lines. */
  async setUp(
    args?: string[],
  ): Promise<{ code: number; lines: string[]; ms: number }> {
    const start = performance.now();
    const { code, stdout, stderr } = await this.start(args).output();
    const ms = performance.now() - start;
    assert.equal(stdout.length, 0, "stdout belongs to other tasks");
    const lines = new TextDecoder().decode(stderr).trimEnd().split("\n");
    return { code, lines, ms };
  }

  left(): string[] {
    return [...Deno.readDirSync(join(this.root, ".cache"))]
      .map(({ name }) => name).sort();
  }

  [Symbol.dispose](): void {
    Deno.removeSync(this.root, { recursive: true });
  }

  private copy(name: string): void {
    const target = join(this.root, "scripts", name);
    Deno.mkdirSync(join(target, ".."), { recursive: true });
    Deno.copyFileSync(join(SCRIPTS, name), target);
  }
}

const onLinux = Deno.build.os === "linux" && Deno.build.arch === "x86_64";
const test = (sentence: string, fn: (project: Project) => Promise<void>) =>
  Deno.test({
    name: `scripts/setup.ts ${sentence}`,
    ignore: !onLinux,
    fn: async () => {
      using project = new Project();
      await fn(project);
    },
  });

test("without Python and g++ says so in one line and ends with 1", async (project) => {
  const { code, lines } = await project.setUp();
  assert.equal(code, 1);
  assert.equal(
    lines.at(-1),
    `${FALLBACK}it takes Python 3 and g++, not found on the PATH; \`apt install python3-pip g++\` gets both`,
  );
});

test("without an engine tries nothing and says how to ask for one", async (project) => {
  const { code, lines } = await project.setUp([]);
  assert.equal(code, 0);
  assert.match(lines.join(), /^Nothing to set up.*`deno task setup --engine/);
  assert.throws(() => project.left());
});

test("says which engine it can set up", async (project) => {
  const { code, lines } = await project.setUp(["--engine", "gpu"]);
  assert.equal(code, 1);
  assert.match(lines.join(), /^Cannot set up: .*"--engine tfjs-node", got/);
});

test("says the same at once the next time, and tries nothing", async (project) => {
  const first = await project.setUp();
  project.program("timeout", "echo tried > ../tried; exit 1");
  const second = await project.setUp();
  assert.equal(second.code, 1);
  assert.deepEqual(second.lines, [first.lines.at(-1)]);
  assert.throws(() => Deno.statSync(join(project.root, "tried")));
});

test("tries again when a program has appeared", async (project) => {
  await project.setUp();
  project.program("g++", "exit 1");
  project.program("python3", "exit 1");
  const { lines } = await project.setUp();
  assert.equal(
    lines.at(-1),
    `${FALLBACK}it takes pip, which ${project.root}/bin/python3 has not; \`apt install python3-pip\` gets it`,
  );
});

test("says how large the download is, and why it failed", async (project) => {
  project.program("g++", "exit 1");
  project.program(
    "python3",
    `[ "$3" = --version ] || { echo "no route" >&2; exit 1; }`,
  );
  const { code, lines } = await project.setUp();
  assert.equal(code, 1);
  assert(
    lines.includes(
      "Downloading tensorflow-cpu==2.21.0 from PyPI with pip: 274 MB …",
    ),
    lines.join("\n"),
  );
  assert.equal(
    lines.at(-1),
    `${FALLBACK}pip could not download tensorflow-cpu==2.21.0 (no route); is PyPI within reach?`,
  );
});

test("uses nothing of a wheel with another hash, and leaves nothing", async (project) => {
  project.program("g++", "exit 1");
  project.program(
    "python3",
    `for a; do case $a in --dest=*) echo evil > "\${a#--dest=}/a.whl";; esac; done`,
  );
  const { code, lines } = await project.setUp();
  assert.equal(code, 1);
  // printf 'evil\n' | sha256sum
  assert.match(
    lines.at(-1) ?? "",
    /must have the SHA-256 dcc8afd3\w{56}, got 886b6748\w{56};/,
  );
  assert.deepEqual(project.left(), ["setup.json", "setup.lock"]);
});

test("makes again what was stamped and is gone or has another size", async (project) => {
  await project.setUp();
  const recipe = JSON.parse(
    Deno.readTextFileSync(join(project.root, ".cache/setup.json")),
  ).recipe;
  const stamp = { outcome: "native", recipe, files: { [ADDON]: 5 } };
  project.write(".cache/setup.json", JSON.stringify(stamp));
  project.write(ADDON, "addon");
  const { lines, ms } = await project.setUp();
  assert.deepEqual(lines, ["tfjs-node is ready."]);
  assert(ms < 3000, `${ms} ms`);

  project.write(ADDON, "add");
  const again = await project.setUp();
  assert.match(again.lines.at(-1) ?? "", /^Cannot set up tfjs-node: /);
});

test("removes an addon that does not run, so that no engine takes it", async (project) => {
  project.write(ADDON, "no addon");
  await project.setUp();
  assert.throws(() => Deno.statSync(join(project.root, ADDON)));
});

test("repairs what a killed set-up left", async (project) => {
  project.program("g++", "exit 1");
  project.program(
    "python3",
    `[ "$3" = --version ] || { : > "$TMPDIR/part"; exec /bin/sleep 3; }`,
  );
  const child = project.start();
  await waitFor(() =>
    project.left().some((name) =>
      name.startsWith("setup-") &&
      [...Deno.readDirSync(join(project.root, ".cache", name))].length > 0
    )
  );
  child.kill("SIGKILL");
  await child.output();
  assert.equal(project.left().length, 2, "a work folder and the lock");

  project.program("python3", "exit 1");
  const { code } = await project.setUp();
  assert.equal(code, 1);
  assert.deepEqual(project.left(), ["setup.json", "setup.lock"]);
});

test("lets one of two at once do the work", async (project) => {
  project.program("g++", "exit 1");
  project.program(
    "python3",
    `[ "$3" = --version ] || { /bin/sleep 2; exit 1; }`,
  );
  const first = project.setUp();
  await waitFor(() => project.left().some((name) => name.startsWith("setup-")));
  const second = await project.setUp();
  assert.deepEqual(second.lines, [
    "Waiting for another set-up of this project …",
    (await first).lines.at(-1),
  ]);
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 200; i++) {
    try {
      if (condition()) return;
    } catch {
      // The folder is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come to pass within 10 s");
}
