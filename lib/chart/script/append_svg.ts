/**
 * Draws an element of SVG as the last in another. A function of the charts'
 * script.
 *
 * @param parent Where it is drawn.
 * @param name Its name.
 * @param attributes Its attributes.
 * @returns The element.
 */
export function appendSvg(
  parent: Element,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): Element {
  const made = parent.ownerDocument
    .createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  parent.append(made);
  return made;
}
