/**
 * Makes text from files fit for a terminal: what could steer it becomes `?`.
 *
 * @param text Any text.
 * @returns One line.
 */
export function plainLine(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "?");
}
