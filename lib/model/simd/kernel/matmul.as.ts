/**
 * Matrix products, cut into blocks of 4 × 8 that fit into registers.
 *
 * A parameter matrix lies in *panels*: its first 8 columns from top to bottom,
 * then the next 8, and so on. A product walks down a panel and reads it from
 * front to back.
 */
import { F32, LANES, panel } from "./memory_map.as";
import { addOuterProducts, multiplyBlock } from "./micro_kernels.as";

/** Columns of a panel. */
const WIDTH: i32 = 8;

/** Rows of a block. */
const HEIGHT: i32 = 4;

/** Rows that read a panel one after the other, while it is near the core. */
const GROUP: i32 = 16;

/** Bytes of a panel's row. */
const PANEL_ROW: usize = 32;

/**
 * `c = start + a · b`: 16 rows of `a` at a time against every panel of `b`.
 *
 * @param rows Rows of `a`, a multiple of 8.
 * @param depth Columns of `a`, rows of `b`; a multiple of 8.
 * @param columns Columns of `b`, a multiple of 8.
 * @param a Row-major, `aRow` bytes from row to row.
 * @param b In panels, `bPanel` bytes from panel to panel.
 * @param start Row-major; with `startRow` 0 one row for all.
 * @param c Row-major; may be `start`.
 */
export function multiply(
  rows: i32, depth: i32, columns: i32,
  a: usize, aRow: usize,
  b: usize, bPanel: usize,
  start: usize, startRow: usize,
  c: usize, cRow: usize,
): void {
  for (let i = 0; i < rows; i += GROUP) {
    const end = min(GROUP, rows - i);
    let bj = b, sj = start, cj = c;
    for (let j = 0; j < columns; j += WIDTH) {
      let ai = a, si = sj, ci = cj;
      for (let r = 0; r < end; r += HEIGHT) {
        multiplyBlock(ai, aRow, bj, si, startRow, ci, cRow, depth);
        ai += aRow * HEIGHT;
        si += startRow * HEIGHT;
        ci += cRow * HEIGHT;
      }
      bj += bPanel;
      sj += PANEL_ROW;
      cj += PANEL_ROW;
    }
    a += aRow * GROUP;
    start += startRow * GROUP;
    c += cRow * GROUP;
  }
}

/**
 * `c += aᵀ · b`, the sum over all rows of `a` and `b`: a weight's gradient, where
 * `a` holds what came in and `b` the errors that came back.
 *
 * @param depth Rows of `a` and `b`, a multiple of 8.
 * @param zeroRows Columns of `a` that are 0 in its first 8 rows, a multiple of 8.
 * @param rows Columns of `a`, which are rows of `c`; a multiple of 8.
 * @param columns Columns of `b` and `c`, a multiple of 8.
 * @param c In panels of `rows` rows.
 */
export function accumulate(
  depth: i32, zeroRows: i32, rows: i32, columns: i32,
  a: usize, aRow: usize,
  b: usize, bRow: usize,
  c: usize,
): void {
  if (depth == 0) return;
  const later = depth - LANES;
  for (let j = 0; j < columns; j += WIDTH) {
    // Rows of b lie far apart, and each is read for every 8 rows of c.
    copyPanel(b, bRow, depth);
    for (let i = 0; i < rows; i += HEIGHT) {
      const column = a + <usize>i * F32;
      if (i < zeroRows) {
        if (later > 0) {
          addOuterProducts(
            column + aRow * LANES, aRow, panel + PANEL_ROW * LANES, c, later,
          );
        }
      } else {
        addOuterProducts(column, aRow, panel, c, depth);
      }
      c += PANEL_ROW * HEIGHT;
    }
    b += PANEL_ROW;
  }
}

/** Copies 8 columns to `panel`. */
function copyPanel(from: usize, row: usize, rows: i32): void {
  let to = panel;
  for (let i = 0; i < rows; i++) {
    v128.store(to, v128.load(from));
    v128.store(to, v128.load(from, 16), 16);
    from += row;
    to += PANEL_ROW;
  }
}
