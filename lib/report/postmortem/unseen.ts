import { evidenceOf } from "../evidence/evidence.ts";
import { blindSpotsSection } from "../sections/blind_spots_section.ts";
import type { Chapter, Told } from "./told.ts";

/**
 * Tells what the data and the model could not show.
 *
 * @param told What is written from.
 * @returns The chapter.
 */
export function unseen({ view }: Told): Chapter {
  return {
    blocks: blindSpotsSection(view).blocks,
    evidence: evidenceOf(view.input, { basis: "everything" }),
  };
}
