import { testRule } from "./rule_cases.ts";

testRule("imports", "lets a room import lower rooms only", [
  { file: "lib/chart/a.ts", source: 'import "../frame/units.ts";' },
  { file: "lib/chart/a.ts", source: 'import "./theme.ts";' },
  { file: "lib/chart/a.ts", source: 'import "./theme.ts";' },
  { file: "lib/frame/a.ts", source: 'import "../errors.ts";' },
  { file: "scripts/a.ts", source: 'import "../lib/mod.ts";' },
  { file: "tools/a.ts", source: 'import "../lib/frame/units.ts";' },
  { file: "tests/unit/a_test.ts", source: 'import "@lib/frame/units.ts";' },
  {
    file: "lib/chart/a.ts",
    source: 'import "@lib/frame/units.ts";',
    says: "chart names files of the project by relative paths",
  },
  {
    file: "tools/a.ts",
    source: 'import "@lib/frame/units.ts";',
    says: "tools names files of the project by relative paths",
  },
  {
    file: "lib/frame/a.ts",
    source: 'import { theme } from "../chart/theme.ts";',
    says: "frame (rank 1) may not import chart (rank 4)",
  },
  {
    file: "lib/frame/a.ts",
    source: 'import type { Theme } from "../chart/theme.ts";',
    says: "frame (rank 1) may not import chart (rank 4)",
  },
  {
    file: "lib/source/a.ts",
    source: 'export * from "../model/engine.ts";',
    says: "source (rank 2) may not import model (rank 2)",
  },
  {
    file: "lib/detect/a.ts",
    source: 'export { x } from "../pipeline/x.ts";',
    says: "detect (rank 2) may not import pipeline (rank 6)",
  },
  {
    file: "lib/detect/a.ts",
    source: 'const x = await import("../live/x.ts");',
    says: "detect (rank 2) may not import live (rank 7)",
  },
  {
    file: "lib/detect/a.ts",
    source: 'type X = import("../model/x.ts").X;',
    says: "detect (rank 2) may not import model (rank 2)",
  },
  {
    file: "lib/pipeline/a.ts",
    source: 'import "../../scripts/a.ts";',
    says: "pipeline (rank 6) may not import scripts (rank 8)",
  },
  {
    file: "scripts/a.ts",
    source: 'import "../tools/house.ts";',
    says: "scripts may not import tools",
  },
  {
    file: "lib/pipeline/a.ts",
    source: 'import "../../tests/support/a.ts";',
    says: "pipeline may not import tests",
  },
  {
    file: "lib/report/a.ts",
    source: 'import "../mod.ts";',
    says: "report (rank 5) may not import mod (rank 7.5)",
  },
  {
    file: "lib/utils/a.ts",
    source: 'import "../errors.ts";',
    says: "utils has no rank in tools/house.ts",
  },
]);

testRule("imports", "keeps packages behind their walls", [
  { file: "lib/frame/a.ts", source: 'import pl from "nodejs-polars";' },
  { file: "lib/model/a.ts", source: 'import * as tf from "@tensorflow/tfjs";' },
  { file: "lib/report/a.ts", source: 'import { JSDOM } from "jsdom";' },
  { file: "lib/detect/a.ts", source: 'import { posix } from "node:path";' },
  {
    file: "tests/unit/a.ts",
    source: 'import fc from "fast-check";',
  },
  {
    file: "lib/detect/a.ts",
    source: 'import pl from "nodejs-polars";',
    says: "only frame, source, notebooks may import nodejs-polars, not detect",
  },
  {
    file: "lib/detect/a.ts",
    source: 'import pl from "npm:nodejs-polars@0.25.2";',
    says:
      "only frame, source, notebooks may import nodejs-polars@0.25.2, not detect",
  },
  {
    file: "lib/pipeline/a.ts",
    source: 'const tf = await import("@tensorflow/tfjs-node");',
    says: "only model may import @tensorflow/tfjs-node, not pipeline",
  },
  {
    file: "scripts/a.ts",
    source: 'import { scaleLinear } from "d3-scale";',
    says: "only chart, report may import d3-scale, not scripts",
  },
  {
    file: "lib/chart/a.ts",
    source: 'import "pdf-lib/cjs/api/svgPath.js";',
    says: "only report may import pdf-lib/cjs/api/svgPath.js, not chart",
  },
  {
    file: "lib/chart/a.ts",
    source: 'import { SaxesParser } from "saxes";',
    says: "only report may import saxes, not chart",
  },
  {
    file: "lib/live/a.ts",
    source: 'import Redis from "ioredis";',
    says: "only fleet may import ioredis, not live",
  },
  {
    file: "lib/frame/a.ts",
    source: 'import fc from "fast-check";',
    says: "only tests and tools may import fast-check, not frame",
  },
  {
    file: "lib/detect/a.ts",
    source: 'import { readFile } from "node:fs/promises";',
    says: "detect is pure and may not import node:fs/promises",
  },
]);
