import { delimiter, join } from "node:path";

/**
 * Tells whether a test must be left out since a program is not installed, and
 * prints so. In CI nothing is left out: there a test fails without its program.
 *
 * @param program The program's name, such as "pdftoppm".
 * @returns What goes into the test's `ignore`.
 */
export function missingProgram(program: string): boolean {
  if (Deno.env.get("CI") || isInstalled(program)) return false;
  // deno-lint-ignore no-console -- a skipped test says why
  console.log(`skipped: ${program} is not installed`);
  return true;
}

function isInstalled(program: string): boolean {
  return (Deno.env.get("PATH") ?? "").split(delimiter).some((folder) => {
    try {
      return Deno.statSync(join(folder, program)).isFile;
    } catch {
      return false;
    }
  });
}
