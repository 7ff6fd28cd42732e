/**
 * The house as a table: who may import whom, and what stays behind which wall.
 *
 * The lint plugin and `tests/architecture_test.ts` both enforce it.
 *
 * @module
 */
import { posix } from "node:path";

/**
 * Rank of each room: a room may import rooms of lower rank, never another one of
 * its own or a higher. A file directly in `lib/` is a room of its own.
 */
export const RANKS: Readonly<Record<string, number>> = {
  errors: 0,
  frame: 1,
  source: 2,
  model: 2,
  detect: 2,
  measure: 3,
  chart: 4,
  report: 5,
  // the versions of what a run stands on
  "deno.json": 5,
  pipeline: 6,
  benchmark: 7,
  live: 7,
  fleet: 7,
  // the public surface re-exports the rooms; only what is outside lib uses it
  mod: 7.5,
  scripts: 8,
  notebooks: 8,
};

/** Packages that stay behind a wall, with the rooms behind it. */
export const WALLS: readonly Wall[] = [
  { packages: ["nodejs-polars"], rooms: ["frame", "source", "notebooks"] },
  { packages: ["@tensorflow/"], rooms: ["model"] },
  {
    packages: ["@observablehq/", "d3", "d3-", "jsdom", "linkedom"],
    rooms: ["chart", "report"],
  },
  {
    packages: [
      "pdf-lib",
      "@pdf-lib/",
      "@resvg/",
      "dejavu-fonts-ttf",
      "saxes",
    ],
    rooms: ["report"],
  },
  { packages: ["ml-matrix"], rooms: ["benchmark"] },
  { packages: ["bullmq", "ioredis"], rooms: ["fleet"] },
  {
    packages: [
      "axe-core",
      "fast-check",
      "marked",
      "pixelmatch",
      "playwright-core",
      "pngjs",
    ],
    rooms: [],
  },
];

/** Packages behind a wall. */
export interface Wall {
  /** Names; one that ends in `/` or `-` stands for all that begin with it. */
  readonly packages: readonly string[];
  /** The only rooms that may import them; tests and tools may too. */
  readonly rooms: readonly string[];
}

/** Rooms that take values and give values: no files, network, clock or chance. */
export const PURE_ROOMS: readonly string[] = [
  "frame",
  "detect",
  "measure",
  "chart",
];

/** Rooms that chance may enter; elsewhere it comes from a seed. */
export const CHANCE_ROOMS: readonly string[] = [
  "source",
  "pipeline",
  "live",
  "fleet",
];

/** Longest file in lines, in lib, scripts, tools, tests and benches. */
export const MAX_LINES = 250;

/** Modules of Node that reach out of the program. */
const OUTSIDE =
  /^node:(fs|net|tls|http|https|http2|dgram|dns|child_process|os|process|worker_threads)(\/|$)/;

/**
 * Names the room of a file.
 *
 * @param path Path from the project's root, with `/`.
 * @returns The room: the folder in `lib/`, the name of a file directly in
 *   `lib/`, else the top folder.
 *
 * @example Usage
 * ```ts
 * import { roomOf } from "./house.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(roomOf("lib/report/pdf/paginate.ts"), "report");
 * assert.equal(roomOf("lib/errors.ts"), "errors");
 * assert.equal(roomOf("tools/house.ts"), "tools");
 * ```
 */
export function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "lib" ? second.replace(/\.ts$/, "") : top;
}

/**
 * Says what is wrong with an import.
 *
 * @param path Path of the importing file from the project's root, with `/`.
 * @param specifier What it imports, as written.
 * @returns One clause, or `undefined` where nothing is wrong.
 *
 * @example Usage
 * ```ts
 * import { importProblem } from "./house.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   importProblem("lib/frame/grid.ts", "../chart/theme.ts"),
 *   "frame (rank 1) may not import chart (rank 4)",
 * );
 * assert.equal(importProblem("lib/chart/grid.ts", "../frame/units.ts"), undefined);
 * ```
 */
export function importProblem(
  path: string,
  specifier: string,
): string | undefined {
  const room = roomOf(path);
  const target = targetOf(path, specifier);
  if (target !== undefined && specifier.startsWith(ALIAS) && isCode(path)) {
    return `${room} names files of the project by relative paths`;
  }
  if (!path.startsWith("lib/") && RANKS[room] === undefined) return undefined;
  return target === undefined
    ? packageProblem(room, specifier.replace(/^(npm|jsr):\/?/, ""))
    : roomProblem(room, roomOf(target));
}

/** The short way to the library for notebooks, tests and examples. */
const ALIAS = "@lib/";

/** Code that any reader, editor or tool can follow without an import map. */
function isCode(path: string): boolean {
  return /^(lib|scripts|tools|benches)\//.test(path);
}

/**
 * Finds the file that a specifier means.
 *
 * @param path Path of the importing file from the project's root, with `/`.
 * @param specifier What it imports, as written.
 * @returns The file's path from the root; `undefined` for a package.
 */
export function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith(ALIAS)) return specifier.slice(1);
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(path), specifier);
}

function roomProblem(room: string, target: string): string | undefined {
  if (room === target) return undefined;
  const [from, to] = [RANKS[room], RANKS[target]];
  if (from === undefined) return `${room} has no rank in tools/house.ts`;
  if (to === undefined) return `${room} may not import ${target}`;
  if (from > to) return undefined;
  return `${room} (rank ${from}) may not import ${target} (rank ${to})`;
}

function packageProblem(room: string, name: string): string | undefined {
  if (PURE_ROOMS.includes(room) && OUTSIDE.test(name)) {
    return `${room} is pure and may not import ${name}`;
  }
  const wall = WALLS.find(({ packages }) =>
    packages.some((prefix) => isOf(name, prefix))
  );
  if (wall === undefined || wall.rooms.includes(room)) return undefined;
  const rooms = wall.rooms.join(", ") || "tests and tools";
  return `only ${rooms} may import ${name}, not ${room}`;
}

function isOf(name: string, prefix: string): boolean {
  return /[/-]$/.test(prefix)
    ? name.startsWith(prefix)
    : name === prefix || name.startsWith(`${prefix}/`) ||
      name.startsWith(`${prefix}@`);
}
