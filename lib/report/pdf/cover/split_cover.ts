import type {
  Block,
  Figure,
  Lead,
  ReportDocument,
  Section,
} from "../../document.ts";

/** A report that is shared out between its cover and what follows. */
export interface SplitCover {
  /** The chart on the cover; `null` for none. */
  readonly figure: Figure | null;
  /** The chapter that stands on the cover as a whole; `null` for none. */
  readonly landing: Section | null;
  /** What follows, without what the cover shows. */
  readonly sections: readonly Section[];
}

/**
 * Takes out of a report's first chapter what its cover shows: the first chart,
 * which is the whole time at a glance, and the warnings of the lead. On a screen
 * both stand below each other; on paper nothing should stand twice.
 *
 * @param document The report; one without a lead has no cover.
 * @returns The chart and the rest.
 */
export function splitCover(
  { lead, sections }: Pick<ReportDocument, "lead" | "sections">,
): SplitCover {
  const [first, ...rest] = sections;
  if (lead === undefined || first === undefined) {
    return { figure: null, landing: null, sections };
  }
  const figure = first.blocks.find((block) => block.kind === "figure") ?? null;
  const blocks = first.blocks.filter((block) =>
    block !== figure && !isSaid(block, lead)
  );
  return blocks.length === 0
    ? { figure, landing: first, sections: rest }
    : { figure, landing: null, sections: [{ ...first, blocks }, ...rest] };
}

function isSaid(block: Block, { warnings }: Lead): boolean {
  return block.kind === "note" &&
    warnings.some(({ text }) => text === block.text);
}
