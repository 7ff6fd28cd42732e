import assert from "node:assert/strict";

const FOLDER = new URL("../golden/", import.meta.url);

/**
 * Compares a text with the one that was looked at and committed; with
 * `--update` among the arguments it takes the new one instead.
 *
 * @param name The file's path in `tests/golden/`.
 * @param actual What was made.
 */
export async function assertGolden(
  name: string,
  actual: string,
): Promise<void> {
  const file = new URL(name, FOLDER);
  if (Deno.args.includes("--update")) {
    await Deno.mkdir(new URL("./", file), { recursive: true });
    await Deno.writeTextFile(file, actual);
    return;
  }
  const golden = await Deno.readTextFile(file);
  // A diff of whole charts says little; where they part says enough.
  if (actual !== golden) {
    assert.fail(
      `${name} differs from what was committed ${
        difference(golden, actual)
      }; ` +
        "look at it, then run the test with -- --update",
    );
  }
}

function difference(golden: string, actual: string): string {
  let at = 0;
  while (golden[at] === actual[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(at - 40, at + 60));
  return `at character ${at}: ${around(golden)} became ${around(actual)}`;
}
