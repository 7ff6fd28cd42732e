import type { Figure } from "../document.ts";
import type { Evidence } from "../evidence/evidence.ts";

/** What a figure's files tell of it besides the picture. */
export interface FigureRecord {
  /** What the reader sees, with units. */
  readonly caption: string;
  /** What the chart shows, for those who cannot see it. */
  readonly alt: string;
  /** Where it came from; `null` where nobody said so. */
  readonly evidence: Evidence | null;
}

/**
 * Gives what a figure's files tell of it.
 *
 * @param figure The figure.
 * @returns Caption, description and evidence.
 */
export function figureRecord(
  { caption, alt, evidence }: Figure,
): FigureRecord {
  return {
    caption,
    alt,
    evidence: evidence === undefined ? null : withoutPlace(evidence),
  };
}

/**
 * Where a run was written, and by how many threads it was computed, says nothing of
 * its numbers, and would tell two folders' pictures apart.
 */
function withoutPlace(evidence: Evidence): Evidence {
  const { out: _out, threads: _threads, ...parameters } = evidence.parameters;
  const { origins, ...rest } = evidence;
  const kept = (names: readonly string[]) =>
    names.filter((name) => Object.hasOwn(parameters, name));
  return {
    ...{ ...rest, parameters },
    ...(origins === undefined ? {} : {
      origins: {
        given: kept(origins.given),
        default: kept(origins.default),
        model: kept(origins.model),
      },
    }),
  };
}
