/**
 * Makes an element with its attributes; any text in them is text.
 *
 * @param page The page.
 * @param name The element's name.
 * @param options Attributes by name, and what it holds.
 * @returns The element, not yet in the page.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: Name,
  { attributes = {}, holds = [] }: {
    readonly attributes?: Readonly<Record<string, string>>;
    readonly holds?: readonly (Node | string)[];
  } = {},
): HTMLElementTagNameMap[Name] {
  const made = page.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...holds);
  return made;
}
