/** Sizes at which cost is measured. */
export interface ScalePoint {
  /** Rows of the table. */
  readonly rows: number;
  /** Metrics beside the time. */
  readonly features: number;
  /** Steps a window. */
  readonly window: number;
}

/** Sizes of which one grows. */
export type ScaleAxis = keyof ScalePoint;

/** What the others are while one grows: a month of minutes, the default window. */
const USUAL: ScalePoint = { rows: 43_200, features: 24, window: 10 };

const AXES: Readonly<Record<ScaleAxis, readonly number[]>> = {
  rows: [1e4, 1e5, 1e6, 1e7],
  features: [8, 24, 72, 200],
  window: [10, 30, 60, 120, 240],
};

/**
 * Lists what is measured, one axis at a time.
 *
 * @param maxRows Tables with more rows are left out.
 * @returns The points of each axis, the others as usual.
 */
export function scalePoints(
  maxRows: number,
): readonly (ScalePoint & { readonly axis: ScaleAxis })[] {
  const axes = ["rows", "features", "window"] as const;
  return axes.flatMap((axis) =>
    AXES[axis].map((size) => ({ ...USUAL, [axis]: size, axis }))
  ).filter(({ rows }) => rows <= maxRows);
}
