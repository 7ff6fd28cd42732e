import type { BenchShape } from "./shapes.ts";

/** What is asked of a contestant; only PyTorch multiplies large matrices. */
export type Question = "train" | "score" | "multiply";

/** A program that is measured, waiting for questions. */
export interface Contestant {
  /** Its name. */
  readonly name: string;
  /** Its libraries' versions. */
  readonly version: string;
  /**
   * Has it do something once.
   *
   * @param question What to do.
   * @returns Seconds.
   */
  ask(question: Question): Promise<number>;
  /** Ends it. */
  end(): Promise<void>;
}

/** How a contestant is started. */
export interface ContestantOptions {
  /** Program and arguments; the shape is appended as JSON. */
  readonly command: readonly string[];
  /** What it works on. */
  readonly shape: BenchShape;
  /** Variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a contestant and has it do everything once, to warm up.
 *
 * @param name Its name.
 * @param options How to start it.
 * @returns It, waiting.
 * @throws {Error} If it ends instead.
 */
export async function startContestant(
  name: string,
  { command: [program = "", ...args], shape, env = {} }: ContestantOptions,
): Promise<Contestant> {
  const child = new Deno.Command(program, {
    args: [...args, JSON.stringify(shape)],
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const input = child.stdin.getWriter();
  const lines = readLines(child.stdout);
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`Cannot measure ${name}: it has ended`);
    return value;
  };
  const ask = async (question: Question) => {
    await input.write(new TextEncoder().encode(`${question}\n`));
    const said = await answer();
    const seconds = Number(said);
    if (!(seconds > 0)) throw new Error(`Cannot measure ${name}: ${said}`);
    return seconds;
  };
  const end = async () => {
    // It may have ended by itself.
    await input.close().catch(() => {});
    await child.status;
  };
  try {
    const version = await answer();
    await ask("train");
    await ask("score");
    return { name, version, ask, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function* readLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string, undefined> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
}
