import { fromRoot } from "../../lib/pipeline/base/paths.ts";

/** A JupyterLab that runs. */
export interface RunningLab extends AsyncDisposable {
  /** Its address without the token, such as `http://127.0.0.1:8888`. */
  readonly origin: string;
  /** What lets a browser in. */
  readonly token: string;
  /** Ends it as Ctrl-C does; gives the exit status. */
  stop(): Promise<number>;
}

/**
 * Starts `deno task lab` without a browser, on a port that is free.
 *
 * @param env Variables beside those of this process; the kernels get them, too.
 * @returns The server, once it answers.
 * @throws {Error} If it ends before that.
 */
export async function startLab(
  env: Readonly<Record<string, string>> = {},
): Promise<RunningLab> {
  const flags = ["--no-browser", "--ServerApp.port=0", ...rootFlags()];
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", fromRoot("tools/lab.ts"), ...flags],
    cwd: fromRoot("."),
    env,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const log = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let address: RegExpExecArray | null = null;
  while (!address) {
    const { value, done } = await log.read();
    if (done) throw new Error(`Cannot open JupyterLab: it must start\n${text}`);
    text += value;
    address = /(http:\/\/127\.0\.0\.1:\d+)\/lab\?token=(\w+)/.exec(text);
  }
  const rest = readToEnd(log);
  const stop = async () => {
    child.kill("SIGINT");
    const { code } = await child.status;
    await rest;
    return code;
  };
  const [, origin = "", token = ""] = address;
  let isStopped = false;
  return {
    origin,
    token,
    stop: () => {
      isStopped = true;
      return stop();
    },
    [Symbol.asyncDispose]: async () => {
      if (!isStopped) await stop();
    },
  };
}

/** In a container there may be nobody else to be. */
function rootFlags(): readonly string[] {
  return Deno.build.os !== "windows" && Deno.uid() === 0
    ? ["--allow-root"]
    : [];
}

async function readToEnd(
  log: ReadableStreamDefaultReader<string>,
): Promise<void> {
  while (!(await log.read()).done);
}
