/**
 * Opens the notebooks in JupyterLab, with the project's kernel.
 *
 * @module
 */
import { InputError } from "../lib/errors.ts";
import { fromRoot } from "../lib/pipeline/base/paths.ts";
import { labArguments } from "./notebooks/lab_arguments.ts";
import { writeLabSettings } from "./notebooks/lab_settings.ts";
import { pythonEnvironment } from "./notebooks/python_environment.ts";

const HELP = `Opens the notebooks in JupyterLab, with the project's kernel.

  deno task lab [JupyterLab's flags]

  --no-browser  only print the address
  --port N      listen there (8888, or the next that is free)
  --help        show this; --help-all shows all of JupyterLab's own flags

The first call makes .venv (Python 3.10 or later). Only this machine reaches the
server, and only with the token in the printed address. Cells run with all
permissions; root must say --allow-root. Ctrl-C ends the server and its kernels.`;

/** Runs JupyterLab until it ends, and gives its exit status. */
async function main(): Promise<number> {
  if (Deno.args.includes("--help") || Deno.args.includes("-h")) {
    // deno-lint-ignore no-console
    console.log(HELP);
    return 0;
  }
  if (isRoot() && !Deno.args.includes("--allow-root")) {
    throw new InputError(
      "open JupyterLab",
      "its cells can change everything that its user can",
      { got: "root", hint: "be another user, or add --allow-root" },
    );
  }
  const python = await pythonEnvironment(fromRoot("."), {
    purpose: "lab",
    announce: complain,
  });
  await writeLabSettings(fromRoot(".venv"));
  const interrupts = await Deno.makeTempDir({ prefix: "whenwhy-lab-" });
  try {
    const lab = new Deno.Command(python, {
      args: [
        "-B", // no __pycache__ among the tools
        fromRoot("tools/notebooks/lab.py"),
        ...labArguments(Deno.args, {
          root: fromRoot("."),
          hasScreen: hasScreen(),
        }),
      ],
      env: { WHENWHY_INTERRUPTS: interrupts },
    }).spawn();
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      if (signal === "SIGTERM" && Deno.build.os === "windows") continue;
      // On SIGTERM Jupyter ends its kernels and itself, without a question.
      Deno.addSignalListener(signal, () => {
        try {
          lab.kill("SIGTERM");
        } catch {
          // It has ended by itself.
        }
      });
    }
    return (await lab.status).code === 0 ? 0 : 1;
  } finally {
    await Deno.remove(interrupts, { recursive: true });
  }
}

function isRoot(): boolean {
  return Deno.build.os !== "windows" && Deno.uid() === 0;
}

/** Without one, Jupyter may open a browser of text in the terminal. */
function hasScreen(): boolean {
  return Deno.build.os !== "linux" ||
    ["DISPLAY", "WAYLAND_DISPLAY"].some((name) => Deno.env.get(name));
}

function complain(text: string): void {
  // deno-lint-ignore no-console
  console.error(text);
}

try {
  Deno.exit(await main());
} catch (error) {
  const isInput = error instanceof InputError;
  complain(
    isInput
      ? error.message
      : String(error instanceof Error ? error.stack : error),
  );
  Deno.exit(isInput ? 1 : 2);
}
