import assert from "node:assert/strict";
import { pictureDifference } from "./picture_difference.ts";

const FOLDER = new URL("../golden/pictures/", import.meta.url);

/**
 * Share of a picture's pixels that may differ: fonts and smoothing change from
 * one browser to the next, and a lost series is four times as much.
 */
export const TOLERANCE = 0.002;

/**
 * Compares a picture with the one that was looked at and committed; with
 * `--update` among the arguments it takes the new one instead.
 *
 * @param name File name without ending.
 * @param actual A PNG file.
 */
export async function assertPicture(
  name: string,
  actual: Uint8Array,
): Promise<void> {
  const file = new URL(`${name}.png`, FOLDER);
  if (Deno.args.includes("--update")) {
    await Deno.mkdir(FOLDER, { recursive: true });
    await Deno.writeFile(file, actual);
    return;
  }
  const golden = await Deno.readFile(file);
  const { sameSize, share, picture } = pictureDifference(golden, actual);
  if (share <= TOLERANCE) return;
  const folder = await Deno.makeTempDir({ prefix: "whenwhy-pictures-" });
  await Deno.writeFile(`${folder}/${name}.png`, actual);
  await Deno.writeFile(`${folder}/${name}-differs.png`, picture);
  assert.fail(
    `${name}.png differs from what was committed: ${
      sameSize ? `${(100 * share).toFixed(2)} % of it` : "its size"
    }; look at ${folder}, then run the test with -- --update`,
  );
}
