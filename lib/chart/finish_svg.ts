import { plainText } from "../frame/plain_text.ts";
import { FONT_SIZE } from "./theme.ts";

/** Attributes that hold coordinates, with the decimals that they need. */
const DECIMALS: Readonly<Record<string, number>> = {
  d: 1,
  transform: 2,
  x: 2,
  y: 2,
  x1: 2,
  x2: 2,
  y1: 2,
  y2: 2,
  cx: 2,
  cy: 2,
  r: 2,
  width: 2,
  height: 2,
};

/**
 * Makes what Plot drew fit to stand anywhere: on a page among others, as a file
 * of its own, on paper. No style sheet, no class, no id, so that nothing can
 * collide; one label for the whole picture, as ARIA forbids them on its groups,
 * whose names become `data-part`; coordinates no finer than can be seen.
 *
 * @param svg The element, changed in place.
 * @param label What it shows, for those who cannot see it.
 */
export function finishSvg(svg: Element, label: string): void {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const part of svg.querySelectorAll("[aria-label]")) {
    part.setAttribute("data-part", part.getAttribute("aria-label") ?? "");
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-hidden");
  }
  svg.removeAttribute("class");
  svg.removeAttribute("style");
  svg.setAttribute("font-size", String(FONT_SIZE));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", plainText(label));
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const [name, decimals] of Object.entries(DECIMALS)) {
      const value = element.getAttribute(name);
      if (value?.includes(".")) {
        element.setAttribute(name, rounded(value, decimals));
      }
    }
  }
}

function rounded(value: string, decimals: number): string {
  return value.replace(
    /-?\d+\.\d+(?![\d.]*em)/g,
    (number) => String(Number(Number(number).toFixed(decimals))),
  );
}
