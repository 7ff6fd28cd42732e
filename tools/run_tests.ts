/**
 * Sets tfjs-node up where it can be, runs the tests and prints
 * `N passed, N failed[, N skipped]` as its last line; see {@linkcode HELP}.
 */
import { countTests, formatCount } from "./test_count.ts";

/**
 * Where tests and doc examples stand. A test of its own checks the types, so that
 * a wrong one is one failure and the other tests run.
 */
const ALL = ["--no-check", "--doc", "lib", "tests", "tools", "vendor"];

const HELP = `Sets tfjs-node up where it can be, then runs the tests.

  deno task test [FILE|FOLDER… [deno test's flags]] [-- the tests' flags]

  deno task test                                all of them
  deno task test tests/unit/frame               some
  deno task test tests/unit --filter regular    those whose name has it
  deno task test -- --update                    rewrites the goldens

The last line is "N passed, N failed".`;

if (Deno.args[0] === "--help" || Deno.args[0] === "-h") {
  // deno-lint-ignore no-console
  console.log(HELP);
  Deno.exit(0);
}

// It says itself what is missing; the tests that need it are left out then.
await new Deno.Command(Deno.execPath(), {
  args: ["task", "-q", "setup", "--engine", "tfjs-node"],
  stdin: "null",
}).spawn().status;

const separator = Deno.args.indexOf("--");
const own = separator < 0 ? Deno.args : Deno.args.slice(0, separator);
const passedOn = separator < 0 ? [] : Deno.args.slice(separator);

const child = new Deno.Command(Deno.execPath(), {
  args: [
    "test",
    // tests start programs, and playwright reads of /proc what Deno gives only so
    "--allow-all",
    ...(own.length > 0 ? own : ALL),
    ...passedOn,
  ],
  env: {
    DENO_NO_PROMPT: "1",
    TF_CPP_MIN_LOG_LEVEL: "2",
    ...(Deno.stdout.isTerminal() && !Deno.noColor ? { FORCE_COLOR: "1" } : {}),
  },
  stdout: "piped",
}).spawn();

// a timeout ends this run too, but not before the last line
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => {
    try {
      child.kill(signal);
    } catch {
      // it has ended by itself
    }
  });
}

const screen = Deno.stdout.writable.getWriter();
const decoder = new TextDecoder();
let output = "";
for await (const chunk of child.stdout) {
  await screen.write(chunk);
  output += decoder.decode(chunk, { stream: true });
}

const { code } = await child.status;
const count = countTests(output, code);
const lineBreak = output === "" || output.endsWith("\n") ? "" : "\n";
// deno-lint-ignore no-console
console.log(lineBreak + formatCount(count));
Deno.exit(count.failed > 0 ? 1 : 0);
