/**
 * Matrix products, cut into blocks of 8 × 8 that fit into registers.
 *
 * A parameter matrix lies in *panels*: its first 8 columns from top to bottom,
 * then the next 8, and so on. A product walks down a panel and reads it from
 * front to back.
 */
import { F32, LANES, panel, rowPanels } from "./memory_map.as";
import { addOuterProducts, multiplyBlock } from "./micro_kernels.as";

/** Columns of a panel. */
const WIDTH: i32 = 8;

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
  const second = rowPanels + <usize>depth * PANEL_ROW;
  for (let i = 0; i < rows; i += 16) {
    const isPair = i + 8 < rows;
    turnRows(a, aRow, depth, rowPanels);
    if (isPair) turnRows(a + aRow * 8, aRow, depth, second);
    let bj = b, sj = start, cj = c;
    for (let j = 0; j < columns; j += WIDTH) {
      multiplyBlock(rowPanels, bj, sj, startRow, cj, cRow, depth);
      if (isPair) {
        multiplyBlock(
          second, bj, sj + startRow * 8, startRow, cj + cRow * 8, cRow, depth,
        );
      }
      bj += bPanel;
      sj += PANEL_ROW;
      cj += PANEL_ROW;
    }
    a += aRow * 16;
    start += startRow * 16;
    c += cRow * 16;
  }
}

/** Writes 8 rows as columns, so that the kernel reads them from front to back. */
function turnRows(from: usize, row: usize, depth: i32, to: usize): void {
  const half = row * 4;
  for (let k = 0; k < depth; k += 4) {
    turnBlock(from, row, to);
    turnBlock(from + half, row, to + 16);
    from += 16;
    to += PANEL_ROW * 4;
  }
}

/** Writes a 4 × 4 block as columns. */
// @ts-ignore: decorator
@inline
function turnBlock(from: usize, row: usize, to: usize): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + row);
  const r2 = v128.load(from + row * 2);
  const r3 = v128.load(from + row * 3);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
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
    for (let i = 0; i < rows; i += LANES) {
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
      c += PANEL_ROW * LANES;
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
