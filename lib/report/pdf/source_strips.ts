import { formatSpan } from "../../frame/units.ts";
import type { Block, Figure, Section } from "../document.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { evidenceText } from "../evidence/evidence_text.ts";
import { quietEnd } from "../evidence/quiet_end.ts";
import type { Strip } from "./layout_item.ts";
import { COLOR, TEXT_SIZE } from "./page_style.ts";
import { lineHeight, setLines } from "./set_lines.ts";
import type { Typefaces } from "./typeface.ts";

/** Where a line of evidence stands. */
export interface SourcePlace {
  /** Left edge. */
  readonly x: number;
  /** Widest line; both in points. */
  readonly width: number;
}

/**
 * Sets where something came from, small and muted.
 *
 * @param text As {@linkcode figureSource} and {@linkcode sectionSource} give it.
 * @param place Where.
 * @param faces Fonts to measure with.
 * @returns One strip a line; none for `""`.
 */
export function sourceStrips(
  text: string,
  place: SourcePlace,
  faces: Typefaces,
): readonly Strip[] {
  if (text === "") return [];
  const size = TEXT_SIZE.source;
  const lines = setLines(text, { ...place, size, color: COLOR.muted }, faces);
  return lines.map((line, l) => ({
    height: lineHeight(size),
    gap: l === 0 ? 2 : 0,
    keepWithNext: l < lines.length - 1,
    items: [line],
  }));
}

/**
 * Says where a chart came from, as far as its section does not say it: a page
 * with the same long line below each of its charts says no more.
 *
 * @param figure The chart.
 * @param section What its section rests on; `undefined` where that is not said.
 * @returns The line; `""` where the section's own holds for it, or nothing is
 *   known.
 */
export function figureSource(
  { evidence }: Pick<Figure, "evidence">,
  section: Evidence | undefined,
): string {
  if (evidence === undefined) return "";
  const text = evidenceText(evidence);
  if (section === undefined) return `Source: ${text}.`;
  const whole = evidenceText(section);
  if (text === whole) return "";
  const { window, intervalMs } = evidence;
  return evidenceText({ ...evidence, window: section.window }) === whole
    ? `Source: as at the end of this section, ${
      formatSpan(Date.parse(window.start), Date.parse(window.end), {
        intervalMs,
      })
    }.`
    : `Source: ${text}.`;
}

/**
 * Says where the numbers of a section came from, and those of its charts that
 * do not say it themselves.
 *
 * @param section The section.
 * @returns The line; `""` where nothing is known.
 */
export function sectionSource(
  { evidence, blocks }: Pick<Section, "evidence" | "blocks">,
): string {
  if (evidence === undefined) return "";
  const quiet = quietEnd(blocks, evidence);
  const speaksFor = (block: Block, b: number) =>
    block.kind === "figure" && block.evidence !== undefined &&
    (quiet[b] !== block || figureSource(block, evidence) === "");
  const of = blocks.some(speaksFor) ? " of this section and its charts" : "";
  return `Source${of}: ${evidenceText(evidence)}.`;
}
