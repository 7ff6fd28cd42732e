import type { Facts, List, Note, Paragraph } from "../document.ts";
import type { Item, Strip } from "./layout_item.ts";
import { COLOR, CONTENT, CONTENT_WIDTH, TEXT_SIZE } from "./page_style.ts";
import { lineHeight, type LineStyle, setLines } from "./set_lines.ts";
import type { Typefaces } from "./typeface.ts";

/** Points between two blocks, or more. */
export const BLOCK_GAP = 7;
const ITEM_GAP = 2.5;
const BODY = { x: CONTENT.left, width: CONTENT_WIDTH, size: TEXT_SIZE.body };

/**
 * Sets running text; neither its first nor its last line stands alone.
 *
 * @param block The paragraph.
 * @param faces Fonts to measure with.
 * @returns One strip a line.
 */
export function paragraphStrips(
  block: Paragraph,
  faces: Typefaces,
): readonly Strip[] {
  return stack(setLines(block.text, BODY, faces).map((line) => [line]), BODY);
}

/**
 * Sets text that must not be overlooked, on a tinted ground with a bar.
 *
 * @param block The note.
 * @param faces Fonts to measure with.
 * @returns One strip a line, and one of padding at either end.
 */
export function noteStrips(block: Note, faces: Typefaces): readonly Strip[] {
  const style = { ...BODY, x: BODY.x + 12, width: BODY.width - 22 };
  const padding = { height: 5, gap: 0 };
  const lines = stack(
    setLines(
      block.mark === "warning" ? `Warning: ${block.text}` : block.text,
      style,
      faces,
    ).map((line) => [line]),
    style,
  );
  const [first, ...rest] = lines.map((strip) => ({ ...strip, gap: 0 }));
  const strips = [
    { ...padding, gap: BLOCK_GAP, keepWithNext: true, items: [] },
    ...(first ? [first] : []),
    ...rest,
    { ...padding, keepWithNext: false, items: [] },
  ];
  // The last line must not lose its padding to the next page.
  const lastLine = strips.length - 2;
  return strips.map((strip, index) => ({
    ...strip,
    keepWithNext: strip.keepWithNext || index === lastLine,
    items: [...noteGround(strip.height), ...strip.items],
  }));
}

function noteGround(height: number): readonly Item[] {
  const box = { kind: "box", x: BODY.x, y: 0, height } as const;
  return [
    { ...box, width: BODY.width, color: COLOR.noteFill },
    { ...box, width: 3, color: COLOR.noteBar },
  ];
}

/**
 * Sets a bulleted list.
 *
 * @param block The list.
 * @param faces Fonts to measure with.
 * @returns One strip a line.
 */
export function listStrips(block: List, faces: Typefaces): readonly Strip[] {
  const indent = 12;
  const style = { ...BODY, x: BODY.x + indent, width: BODY.width - indent };
  return block.items.flatMap((text, index) => {
    const lines = setLines(text, style, faces);
    const bullet = setLines("•", { ...BODY, x: BODY.x + 3 }, faces);
    const strips = stack(
      lines.map((line, l) => l === 0 ? [...bullet, line] : [line]),
      style,
    );
    return index === 0 ? strips : withGap(strips, ITEM_GAP);
  });
}

/**
 * Sets terms and values in two columns.
 *
 * @param block The facts.
 * @param faces Fonts to measure with.
 * @returns One strip a line.
 */
export function factsStrips(block: Facts, faces: Typefaces): readonly Strip[] {
  const natural = block.items.map(({ term }) =>
    faces.regular.width(term, TEXT_SIZE.body)
  );
  const termWidth = Math.min(Math.max(0, ...natural), BODY.width * 0.35);
  const indent = termWidth + 14;
  const termStyle = { ...BODY, width: termWidth + 0.5, color: COLOR.muted };
  const valueStyle = {
    ...BODY,
    x: BODY.x + indent,
    width: BODY.width - indent,
  };
  return block.items.flatMap(({ term, value }, index) => {
    const terms = setLines(term, termStyle, faces);
    const values = setLines(value, valueStyle, faces);
    const count = Math.max(terms.length, values.length);
    const lines = Array.from(
      { length: count },
      (_, l) => [...terms.slice(l, l + 1), ...values.slice(l, l + 1)],
    );
    const strips = stack(lines, valueStyle);
    return index === 0 ? strips : withGap(strips, ITEM_GAP);
  });
}

/** Lines below each other, of which the outer two pairs stay together. */
function stack(
  lines: readonly (readonly Item[])[],
  style: Pick<LineStyle, "size">,
): readonly Strip[] {
  return lines.map((items, index) => ({
    height: lineHeight(style.size),
    gap: index === 0 ? BLOCK_GAP : 0,
    keepWithNext: index < lines.length - 1 &&
      (index === 0 || index === lines.length - 2),
    items,
  }));
}

function withGap(strips: readonly Strip[], gap: number): readonly Strip[] {
  return strips.map((strip, index) => index === 0 ? { ...strip, gap } : strip);
}
