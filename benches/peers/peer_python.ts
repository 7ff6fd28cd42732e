/** What the peers need, from the project's root, and where it is installed. */
const REQUIREMENTS = "benches/peer/requirements.txt";
const VENV = ".cache/peers";

/**
 * Makes the peers' own virtual environment; done at once where it is.
 *
 * @param say Hears of work that takes a while.
 * @returns Its Python.
 * @throws {Error} If Python or pip fail.
 */
export async function peerPython(
  say: (line: string) => void,
): Promise<string> {
  const python = `${VENV}/bin/python`;
  const stamp = `${VENV}/requirements.txt`;
  const wanted = await Deno.readTextFile(REQUIREMENTS);
  const there = await Deno.readTextFile(stamp).catch(() => "");
  if (there === wanted) return python;
  say(`Setting up ${VENV} with ${REQUIREMENTS} (about 2 GB, once) …`);
  await run("python3", ["-m", "venv", VENV]);
  await run(python, ["-m", "pip", "install", "--quiet", "-r", REQUIREMENTS]);
  await Deno.writeTextFile(stamp, wanted);
  return python;
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const { success } = await new Deno.Command(program, {
    args: [...args],
    stdout: "inherit",
  }).spawn().status;
  if (!success) {
    throw new Error(`Cannot set up the peers: ${program} ${args.join(" ")}`);
  }
}
